"""The language of each part of a page: paragraphs in another language than the page's become segments that say so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.mark.language import certain_language
from reportedly.model import Document, Segment
from reportedly.model.document import READ_KINDS

_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?![^\S\n]*\n)[^\n]*)*")
_LINE = re.compile(r"[^\n]+")

Unit = tuple[int, int, str | None]


def with_languages(document: Document) -> tuple[Segment, ...]:
    """Return the segments of a document, those that are read cut where their language changes to another than the document's.

    Only paragraphs and lines whose language is certain are cut off; what stands between two of one language goes with them.
    A document without segments has some only where its language changes. Segments that have a language keep it.
    """
    text = document.text
    parts = document.segments or (Segment("body", 0, len(text)),)
    found = tuple(piece for part in parts for piece in _cut(document, part))
    return found if found != parts else document.segments


def _cut(document: Document, part: Segment) -> list[Segment]:
    if part.kind not in READ_KINDS or part.lang is not None:
        return [part]
    base = (document.metadata.lang or "").lower()
    told = [(start, end, None if lang and base.startswith(lang) else lang) for start, end, lang in _units(document.text, part)]
    runs: list[Unit] = []
    for start, end, lang in _closed(told):
        if runs and runs[-1][2] == lang:
            runs[-1] = (runs[-1][0], end, lang)
        else:
            runs.append((start, end, lang))
    if not any(lang for _, _, lang in runs):
        return [part]
    starts = [part.start, *(start for start, _, _ in runs[1:]), part.end]
    return [replace(part, start=starts[n], end=starts[n + 1], lang=run[2]) for n, run in enumerate(runs)]


def _units(text: str, part: Segment) -> Iterator[Unit]:
    """Yield the paragraphs of a segment with their languages, line by line where one of the lines is sure to differ."""
    for match in _PARAGRAPH.finditer(text, part.start, part.end):
        lines = [(line.start(), line.end(), certain_language(line.group())) for line in _LINE.finditer(text, *match.span())]
        if len({lang for _, _, lang in lines if lang}) > 1:
            yield from lines
        else:
            sure = next((lang for _, _, lang in lines if lang), None)
            yield match.start(), match.end(), sure or (certain_language(match.group()) if len(lines) > 1 else None)


def _closed(units: Sequence[Unit]) -> Iterator[Unit]:
    """Yield the units, those between two of one language given that language."""
    following: list[str | None] = [None] * len(units)
    coming: str | None = None
    for n in range(len(units) - 1, -1, -1):
        following[n] = coming
        coming = units[n][2] or coming
    last: str | None = None
    for n, (start, end, lang) in enumerate(units):
        yield start, end, lang or (last if last == following[n] else None)
        last = lang or last
