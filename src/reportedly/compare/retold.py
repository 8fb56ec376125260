"""What was changed between two sentences of which the one tells in other words what the other tells.

Order says little there, so words are set against each other by what they are for: a number by what it counts, a day by another day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product

from reportedly.compare.side import Edit, Side, classes

_COUNTED = 4
"""Words after a number among which stands what it counts."""

_DATED = frozenset({"-", "/"})


def retold(one: Side, two: Side) -> Iterator[Edit]:
    """Yield other numbers of the same things, hedges that only one sentence has, and another day where each names as many."""
    yield from _numbers(one, two)
    left, right = _of("hedge", one), _of("hedge", two)
    yield from (Edit("hedge", one.part(at, at + 1).span(), two.part(two.begin, two.begin).span()) for at in _only(one, left, two))
    yield from (Edit("hedge", one.part(one.begin, one.begin).span(), two.part(at, at + 1).span()) for at in _only(two, right, one))
    left, right = _only(one, _of("date", one), two), _only(two, _of("date", two), one)
    if len(left) == len(right):
        pairs = [(i, j) for i, j in zip(left, right, strict=True) if one.words.keys[i].isdigit() == two.words.keys[j].isdigit()]
        yield from (Edit("date", one.part(i, i + 1).span(), two.part(j, j + 1).span()) for i, j in pairs)


def new_words(one: Side, two: Side, found: Iterable[Edit]) -> Iterator[Edit]:
    """Yield the edits whose words stand in one of the sentences only; of names those that another took the place of."""
    for edit in found:
        left, right = (_within(side, span) for side, span in ((one, edit.a), (two, edit.b)))
        if edit.kind == "name" and not (left and right):
            continue
        if not ((left - classes()["plain"]) & set(two.keys) or (right - classes()["plain"]) & set(one.keys)):
            yield edit


def _numbers(one: Side, two: Side) -> Iterator[Edit]:
    """Yield the numbers that differ and count the same: of each the nearest in order that no other has taken."""
    left, right = (_only(side, _of("number", side), other) for side, other in ((one, two), (two, one)))
    taken: set[int] = set()
    for i, j in product(left, right):
        if not taken & {i, ~j} and _counted(one, i) & _counted(two, j):
            taken |= {i, ~j}
            yield Edit("number", one.part(i, i + 1).span(), two.part(j, j + 1).span())


def _counted(side: Side, at: int) -> frozenset[str]:
    start, end = side.words.starts[at], side.words.ends[at]
    if not _DATED.isdisjoint((side.text[start - 1 : start], side.text[end : end + 1])):  # "28" of "28-04-2016" counts nothing
        return frozenset()
    following = side.words.keys[at + 1 : min(at + 1 + _COUNTED, side.end)]
    return frozenset(key for key in following if key not in classes()["plain"] and not key.isdigit())


def _of(kind: str, side: Side) -> list[int]:
    return [at for at in range(side.begin, side.end) if side.of(kind, at)]


def _only(side: Side, chosen: Iterable[int], other: Side) -> list[int]:
    """Return those of the words of one sentence that the other has not."""
    return [at for at in chosen if side.words.keys[at] not in other.keys]


def _within(side: Side, span: tuple[int, int]) -> set[str]:
    at = range(side.begin, side.end)
    return {side.words.keys[i] for i in at if span[0] <= side.words.starts[i] and side.words.ends[i] <= span[1]}
