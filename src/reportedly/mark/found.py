"""What the clause rules hand on: a cue with its source and content, in token numbers of one Doc."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from spacy.tokens import Doc, Token

from reportedly.model.span import Span
from reportedly.text import trim

Range = tuple[int, int]
"""Token numbers, half open."""

_EDGES = " \t\n\xa0,;:—–-"


class Page(NamedTuple):
    """A parse with its text, which spaCy would put together anew each time it is asked for."""

    doc: Doc
    text: str


@dataclass(frozen=True, slots=True)
class Found:
    """A possible attribution.

    Attributes:
        head: number of the cue's head token.
        pattern: the construction it was found by.
        cue, content: token ranges, in order, none overlapping another.
        source: token range, None where nobody is named.
        speech, score: from the table of cues.
    """

    head: int
    pattern: str
    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    source: Range | None = None
    speech: bool = True
    score: float = 0.5


def extent(token: Token) -> Range:
    """Return the range of the words that depend on ``token``, itself included."""
    return token.left_edge.i, token.right_edge.i + 1


def without(ranges: Iterable[Range], *holes: Range) -> tuple[Range, ...]:
    """Return ``ranges`` with ``holes`` cut out of them."""
    kept = list(ranges)
    for begin, end in holes:
        kept = [piece for a, b in kept for piece in ((a, min(b, begin)), (max(a, end), b)) if piece[0] < piece[1]]
    return tuple(kept)


def joined(numbers: Iterable[int]) -> tuple[Range, ...]:
    """Return token numbers as ranges, neighbours joined."""
    out: list[Range] = []
    for i in sorted(set(numbers)):
        if out and out[-1][1] == i:
            out[-1] = (out[-1][0], i + 1)
        else:
            out.append((i, i + 1))
    return tuple(out)


def characters(page: Page, ranges: Iterable[Range]) -> tuple[Span, ...]:
    """Return token ranges as spans of the text, trimmed of white space, full stop, commas and dashes at their ends; empty ones left out."""
    doc, text = page
    out = []
    for begin, end in ranges:
        while end > begin + 1 and (doc[end - 1].text == "." or doc[end - 1].is_space):
            end -= 1  # noqa: PLW2901 - the full stop ends the sentence, not the content
        last = doc[end - 1]
        out.append(Span(doc[begin].idx, last.idx + len(last)))
    return worded(text, out)


def worded(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return ``spans`` trimmed of white space, commas and dashes at their ends; those without a word left out."""
    cut = (edged(text, Span(*trim(text, *span))) for span in spans)
    return tuple(span for span in cut if any(c.isalnum() for c in text[span.start : span.end]))


def edged(text: str, span: Span) -> Span:
    """Return ``span`` without the spaces, commas and dashes at its ends; it may be empty."""
    start, end = span
    while start < end and text[start] in _EDGES:
        start += 1
    while start < end and text[end - 1] in _EDGES:
        end -= 1
    return Span(start, end)
