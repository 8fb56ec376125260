"""Reads a whole string as one day: the dates of table columns, bylines, meta elements and arguments."""

from __future__ import annotations

import datetime as dt
import re

from reportedly.dates import arith
from reportedly.dates.grammar import grammar
from reportedly.dates.matching import candidates
from reportedly.dates.norms import NORMS
from reportedly.dates.scene import Anchor, Scene

_ISO = re.compile(r"\s*(\d{4})-(\d{2})-(\d{2})(?![\d-])|\s*(\d{4})(\d{2})(\d{2})(?:T\d+Z?)?\s*$")
_FIGURES = re.compile(r"\s*(\d{1,4})\s?[./-]\s?(\d{1,2})\s?[./-]\s?(\d{1,4})(?!\d)")
_DAY_NORMS = frozenset({"day", "figures", "glued"})
_LONGEST = 200
_CENTURY = 2000


def parse_date(text: str, order: str = "ymd") -> dt.date | None:
    """Return the day that a string says, or None where it says none or an impossible one.

    Args:
        text: an ISO date or moment, a date in figures, or one in words (English, French, Spanish, German, Arabic), with
            anything after it, e.g. ``2016-12-15T10:00:00Z``, ``12/15/2016``, ``Thu, 15 Dec 2016 10:00:00 +0000``.
        order: ``ymd``, ``mdy`` or ``dmy``: how figures are read that are not ISO. A year of four figures in front wins;
            ``ymd`` leaves figures without such a year to the reading that the calendar allows, the day first.
    """
    text = text[:_LONGEST]
    iso = _ISO.match(text)
    if iso:
        return arith.safe_date(*(int(part) for part in iso.groups() if part is not None))
    figures = _FIGURES.match(text)
    if figures:
        return _in_order(tuple(int(part) for part in figures.groups()), len(figures[1]), order)
    return _in_words(text)


def _in_order(parts: tuple[int, ...], width: int, order: str) -> dt.date | None:
    first, second, last = parts
    if width > 2:  # noqa: PLR2004 - a year in front
        return arith.safe_date(first, second, last)
    year = last + _CENTURY if last < 100 else last  # noqa: PLR2004 - two figures of a year
    day_first, month_first = arith.safe_date(year, second, first), arith.safe_date(year, first, second)
    if order == "mdy":
        return month_first
    return day_first if order == "dmy" else day_first or month_first


def _in_words(text: str) -> dt.date | None:
    rules = grammar()
    tokens = rules.lexer.read(text)
    scene = Scene(Anchor(), Anchor())
    for match in candidates(rules, tokens):
        if match.pattern.norm in _DAY_NORMS:
            timed = NORMS[match.pattern.norm](match.fields, scene)
            if timed is not None and timed.days.begin is not None:
                return timed.days.begin
    return None
