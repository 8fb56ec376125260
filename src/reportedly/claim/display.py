"""What stands over an article: its title, the line under it, a first sentence that comes twice. The text tells it again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reportedly.claim.context import Context
from reportedly.claim.intervals import Spans
from reportedly.model import Claim
from reportedly.parse import sentences, text_of

_OPENS = 400
"""Characters within which the line under a title ends."""
_FRAMES = frozenset({"navigation", "caption", "dateline"})
_REACH = 6_000
"""Characters of the text that a title stands for."""
_SAME = 40
"""Letters and figures that a sentence and the next have in common at least where it comes twice."""
_FIRST = 4
_FALLBACK = frozenset({"says", "violence-told", "harm-told"})
_OF_FIGURES = frozenset({"casualty", "humanitarian"})


@dataclass(frozen=True, slots=True)
class Display:
    """The stretches for display of a document: titles, whole copies of the next sentence, captions; and the claims of all else."""

    shown: tuple[tuple[int, int], ...]
    copies: tuple[tuple[int, int], ...]
    captions: tuple[tuple[int, int], ...]
    below: Spans[Claim]

    @classmethod
    def of(cls, context: Context, claims: Sequence[Claim]) -> Display:
        """Return what is for display in the document of ``context``."""
        shown = tuple(_shown(context))
        copies = tuple(_copies(context))
        captions = tuple((s.start, s.end) for s in context.reading.document.segments if s.kind == "caption")
        below = [c for c in claims if not any(_holds(c, part) for part in (shown, copies, captions))]
        return cls(shown, copies, captions, Spans(sorted(below, key=lambda c: c.start)))

    def tells_again(self, claim: Claim) -> bool:
        """Say whether a claim for display is told again in the text: in a copy, or as one event with the same number or none."""
        if _holds(claim, self.copies):
            return True
        counted = bool(claim.figures) and claim.figures[0].value is not None
        shown = _holds(claim, self.shown) or (counted and _holds(claim, self.captions))
        return shown and any(_same(claim, other) for other in self.below.starting(claim.end, claim.end + _REACH))


def _holds(claim: Claim, stretches: Sequence[tuple[int, int]]) -> bool:
    return any(start <= claim.start < end for start, end in stretches)


def _shown(context: Context) -> list[tuple[int, int]]:
    """Return the headlines that run into the text, and the text before the first frame where it is short: the line under a title.

    A headline on a line of its own is the outlet's word, set there to be read by itself.
    """
    segments, text = context.reading.document.segments, text_of(context.doc)
    out = [(s.start, s.end) for s in segments if s.kind == "headline" and "\n" not in text[s.end - 1 : s.end + 2]]
    bodies = [n for n, s in enumerate(segments) if s.kind == "body"]
    first = bodies[0] if bodies else len(segments)
    if len(bodies) > 1 and first + 1 < len(segments) and segments[first].end <= _OPENS and segments[first + 1].kind in _FRAMES:
        out.append((segments[first].start, segments[first].end))
    return out


def _copies(context: Context) -> list[tuple[int, int]]:
    """Return which of the first sentences the next one begins with."""
    found, text = [], text_of(context.doc)
    first = sentences(context.doc)[: _FIRST + 1]
    for one, two in pairwise(first):
        begin, end = one.start_char, two.start_char
        words, after = _letters(text[begin:end]), _letters(text[end : end + 2 * (end - begin)])
        if len(words) >= _SAME and after.startswith(words[: max(_SAME, len(words) * 9 // 10)]):
            found.append((begin, end))
    return found


def _letters(text: str) -> str:
    return "".join(sign for sign in text.lower() if sign.isalnum())


def _same(claim: Claim, other: Claim) -> bool:
    """Say whether two claims are of one event: one frame, or people counted alike, with the same first number."""
    if claim.figures and claim.figures[0].value is not None:
        counted = other.frame == claim.frame or other.type == claim.type in _OF_FIGURES
        return counted and any(f.value == claim.figures[0].value for f in other.figures)
    if claim.frame in _FALLBACK:
        return bool(_actors(claim) & _actors(other))
    return other.frame == claim.frame and (not _actors(claim) or bool(_actors(claim) & _actors(other)) or not _actors(other))


def _actors(claim: Claim) -> set[str]:
    return {argument.actor for _, argument in claim.args if argument.actor}
