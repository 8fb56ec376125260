"""Settling which of two overlapping attributions stands, and which attribution stands inside which."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.mark.drafts import Draft, length, shared
from reportedly.mark.relays import CITED
from reportedly.parse import sentence_number

_SAME = 0.6
_INSIDE = 0.9
_JOINT = frozenset({"as", "passive"})
"""Constructions in which the same may be said by two: "P, as X admitted", "announced by X and confirmed by Y"."""
_WORD = 12
"""Letters of "it", "it this way"."""


def settled(drafts: Sequence[Draft]) -> list[Draft]:
    """Return ``drafts`` in order of their contents, of each two with much the same content and neither inside the other only one.

    The surer one stays; of equally sure ones the longer, then the earlier.
    """
    kept: list[Draft] = []
    for made in sorted(drafts, key=lambda d: (d.start, -d.end, d.pattern == CITED, d.head.i)):
        rival = next((n for n in range(len(kept) - 1, max(-1, len(kept) - 8), -1) if _rivals(kept[n], made)), None)
        if rival is None:
            kept.append(made)
        elif (made.score, length(made.content)) > (kept[rival].score, length(kept[rival].content)):
            kept[rival] = made
    return kept


def _rivals(one: Draft, other: Draft) -> bool:
    if one.head.i == other.head.i and (_announces(one, other) or _announces(other, one)):
        return True
    common = shared(one.content, other.content)
    if not common:
        return False
    if one.head.i == other.head.i:
        return True
    if (one.pattern == CITED) != (other.pattern == CITED):
        return False
    if _JOINT & {one.pattern, other.pattern} and one.source and other.source and not shared(one.source, other.source):
        return False
    either = length(one.content) + length(other.content) - common
    return common >= _SAME * either and not (_holds(one, other) or _holds(other, one))


def _announces(one: Draft, other: Draft) -> bool:
    """Say whether what a verb governs is only a word for what it leads to: "X puts it this way: …"."""
    return other.pattern == "colon" and one.pattern != "colon" and length(one.content) <= _WORD


def _holds(outer: Draft, inner: Draft) -> bool:
    """Say whether the cue of ``inner`` stands in the content of ``outer``, and most of its content too."""
    at = inner.head.idx
    inside = any(span.start <= at < span.end for span in outer.content) or _between(outer, inner)
    return inside and shared(outer.content, inner.content) >= _INSIDE * length(inner.content)


def _between(outer: Draft, inner: Draft) -> bool:
    """Say whether the cue of ``inner`` stands in a gap of the content of ``outer`` that is no place of its own cue or source."""
    at = inner.head.idx
    if not outer.start < at < outer.end or inner.head.tag_ != "VBG" or sentence_number(outer.head) != sentence_number(inner.head):
        return False
    gap = (max(s.end for s in outer.content if s.end <= at), min(s.start for s in outer.content if s.start > at))
    return not any(gap[0] <= span.start < gap[1] for span in (*outer.cue, *outer.source))


def _relays(outer: Draft, inner: Draft) -> bool:
    """Say whether ``outer`` reports what ``inner``, whom it cites, says."""
    same = sentence_number(outer.head) == sentence_number(inner.head) and outer.pattern != CITED
    return same and shared(outer.content, inner.content) >= _SAME * length(inner.content)


def parents(drafts: Sequence[Draft]) -> list[int | None]:
    """Return for each of ``drafts`` (in order of their contents) the number of the smallest one that it stands in."""
    out: list[int | None] = []
    spanning: list[int] = []
    for n, made in enumerate(drafts):
        spanning = [m for m in spanning if drafts[m].end > made.start]
        later = []
        for m in range(n + 1, len(drafts)):
            if drafts[m].start >= made.end:
                break
            later.append(m)
        around = [m for m in (*spanning, *later) if _holds(drafts[m], made) and length(drafts[m].content) > length(made.content)]
        if made.pattern == CITED:
            around = [m for m in (*spanning, *later) if _relays(drafts[m], made)] or around
        out.append(min(around, key=lambda m: (length(drafts[m].content), drafts[m].pattern != CITED), default=None))
        spanning.append(n)
    return out
