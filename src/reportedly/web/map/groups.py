"""Marks that would lie on each other: one sign for all of them, which leads to where they stand apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, sin

from reportedly.web.map.frame import LEAST, Box, Frame, around
from reportedly.web.map.marks import OTHER, Mark

APART = 26.0
"""Steps of the drawing by which the middles of two marks are apart, at least: a finger wide."""
_DENSE = LEAST * 4
"""Degrees of a drawing's width from which on closer looks part nothing more."""
_BIG = 11.0


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark where it is drawn; ``moved`` where that is not where its place lies."""

    mark: Mark
    x: float
    y: float
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Several marks in one sign.

    Attributes:
        x, y: its middle. size: half its width. marks: of it, the weightiest first. box: where they stand apart.
        shares: slot -> marks whose first party has it, those of most first; 0 is of those that nobody is named of.
        contested: how many are.
    """

    x: float
    y: float
    size: float
    marks: tuple[Mark, ...]
    box: Box
    shares: tuple[tuple[int, int], ...]
    contested: int

    def arcs(self) -> list[tuple[int, float, float]]:
        """Return for each slot where its share of the ring begins, and how long it is, in hundredths."""
        found, begin = [], 0.0
        for slot, count in self.shares:
            long = 100 * count / len(self.marks)
            found.append((slot, begin, long))
            begin += long
        return found


def arranged(marks: Iterable[Mark], frame: Frame) -> tuple[list[Placed], list[Group]]:
    """Return the marks that stand alone, and the groups of those that do not; both inside of the frame.

    Marks are taken in their order: one that is nearer than :data:`APART` to the first of a group joins it.
    """
    places = [(mark, *frame.at(mark.lat, mark.lon)) for mark in marks if frame.box.has(mark.lat, mark.lon)]
    found: list[list[tuple[Mark, float, float]]] = []
    for mark, x, y in places:
        near = next((group for group in found if hypot(group[0][1] - x, group[0][2] - y) < APART + mark.half - mark.size), None)
        if near is None:
            found.append([(mark, x, y)])
        else:
            near.append((mark, x, y))
    alone = [Placed(*group[0]) for group in found if len(group) == 1]
    crowds = [group for group in found if len(group) > 1]
    if frame.box.east - frame.box.west <= _DENSE:
        return alone + [placed for group in crowds for placed in _spread(group)], []
    return alone, [_group(group) for group in crowds]


def _group(found: Sequence[tuple[Mark, float, float]]) -> Group:
    marks = tuple(mark for mark, _, _ in found)
    box = around(((mark.lat, mark.lon) for mark in marks), whole=True)
    x, y = sum(each[1] for each in found) / len(found), sum(each[2] for each in found) / len(found)
    shares = Counter(mark.glyphs[0] if mark.glyphs else 0 for mark in marks)
    ordered = sorted(shares.items(), key=lambda each: (each[0] == 0, each[0] == OTHER, -each[1], each[0]))
    contested = sum(mark.state == "contested" for mark in marks)
    return Group(round(x, 1), round(y, 1), _BIG + min(6.0, len(marks) ** 0.5), marks, box or Box(0, 0, 1, 1), tuple(ordered), contested)


def _spread(found: Sequence[tuple[Mark, float, float]]) -> list[Placed]:
    """Return marks of one spot around it, as no closer look parts them."""
    (first, x, y), *others = found
    reach = max(APART * 1.3, APART * len(others) / (2 * pi))
    turns = (2 * pi * n / len(others) for n in range(len(others)))
    around_it = [
        Placed(mark, x + reach * cos(turn), y + reach * sin(turn), moved=True) for (mark, _, _), turn in zip(others, turns, strict=True)
    ]
    return [Placed(first, x, y), *around_it]
