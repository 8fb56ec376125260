"""What of a document no claims are drawn from, block by block, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.model import Document, Segment
from reportedly.model.document import READ_KINDS
from reportedly.read.boilerplate import frame_line
from reportedly.read.lines import split_lines
from reportedly.read.rules import rules_at

_REASONS = {
    "navigation": "the frame of the page: menus, links, buttons, tags, forms",
    "comment": "readers' words: not the page's",
    "licence": "terms of copying",
    "disclaimer": "words on whose views these are",
    "byline": "names: read as metadata",
    "dateline": "day and place of writing: read as metadata",
}


@dataclass(frozen=True, slots=True)
class Unread:
    """A stretch of the text that no claims are drawn from.

    Attributes:
        kind: of the segment.
        why: in words.
        rule: the line of segments.yaml whose phrase its first line holds, None where place and structure tell it.
    """

    kind: str
    start: int
    end: int
    why: str
    rule: int | None = None


def unread(document: Document) -> Iterator[Unread]:
    """Yield the segments of a document that no claims are drawn from, in order, because of their kind or their language."""
    for segment in document.segments:
        if document.reads(segment):
            continue
        if segment.kind in READ_KINDS:
            why = f"its language is {segment.lang or document.metadata.lang}: only English is read"
            yield Unread(segment.kind, segment.start, segment.end, why)
        else:
            yield Unread(segment.kind, segment.start, segment.end, _REASONS[segment.kind], _rule(document.text, segment))


def _rule(text: str, segment: Segment) -> int | None:
    """Return the line of the rule that the first line of a segment is told by, where it is told by one."""
    lines = split_lines(text[segment.start : segment.end])
    piece = frame_line(lines[0]) if lines else None
    if piece is None or piece.kind != segment.kind:
        return None
    words = lines[0].bare
    for place, fits in (("line", "fullmatch"), ("start", "match"), ("sentence", "search")):
        for rule in rules_at(place):
            if rule.kind == segment.kind and getattr(rule.pattern, fits)(words):
                return rule.line
    return None
