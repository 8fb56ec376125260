"""Calendar arithmetic: dates shifted by units, and the TIMEX3 value of the unit that a date lies in.

Nothing here raises for a date out of range: a day that the calendar does not have is None.
"""

from __future__ import annotations

import calendar
import datetime as dt

SPAN_DAYS = {"D": 1, "W": 7, "WE": 7}
SPAN_MONTHS = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""First month of each season, as the northern news year counts them; winter ends in the next year's February."""


def safe_date(year: int, month: int, day: int) -> dt.date | None:
    """Return that day, or None where there is none ("31 February", a year 20166)."""
    try:
        return dt.date(year, month, day)
    except (ValueError, OverflowError):
        return None


def add_days(day: dt.date, number: int) -> dt.date | None:
    """Return the date ``number`` days on (back where negative), or None outside the years 1 to 9999."""
    try:
        return day + dt.timedelta(days=number)
    except OverflowError:
        return None


def add_months(day: dt.date, number: int) -> dt.date | None:
    """Return the date ``number`` months on; the 31st becomes the month's last day where it is shorter."""
    total = day.year * 12 + day.month - 1 + number
    year, month = divmod(total, 12)
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        return None
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def shift(day: dt.date, number: int, unit: str) -> dt.date | None:
    """Return ``day`` moved by ``number`` units.

    Args:
        day: where to count from.
        number: how many; negative is back.
        unit: D, W, WE, M, Q, Y, DE, CE, or TH, TM, TS (hours are counted in whole days, less is the same day).
    """
    if unit == "TH":
        return add_days(day, number // 24 if number >= 0 else -(-number // 24))
    if unit in SPAN_DAYS:
        return add_days(day, number * SPAN_DAYS[unit])
    if unit in SPAN_MONTHS:
        return add_months(day, number * SPAN_MONTHS[unit])
    return day


def unit_value(day: dt.date, unit: str) -> str:
    """Return the TIMEX3 value of the day, week, weekend, month, quarter, year, decade or century that ``day`` lies in."""
    year, week, _ = day.isocalendar()
    forms = {
        "W": f"{year:04d}-W{week:02d}",
        "WE": f"{year:04d}-W{week:02d}-WE",
        "M": f"{day.year:04d}-{day.month:02d}",
        "Q": f"{day.year:04d}-Q{(day.month + 2) // 3}",
        "Y": f"{day.year:04d}",
        "DE": f"{day.year // 10:03d}",
        "CE": f"{day.year // 100:02d}",
    }
    return forms.get(unit, day.isoformat())


def weekday_on_or_before(day: dt.date, weekday: int) -> dt.date | None:
    """Return the last date with ISO ``weekday`` (1 is Monday) up to and including ``day``."""
    return add_days(day, -((day.isoweekday() - weekday) % 7))


def weekday_on_or_after(day: dt.date, weekday: int) -> dt.date | None:
    """Return the first date with ISO ``weekday`` from ``day`` on, that day included."""
    return add_days(day, (weekday - day.isoweekday()) % 7)


def last_of_month(year: int, month: int) -> dt.date | None:
    """Return the last day of that month."""
    first = safe_date(year, month, 1)
    return None if first is None else first.replace(day=calendar.monthrange(year, month)[1])
