"""Splitting a text into what was written for the page and what frames it: a flat partition without gaps."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportedly.model import Segment
from reportedly.read.boilerplate import frame_end, frame_line, frame_sentences, frame_tail
from reportedly.read.dateparse import find_dates
from reportedly.read.embedded import embedded, set_off
from reportedly.read.heads import HEAD_LINES, read_head
from reportedly.read.inline import inline_head
from reportedly.read.lines import Line, Piece, apart, partition, split_lines, whole
from reportedly.read.running import running
from reportedly.read.sections import head_date, section_starts
from reportedly.text import words

_BIO = re.compile(r"\b(?:is an?|lives in|writes|was a|can be reached|contribut\w+|is the)\b", re.IGNORECASE)
_BIO_WORDS = 80


@dataclass(frozen=True, slots=True)
class Layout:
    """The pieces of a text apart from each other and in order, with the offsets from which articles carry a date of their own."""

    pieces: tuple[Piece, ...]
    dates: tuple[tuple[int, dt.date | None], ...] = ()

    def segments(self, text: str, published: dt.date | None = None) -> tuple[Segment, ...]:
        """Return the partition of ``text``; a section dated as the document is carries no date of its own."""
        dates = [(at, None if date == published else date) for at, date in self.dates]
        return partition(text, self.pieces, dates)


def lay_out(text: str, title: str | None = None, fixed: Sequence[Piece] = ()) -> Layout:
    """Return the layout of ``text``.

    Args:
        text: canonical text.
        title: of the document, where it is known from elsewhere.
        fixed: pieces whose kind is known from elsewhere, as from a page's structure.
    """
    taken = _Taken(fixed)
    lines = split_lines(text, taken.until if fixed else None)
    if not lines:
        return Layout(tuple(apart(fixed)))
    fixed = set_off(text, lines, fixed)
    head = read_head(lines)
    pieces = [*fixed, *_titled(lines[: head.length], head.pieces, title)]
    bare = {line.start: line.bare for line in lines}
    dates = [(lines[0].start, head_date(bare, head.pieces))]
    framed = {line.start for line in lines[: head.length]}
    for at in section_starts(lines, max(head.length, 1)):
        section = read_head(lines[at : at + HEAD_LINES])
        pieces += section.pieces
        dates.append((lines[at].start, head_date(bare, section.pieces)))
        framed |= {line.start for line in lines[at : at + section.length]}
    body = [line for line in lines if line.start not in framed]
    known = apart([*pieces, *_frames(body)])
    pieces = apart([*known, *frame_tail(lines, known, page=bool(fixed)), *_running(text, body, known, title)])
    parted = _parted(fixed, _dated(text, pieces, dates))
    return Layout(tuple(replace(piece, dated=None) for piece in pieces), tuple(parted))


def _parted(fixed: Sequence[Piece], dates: Sequence[tuple[int, dt.date | None]]) -> list[tuple[int, dt.date | None]]:
    """Return the dates of the parts of a page where its structure tells them, else those that its lines tell."""
    parts: list[tuple[int, dt.date | None]] = [(piece.start, piece.dated) for piece in fixed if piece.dated is not None]
    return sorted([*parts, *((at, day) for at, day in dates if day is not None)]) if parts else list(dates)


class _Taken:
    """Which offsets lie in pieces that are known."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._pieces = sorted(pieces, key=lambda piece: piece.start)
        self._at = 0

    def until(self, offset: int) -> int:
        """Return where the piece ends that holds ``offset``, else ``offset``; offsets are asked in order."""
        while self._at < len(self._pieces) and self._pieces[self._at].end <= offset:
            self._at += 1
        held = self._at < len(self._pieces) and self._pieces[self._at].start <= offset
        return self._pieces[self._at].end if held else offset


def _titled(lines: Sequence[Line], pieces: Sequence[Piece], title: str | None) -> list[Piece]:
    """Return the pieces of the head, the line that gives the title made a headline whatever it was taken for."""
    if not title:
        return list(pieces)
    wanted = words(title)
    own = [whole(line, "headline") for line in lines if words(line.bare) == wanted]
    starts = {piece.start for piece in own}
    return [*own, *(piece for piece in pieces if piece.start not in starts)]


def _frames(body: Sequence[Line]) -> list[Piece]:
    return [piece for line in body if (piece := frame_line(line)) is not None]


def _running(text: str, body: Sequence[Line], known: Sequence[Piece], title: str | None) -> list[Piece]:
    """Return the pieces within and of the lines of running text."""
    decided = {piece.start for piece in known}
    prose = [line for line in body if line.start not in decided]
    if not prose:
        return []
    found = [piece for line in prose for piece in frame_sentences(text, line)]
    headed = any(piece.kind == "headline" for piece in known)
    head = inline_head(text, prose[0].start, prose[0].end, None if headed else title)
    foot = frame_end(text, prose)
    found = [*head, *found, *foot]
    for line in prose:
        begin = _after(text, line.start, head)
        end = min([line.end, *(piece.start for piece in foot if piece.start > line.start)])
        found += running(text, begin, end, first=line is prose[0])
    return [*found, *embedded(text, prose), *_bio(text, prose, known)]


def _after(text: str, start: int, head: Sequence[Piece]) -> int:
    """Return where the pieces of a head that stand one behind the other from ``start`` on are over."""
    for piece in sorted(head, key=lambda piece: piece.start):
        if not text[start : piece.start].strip():
            start = max(start, piece.end)
    return start


def _bio(text: str, prose: Sequence[Line], known: Sequence[Piece]) -> list[Piece]:
    """Return the last paragraph of running text where it begins with the name of the byline and says who that is."""
    last = prose[-1]
    if last.words > _BIO_WORDS or len(prose) < 3 or not _BIO.search(last.bare):  # noqa: PLR2004 - a note after an article, not the article
        return []
    start = words(last.bare)[:3]
    bylines = [words(text[piece.start : piece.end]) for piece in known if piece.role == "author"]
    return [whole(last, "byline", "bio")] if any(_within(start[:2], byline) for byline in bylines) else []


def _within(part: list[str], of: list[str]) -> bool:
    return len(part) > 1 and any(of[at : at + len(part)] == part for at in range(len(of)))


def _dated(text: str, pieces: Sequence[Piece], dates: Sequence[tuple[int, dt.date | None]]) -> list[tuple[int, dt.date | None]]:
    """Return the dates of the sections; running text that begins with its date gives the first."""
    first, date = dates[0]
    if date is None:
        inline = next((piece for piece in pieces if piece.kind == "dateline" and piece.role == "date"), None)
        found = find_dates(text, "dmy", inline.start, inline.end) if inline else []
        date = found[-1].value if found else None
    return [(first, date), *dates[1:]]
