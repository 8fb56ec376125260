"""Choosing the groups of a view that are shown, and of each the claims that its rows are made of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, NamedTuple, Protocol

from reportedly.store.sightings import Sighting

Rows = Sequence[Sequence[Any]]
Run = Callable[[str, Sequence[object]], Rows]
"""Gives the rows of a statement with ``?`` for its values: the record does, and a mirror of it."""
Found = tuple[list[int], list[int], list[int]]
"""Claims of a group, the newest first; those of them that are asked for; and those of later, the first of them first."""
EVER = 4_000_000
"""An ordinal after every day."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What groups are asked for.

    Attributes:
        track: number of the view.
        as_of: day that is looked from. known: day by which claims were published. Both as ordinals.
        most: groups of most claims come first.
        claims: only groups that one of these claims is in, by their numbers.
        beside: claims may stand beside a group.
        later: as many claims are looked at, too, that are seen from a later day, the first of them.
    """

    track: int
    as_of: int
    known: int = EVER
    most: bool = False
    claims: frozenset[int] | None = None
    beside: bool = True
    later: bool = False


class Group(NamedTuple):
    """A group, its number of claims, and the number of all groups that are wanted."""

    number: int
    claims: int
    all: int


class Depth(NamedTuple):
    """How many claims of groups are looked at, the newest of each: up to ``row`` of one, and all together ``mean`` times as many as groups.

    A few groups of very many claims are looked into as deeply as the rest leaves room for, and all of them to the same depth.
    """

    row: int
    mean: int


class Groups(Protocol):
    """Where groups are looked up."""

    def page(self, wanted: Wanted, offset: int, limit: int) -> list[Group]:
        """Return some of the groups, in order."""

    def claims(self, wanted: Wanted, groups: Sequence[int], depth: Depth | None) -> dict[int, list[int]]:
        """Return the claims of groups to a depth, and to the same one those asked for; in the order they were recorded."""


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

    def claims(self, wanted: Wanted, groups: Sequence[int], depth: Depth | None) -> dict[int, list[int]]:
        """Return the claims of groups."""
        asked = wanted.claims or frozenset[int]()
        found: dict[int, Found] = {}
        for grp in groups:
            rows = [row for track in tracks(wanted) for row in self._seen(wanted, grp, track)]
            rows.sort(key=lambda row: (min(row.rank, wanted.as_of), row.claim), reverse=True)
            later = sorted(
                (row for track in tracks(wanted) for row in self._later(wanted, grp, track)), key=lambda row: (row.rank, row.claim)
            )
            claims = [row.claim for row in rows]
            found[grp] = claims, [claim for claim in claims if claim in asked], [row.claim for row in later]
        return cut(found, depth)

    def _seen(self, wanted: Wanted, grp: int, track: int) -> list[Sighting]:
        rows = self._by.get((track, grp), ())
        return [row for row in rows if row.since <= wanted.as_of and row.known <= wanted.known]

    def _later(self, wanted: Wanted, grp: int, track: int) -> list[Sighting]:
        rows = self._by.get((track, grp), ()) if wanted.later else ()
        return [row for row in rows if row.rank > wanted.as_of < row.since and row.known <= wanted.known]

    def _is_asked(self, wanted: Wanted, grp: int) -> bool:
        if wanted.claims is None:
            return True
        return any(row.claim in wanted.claims for track in tracks(wanted) for row in self._by.get((track, grp), ()))


def _order(wanted: Wanted, rows: Sequence[Sighting]) -> tuple[int, int]:
    newest, count = max(min(row.rank, wanted.as_of) for row in rows), len(rows)
    return (-count, -newest) if wanted.most else (-newest, -count)


def tracks(wanted: Wanted) -> tuple[int, ...]:
    """Return the numbers that the rows of a view stand under, those beside its groups last."""
    return (wanted.track, ~wanted.track) if wanted.beside else (wanted.track,)


def cut(found: Mapping[int, Found], depth: Depth | None) -> dict[int, list[int]]:
    """Return the claims of groups to a depth, in the order they were recorded; ``depth`` is None for all of them."""
    lengths = (len(each) for claims, _, later in found.values() for each in (claims, later) if each)
    at = None if depth is None else _depth(sorted(lengths), depth.mean * len(found), depth.row)
    return {grp: sorted({claim for each in lists for claim in each[:at]}) for grp, lists in found.items()}


def _depth(lengths: Sequence[int], room: int, most: int) -> int:
    """Return the depth to which lists of these lengths, the shortest first, have no more than there is room for; one of each at least."""
    for at, (length, before) in enumerate(zip(lengths, accumulate(lengths, initial=0), strict=False)):
        if before + length * (len(lengths) - at) > room:
            return max(1, min(most, (room - before) // (len(lengths) - at)))
    return most
