"""The head of an article that is laid out in lines: masthead, headlines, byline, dateline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from reportedly.read.boilerplate import frame_line
from reportedly.read.dateparse import FoundDate, find_dates
from reportedly.read.lines import Line, Piece, whole

HEAD_LINES = 14
_HEADLINE_WORDS = 30
_BYLINE_WORDS = 25
_NAME_WORDS = 5
_STANDFIRSTS = 2
_MAST_WORDS = 8
_OUTLET_WORDS = 3
_BY = re.compile(r"(?:by|par|von|por|di|text by|written by|posted by|auteur|author|autor)\s*:?\s+(?=[\"“]?[A-ZÀ-Þ])", re.IGNORECASE)
_DATE_LEAD = (
    r"(?:date of publication|date|published|publi[ée] le|posted|posted on|updated|last updated?|last modified|created|mis en ligne le|"
    r"publicado(?: el)?|ver[öo]ffentlicht(?: am)?|on|le|am|el)?"
)
_DATE_LEFT = re.compile(rf"\W*{_DATE_LEAD}(?: (?:on|at|am))?\W*", re.IGNORECASE)
_DATE_RIGHT = re.compile(r"\W*(?:[(\[][^)\]]{1,40}[)\]])?(?:\d{1,2}[:.h]\d\d(?:\s?[ap]m)?|GMT|UTC|\W){0,6}", re.IGNORECASE)
_NAME = re.compile(
    r"[A-ZÀ-Þ][\w.'’-]*(?:[ ,&]+(?:(?:and|y|et|und|des?|du|da|del|la|les?|the|of|for|al|el|bin|van|von|&) ?){0,2}[A-ZÀ-Þ][\w.'’-]*){0,5},?"
)
_BAR = re.compile(r"\s+[|–—-]\s+")
_PLACE = re.compile(r"[A-ZÀ-Þ][\w'’-]*(?:[ /-][A-ZÀ-Þ][\w'’-]*){0,3}, ")
_AGENCY = re.compile(r"(?:, | [-–—|] | ?\()(?:[A-Z]{2,6}|[A-Z][\w.-]+(?: [A-Z][\w.-]+){0,2})\)?")
_ISSUE = re.compile(
    r"(?:issue|no\.?|nr\.?|number|vol(?:ume|\.)?|bulletin|edition|numéro|n°)\s(?:no\.? ?)?\d{1,5},? ?[-–—|]? ?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Head:
    """The pieces of a head, and how many lines it takes."""

    pieces: tuple[Piece, ...]
    length: int


@lru_cache(4096)
def whole_date(words: str) -> FoundDate | None:
    """Return the date that a line gives and nothing else, a lead such as "Published on" and the time of day aside."""
    if len(words) > 90:  # noqa: PLR2004 - no date is that long
        return None
    for found in find_dates(words)[:1]:
        if _DATE_LEFT.fullmatch(words[: found.start]) and _DATE_RIGHT.fullmatch(words[found.end :]):
            return found
    return None


def ending_date(words: str) -> FoundDate | None:
    """Return the last date of a short line where nothing but a time of day comes after it."""
    dates = find_dates(words) if len(words) <= 200 else []  # noqa: PLR2004 - no byline is that long
    return dates[-1] if dates and _DATE_RIGHT.fullmatch(words[dates[-1].end :]) else None


def is_byline(line: Line) -> bool:
    """Say whether the line begins as a byline does and does not end as a sentence does."""
    return line.words <= _BYLINE_WORDS and _BY.match(line.bare) is not None and not (line.ends and line.words > _NAME_WORDS)


def is_name(line: Line) -> bool:
    """Say whether the line is shaped like the name of a person or outlet, a comma after it allowed."""
    return line.words <= _NAME_WORDS and _NAME.fullmatch(line.bare) is not None


def is_titled(line: Line) -> bool:
    """Say whether the line may be a headline: short, with letters, and no whole sentence of running text."""
    ends = line.bare.endswith((".", ";", ",")) and not line.bare.endswith("...")
    return line.words <= _HEADLINE_WORDS and not line.wordless and not ends and whole_date(line.bare) is None


def read_head(lines: Sequence[Line]) -> Head:
    """Return the head that ``lines`` begin with; its length is 0 where they begin with running text."""
    first = lines[:HEAD_LINES]
    kinds = [_kind(first, at) for at in range(len(first))]
    known = [at for at, kind in enumerate(kinds) if kind in {"author", "date", "outlet"}]
    prose = [at for at, kind in enumerate(kinds) if kind == "prose"]
    last = max((at for at in known if _reached(kinds[:at])), default=-1)
    stop = next((at for at in prose if at > last), len(first) if prose or known else min(1, len(first) - 1))
    if len(lines) == 1 or (not prose and stop == len(lines)):
        stop = last + 1
    pieces = [piece for at in range(stop) if (piece := _piece(first[at], kinds[at])) is not None]
    return Head(tuple(_masthead(pieces, first)), stop)


def _reached(before: Sequence[str]) -> bool:
    """Say whether a byline or date after lines of these kinds is of the same head: a standfirst may stand between, no new headline."""
    prose = [at for at, kind in enumerate(before) if kind == "prose"]
    return not prose or (len(prose) <= _STANDFIRSTS and not {"title", "frame"} & set(before[prose[0] :]))


def _kind(lines: Sequence[Line], at: int) -> str:
    line = lines[at]
    if whole_date(line.bare) or _placed_date(line):
        return "date"
    if line.wordless or frame_line(line) is not None:
        return "frame"
    if is_byline(line):
        return "author"
    if line.words <= _BYLINE_WORDS and outlet_and_date(line):
        return "outlet"
    if is_name(line) and at > 0 and _leads_to_date([ahead.bare for ahead in lines[at + 1 : at + 3]], line):
        return "outlet" if line.bare.endswith(",") else "author"
    if at > 1 and outlet_and_date(lines[at - 1]) and line.words <= _OUTLET_WORDS and is_name(line):
        return "outlet"
    return "prose" if line.prose or not is_titled(line) or _runs_on(lines, at) else "title"


def _runs_on(lines: Sequence[Line], at: int) -> bool:
    """Say whether the next line goes on with the sentence of this one, as lines of a fixed width do."""
    after = lines[at + 1] if at + 1 < len(lines) else None
    return after is not None and not after.after_blank and after.bare[:1].islower() and lines[at].words > _NAME_WORDS


def _placed_date(line: Line) -> bool:
    """Say whether the line is a place, a date and an agency (``Oran, 4 May 2018, QZA``) or an issue with its date (``Issue 7, 4 May``)."""
    found = find_dates(line.bare)[:1] if line.words <= _BYLINE_WORDS else []
    if not found or found[0].start == 0:
        return False
    before, after = line.bare[: found[0].start], line.bare[found[0].end :]
    return bool(_PLACE.fullmatch(before) and _AGENCY.fullmatch(after)) or bool(_ISSUE.fullmatch(before) and _DATE_RIGHT.fullmatch(after))


def outlet_and_date(line: Line) -> bool:
    """Say whether the line is a name, a comma and a date: ``The Courier, 12 May 2018``."""
    found = ending_date(line.bare)
    return found is not None and found.start > 0 and _NAME.fullmatch(line.bare[: found.start].rstrip(" -–—|")) is not None


def _leads_to_date(after: Sequence[str], line: Line) -> bool:
    """Say whether a date line follows the name at once, or after one more name that a comma ends."""
    if not after:
        return False
    if whole_date(after[0]):
        return True
    found = ending_date(after[0])
    if found and found.start and "," not in line.bare and _NAME.fullmatch(after[0][: found.start].rstrip(" -–—|")):
        return True
    return len(after) > 1 and after[0].endswith(",") and _NAME.fullmatch(after[0]) is not None and whole_date(after[1]) is not None


def _piece(line: Line, kind: str) -> Piece | None:
    match kind:
        case "date":
            return whole(line, "dateline", "date")
        case "frame":
            return frame_line(line) or whole(line, "navigation")
        case "author" | "outlet":
            return whole(line, "byline", kind)
        case "title":
            return whole(line, "headline")
        case _:
            return None


def _masthead(pieces: Sequence[Piece], lines: Sequence[Line]) -> list[Piece]:
    """Take a name that stands before the first date for the outlet's own where a longer headline follows that date."""
    words = {line.start: line for line in lines}
    order = [piece for piece in pieces if piece.kind != "navigation"]
    date = next((at for at, piece in enumerate(order) if piece.role in {"date", "outlet"}), None)
    if date is None or not 0 < date <= _STANDFIRSTS or any(piece.kind != "headline" for piece in order[:date]):
        return list(pieces)
    first, after = words[order[0].start], [words[piece.start] for piece in order[date:] if piece.kind == "headline"]
    if (
        not after
        or _NAME.fullmatch(_BAR.split(first.bare)[0]) is None
        or first.words > _MAST_WORDS
        or after[0].words <= len(_BAR.split(first.bare)[0].split()) - 1
    ):
        return list(pieces)
    mast = {piece.start: "motto" for piece in order[:date]} | {first.start: "masthead"}
    return [Piece("byline", p.start, p.end, mast[p.start]) if p.start in mast else p for p in pieces]
