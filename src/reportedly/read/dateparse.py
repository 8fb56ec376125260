"""Dates that stand alone, as they do in bylines, datelines and table columns: English, French, German and Spanish.

Expressions inside sentences ("last Tuesday") are the business of the time tagger.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import NamedTuple

_MONTHS = (
    "january jan janvier janv januar jänner enero ene",
    "february feb février fevrier févr fevr februar febrero",
    "march mar mars märz maerz mrz marzo",
    "april apr avril avr abril abr",
    "may mai mayo",
    "june jun juin juni junio",
    "july jul juillet juil juli julio",
    "august aug août aout agosto ago",
    "september sept sep septembre septiembre setiembre",
    "october oct octobre oktober okt octubre",
    "november nov novembre noviembre",
    "december dec décembre decembre déc dezember dez diciembre dic",
)
_DAYS = (
    "monday mon tuesday tues tue wednesday wed thursday thurs thur thu friday fri saturday sat sunday sun "
    "lundi mardi mercredi jeudi vendredi samedi dimanche "
    "montag dienstag mittwoch donnerstag freitag samstag sonntag "
    "lunes martes miércoles miercoles jueves viernes sábado sabado domingo"
)
_PIVOT = 70
_YEAR = re.compile(r"\d{4}")
ORDERS = ("ymd", "mdy", "dmy")


class FoundDate(NamedTuple):
    """A date with the offsets of its words, time of day included."""

    start: int
    end: int
    value: dt.date


@cache
def _month_numbers() -> dict[str, int]:
    return {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}


@cache
def _pattern() -> re.Pattern[str]:
    """Return the pattern of a date that names its day, month and year, with the weekday before and the time after it."""
    month = "|".join(sorted(_month_numbers(), key=len, reverse=True))
    days = "|".join(sorted(_DAYS.split(), key=len, reverse=True))
    return re.compile(
        rf"""
        (?<![\w/.-])
        (?:(?:{days})\b\.?,?\s{{1,3}}(?:(?:den|le|the)\s)?)?
        (?:
            (?P<iso>\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}})(?:T\d\d:?\d\d\S{{0,20}})?
          | (?P<numeric>\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{4}})
          | (?P<day>\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?[\s-]{{1,3}}(?:of\s|de\s)?(?P<month>{month})\b\.?,?[\s-]{{1,3}}
            (?:de\s|del\s)?(?P<year>\d{{4}})
          | (?P<month2>{month})\.?\s{{1,3}}(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s?,?\s{{0,3}}(?P<year2>\d{{4}})
        )
        (?!\d)
        (?:,?\s{{0,3}}(?:(?:at|à|um|a\slas|-|–|\|)\s{{0,2}})?
           (?:\d{{1,2}}[:h]\d\d(?::\d\d)?(?!\d)|(?<=at\s)\d{{3,4}}(?!\d))
           (?:\s?[ap]\.?m\b\.?)?(?:\s?(?:GMT|UTC|EST|EDT|CET|CEST|BST|KSA|Uhr)\b)?)?
        """,
        re.IGNORECASE | re.VERBOSE,
    )


def find_dates(text: str, order: str = "dmy", start: int = 0, end: int | None = None) -> list[FoundDate]:
    """Return every whole calendar date in ``text[start:end]``, in order. ``order`` reads numbers such as 03/07/2015."""
    end = len(text) if end is None else end
    if not _YEAR.search(text, start, end):
        return []
    found = []
    for match in _pattern().finditer(text, start, end):
        value = _value(match, order)
        if value is not None:
            found.append(FoundDate(match.start(), match.end(), value))
    return found


def date_at(text: str, start: int, order: str = "dmy", end: int | None = None) -> FoundDate | None:
    """Return the date whose words begin at ``start``, None where none does."""
    match = _pattern().match(text, start, len(text) if end is None else end)
    value = _value(match, order) if match else None
    return FoundDate(match.start(), match.end(), value) if match and value else None


def parse_date(text: str, order: str = "ymd") -> dt.date | None:
    """Return the date that the whole of ``text`` gives, None where it gives none.

    ISO dates are read whatever ``order`` says; the date of a moment is the one written, its time zone is not applied.
    """
    text = text.strip()
    short = re.fullmatch(r"(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})(?:[T\s,]+\d{1,2}:\d\d.{0,20})?", text)
    if short:
        if len(short[1]) == 4:  # noqa: PLR2004 - a year in full
            return _date(int(short[1]), int(short[2]), int(short[3]))
        return _ordered((int(short[1]), int(short[2]), int(short[3])), order)
    found = date_at(text, 0, order)
    return found.value if found and found.end == len(text) else None


def _value(match: re.Match[str], order: str) -> dt.date | None:
    if match["iso"]:
        year, month, day = (int(part) for part in re.split(r"[-/.]", match["iso"]))
        return _date(year, month, day)
    if match["numeric"]:
        first, second, year = (int(part) for part in re.split(r"[-/.]", match["numeric"]))
        slash = "/" in match["numeric"]
        wanted = order if slash and order != "ymd" else "dmy"
        other = "mdy" if wanted == "dmy" else "dmy"
        return _ordered((first, second, year), wanted) or _ordered((first, second, year), other)
    name = (match["month"] or match["month2"]).lower()
    return _date(int(match["year"] or match["year2"]), _month_numbers()[name], int(match["day"] or match["day2"]))


def _ordered(parts: tuple[int, int, int], order: str) -> dt.date | None:
    named = dict(zip(order, parts, strict=True))
    year = named["y"]
    if year < 100:  # noqa: PLR2004 - two figures
        year += 1900 if year >= _PIVOT else 2000
    return _date(year, named["m"], named["d"])


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
