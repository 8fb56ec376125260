"""Days, moments and durations: ISO 8601 text as intervals of time in an agreement's own time zone."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache
from zoneinfo import ZoneInfo

_DURATION = re.compile(r"P(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,7})S)?)?")
_PARTIAL = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?[~?%]?")
_MONTHS = 12
_LAST = 9000  # the years after it are left alone, so that durations can be added


@dataclass(frozen=True, slots=True)
class Duration:
    """How long: calendar months, and time on top of them."""

    months: int
    rest: dt.timedelta

    def after(self, moment: dt.datetime) -> dt.datetime:
        """Return the moment so much later; of a month that is too short, its last day."""
        months = moment.year * _MONTHS + moment.month - 1 + self.months
        year, month = divmod(months, _MONTHS)
        day = min(moment.day, calendar.monthrange(year, month + 1)[1])
        return moment.replace(year=year, month=month + 1, day=day) + self.rest


def duration_of(text: str) -> Duration | None:
    """Return an ISO 8601 duration such as ``P7D`` or ``PT48H``; None where ``text`` is none, or one of no length."""
    found = _DURATION.fullmatch(text)
    if found is None or text.endswith("T"):
        return None
    years, months, weeks, days, hours, minutes, seconds = (int(part or 0) for part in found.groups())
    rest = dt.timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
    if not (years or months or rest) or years > _MONTHS * 10 or months > _MONTHS * 100:
        return None
    return Duration(years * _MONTHS + months, rest)


@dataclass(frozen=True, slots=True)
class Interval:
    """From ``begin`` on and before ``until``; None is open."""

    begin: dt.datetime | None = None
    until: dt.datetime | None = None

    def meets(self, other: Interval) -> bool:
        """Say whether the two have a moment in common."""
        return _before(self.begin, other.until) and _before(other.begin, self.until)

    def within(self, other: Interval) -> bool:
        """Say whether all of it lies in ``other``."""
        starts = other.begin is None or (self.begin is not None and self.begin >= other.begin)
        return starts and (other.until is None or (self.until is not None and self.until <= other.until))

    def cut(self, until: dt.datetime | None) -> Interval:
        """Return it as far as ``until``; None leaves it as it is."""
        if until is None or (self.until is not None and self.until <= until):
            return self
        return Interval(self.begin, until)


ALWAYS = Interval()


def _before(begin: dt.datetime | None, until: dt.datetime | None) -> bool:
    return begin is None or until is None or begin < until


@lru_cache(maxsize=65536)
def span_of(text: str, zone: ZoneInfo) -> Interval | None:
    """Return the year, month, day or minute that ISO text names; None where it names none. Without a zone of its own it is in ``zone``."""
    found = _PARTIAL.fullmatch(text)
    try:
        if found is None:
            moment = dt.datetime.fromisoformat(text)
            moment = moment if moment.tzinfo else moment.replace(tzinfo=zone)
            return Interval(moment, moment + dt.timedelta(minutes=1)) if moment.year < _LAST else None
        year, month, day = (int(part) if part else None for part in found.groups())
        begin = dt.datetime(year or 0, month or 1, day or 1, tzinfo=zone)
    except (ValueError, OverflowError):
        return None
    length = Duration(0, dt.timedelta(days=1)) if day else Duration(1 if month else _MONTHS, dt.timedelta())
    return Interval(begin, length.after(begin)) if begin.year < _LAST else None
