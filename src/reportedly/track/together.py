"""Allegations brought together as they come: each is compared with those it may be one with, and with none that it is one with already."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from reportedly.track.alleged import SLACK, Alleged, is_wide, one_incident
from reportedly.track.seen import Glass
from reportedly.unionfind import UnionFind


@dataclass(slots=True)
class _Shelf:
    """Allegations in the order of their first days, and the days that the longest of them lasts."""

    begins: list[int] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    longest: int = 0

    def near(self, one: Alleged) -> list[int]:
        """Return those that may be of a day of another, and few more."""
        first = bisect_left(self.begins, one.begin - SLACK - self.longest)
        return self.places[first : bisect_right(self.begins, one.last + SLACK)]

    def put(self, one: Alleged, place: int) -> None:
        at = bisect_right(self.begins, one.begin)
        self.begins.insert(at, one.begin)
        self.places.insert(at, place)
        self.longest = max(self.longest, one.last - one.begin)


class Together:
    """Sets of allegations of one incident each, told by the places at which they came.

    Args:
        glass: who is related, and which places are wide.

    Attributes:
        told: all allegations, in the order in which they came.
        sets: the first one of a set -> all of it.
    """

    def __init__(self, glass: Glass) -> None:
        self.told: list[Alleged] = []
        self.sets: dict[int, list[int]] = {}
        self._glass, self.wide = glass, cache(lambda place: is_wide(place, glass))
        self._joined: UnionFind[int] = UnionFind()
        self._shelves: dict[str, _Shelf] = defaultdict(_Shelf)

    def add(self, one: Alleged) -> int:
        """Take one in, and return its place."""
        at = len(self.told)
        self.told.append(one)
        self.sets[at] = [at]
        for name in one.shelves(self.wide):
            shelf = self._shelves[name]
            for other in shelf.near(one):
                its = self.told[other]
                apart = its.last >= one.begin - SLACK and self.first(other) != self.first(at)
                if apart and one_incident(its, one, self._glass, self.wide):
                    self.join(other, at)
            shelf.put(one, at)
        return at

    def first(self, at: int) -> int:
        """Return the first one of the set that one is in."""
        return self._joined.find(at)

    def join(self, one: int, other: int) -> None:
        """Make one set of those of two."""
        low, high = sorted((self.first(one), self.first(other)))
        if low != high:
            self._joined.join((low, high))
            self.sets[low] += self.sets.pop(high)

    def group(self, first: int) -> list[Alleged]:
        """Return a set in the order of its days."""
        return sorted((self.told[at] for at in self.sets[first]), key=lambda one: (one.since, one.said, one.id))


def incidents(found: Iterable[Alleged], one_act: Iterable[tuple[str, str]], glass: Glass) -> list[list[Alleged]]:
    """Return allegations by incident, those of one in the order of their days.

    Args:
        found: the allegations.
        one_act: pairs of ids of claims that comparison found to be of one act.
        glass: who is related, and which places are wide.
    """
    together = Together(glass)
    places = {one.id: together.add(one) for one in found}
    for one, other in one_act:
        if one in places and other in places:
            together.join(places[one], places[other])
    return [together.group(first) for first in sorted(together.sets)]
