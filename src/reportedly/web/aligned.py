"""Two texts that share words, paragraph beside paragraph, with what was edited marked in both."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from reportedly.web.ink import Begun, Ink, draw

Json = Mapping[str, Any]
Span = tuple[int, int]
_BLOCK, _LINE = re.compile(r"\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*"), re.compile(r"\S[^\n]*")
_MANY = 400
"""Paragraphs of a text that are set against each other; what follows stands in one."""


@dataclass(frozen=True, slots=True)
class Row:
    """Paragraphs that stand beside each other: one of each text that share words, or those of each that stand alone; ``chars`` of both."""

    left: tuple[Markup, ...]
    right: tuple[Markup, ...]
    paired: bool
    chars: int


def aligned(text: str, other: str, shared: Json) -> list[Row]:
    """Return two texts in rows, with the passages that they share, and what was edited from the first to the second.

    Args:
        text: the first.
        other: the second.
        shared: as :func:`reportedly.query.reuse.beside` has it, with edits.
    """
    sides = (paragraphs(text), paragraphs(other))
    inks, begun = _inks(shared), Begun()

    def drawn(side: int, found: Sequence[Span]) -> tuple[Markup, ...]:
        return tuple(draw((text, other)[side], *span, inks[side], begun) for span in found)

    return [
        Row(drawn(0, left), drawn(1, right), paired, sum(end - start for start, end in (*left, *right)))
        for left, right, paired in rows(*sides, [tuple(each) for each in shared["passages"]])
    ]


def paragraphs(text: str) -> list[Span]:
    """Return the paragraphs of a text: blocks between empty lines; lines, where it has no empty ones."""
    found = [each.span() for each in (_BLOCK if re.search(r"\n[^\S\n]*\n", text) else _LINE).finditer(text)]
    return found if len(found) <= _MANY else [*found[: _MANY - 1], (found[_MANY - 1][0], found[-1][1])]


def rows(left: Sequence[Span], right: Sequence[Span], passages: Sequence[Sequence[int]]) -> Iterator[tuple[list[Span], list[Span], bool]]:
    """Yield the paragraphs of both texts in order, each once: pairs that share most, and between them what stands alone."""
    a = b = 0
    for i, j in [*_pairs(left, right, passages), (len(left), len(right))]:
        if left[a:i] or right[b:j]:
            yield list(left[a:i]), list(right[b:j]), False
        if i < len(left):
            yield [left[i]], [right[j]], True
        a, b = i + 1, j + 1


def _pairs(left: Sequence[Span], right: Sequence[Span], passages: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
    """Return the pairs of paragraphs of one order in both texts that share most (weighted increasing subsequence)."""
    weights: dict[tuple[int, int], float] = defaultdict(float)
    for a0, a1, b0, b1 in passages:
        slope = (b1 - b0) / max(1, a1 - a0)
        for i in _over(left, a0, a1):
            start, end = max(a0, left[i][0]), min(a1, left[i][1])
            low, high = b0 + (start - a0) * slope, b0 + (end - a0) * slope
            for j in _over(right, int(low), int(high) + 1):
                weights[i, j] += max(0.0, min(high, right[j][1]) - max(low, right[j][0]))
    best: list[tuple[float, int, tuple[int, int] | None]] = [(0.0, -1, None)]  # weight, last paragraph right, pair; a chain by index
    before: list[int] = [0]
    for (i, j), weight in sorted((pair, weight) for pair, weight in weights.items() if weight > 0):
        at = max(
            (n for n, (_, last, pair) in enumerate(best) if last < j and (pair is None or pair[0] < i)), key=lambda n: best[n][0], default=0
        )
        best.append((best[at][0] + weight, j, (i, j)))
        before.append(at)
    at, chain = max(range(len(best)), key=lambda n: best[n][0]), list[tuple[int, int]]()
    while (pair := best[at][2]) is not None:
        chain.append(pair)
        at = before[at]
    return chain[::-1]


def _over(spans: Sequence[Span], start: int, end: int) -> Iterator[int]:
    """Yield the numbers of the spans, in order, that lie over a stretch."""
    at = max(0, bisect_right(spans, (start, 1 << 60)) - 1)
    while at < len(spans) and spans[at][0] < end:
        if spans[at][1] > start:
            yield at
        at += 1


def _inks(shared: Json) -> tuple[list[Ink], list[Ink]]:
    sides = []
    for side, (begin, until) in (("a", (0, 1)), ("b", (2, 3))):
        against = "b" if side == "a" else "a"
        inks = [Ink(part[begin], part[until], "span", 0, {"class": "shared"}) for part in shared["passages"]]
        for number, edit in enumerate(shared["edits"] or ()):
            start, end = edit[side]
            there = edit[against][0] < edit[against][1]
            link = {"href": f"#e{number}-{against}", "title": f"{edit['kind']}: see what stands there instead"} if there else None
            tag = "mark" if there else "del" if side == "a" else "ins"
            inks.append(Ink(start, end, tag, 1, {"class": f"edit {edit['kind']}", "id": f"e{number}-{side}"}, link))
        sides.append(inks)
    return sides[0], sides[1]
