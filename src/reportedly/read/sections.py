"""Pages that hold several articles, the newest first: where each begins, by its own headline, byline and date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from reportedly.read.boilerplate import frame_line
from reportedly.read.dateparse import find_dates
from reportedly.read.heads import Head, ending_date, is_byline, is_titled, read_head, whole_date
from reportedly.read.lines import Line, Piece

_LOOK = 5
_TITLE_WORDS = 4
_LEAD_WORDS = 8


def section_starts(lines: Sequence[Line], first: int) -> list[int]:
    """Return the indices of lines, from ``first`` on, at which an earlier article begins."""
    starts = []
    at = first
    while at < len(lines):
        if length := _begins(lines, at):
            starts.append(at)
            at += length
        else:
            at += 1
    return starts


def _begins(lines: Sequence[Line], at: int) -> int:
    """Return how many lines the head that begins at ``at`` takes, 0 where none begins there.

    A head is a headline with a byline or name and a full date within the next lines; or a date line and a headline with
    a byline; before either, a line such as "This is from earlier".
    """
    line = lines[at]
    marker = _is_marker(line)
    if not marker and not _may_open(lines, at):
        return 0
    head = read_head(lines[at : at + _LOOK * 2])
    kinds = [(piece.kind, piece.role) for piece in head.pieces]
    headline = next((n for n, (kind, _) in enumerate(kinds) if kind == "headline"), None)
    named = any(role in {"author", "outlet"} for _, role in kinds)
    dated = _date_of(lines[at : at + _LOOK * 2], head) is not None
    if headline is None or headline > _LOOK or not dated or not (named or marker):
        return 0
    return head.length


def _is_marker(line: Line) -> bool:
    piece = frame_line(line) if line.words <= _LEAD_WORDS else None
    return piece is not None and piece.kind == "editor_note" and piece.role is not None


def _may_open(lines: Sequence[Line], at: int) -> bool:
    line = lines[at]
    if not line.after_blank:
        return False
    if whole_date(line.bare):
        return at + 1 < len(lines) and is_titled(lines[at + 1])
    near = lines[at + 1 : at + _LOOK]
    return is_titled(line) and line.words >= _TITLE_WORDS and not line.prose and any(_dates(ahead) for ahead in near)


def _dates(line: Line) -> bool:
    return whole_date(line.bare) is not None or (is_byline(line) and ending_date(line.bare) is not None)


def _date_of(lines: Sequence[Line], head: Head) -> dt.date | None:
    return head_date({line.start: line.bare for line in lines}, head.pieces)


def head_date(words: dict[int, str], pieces: Sequence[Piece]) -> dt.date | None:
    """Return the date nearest to the article in a head: the last one of its bylines and datelines.

    Args:
        words: the words of each line by its start.
        pieces: those of the head.
    """
    for piece in reversed(pieces):
        if piece.kind in {"byline", "dateline"} and piece.role in {"author", "outlet", "date"}:
            dates = find_dates(words.get(piece.start, ""))
            if dates:
                return dates[-1].value
    return None
