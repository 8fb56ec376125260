"""Days: how many claims there are of each day, on both clocks. The sliders of every page are made of it."""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.export.contract import Json
from reportedly.limits import limits
from reportedly.query.days import Days, days
from reportedly.web.ask import Ask
from reportedly.web.chosen import held
from reportedly.web.dial import Axis, axis_of, bars_of, spans
from reportedly.web.page import Answer, Page, cells

_COLUMNS = ("day", "holds", "published")
_PATIENT = 600_000  # milliseconds for what nobody waits for


def build(ask: Ask) -> Answer:
    """Return the days that claims are of: how many are said to hold from each on, and how many were published on it."""
    found = _days(ask)
    axis = axis_of(found.holds, found.published)
    told: Json = {"late": found.late, "axis": None if axis is None else _axis(axis)}
    counts = {"as_of": found.holds, "known_by": found.published}
    if axis is not None:
        told["clocks"] = {clock: _drawn(count, axis) for clock, count in counts.items()}
    if ask.form != "html":
        return Answer(_rows(found), told=told)
    drawn = {} if axis is None else {clock: (bars_of(count, axis), spans(count, axis)) for clock, count in counts.items()}
    return Answer(_rows(found), {"late": found.late, "axis": axis, "drawn": drawn})


def _days(ask: Ask) -> Days:
    by = ask.where.recorded_by
    found = ask.site.remembered(ask.ledger, ("days", by), lambda: days(ask.ledger, by, limits().facet_milliseconds, held(ask)))
    if found.late:
        ask.site.meanwhile(ask.ledger, ("days", by), lambda: days(ask.ledger, by, _PATIENT))
    return found


def _axis(axis: Axis) -> Json:
    return {"first": axis.first.isoformat(), "last": axis.last.isoformat(), "per": axis.per, "marks": axis.years()}


def _drawn(counts: dict[str, int], axis: Axis) -> Json:
    bars = bars_of(counts, axis)
    return {"path": bars.path, "most": bars.most, "before": bars.before, "after": bars.after}


def _rows(found: Days) -> Iterable[Json]:
    for day in sorted({*found.holds, *found.published}):
        yield {"day": day, "holds": found.holds.get(day, 0), "published": found.published.get(day, 0)}


PAGE = Page(
    "days",
    "/days",
    "Days",
    "How many claims there are of each day: from which on they are said to hold, and on which they were published.",
    build,
    _COLUMNS,
    cells(_COLUMNS),
    takes=("as_of", "known_by", "recorded_by"),
    listed=False,
)
