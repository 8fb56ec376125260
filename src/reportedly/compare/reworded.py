"""Sentences that say in other words what a sentence of the other text says: half of the words of the shorter stand in both.

They share as many of the words that tell: no numbers or days, none of sourcing, and none that every report of an attack has. Of two
draws of forty pairs from news of one war, 45 pass by this, and of them 40 were read to tell the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.compare.side import Side, Span, classes, is_of
from reportedly.model import Passage

_SHARED, _TELLING, _ALIKE, _INSIDE, _ENDS = 5, 4, 0.5, 0.7, frozenset(".!?\n")

_EMPTY = ("plain", "attribution", "date", "bound", "toll")


def reworded(one: Side, two: Side, apart: Sequence[Sequence[Span]], outer: Sequence[Passage] | None) -> Iterator[tuple[Side, Side]]:
    """Yield pairs of sentences, each of which is the other's nearest, among those that stand apart.

    Args:
        one: the one text.
        two: the other.
        apart: spans of each that have no counterpart.
        outer: the passages outside of which all counts as apart; None where nothing does.
    """
    spans = [list(found) for found in apart]
    if outer:
        spans[0] += [(0, outer[0].a_start), (outer[-1].a_end, len(one.text))]
        spans[1] += [(0, outer[0].b_start), (outer[-1].b_end, len(two.text))]
    left, right = ([part for part in _sentences(side) if _inside(part, chosen)] for side, chosen in zip((one, two), spans, strict=True))
    content = [[frozenset(part.keys) - classes()["plain"] for part in side] for side in (left, right)]
    scores = {(i, j): _alike(a, b) for i, a in enumerate(content[0]) for j, b in enumerate(content[1])}
    for i, part in enumerate(left):
        j = max(range(len(right)), key=lambda at: (scores[i, at], -at), default=None)
        if j is not None and scores[i, j] >= _ALIKE and scores[i, j] == max(scores[at, j] for at in range(len(left))):
            yield part, right[j]


def _tells(key: str) -> bool:
    return not is_of("number", key) and not any(key in classes()[kind] for kind in _EMPTY)


def _alike(a: frozenset[str], b: frozenset[str]) -> float:
    shared = len(a & b)
    telling = [frozenset(filter(_tells, keys)) for keys in (a, b)]
    common = len(telling[0] & telling[1])
    if shared < _SHARED or common < _TELLING or common < _ALIKE * min(map(len, telling)):
        return 0.0
    return shared / min(len(a), len(b))


def _sentences(side: Side) -> Iterator[Side]:
    begin = 0
    for at in range(1, len(side.words.keys) + 1):
        last = at == len(side.words.keys)
        if last or not _ENDS.isdisjoint(side.text[side.words.ends[at - 1] : side.words.starts[at]]):
            yield side.part(begin, at)
            begin = at


def _inside(part: Side, spans: Sequence[Span]) -> bool:
    start, end = part.span()
    return sum(max(0, min(end, until) - max(start, begin)) for begin, until in spans) >= _INSIDE * (end - start)
