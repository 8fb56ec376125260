"""Asking what stands where in a document in logarithmic time, from tables that are built once per document."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from heapq import heappop, heappush
from itertools import accumulate
from typing import Generic, Protocol, TypeVar


class Spanned(Protocol):
    """Anything with offsets, half open."""

    @property
    def start(self) -> int:
        """Offset of the first character."""

    @property
    def end(self) -> int:
        """Offset after the last character."""


S = TypeVar("S", bound=Spanned)
M = TypeVar("M")


class Holders(Generic[M]):
    """Which of several items holds a character.

    Args:
        held: the items, each with its spans and its rank; where several hold a character, the one of least rank counts,
            of equal ones the first.
    """

    def __init__(self, held: Iterable[tuple[M, Sequence[Spanned], int]]) -> None:
        self._items: list[M] = []
        spans: list[tuple[int, int, int, int]] = []
        for number, (item, parts, rank) in enumerate(held):
            self._items.append(item)
            spans += [(part.start, part.end, rank, number) for part in parts if part.start < part.end]
        self._bounds = sorted({bound for start, end, _, _ in spans for bound in (start, end)})
        self._winners = _winners(sorted(spans), self._bounds)

    def at(self, at: int) -> M | None:
        """Return the item that holds the character ``at``, None where none does."""
        number = bisect_right(self._bounds, at) - 1
        winner = self._winners[number] if number >= 0 else None
        return None if winner is None else self._items[winner]


def _winners(spans: Sequence[tuple[int, int, int, int]], bounds: Sequence[int]) -> list[int | None]:
    """Return which item counts from each of ``bounds`` to the next one; ``spans`` are sorted by their starts."""
    out: list[int | None] = []
    open_: list[tuple[int, int, int]] = []
    coming = 0
    for bound in bounds:
        while coming < len(spans) and spans[coming][0] <= bound:
            _, end, rank, number = spans[coming]
            heappush(open_, (rank, number, end))
            coming += 1
        while open_ and open_[0][2] <= bound:
            heappop(open_)
        out.append(open_[0][1] if open_ else None)
    return out


class Spans(Generic[S]):
    """Items that can be asked for by their offsets; what is found comes in the order in which they were given."""

    def __init__(self, items: Iterable[S]) -> None:
        self._items = sorted(enumerate(items), key=lambda pair: pair[1].start)
        self._starts = [item.start for _, item in self._items]
        self._furthest = list(accumulate((item.end for _, item in self._items), max))

    def starting(self, start: int, end: int) -> list[S]:
        """Return the items that begin in ``start`` to ``end``."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [item for _, item in sorted(self._items[first:last], key=lambda pair: pair[0])]

    def within(self, start: int, end: int, also: Iterable[tuple[int, int]] = ()) -> list[S]:
        """Return the items that lie in ``start`` to ``end``, and those that are exactly one of the spans ``also``."""
        found = {number: item for number, item in self._from(start, end) if item.end <= end}
        for begin, until in also:
            found |= {number: item for number, item in self._from(begin, begin) if item.end == until}
        return [found[number] for number in sorted(found)]

    def touched(self, start: int, end: int) -> bool:
        """Say whether an item shares a character with ``start`` to ``end``."""
        before = bisect_left(self._starts, end)
        return before > 0 and self._furthest[before - 1] > start

    def _from(self, start: int, last: int) -> list[tuple[int, S]]:
        """Return the items, with their numbers, that begin at ``start`` or after it, at ``last`` at the latest."""
        return self._items[bisect_left(self._starts, start) : bisect_right(self._starts, last)]
