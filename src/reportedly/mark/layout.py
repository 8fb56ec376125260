"""Attributions that the layout makes: headlines and transcripts ("X: Y"), documents reproduced in full."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from reportedly.mark.drafts import Draft
from reportedly.mark.found import Page
from reportedly.model import Document
from reportedly.model.document import Segment
from reportedly.model.span import Span
from reportedly.text import trim

_LINE = re.compile(r"^[ \t#*>\"“]*([A-Z][^:\n]{1,50}?)(:)[ \t]+(\S[^\n]*)$", re.MULTILINE)
_REPORTS = frozenset(
    "poll report study survey exclusive source sources official officials analysis expert experts q a editor's note".split()
)
_WORDS = 5
_BACK = 600
_SCORE = 0.7
"""Share of such lines that are attributions in the development part of PolNeAR."""


def line_speech(page: Page, document: Document) -> Iterator[Draft]:
    """Yield "X: Y" where a line begins with the name of a person or body, and documents reproduced with their speaker."""
    for match in _LINE.finditer(page.text):
        span = page.doc.char_span(*match.span(1), alignment_mode="expand")
        if span is None or len(span) > _WORDS or not _speaks(list(span)):
            continue
        content = Span(*trim(page.text, *match.span(3)))
        yield Draft(span.root, "line", (content,), (Span(*match.span(2)),), (Span(*match.span(1)),), span.root, speech=True, score=_SCORE)
    for segment in document.segments:
        if segment.kind == "embedded_document" and segment.speaker and segment.start < segment.end:
            yield from _reproduced(page, segment, segment.speaker)


def _speaks(tokens: list[Token]) -> bool:
    """Say whether words before a colon name a speaker: all of them a person or body, all capitals, or a kind of report."""
    words = [t for t in tokens if not t.is_punct and not t.is_space]
    if not words or any(t.pos_ in {"VERB", "AUX"} for t in words):
        return False
    if all(t.lower_ in _REPORTS for t in words):
        return True
    named = [t for t in words if t.ent_type_ in {"PERSON", "ORG"} or (t.is_upper and len(t) > 1)]
    return 2 * len(named) > len(words) and words[-1] in named


def _reproduced(page: Page, segment: Segment, speaker: str) -> Iterator[Draft]:
    at = page.text.rfind(speaker, max(0, segment.start - _BACK), segment.start)
    source = (Span(at, at + len(speaker)),) if at >= 0 else ()
    span = page.doc.char_span(segment.start, segment.end, alignment_mode="expand")
    content = Span(*trim(page.text, segment.start, segment.end))
    if span is not None and len(span) and content.start < content.end:
        yield Draft(span[0], "block", (content,), (), source, None, speech=True, score=0.9, speaker=speaker)
