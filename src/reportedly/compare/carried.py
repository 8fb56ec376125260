"""Where the words of a claim stand in another document that shares a passage with its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.model import Reprint

_HELD = 0.5
"""Share of a claim's words that a passage has to hold: what few words before or after it share says nothing of it."""

Place = tuple[int, int, str]


def carried(pair: Reprint, document: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where the span ``start`` to ``end`` of one document of a pair stands in the other; None where too little of it does."""
    best: tuple[int, int] | None = None
    most = _HELD * (end - start)
    for part in pair.passages:
        own, other = ((part.a_start, part.a_end), (part.b_start, part.b_end))
        if pair.a != document:
            own, other = other, own
        left, right = max(start, own[0]), min(end, own[1])
        if right - left >= most and right > left:
            most = right - left
            at = other[0] + left - own[0]
            best = at, min(other[1], at + right - left)
    return best


def overlapping(places: Sequence[Place]) -> Iterator[tuple[int, int, list[str]]]:
    """Yield the stretches in which spans overlap by half of the shorter, with what the spans are of; a span by itself is left out."""
    ordered, at = sorted(places), 0
    while at < len(ordered):
        begin, end, claim = ordered[at]
        claims = [claim]
        for left, right, claim in ordered[at + 1 :]:
            if min(end, right) - left < _HELD * min(end - begin, right - left):
                break
            end = max(end, right)
            claims.append(claim)
        at += len(claims)
        if len(set(claims)) > 1:
            yield begin, end, claims
