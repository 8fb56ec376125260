"""Quote marks of every kind: which stretches of a text stand in quotation marks. Unbalanced marks never raise."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.extracts import Extract
from reportedly.model.span import Span

_MARK = re.compile(r"''|``|[\"“”„«»‹›‘’'‚]|\n[^\S\n]*\n\s*|\n")
_OPENERS = {"“": '”“"', "„": "“”", "«": "»", "»": "«", "‹": "›", "``": "''", '"': '"”', "''": "''", "‘": "’", "'": "'", "‚": "‘’"}
_DOUBLE = re.compile(r"''|``|[\"“”„«»]")
_SINGLE = frozenset("‘'‚‹")
_ALIKE = frozenset({'"', "''", "”"})
"""Marks that do not show whether they open or close."""
_FAR = 6_000
"""A mark that can only open is closed by the next one that can only close at most so many characters on."""
_BEFORE_OPENING = frozenset(" \t\n\xa0([{—–-/:,“\"‘'*_«")
_LABEL = re.compile(r"[\"“”„«»][^\S\n]*[A-Z][A-Z.'’ -]{1,30}:\s")
"""A paragraph of a transcript begins with who speaks, in capitals; it goes on with no quotation of somebody else."""
_UNCLOSED = 1_200
"""An opening mark without its partner reaches to the end of its paragraph where that is at most so many characters away."""


@dataclass(frozen=True, slots=True)
class Quote:
    """One quotation, marks included; ``spans`` has one span per paragraph of it, ``closed`` says that the last mark is there."""

    spans: tuple[Span, ...]
    closed: bool = True

    @property
    def start(self) -> int:
        """Offset of the first opening mark."""
        return self.spans[0].start

    @property
    def end(self) -> int:
        """Offset after the last closing mark."""
        return self.spans[-1].end


def find_quotes(text: str, extracts: Sequence[Extract] = ()) -> list[Quote]:
    """Return the outermost quotations of ``text`` in order, none overlapping another. Marks inside a quotation are part of it.

    ``extracts`` are quotations as they are, whatever marks they hold.
    """
    out: list[Quote] = []
    at = 0
    for extract in extracts:
        out += _between(text, at, extract.spans[0].start)
        out.append(Quote(extract.spans))
        at = extract.spans[-1].end
    return out + _between(text, at, len(text))


def quotes_inside(text: str, extracts: Sequence[Extract]) -> list[Quote]:
    """Return the quotations that stand inside ``extracts``, in order."""
    return [quote for extract in extracts for quote in _between(text, *extract.inner)]


def _between(text: str, start: int, end: int) -> list[Quote]:
    runs: list[list[Quote]] = []
    for piece in _pieces(text, start, end):
        goes_on = runs and not runs[-1][-1].closed and not text[runs[-1][-1].end : piece.start].strip()
        if goes_on and _LABEL.match(text, piece.start) is None:
            runs[-1].append(piece)
        else:
            runs.append([piece])
    return [Quote(tuple(span for piece in run for span in piece.spans), run[-1].closed) for run in runs]


def _pieces(text: str, start: int, end: int) -> Iterator[Quote]:
    """Yield quotations that end at their closing mark, or unclosed at the end of their paragraph."""
    opened: re.Match[str] | None = None
    at = start
    while (match := _MARK.search(text, at, end)) is not None:
        at = match.end()
        mark = match.group()
        if mark[0] == "\n":
            if opened is not None and _paragraph_ends(mark, text, match, opened) and not _closes_later(text, match.end(), opened):
                yield from _unclosed(text, opened, match.start())
                opened = None
        elif opened is None:
            opened = match if mark in _OPENERS and _may_open(text, match) else None
        elif mark in _OPENERS[opened.group()] and _may_close(text, match):
            yield Quote((Span(opened.start(), match.end()),))
            opened = None
        elif opened.group() in _SINGLE and mark in '“"«„' and _may_open(text, match):
            opened = match  # what was taken for a single quote mark was an apostrophe
    if opened is not None:
        yield from _unclosed(text, opened, end)


def _paragraph_ends(mark: str, text: str, match: re.Match[str], opened: re.Match[str]) -> bool:
    """Say whether a line break ends the paragraph of an open quotation: a blank line does, or a next line that opens anew."""
    return mark.count("\n") > 1 or text.startswith(opened.group(), match.end()) or opened.group() in _SINGLE


def _closes_later(text: str, at: int, opened: re.Match[str]) -> bool:
    """Say whether the next mark, a paragraph or two on, closes the quotation: it stands behind a word, and none opens before it."""
    if opened.group() in _SINGLE:
        return False
    following = _DOUBLE.search(text, at, at + (_UNCLOSED if opened.group() in _ALIKE else _FAR))
    if following is None or following.start() == at or following.group() not in _OPENERS[opened.group()]:
        return False
    after = text[following.end()] if following.end() < len(text) else " "
    return not text[following.start() - 1].isspace() and not after.isalnum()


def _unclosed(text: str, opened: re.Match[str], end: int) -> Iterator[Quote]:
    stripped = opened.end() + len(text[opened.end() : end].rstrip())
    if opened.group() not in _SINGLE and opened.end() < stripped and stripped - opened.start() <= _UNCLOSED:
        yield Quote((Span(opened.start(), stripped),), closed=False)


def _may_open(text: str, match: re.Match[str]) -> bool:
    """Say whether a mark may open: what follows is no space, and for marks that look alike at both ends, what precedes is no word."""
    before = text[match.start() - 1] if match.start() else " "
    after = text[match.end()] if match.end() < len(text) else " "
    if after.isspace():
        return False
    mark = match.group()
    if mark in _SINGLE or mark in {"''", '"', "»", "”", "’"}:
        return before in _BEFORE_OPENING
    return True


def _may_close(text: str, match: re.Match[str]) -> bool:
    """Say whether a mark may close: always, but an apostrophe inside or at the start of a word does not."""
    mark = match.group()
    if mark not in {"'", "’"}:
        return True
    before = text[match.start() - 1]
    after = text[match.end()] if match.end() < len(text) else " "
    return not before.isspace() and not after.isalnum()


class QuoteIndex:
    """Quotations with their lookup by offset."""

    def __init__(self, quotes: Sequence[Quote]) -> None:
        self.quotes = quotes
        flat = [(span, n) for n, quote in enumerate(quotes) for span in quote.spans]
        self._ends = [span.end for span, _ in flat]
        self._flat = flat

    def overlapping(self, start: int, end: int) -> Iterator[tuple[Span, int]]:
        """Yield the spans that share a character with ``start`` to ``end``, each with the number of its quotation."""
        at = bisect_left(self._ends, start + 1)
        while at < len(self._flat) and self._flat[at][0].start < end:
            yield self._flat[at]
            at += 1

    def at(self, offset: int) -> int | None:
        """Return the number of the quotation that covers ``offset``, None where there is none."""
        return next((n for _, n in self.overlapping(offset, offset + 1)), None)

    def share(self, text: str, spans: Sequence[Span]) -> float:
        """Return how much of the letters and figures of ``spans`` is quoted, from 0 to 1."""
        inside = total = 0
        for start, end in spans:
            total += sum(c.isalnum() for c in text[start:end])
            for span, _ in self.overlapping(start, end):
                inside += sum(c.isalnum() for c in text[max(start, span.start) : min(end, span.end)])
        return inside / total if total else 0.0
