"""What else might be asked of claims: facets with what their values are called, times as years where there are many months."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from reportedly.limits import limits
from reportedly.query.facets import MOST, Facet, Value, facets
from reportedly.query.filters import ClaimFilter
from reportedly.web.ask import Ask
from reportedly.web.chosen import counts
from reportedly.web.naming import place_name

TITLES = {
    "type": "Type",
    "stance": "Stance",
    "speaker": "Who says it",
    "actor": "Who is named",
    "place": "Place",
    "publisher": "Publisher",
    "since": "Said to hold in",
}
"""What the facets are called."""

_PATIENT = 600_000  # milliseconds for what nobody waits for
_MOST, _MONTHS, _YEAR = 10_000, 18, 4
_HEAD = "x::"
"""What the key of somebody whom no pack has begins with; the head of the words follows."""


def facets_of(ask: Ask) -> list[Facet]:
    """Return the facets of what is asked for."""
    where = replace(ask.where, limit=None, offset=0)

    found = counts(ask, tuple(TITLES), times=_MOST) or _asked(ask, where)
    return [_times(facet, ask.given) if facet.name == "since" else _called(ask, facet) for facet in found]


def _asked(ask: Ask, where: ClaimFilter) -> list[Facet]:
    """Return the facets as the record counts them, in the time that there is."""
    key = ("facets", where)
    found = ask.site.remembered(ask.ledger, key, lambda: _counted(ask, where, limits().facet_milliseconds))
    if any(facet.late for facet in found):
        ask.site.meanwhile(ask.ledger, key, lambda: _counted(ask, where, _PATIENT))
    return found


def _counted(ask: Ask, where: ClaimFilter, milliseconds: int) -> list[Facet]:
    """Return the facets, of times every month."""
    end = time.monotonic() + milliseconds / 1000
    found = list(facets(ask.ledger, where, milliseconds, [name for name in TITLES if name != "since"]))
    return [*found, *facets(ask.ledger, where, int(1000 * (end - time.monotonic())), ("since",), _MOST)]


def _called(ask: Ask, facet: Facet) -> Facet:
    return replace(facet, values=tuple(replace(value, label=name_of(ask, facet.name, value)) for value in facet.values))


def _times(facet: Facet, given: Mapping[str, str]) -> Facet:
    """Return months as they are where they are few; else years, the last first, with the months of the one that is asked for."""
    if len(facet.values) <= _MONTHS:
        return facet
    since, until = (given.get(name, "")[:_YEAR] for name in ("since", "until"))
    years: Counter[str] = Counter()
    for month in facet.values:
        years[month.value[:_YEAR]] += month.count
    found = []
    for year in sorted(years, reverse=True):
        found.append(Value(year, year, years[year]))
        if year == since == until:
            found += [month for month in facet.values if month.value.startswith(year)]
    return replace(facet, values=tuple(found[:MOST]), more=len(found) > MOST)


def name_of(ask: Ask, filtered: str, value: Value) -> str:
    """Return what a value of a filter is called: as the packs call it, with its kind where another has that name; else as it was given."""
    pack = ask.site.pack
    if filtered == "place" and value.value in pack.places:
        return place_name(pack, value.value)
    if filtered in {"speaker", "actor"}:
        known = pack.actors.get(value.value)
        return value.value.removeprefix(_HEAD) if value.value.startswith(_HEAD) else value.label if known is None else known.name
    return value.label
