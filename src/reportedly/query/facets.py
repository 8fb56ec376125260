"""How many claims have which value, of those that pass the other filters."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, func, select

from reportedly.query.conditions import selection
from reportedly.query.filters import ClaimFilter
from reportedly.store import Ledger, database, schema, sql

_MONTH, _DAY = 7, 10  # characters of an ISO month, and of a day
MOST = 40
"""Values of one facet that are given."""


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a facet: what the filter takes, what it is called, and how many claims have it."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """The values of one filter, those of most claims first; months in their order.

    Attributes:
        name: of the filter. values: at most :data:`MOST`.
        more: there are more values. late: counting took too long, and there are none.
    """

    name: str
    values: tuple[Value, ...]
    more: bool = False
    late: bool = False


def facets(ledger: Ledger, where: ClaimFilter, milliseconds: int, names: Sequence[str] | None = None, most: int = MOST) -> Iterator[Facet]:
    """Yield the facets of the claims that pass, each counted without its own filter; those that time is too short for are ``late``.

    Args:
        ledger: the open ledger.
        where: the filter.
        milliseconds: how long they are counted, all together, at most.
        names: which; those of the page where none are named. ``day`` is one of its own.
        most: values of each.
    """
    end = time.monotonic() + milliseconds / 1000
    with ledger.reading() as connection:
        for name in _KINDS if names is None else names:
            build = _ALL[name]
            without: dict[str, Any] = {each: () if each in MANY else None for each in OWN.get(name, (name,))}
            query = build(selection(replace(where, **without)).order_by(None).subquery("passing"))
            try:
                with database.within(connection, int(1000 * (end - time.monotonic()))):
                    yield _facet(connection, name, query, most)
            except TimeoutError:
                yield Facet(name, (), late=True)


def _facet(connection: Connection, name: str, query: Select[Any], most: int) -> Facet:
    rows = [Value(str(row[0]), str(row[1]), row[2]) for row in connection.execute(query.limit(most + 1)) if row[0] is not None]
    return Facet(name, tuple(rows[:most]), more=len(rows) > most)


def _by(column: str) -> Callable[[Any], Select[Any]]:
    return lambda passing: _counted(passing.c[column], passing.c[column], func.count()).group_by(passing.c[column])


def _counted(value: ColumnElement[Any], label: ColumnElement[Any], count: ColumnElement[Any]) -> Select[Any]:
    return select(value, label, count).where(value.is_not(None)).order_by(count.desc(), value)


def _speakers(passing: Any) -> Select[Any]:  # noqa: ANN401 - a subquery with the claim's columns
    key = func.coalesce(passing.c.actor, passing.c.speaker)
    return _counted(key, func.min(passing.c.speaker), func.count()).group_by(key)


def _named_in(table: Table, column: str) -> Callable[[Any], Select[Any]]:
    def build(passing: Any) -> Select[Any]:  # noqa: ANN401
        key, count = table.c[column], func.count(passing.c.seq.distinct())
        return _counted(key, func.min(table.c.name), count).join_from(passing, table, table.c.claim == passing.c.seq).group_by(key)

    return build


def _publishers(passing: Any) -> Select[Any]:  # noqa: ANN401
    place = sql.first_appearance()
    name = func.coalesce(place.c.publisher, place.c.publisher_id)
    return _counted(name, name, func.count()).join_from(passing, place, place.c.document == passing.c.document).group_by(name)


def _times(length: int) -> Callable[[Any], Select[Any]]:
    def build(passing: Any) -> Select[Any]:  # noqa: ANN401
        part = func.substr(passing.c.begin, 1, length)
        return select(part, part, func.count()).where(passing.c.begin.is_not(None)).group_by(part).order_by(part)

    return build


_KINDS: dict[str, Callable[[Any], Select[Any]]] = {
    "type": _by("type"),
    "stance": _by("stance"),
    "speaker": _speakers,
    "actor": _named_in(schema.claim_actor, "actor"),
    "place": _named_in(schema.claim_place, "place"),
    "publisher": _publishers,
    "since": _times(_MONTH),
}
_ALL = _KINDS | {"day": _times(_DAY)}
OWN = {"since": ("since", "until"), "day": ("since", "until")}
"""Filters that a facet is counted without, where these are not the one of its name."""
MANY = frozenset({"type", "stance"})
"""Facets of filters that may have several values."""
DAYS = {"since": _MONTH, "day": _DAY}
"""Facets of time, and how many characters of a day their values have."""
KINDS = tuple(_KINDS)
"""Facets of the page, in their order."""
