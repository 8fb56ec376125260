"""Extracts: passages of other texts that layout sets off, a paragraph or several, whose marks do not open and close as quotations do.

An extract follows a sentence that introduces it (it ends with a colon, or without a full stop) and is closed by a mark at the end
of one of the next paragraphs, before a reference in brackets or with no mark that opened it. Marks inside belong to quotations inside.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.model.span import Span

_BLANK = re.compile(r"\n[^\S\n]*\n\s*")
_MARKS = '"“”„«»'
_CLOSING = '"”»“'
_SINGLE_END = re.compile(r"(?<=[.!?…])[’']$")
_REFERENCE = re.compile(r"\s*\(((?:[^()\n]|\([^()\n]*\)){3,300})\)\s*\.?$")
_OPEN_END = re.compile(r"\w[’']?$")
_CLOCK = re.compile(r"\W*\d{1,2}[:.h]\d\d(?: ?[ap]\.?m\.?)?\W*")
_LISTED = re.compile(r"\(?\d{1,2}[.)]\s|[•·*]\s")
_LEAD = 40
"""Characters of the shortest sentence without a full stop that introduces an extract: a shorter one is a title."""
_PARAGRAPHS = 8
_LONGEST = 6_000


@dataclass(frozen=True, slots=True)
class Extract:
    """A passage of another text.

    Attributes:
        spans: one per paragraph, marks of the extract itself included.
        inner: the same without them: the quotations of the extract lie within.
        reference: what stands in brackets behind it, brackets left out; None where nothing does.
    """

    spans: tuple[Span, ...]
    inner: Span
    reference: Span | None = None


def paragraphs(text: str) -> list[Span]:
    """Return the paragraphs of ``text``, which blank lines part, without white space at their ends."""
    edges = [0]
    for match in _BLANK.finditer(text):
        edges += [match.start(), match.end()]
    edges.append(len(text))
    out = [Span(start, start + len(text[start:end].rstrip())) for start, end in zip(edges[::2], edges[1::2], strict=True)]
    return [span for span in out if span.start < span.end]


def introduces(text: str, paragraph: Span) -> bool:
    """Say whether a paragraph leads to what the next one quotes: it ends with a colon, or is a sentence without an end."""
    last = text[max(paragraph.start, paragraph.end - 12) : paragraph.end].rstrip("*_ ")
    if _CLOCK.fullmatch(text, paragraph.start, paragraph.end):
        return False  # the time of an entry of a live page
    return last.endswith(":") or (paragraph.end - paragraph.start >= _LEAD and _OPEN_END.search(last) is not None)


def find_extracts(text: str) -> list[Extract]:
    """Return the extracts of ``text`` in order."""
    blocks = paragraphs(text)
    out: list[Extract] = []
    at = 0
    while at + 1 < len(blocks):
        found = _extract(text, blocks[at + 1 : at + 1 + _PARAGRAPHS]) if introduces(text, blocks[at]) else None
        if found is not None:
            out.append(found)
            while at + 1 < len(blocks) and blocks[at + 1].start < found.inner.end:
                at += 1
        at += 1
    return out


def _extract(text: str, blocks: Sequence[Span]) -> Extract | None:
    """Return the extract that begins with the first of ``blocks``, None where the marks close as those of a quotation do, or never."""
    if _LISTED.match(text, blocks[0].start):
        return None
    opened = text[blocks[0].start] in _MARKS
    count = 0
    for n, block in enumerate(blocks):
        if block.end - blocks[0].start > _LONGEST or (n and introduces(text, block) and not opened):
            return None
        body, reference = _without_reference(text, block)
        count += sum(text.count(mark, block.start, body) for mark in _MARKS)
        if reference is None and n + 1 < len(blocks):
            reference = _reference_alone(text, blocks[n + 1])
        if _closes(text, body, count, opened=opened, cited=reference is not None):
            return _made(text, [*blocks[:n], Span(block.start, body)], count, reference)
        if not opened and count % 2:
            return None
    return None


def _closes(text: str, end: int, count: int, *, opened: bool, cited: bool) -> bool:
    """Say whether an extract ends at ``end``, behind ``count`` double marks."""
    last = text[end - 1]
    if end < 2 or text[end - 2].isspace():  # noqa: PLR2004 - a mark alone closes nothing
        return False
    if not opened:
        return (last in _CLOSING and count % 2 == 1) or (count == 0 and _SINGLE_END.search(text[max(0, end - 2) : end]) is not None)
    return cited and last in _CLOSING and count > 1


def _made(text: str, blocks: Sequence[Span], count: int, reference: Span | None) -> Extract:
    opener = text[blocks[0].start] in _MARKS and (count - 1) % 2 == 1
    inner = Span(blocks[0].start + opener, blocks[-1].end - 1)
    return Extract(tuple(blocks), inner, reference)


def _without_reference(text: str, block: Span) -> tuple[int, Span | None]:
    """Return where a paragraph ends but for a reference in brackets behind a closing mark, and that reference."""
    match = _REFERENCE.search(text, max(block.start, block.end - 400), block.end)
    if match is None or match.start() <= block.start or text[match.start() - 1] not in _CLOSING:
        return block.end, None
    return match.start(), Span(*match.span(1))


def _reference_alone(text: str, block: Span) -> Span | None:
    match = _REFERENCE.match(text, block.start, block.end)
    return Span(*match.span(1)) if match is not None else None
