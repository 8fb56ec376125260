"""The lines of a text and the pieces that segments are made of."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from reportedly.model import Segment
from reportedly.text import trim

_LINK = re.compile(r"\[([^\[\]\n]{0,300})\]\([^()\n]{0,300}\)")
_MARKS = re.compile(r"^\s*(?:#{1,6}|>|[*•-])\s+|[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}|^#{1,6}\s*")
_MARKED = re.compile(r"[\[*_`#>]|^[•-]")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$")
_LETTER = re.compile(r"[^\W\d_]")
PROSE_WORDS = 25
SENTENCE_WORDS = 9


@dataclass(frozen=True, slots=True)
class Line:
    """A line with words in it: trimmed offsets, its words without Markdown, and whether a blank line stands before it."""

    start: int
    end: int
    bare: str
    words: int
    after_blank: bool

    @property
    def prose(self) -> bool:
        """Say whether it reads as running text: long, or a whole sentence."""
        return self.words >= PROSE_WORDS or (self.words >= SENTENCE_WORDS and self.ends)

    @property
    def ends(self) -> bool:
        """Say whether it ends as a sentence does."""
        return _SENTENCE_END.search(self.bare[-8:]) is not None

    @property
    def wordless(self) -> bool:
        """Say whether it holds fewer than four letters and no figure: a rule, a stray mark, a cut-off menu."""
        return len(_LETTER.findall(self.bare[:40])) < 4 and not any(char.isdigit() for char in self.bare[:40])  # noqa: PLR2004


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a known kind.

    ``role`` says which part of a byline it is: author, outlet, date or masthead; ``speaker`` who speaks in it, where that is known.
    """

    kind: str
    start: int
    end: int
    role: str | None = None
    lang: str | None = None
    dated: dt.date | None = None
    speaker: str | None = None


def bare(text: str) -> str:
    """Return ``text`` on one line without Markdown's marks."""
    words = " ".join(text.split())
    return _MARKS.sub("", _LINK.sub(r"\1", words)).strip() if _MARKED.search(words) else words


def split_lines(text: str, taken: Callable[[int], int] | None = None) -> list[Line]:
    """Return the lines of ``text`` that hold a letter or figure, without those whose first letter is taken.

    Args:
        text: the whole text.
        taken: returns where the piece ends that holds an offset, else the offset; asked for in order.
    """
    found, blank, at = [], False, 0
    while at < len(text):
        stop = text.find("\n", at)
        stop = len(text) if stop < 0 else stop
        begin, end = trim(text, at, stop)
        reach = taken(begin) if taken and begin < end else begin
        if reach > stop:
            at = max(stop, text.rfind("\n", 0, reach)) + 1
            continue
        if reach == begin and _says(text, begin, end):
            words = bare(text[begin:end])
            found.append(Line(begin, end, words, len(words.split()), blank))
        blank = begin == end
        at = stop + 1
    return found


def whole(line: Line, kind: str, role: str | None = None, lang: str | None = None) -> Piece:
    """Return a line as one piece."""
    return Piece(kind, line.start, line.end, role, lang)


def apart(pieces: Iterable[Piece]) -> list[Piece]:
    """Return ``pieces`` in text order without those that overlap one named before them."""
    kept: list[Piece] = []
    reach = -1
    for piece in sorted(enumerate(pieces), key=lambda pair: (pair[1].start, pair[0])):
        if piece[1].start >= reach and piece[1].end > piece[1].start:
            kept.append(piece[1])
            reach = piece[1].end
    return kept


_MERGED = frozenset({"byline", "dateline", "navigation", "comment", "licence", "disclaimer", "editor_note", "body"})


def partition(text: str, pieces: Sequence[Piece], dates: Sequence[tuple[int, dt.date | None]] = ()) -> tuple[Segment, ...]:
    """Return the flat partition of ``text`` that ``pieces`` and, between them, the body make.

    Args:
        text: the whole text; white space goes to the segment before it.
        pieces: apart from each other and in order.
        dates: offsets from which segments carry a date of their own, in order.
    """
    parts: list[Piece] = []
    at = 0
    for piece in pieces:
        if _says(text, at, piece.start):
            parts.append(Piece("body", at, piece.start))
        parts.append(piece)
        at = piece.end
    if not parts or _says(text, at, len(text)):
        parts.append(Piece("body", at, len(text)))
    return tuple(_close(text, _merge(_cut(text, parts, dates), text)))


def _says(text: str, start: int, end: int) -> bool:
    """Say whether there is a letter or figure in ``text[start:end]``; rules and stray marks go to the segment before them."""
    return any(text[at].isalnum() for at in range(start, end))


def _cut(text: str, parts: Sequence[Piece], dates: Sequence[tuple[int, dt.date | None]]) -> list[Piece]:
    """Give each part the date of its section; parts never straddle a section, for sections begin with a piece."""
    made, offsets = [], [offset for offset, _ in dates]
    for part in parts:
        start, end = trim(text, part.start, part.end)
        section = bisect_right(offsets, start)
        dated = dates[section - 1][1] if section else None
        made.append(Piece(part.kind, start, end, part.role, part.lang, part.dated or dated, part.speaker))
    return made


def _merge(parts: Sequence[Piece], text: str) -> list[Piece]:
    merged: list[Piece] = []
    for part in parts:
        last = merged[-1] if merged else None
        same = last is not None and (last.kind, last.lang, last.dated, last.speaker) == (part.kind, part.lang, part.dated, part.speaker)
        if last and same and (part.kind in _MERGED or not text[last.end : part.start].strip(" \t")):
            merged[-1] = Piece(last.kind, last.start, part.end, last.role, last.lang, last.dated, last.speaker)
        else:
            merged.append(part)
    return merged


def _close(text: str, parts: Sequence[Piece]) -> list[Segment]:
    starts = [0, *(part.start for part in parts[1:]), len(text)]
    return [Segment(part.kind, starts[i], starts[i + 1], part.lang, part.dated, part.speaker) for i, part in enumerate(parts)]
