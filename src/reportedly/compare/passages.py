"""Passages: the longest runs of the same words in two texts, each word used once (greedy string tiling, Wise 1993)."""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from reportedly.compare.words import SHINGLE, Words
from reportedly.model import Passage

REPEATS = 16
"""Pairs of places at which one shingle is tried; one that repeats more often is tried in order of its places only."""


@dataclass(frozen=True, slots=True, order=True)
class Run:
    """``length`` words from word ``a`` of one text that are the words from ``b`` of the other."""

    a: int
    b: int
    length: int


def shared_runs(a: Words, b: Words, *, unseeded: AbstractSet[int] = frozenset(), barred: AbstractSet[int] = frozenset()) -> list[Run]:
    """Return the maximal runs of words that stand in both texts; where two overlap in either, the longer keeps the words.

    Args:
        a: the words of one text.
        b: the words of the other.
        unseeded: shingles that no run grows from, though it may hold them (stock phrases).
        barred: shingles that no run may hold (page furniture).
    """
    queue = [(-run.length, run.a, run.b) for run in _grown(a, b, unseeded | barred, barred)]
    heapq.heapify(queue)
    used_a, used_b, out = bytearray(len(a.keys)), bytearray(len(b.keys)), list[Run]()
    while queue:
        length, at, bt = heapq.heappop(queue)
        free = _free(Run(at, bt, -length), used_a, used_b)
        if free.length == -length:
            out.append(free)
            used_a[at : at + free.length] = b"\1" * free.length
            used_b[bt : bt + free.length] = b"\1" * free.length
        elif free.length >= SHINGLE:
            heapq.heappush(queue, (-free.length, free.a, free.b))
    return sorted(out)


def passages(a: Words, b: Words, runs: list[Run]) -> tuple[Passage, ...]:
    """Return the runs as code-point offsets into both texts."""
    return tuple(Passage(a.starts[run.a], a.ends[run.a + run.length - 1], b.starts[run.b], b.ends[run.b + run.length - 1]) for run in runs)


def _grown(a: Words, b: Words, unseeded: AbstractSet[int], barred: AbstractSet[int]) -> Iterator[Run]:
    done: dict[int, int] = {}  # diagonal -> the word of ``a`` up to which it is covered
    for diagonal, at in sorted(_seeds(a, b, unseeded)):
        if at < done.get(diagonal, 0):
            continue
        start, end = at, at + SHINGLE
        while _joins(a, b, start - 1, start - 1 - diagonal, barred):
            start -= 1
        while _follows(a, b, end, end - diagonal, barred):
            end += 1
        done[diagonal] = end
        yield Run(start, start - diagonal, end - start)


def _seeds(a: Words, b: Words, unseeded: AbstractSet[int]) -> Iterator[tuple[int, int]]:
    for shingle in (a.places.keys() & b.places.keys()) - unseeded:
        left, right = a.places[shingle], b.places[shingle]
        pairs = zip(left, right, strict=False) if len(left) * len(right) > REPEATS else ((x, y) for x in left for y in right)
        for x, y in pairs:
            if a.keys[x : x + SHINGLE] == b.keys[y : y + SHINGLE]:
                yield x - y, x


def _joins(a: Words, b: Words, at: int, bt: int, barred: AbstractSet[int]) -> bool:
    """Say whether the words before a run belong to it too."""
    return at >= 0 and bt >= 0 and a.keys[at] == b.keys[bt] and a.shingles[at] not in barred


def _follows(a: Words, b: Words, at: int, bt: int, barred: AbstractSet[int]) -> bool:
    """Say whether the words after a run belong to it too."""
    return at < len(a.keys) and bt < len(b.keys) and a.keys[at] == b.keys[bt] and a.shingles[at - SHINGLE + 1] not in barred


def _free(run: Run, used_a: bytearray, used_b: bytearray) -> Run:
    """Return the longest stretch of ``run`` that no accepted run has taken a word of."""
    best, start = Run(run.a, run.b, 0), 0
    for step in range(run.length + 1):
        if step == run.length or used_a[run.a + step] or used_b[run.b + step]:
            if step - start > best.length:
                best = Run(run.a + start, run.b + start, step - start)
            start = step + 1
    return best
