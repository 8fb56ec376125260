"""Attributions that the layout makes: headlines and transcripts ("X: Y"), documents reproduced in full."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from reportedly.mark.drafts import Draft
from reportedly.mark.found import Page
from reportedly.mark.headlines import headline_speech
from reportedly.mark.speaking import can_speak
from reportedly.model import Document
from reportedly.model.document import Segment
from reportedly.model.span import Span
from reportedly.parse import root_of, tokens_between
from reportedly.text import trim

_LINE = re.compile(r"^[ \t#*>\"“]*([A-Z][^:\n]{1,50}?)(:)[ \t]+(\S[^\n]*)$", re.MULTILINE)
_TITLE = re.compile(
    r"^[ \t#*]*(?P<said>[A-Z\d“\"‘'«][^\n]{14,140}?)"
    r"(?:(?P<mark>:| [-–—])[ \t]+|, (?P<verb>says|say|said)[ \t]+)(?P<who>[^\n:,;.!?]{2,50})[*]*[ \t]*(?=\n|\Z)",
    re.MULTILINE,
)
"""A title that names its source last: "Twenty killed in raid: medics"."""
_SHORT = 5
_REPORTS = frozenset(
    "poll report study survey exclusive source sources official officials analysis expert experts q a editor's note".split()
)
_LABELS = frozenset(
    "breaking confirmed update updated watch video videos photo photos live note warning developing opinion read listen".split()
)
"""Words before the colon of a headline that name nobody."""
_WORDS = 5
_BACK = 600
_SCORE = 0.7
"""Share of such lines that are attributions in the development part of PolNeAR."""


def line_speech(page: Page, document: Document) -> Iterator[Draft]:
    """Yield "X: Y" where a line begins with the name of a person or body, and documents reproduced with their speaker."""
    for match in _LINE.finditer(page.text):
        span = tokens_between(page.doc, *match.span(1))
        if span is None or len(span) > _WORDS or not _speaks(list(span)):
            continue
        content = Span(*trim(page.text, *match.span(3)))
        head = root_of(span)
        yield Draft(head, "line", (content,), (Span(*match.span(2)),), (Span(*match.span(1)),), head, speech=True, score=_SCORE)
    yield from _titles(page)
    yield from headline_speech(page)
    for segment in document.segments:
        if segment.kind == "embedded_document" and segment.speaker and segment.start < segment.end:
            yield from _reproduced(page, segment, segment.speaker)


def _titles(page: Page) -> Iterator[Draft]:
    for match in _TITLE.finditer(page.text):
        said, who = Span(*match.span("said")), Span(*match.span("who"))
        before, words = tokens_between(page.doc, *said), tokens_between(page.doc, *who)
        if before is None or words is None or len(words) > _SHORT or not _names(list(words)):
            continue
        if not match["verb"] and not _tells(list(before)):
            continue
        cue = Span(*trim(page.text, *match.span("verb" if match["verb"] else "mark")))
        head = tokens_between(page.doc, cue.start, cue.end)
        holder = root_of(words)
        if head is not None:
            yield Draft(head[0], "line", (said,), (cue,), (who,), holder, speech=True, score=_SCORE)


def _tells(tokens: list[Token]) -> bool:
    """Say whether the words of a title tell something: more than a name, with a verb or participle among them."""
    return len(tokens) > _SHORT - 2 and any(t.pos_ == "VERB" for t in tokens)


def _names(tokens: list[Token]) -> bool:
    """Say whether the last words of a title are a source: a name of a body or person, or people who say things."""
    last = tokens[-1]
    if any(t.pos_ in {"VERB", "AUX", "ADP", "NUM", "DET", "PRON"} and not t.ent_type_ for t in tokens):
        return False
    if last.ent_type_ in {"GPE", "LOC", "FAC", "DATE", "TIME", "EVENT"}:
        return False
    return last.ent_type_ in {"PERSON", "ORG", "NORP"} or (last.pos_ == "NOUN" and can_speak(last)) or last.is_upper


def _speaks(tokens: list[Token]) -> bool:
    """Say whether words before a colon name a speaker: all of them a person or body, all capitals, or a kind of report."""
    words = [t for t in tokens if not t.is_punct and not t.is_space]
    if not words or any(t.pos_ in {"VERB", "AUX"} for t in words) or all(t.lower_ in _LABELS for t in words):
        return False
    if all(t.lower_ in _REPORTS for t in words):
        return True
    named = [t for t in words if t.ent_type_ in {"PERSON", "ORG"} or (t.is_upper and len(t) > 1)]
    return 2 * len(named) > len(words) and words[-1] in named


def _reproduced(page: Page, segment: Segment, speaker: str) -> Iterator[Draft]:
    at = page.text.rfind(speaker, max(0, segment.start - _BACK), segment.start)
    source = (Span(at, at + len(speaker)),) if at >= 0 else ()
    span = tokens_between(page.doc, segment.start, segment.end)
    content = Span(*trim(page.text, segment.start, segment.end))
    if span is not None and len(span) and content.start < content.end:
        yield Draft(span[0], "block", (content,), (), source, None, speech=True, score=0.9, speaker=speaker)
