"""From a TIMEX3 value to the days it covers, and parts of such intervals ("early August")."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from reportedly.dates import arith


class Interval(NamedTuple):
    """First and last day, both inclusive; None is open or unknown."""

    begin: dt.date | None = None
    until: dt.date | None = None


OPEN = Interval()
_YEAR = r"(?P<year>\d{4})"
_SHAPES = {
    "day": rf"{_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)",
    "week": rf"{_YEAR}-W(?P<week>\d\d)",
    "weekend": rf"{_YEAR}-W(?P<week>\d\d)-WE",
    "month": rf"{_YEAR}-(?P<month>\d\d)",
    "season": rf"{_YEAR}-(?P<season>SP|SU|FA|WI)",
    "quarter": rf"{_YEAR}-Q(?P<part>[1-4])",
    "half": rf"{_YEAR}-H(?P<part>[12])",
    "year": _YEAR,
    "decade": r"(?P<year>\d{3})",
    "century": r"(?P<year>\d{2})",
}
_COMPILED = {name: re.compile(shape) for name, shape in _SHAPES.items()}
_GRAINS = {"weekend": "part", "quarter": "season", "half": "season", "decade": "year", "century": "year"}


@lru_cache(maxsize=4096)
def shape_of(value: str) -> str | None:
    """Return which calendar unit a value names (the part before a ``T`` counts), or None for references and durations."""
    head = value.partition("T")[0]
    return next((name for name, shape in _COMPILED.items() if shape.fullmatch(head)), None)


@lru_cache(maxsize=4096)
def granularity(value: str | None, kind: str = "DATE") -> str:
    """Return the contract's granularity of a TIMEX3 value: minute, hour, part, day, week, month, season or year."""
    if value is None:
        return "day"
    if kind in ("DURATION", "SET"):
        return _unit_grain(value)
    head, clock, tail = value.partition("T")
    if clock and tail and shape_of(head) == "day":
        return "part" if tail.isalpha() else "minute" if ":" in tail else "hour"
    shape = shape_of(value) or "day"
    return _GRAINS.get(shape, shape)


def _unit_grain(value: str) -> str:
    units = {"S": "minute", "H": "hour", "D": "day", "W": "week", "Q": "season", "Y": "year", "E": "year"}
    if value.startswith("PT") and value.endswith("M"):
        return "minute"
    if value.endswith("M"):
        return "month"
    return units.get(value[-1:], "day")


@lru_cache(maxsize=4096)
def interval(value: str | None) -> Interval:
    """Return the days that a value covers.

    Nights run into the next day; every other part of a day lies in it. Values that name no days (references, durations,
    sets, impossible dates) are open at both ends.
    """
    if value is None:
        return OPEN
    head, _, tail = value.partition("T")
    for name, shape in _COMPILED.items():
        match = shape.fullmatch(head)
        if match:
            return _with_night(_BUILD[name](match), tail)
    return OPEN


def _with_night(days: Interval, tail: str) -> Interval:
    if tail == "NI" and days.begin is not None:
        return Interval(days.begin, arith.add_days(days.begin, 1))
    return days


def _day(match: re.Match[str]) -> Interval:
    day = arith.safe_date(int(match["year"]), int(match["month"]), int(match["day"]))
    return Interval(day, day)


def _week(match: re.Match[str], first: int = 1) -> Interval:
    try:
        monday = dt.date.fromisocalendar(int(match["year"]), int(match["week"]), 1)
        return Interval(arith.add_days(monday, first - 1), arith.add_days(monday, 6))
    except (ValueError, OverflowError):
        return OPEN


def _months(year: int, month: int, count: int) -> Interval:
    begin = arith.safe_date(year, month, 1)
    last = None if begin is None else arith.add_months(begin, count - 1)
    return Interval(begin, None if last is None else arith.last_of_month(last.year, last.month))


def _decimal(match: re.Match[str], years: int) -> Interval:
    return _months(int(match["year"]) * years, 1, 12 * years)


_BUILD: dict[str, Callable[[re.Match[str]], Interval]] = {
    "day": _day,
    "week": _week,
    "weekend": lambda match: _week(match, 6),
    "month": lambda match: _months(int(match["year"]), int(match["month"]), 1),
    "season": lambda match: _months(int(match["year"]), arith.SEASONS[match["season"]], 3),
    "quarter": lambda match: _months(int(match["year"]), 3 * int(match["part"]) - 2, 3),
    "half": lambda match: _months(int(match["year"]), 6 * int(match["part"]) - 5, 6),
    "year": lambda match: _months(int(match["year"]), 1, 12),
    "decade": lambda match: _decimal(match, 10),
    "century": lambda match: _decimal(match, 100),
}

THIRDS = {"START": 0, "MID": 1, "END": 2}
_MONTH_STARTS, _DAY_STARTS = (1, 5, 9), (1, 11, 21)
_YEAR_STARTS = {"decade": (0, 4, 7, 10), "century": (0, 34, 67, 100)}


def third(value: str, part: str) -> Interval:
    """Return the first, middle or last third (START, MID, END) of what a value covers: four months of a year, ten days of a month."""
    begin, until = interval(value)
    if begin is None or until is None or part not in THIRDS:
        return Interval(begin, until)
    number, shape = THIRDS[part], shape_of(value)
    if shape == "year":
        return _months(begin.year, _MONTH_STARTS[number], 4)
    if shape == "month":
        first = begin.replace(day=_DAY_STARTS[number])
        return Interval(first, until if part == "END" else arith.add_days(first, 9))
    if shape in _YEAR_STARTS:
        first_year, end_year = _YEAR_STARTS[shape][number : number + 2]
        return _months(begin.year + first_year, 1, 12 * (end_year - first_year))
    days = (until - begin).days + 1
    first_day = arith.add_days(begin, days * number // 3)
    last_day = arith.add_days(begin, max(days * (number + 1) // 3 - 1, days * number // 3))
    return Interval(first_day, last_day)
