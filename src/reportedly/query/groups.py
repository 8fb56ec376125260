"""Choosing the groups of a view that are shown, and of each the claims that its rows are made of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

from sqlalchemy import ColumnElement, Select, case, desc, func, literal_column, select

from reportedly.store.sightings import Sighting, sighting

Rows = Sequence[Sequence[Any]]
Run = Callable[[Select[Any]], Rows]
"""Gives the rows of a statement: the record does, and a mirror of it."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What groups are asked for.

    Attributes:
        track: number of the view.
        as_of: day that is looked from. known: day by which claims were published. Both as ordinals.
        most: groups of most claims come first.
        claims: only groups that one of these claims is in; numbers, or a query of them.
    """

    track: int
    as_of: int
    known: int | None = None
    most: bool = False
    claims: Select[Any] | frozenset[int] | None = None


class Group(NamedTuple):
    """A group, its number of claims, and the number of all groups that are wanted."""

    number: int
    claims: int
    all: int


class Groups(Protocol):
    """Where groups are looked up."""

    def page(self, wanted: Wanted, offset: int, limit: int) -> list[Group]:
        """Return some of the groups, in order."""

    def claims(self, wanted: Wanted, groups: Sequence[int], depth: int | None) -> dict[int, list[int]]:
        """Return the claims of groups, the newest ``depth`` of each and of those asked for; in the order they were recorded."""


class Asked:
    """Groups of a table of sightings, asked with one SQL statement that the record and its mirror understand."""

    def __init__(self, run: Run) -> None:
        self._run = run

    def page(self, wanted: Wanted, offset: int, limit: int) -> list[Group]:
        """Return some of the groups, in order."""
        newest, count = func.max(_rank(wanted)).label("newest"), func.count().label("count")
        order = (desc(count), desc(newest)) if wanted.most else (desc(newest), desc(count))
        query = select(sighting.c.grp, count, func.count().over()).where(*_visible(wanted, sighting.c.track == wanted.track))
        if wanted.claims is not None:
            of = select(sighting.c.grp).where(sighting.c.claim.in_(_listed(wanted.claims)), sighting.c.track.in_(_tracks(wanted)))
            query = query.where(sighting.c.grp.in_(of))
        found = self._run(query.group_by(sighting.c.grp).order_by(*order, sighting.c.grp).offset(offset).limit(limit))
        return [Group(*row) for row in found]

    def claims(self, wanted: Wanted, groups: Sequence[int], depth: int | None) -> dict[int, list[int]]:
        """Return the claims of groups."""
        order = (desc(_rank(wanted)), desc(sighting.c.claim))
        place = func.row_number().over(partition_by=sighting.c.grp, order_by=order).label("place")
        of = _visible(wanted, sighting.c.track.in_(_tracks(wanted)), sighting.c.grp.in_(groups))
        asked = literal_column("0") if wanted.claims is None else case((sighting.c.claim.in_(_listed(wanted.claims)), 1), else_=0)
        among = func.row_number().over(partition_by=(sighting.c.grp, asked), order_by=order).label("among")
        ranked = select(sighting.c.grp, sighting.c.claim, place, among, asked.label("asked")).where(*of).subquery().c
        query = select(ranked.grp, ranked.claim)
        if depth is not None:
            query = query.where((ranked.place <= depth) | ((ranked.asked == 1) & (ranked.among <= depth)))
        return _sorted(self._run(query))


class Counted:
    """Groups of sightings at hand, counted here."""

    def __init__(self, rows: Iterable[Sighting]) -> None:
        self._by: dict[tuple[int, int], list[Sighting]] = defaultdict(list)
        for row in rows:
            self._by[row.track, row.grp].append(row)

    def page(self, wanted: Wanted, offset: int, limit: int) -> list[Group]:
        """Return some of the groups, in order."""
        found = {grp: self._seen(wanted, grp, wanted.track) for track, grp in self._by if track == wanted.track}
        kept = {grp: rows for grp, rows in found.items() if rows and self._is_asked(wanted, grp)}
        order = sorted(kept, key=lambda grp: (*_order(wanted, kept[grp]), grp))
        return [Group(grp, len(kept[grp]), len(kept)) for grp in order[offset : offset + limit]]

    def claims(self, wanted: Wanted, groups: Sequence[int], depth: int | None) -> dict[int, list[int]]:
        """Return the claims of groups."""
        pairs: list[tuple[int, int]] = []
        for grp in groups:
            rows = [row for track in _tracks(wanted) for row in self._seen(wanted, grp, track)]
            rows.sort(key=lambda row: (min(row.rank, wanted.as_of), row.claim), reverse=True)
            asked = wanted.claims if isinstance(wanted.claims, frozenset) else frozenset[int]()
            first = rows[:depth] + [row for row in rows if row.claim in asked][:depth]
            pairs += [(grp, row.claim) for row in first]
        return _sorted(pairs)

    def _seen(self, wanted: Wanted, grp: int, track: int) -> list[Sighting]:
        rows = self._by.get((track, grp), ())
        return [row for row in rows if row.since <= wanted.as_of and (wanted.known is None or row.known <= wanted.known)]

    def _is_asked(self, wanted: Wanted, grp: int) -> bool:
        if not isinstance(wanted.claims, frozenset):
            return True
        return any(row.claim in wanted.claims for track in _tracks(wanted) for row in self._by.get((track, grp), ()))


def _order(wanted: Wanted, rows: Sequence[Sighting]) -> tuple[int, int]:
    newest, count = max(min(row.rank, wanted.as_of) for row in rows), len(rows)
    return (-count, -newest) if wanted.most else (-newest, -count)


def _tracks(wanted: Wanted) -> tuple[int, int]:
    return wanted.track, ~wanted.track


def _rank(wanted: Wanted) -> ColumnElement[int]:
    return case((sighting.c.rank < wanted.as_of, sighting.c.rank), else_=literal_column(str(wanted.as_of)))


def _visible(wanted: Wanted, *of: ColumnElement[bool]) -> list[ColumnElement[bool]]:
    known = [] if wanted.known is None else [sighting.c.known <= wanted.known]
    return [*of, sighting.c.since <= wanted.as_of, *known]


def _listed(claims: Select[Any] | frozenset[int]) -> Any:  # noqa: ANN401 - what SQLAlchemy takes for a list of values
    return sorted(claims) if isinstance(claims, frozenset) else claims


def _sorted(pairs: Iterable[Sequence[int]]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for grp, claim in pairs:
        found[grp].append(claim)
    return {grp: sorted(set(claims)) for grp, claims in found.items()}
