"""Rows of a view by numbers alone: those of a page are chosen by what is kept of each claim, and only their claims are looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, Generic, Protocol, TypeVar

from reportedly.ids import number_for
from reportedly.track.seen import Glass, Seen

R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)
Sorted = tuple[Any, ...]
Ids = Mapping[int, str]
"""Number that stands for an id -> the id. One that is not in it has no relation to any other."""


Marks = Mapping[int, Sequence[Any]]
"""Number of a claim -> what is kept of it: the day from which on it is seen, as an ordinal, and what a view has of its own."""


class Sketch(Protocol[R_co]):
    """A row by numbers."""

    @property
    def key(self) -> tuple[int, ...]:
        """What rows are put in order by, as far as numbers tell; the first comes first."""

    @property
    def claims(self) -> Sequence[int]:
        """Numbers of its claims."""

    def parts(self) -> tuple[Sequence[int], Sequence[int]]:
        """Return its claims in two lists that are looked into to the same depth, the newest first; of each one is needed."""

    def also(self, read: Sequence[int]) -> Iterable[int]:
        """Return which claims are needed beside those of its own that are looked at."""

    def row(self, read: Sequence[int], held: Mapping[int, Seen], glass: Glass) -> tuple[Sorted, R_co]:
        """Return the row of its claims that are looked at and of all that are at hand, and what puts it in order among equal keys."""


@dataclass(frozen=True, slots=True)
class Outline(Generic[R]):
    """How rows are found by numbers.

    Attributes:
        mark: what is kept of a claim: its day, numbers, its id, and lists of such; None for a claim that no row can have.
        sketches: the rows that marks make, by the numbers of their claims, which tell the order they were recorded in.
    """

    mark: Callable[[Seen], Sequence[Any] | None]
    sketches: Callable[[Marks, Glass, Ids], Sequence[Sketch[R]]]

    def build(self, seen: Iterable[Seen], glass: Glass) -> Iterator[R]:
        """Yield all rows of claims that are at hand."""
        held = dict(enumerate(seen))
        marks = {number: told for number, one in held.items() if glass.sees(one) and (told := self.mark(one)) is not None}
        found = []
        for sketch in self.sketches(marks, glass, _ids(held.values())):
            then, row = sketch.row(sorted(set(sketch.claims)), held, glass)
            found.append((sketch.key, then, row))
        return (row for _, _, row in sorted(found, key=lambda each: each[:2]))


def sides_of(keys: Iterable[int], glass: Glass, ids: Ids) -> dict[int, int]:
    """Return number of an actor -> that of the first one of its side, among numbers in some order."""
    found: dict[int, int] = {}
    firsts: dict[int, str] = {}
    for key in keys:
        if key not in found:
            own = ids.get(key)
            found[key] = key if own is None else next((first for first, other in firsts.items() if glass.surely(other, own)), key)
            if own is not None and found[key] == key:
                firsts[key] = own
    return found


@lru_cache(maxsize=50_000)
def ordinal(day: str) -> int:
    """Return the number of an ISO day."""
    return date.fromisoformat(day).toordinal()


def _ids(seen: Iterable[Seen]) -> dict[int, str]:
    found: set[str] = set()
    for one in seen:
        found.update(arg.actor for _, arg in one.claim.args if arg.actor)
        found.update(one.claim.place_ids)
        if one.claim.speaker.actor:
            found.add(one.claim.speaker.actor)
    return {number_for(each): each for each in found}
