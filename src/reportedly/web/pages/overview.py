"""Overview: what is in the ledger, what came last, what is disputed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from operator import itemgetter
from typing import Any

from reportedly.limits import limits
from reportedly.query import overview
from reportedly.query.documents import latest
from reportedly.query.facets import Facet, facets
from reportedly.query.pairing import Some
from reportedly.web.ask import Ask
from reportedly.web.chosen import counts as counts_of
from reportedly.web.chosen import disputes, held, last_documents, shared
from reportedly.web.dial import axis_of
from reportedly.web.page import Answer, Page, cells
from reportedly.web.pages.contradictions import matters_of
from reportedly.web.soon import LateError

_MATTERS, _LATEST, _SHOWN = 4, 8, 240
_MOST, _MONTH, _PATIENT = 10_000, 7, 60_000
_FEW = 92
"""Days that are shown one by one."""
_COLUMNS = ("what", "name", "count")
_COUNTED = ("types", "stances", "publishers", "languages", "reprints", "contradiction_kinds")


def build(ask: Ask) -> Answer:
    """Return the counts of the ledger, one row for each."""
    patient = replace(ask, hurried=False)

    def make() -> dict[str, Any]:
        ask.site.hold()
        return overview(ask.ledger, ask.where, held(ask), lambda: disputes(patient, ask.where, look_alikes=True), shared(ask))

    found = ask.kept(("overview", ask.where), make)
    rows = [{"what": name, "name": None, "count": value} for name, value in found.items() if isinstance(value, int)]
    rows += [{"what": name, "name": key, "count": count} for name in _COUNTED for key, count in found[name].items()]
    days = found["published"]
    if ask.form != "html":
        return Answer(rows, told={"published": found["published"]})
    return Answer(
        rows,
        {
            "found": found,
            "matters": _matters(ask),
            "latest": latest(ask.ledger, _LATEST, ask.where, last_documents(ask, _LATEST)),
            "months": _times(ask, days["first"], days["last"]),
        },
    )


def _matters(ask: Ask) -> list[dict[str, Any]] | None:
    """Return the matters that most claims are of; None where finding them takes long."""

    def make() -> list[Some]:
        return pairs.matters()[:_MATTERS]

    with suppress(LateError):
        pairs = disputes(ask, ask.where, look_alikes=False)
        return matters_of(ask, ask.kept(("top matters", ask.where), make))
    return None


def _times(ask: Ask, first: str | None, last: str | None) -> dict[str, Any]:
    """Return how many claims are said to hold from each month on (each day, where few months were published in), without a gap."""
    steps = between(first, last) if first and last else []
    kind = "since" if steps and len(steps[0]) == _MONTH else "day"

    def make(milliseconds: int) -> Facet:
        return next(facets(ask.ledger, ask.where, milliseconds, (kind,), most=_MOST))

    if not steps:
        return {"most": 0, "late": False}
    (found,) = counts_of(ask, (kind,), times=_MOST) or (None,)
    if found is None:
        key = ("times", kind, ask.where)
        found = ask.kept(key, lambda: make(limits().facet_milliseconds))
        if found.late:
            ask.site.meanwhile(ask.ledger, key, lambda: make(_PATIENT))
    counts = {value.value: value.count for value in found.values}
    shown = [(step, counts.get(step, 0)) for step in (near(steps, counts) if kind == "since" else steps)]
    top, most = max(shown, key=itemgetter(1))
    told = {"per": "month" if kind == "since" else "day", "top": top, "most": most}
    return {"shown": shown, **told, "else": sum(counts.values()) - sum(n for _, n in shown), "late": found.late}


def near(months: Sequence[str], counts: Mapping[str, int]) -> Sequence[str]:
    """Return the months without those at either end that only a few stray claims reach; all of them where no claim is of any."""
    axis = axis_of({f"{month}-01": counts[month] for month in months if counts.get(month)})
    if axis is None:
        return months
    return [month for month in months if axis.first.isoformat()[:_MONTH] <= month <= axis.last.isoformat()[:_MONTH]]


def between(first: str, last: str) -> list[str]:
    """Return the months from one ISO day to another, or the days where they are few; at most so many of the last."""
    begin, end = (date.fromisoformat(day) for day in (first, last))
    if (end - begin).days <= _FEW:
        return [(begin + timedelta(days=n)).isoformat() for n in range((end - begin).days + 1)]
    months = range(begin.year * 12 + begin.month - 1, end.year * 12 + end.month)
    return [f"{month // 12:04}-{month % 12 + 1:02}" for month in months[-_SHOWN:]]


PAGE = Page(
    "overview",
    "/",
    "Overview",
    "What is in the ledger, what came last, and what is in dispute.",
    build,
    _COLUMNS,
    cells(_COLUMNS),
    takes=("as_of", "known_by", "recorded_by"),
)
