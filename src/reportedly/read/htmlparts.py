"""The heads of the articles on a page, by headings, dates and bylines above its prose; with two dates and more, its dated parts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.read.heads import is_byline, outlet_and_date, whole_date
from reportedly.read.htmlknown import HEADINGS, Known
from reportedly.read.lines import Piece, split_lines

Told = tuple[Known, str | None]
"""A block, and the kind that it has by itself; None where it is running text."""

_OUTSIDE = frozenset({"nav", "footer", "button", "select", "aside", "form"})
_LONGEST = 160
_TITLE_WORDS = 3
_BEHIND = 3
"""Blocks between a head and its article, as a picture or buttons."""
_GAP_WORDS = 8
_MOST = 6
_ABOVE = 2 * _MOST + _BEHIND


def heads(text: str, told: Sequence[Told]) -> dict[int, Piece]:
    """Return the pieces of the heads of articles by the number of their block; the first piece of a dated part has its date."""
    roles: list[str | None] = [None] * len(told)
    for n in _above_prose(told):
        roles[n] = _role(text, *told[n])
    groups = list(_groups(told, roles))
    made: dict[int, Piece] = {}
    days: list[tuple[int, dt.date]] = []
    for group in groups:
        found = {n: _piece(told[n][0], roles[n]) for n in group if roles[n]}
        made |= found
        day = next((when.value for n in group if roles[n] == "date" and (when := whole_date(_words(text, told[n][0])))), None)
        if day is not None:
            days.append((min(found), day))
    if len({day for _, day in days}) > 1:
        made |= {n: replace(made[n], role=f"{made[n].role or ''} part".strip(), dated=day) for n, day in days}
    return made


def _above_prose(told: Sequence[Told]) -> set[int]:
    """Return the numbers of blocks that stand so near above a paragraph of the article that they may be of its head."""
    prose = [n for n, (known, kind) in enumerate(told) if kind in {None, "editor_note", "embedded_document"} and (known.held or known.like)]
    return {n for at in prose for n in range(max(0, at - _ABOVE), at)}


def _role(text: str, known: Known, kind: str | None) -> str | None:
    """Return which part of a head a block may be: title, date or author."""
    block, tags = known.block, set(known.block.tags)
    if (
        kind in {"comment", "caption", "embedded_document", "licence", "disclaimer"}
        or tags & _OUTSIDE
        or block.end - block.start > _LONGEST
    ):
        return None
    if HEADINGS & tags or kind == "headline":
        date = whole_date(_words(text, known)) is not None
        return "date" if date else "title" if len(known.words) >= _TITLE_WORDS and not known.teaser else None
    if kind is None and known.held and len(known.words) > _GAP_WORDS:
        return None
    if whole_date(_words(text, known)):
        return "date"
    lines = split_lines(_words(text, known))
    if not lines:
        return None
    return "author" if is_byline(lines[0]) else "outlet" if outlet_and_date(lines[0]) else None


def _words(text: str, known: Known) -> str:
    return text[known.block.start : known.block.end]


def _groups(told: Sequence[Told], roles: Sequence[str | None]) -> Iterator[list[int]]:
    """Yield the numbers of blocks that make a head: a title and a date or byline among them, prose of the article soon behind them."""
    at = 0
    while at < len(roles):
        if roles[at] not in {"title", "date"}:
            at += 1
            continue
        group = [at]
        while len(group) < _MOST and (following := _next(told, roles, group[-1] + 1)) is not None:
            group.append(following)
        known = {roles[n] for n in group}
        if "title" in known and known & {"date", "author", "outlet"} and _leads_to_prose(told, group[-1] + 1):
            yield group
        at = group[-1] + 1


def _next(told: Sequence[Told], roles: Sequence[str | None], at: int) -> int | None:
    """Return the number of the next block of a head, one short block between allowed."""
    for n in range(at, min(at + 2, len(roles))):
        if roles[n] is not None:
            return n
        if len(told[n][0].words) > _GAP_WORDS:
            return None
    return None


def _leads_to_prose(told: Sequence[Told], at: int) -> bool:
    for known, kind in told[at : at + 1 + _BEHIND]:
        if kind in {None, "editor_note", "embedded_document"} and (known.held or known.like):
            return True
        if kind not in {"navigation", "caption", "byline", "editor_note"}:
            return False
    return False


def _piece(known: Known, role: str | None) -> Piece:
    kinds = {"title": ("headline", None), "date": ("dateline", "date"), "author": ("byline", "author"), "outlet": ("byline", "outlet")}
    kind, own = kinds[role or "title"]
    return Piece(kind, known.block.start, known.block.end, own)
