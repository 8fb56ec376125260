"""Claims: a list by filters, with what else might be asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from reportedly.export.flat import COLUMNS, flat
from reportedly.query import claims, unmet
from reportedly.query.facets import Facet, Value
from reportedly.query.paging import claims_page
from reportedly.query.words import with_quotes
from reportedly.watching import FILTERS as WATCHED
from reportedly.web.ask import Ask
from reportedly.web.chosen import picking
from reportedly.web.facetted import TITLES, facets_of, name_of
from reportedly.web.page import CLAIM, Answer, Page
from reportedly.web.pages.shared import pairs_of


def build(ask: Ask) -> Answer:
    """Return the claims that pass the filters."""
    where, size = ask.where, ask.size
    if size is None or where.offset:
        return Answer(with_quotes(ask.ledger, claims(ask.ledger, where)))
    found = claims_page(ask.ledger, where, size, after=ask.after, pairs=pairs_of(ask), pick=picking(ask, size))
    if ask.form != "html":
        return Answer(found.rows, next=found.next)
    missing = [] if found.rows else list(unmet(ask.ledger, where))
    counted = facets_of(ask)
    shown: dict[str, Any] = {
        "facets": counted,
        "total": _total(ask, counted),
        "titles": TITLES,
        "toggled": toggled,
        "missing": missing,
        "chosen": _chosen(ask),
    }
    shown["watchable"] = urlencode({name: value for name, value in ask.given.items() if name in WATCHED})
    return Answer(found.rows, shown, next=found.next)


def _total(ask: Ask, counted: Sequence[Facet]) -> int | None:
    """Return how many claims pass, each of which has one type; None where types were not counted in time."""
    types, asked = counted[0], ask.where.type
    if types.late or types.more:
        return None
    return sum(each.count for each in types.values if not asked or each.value in asked)


def _chosen(ask: Ask) -> list[tuple[str, str, str]]:
    """Return the filters in force: name, what the value is called, and the address without it."""
    found: list[tuple[str, str, str]] = []
    for name, value in ask.given.items():
        if name in {"after", "limit", "offset"}:
            continue
        for part in value.split(",") if name in {"type", "frame", "stance"} else [value]:
            left = ",".join(each for each in value.split(",") if each != part) if part != value else None
            found.append((name, name_of(ask, name, Value(part, part, 0)), ask.link(**{name: left})))
    return found


def toggled(ask: Ask, name: str, value: str) -> dict[str, Any]:
    """Return the address with a value of a facet put in, or taken out, and whether it is in force now."""
    if name == "since":
        on = ask.given.get("since") == value and ask.given.get("until") == value
        return {"on": on, "to": ask.link(since=None if on else value, until=None if on else value)}
    known = [part for part in ask.given.get(name, "").split(",") if part] if name in {"type", "stance"} else [ask.given.get(name)]
    on = value in known
    if name in {"type", "stance"}:
        kept = [part for part in known if part != value] + ([] if on else [value])
        return {"on": on, "to": ask.link(**{name: ",".join(map(str, kept)) or None})}
    return {"on": on, "to": ask.link(**{name: None if on else value})}


PAGE = Page("claims", "/claims", "Claims", "Who says what, on whose word, how firmly.", build, COLUMNS, flat, row=CLAIM)
