"""Values of days that fall otherwise each year: holidays, "the first Monday in May", and the week that a day lies in."""

from __future__ import annotations

import datetime as dt
import re

from reportedly.dates import arith
from reportedly.dates.fields import Fields
from reportedly.dates.interval import interval
from reportedly.dates.norms_day import at_moment, day, nearest
from reportedly.dates.scene import Scene, Timed

_CODE = re.compile(r"(?:(?P<easter>E)|(?P<month>\d\d)-(?:(?P<day>\d\d)|(?P<nth>[1-5L])-(?P<wd>[1-7])))(?P<more>[+-]\d+)?")
"""How the vocabulary writes a holiday: ``12-25``, ``11-4-4`` (fourth Thursday of November), ``05-L-1`` (last Monday of May), ``E-2``
(two days before Easter), each perhaps with days more or less behind it (``11-4-4+1``)."""
_LAST = 6


def easter(year: int) -> dt.date | None:
    """Return Easter Sunday of the western churches; None outside the years that the calendar has.

    Source: the anonymous Gregorian method as Meeus gives it (Astronomical Algorithms, 1991, chapter 8).
    """
    century, in_century = divmod(year, 100)
    golden = year % 19
    skipped = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - century // 4 - skipped + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (in_century // 4) - moon - in_century % 4) % 7
    shift = (golden + 11 * moon + 22 * weekday) // 451
    month, number = divmod(moon + weekday - 7 * shift + 114, 31)
    return arith.safe_date(year, month, number + 1)


def nth_weekday(year: int, month: int, nth: int, weekday: int) -> dt.date | None:
    """Return the first, second ... (``nth`` of 6 or more: the last) ISO ``weekday`` of a month, or None where it has none such."""
    last = arith.last_of_month(year, month) if 1 <= month <= 12 else None  # noqa: PLR2004 - months
    if last is None:
        return None
    if nth >= _LAST:
        return arith.weekday_on_or_before(last, weekday)
    first = arith.weekday_on_or_after(last.replace(day=1), weekday)
    found = arith.add_days(first, 7 * (nth - 1)) if first else None
    return found if found and found.month == month else None


def holiday_of(code: str, year: int) -> dt.date | None:
    """Return the day of a holiday, by its code in the vocabulary, in one year."""
    parts = _CODE.fullmatch(code)
    if parts is None:
        return None
    if parts["easter"]:
        base = easter(year)
    elif parts["day"]:
        base = arith.safe_date(year, int(parts["month"]), int(parts["day"]))
    else:
        base = nth_weekday(year, int(parts["month"]), _LAST if parts["nth"] == "L" else int(parts["nth"]), int(parts["wd"]))
    return arith.add_days(base, int(parts["more"] or 0)) if base else None


def holiday(fields: Fields, scene: Scene) -> Timed | None:
    """A holiday of this year or of the one that the words name: "Christmas", "last Thanksgiving", "Good Friday 1998"."""
    code = fields.holiday or ""
    if fields.year is not None:
        date = holiday_of(code, fields.year)
        return Timed("DATE", None) if date is None else at_moment(date, fields)
    return _of_some_year([holiday_of(code, year) for year in _years(scene)], fields, scene)


def weekday_of_month(fields: Fields, scene: Scene) -> Timed | None:
    """The first, second ... or last of some weekday in a month: "the first Monday in May"."""
    nth, weekday, month = fields.ordinal or _LAST, fields.wd or 1, fields.month or 0
    if fields.year is not None:
        date = nth_weekday(fields.year, month, nth, weekday)
        return None if date is None else at_moment(date, fields)
    return _of_some_year([nth_weekday(year, month, nth, weekday) for year in _years(scene)], fields, scene)


def _years(scene: Scene) -> range:
    anchor = scene.anchor.date
    return range(max(anchor.year - 1, 1), min(anchor.year + 2, dt.MAXYEAR)) if anchor else range(0)


def _of_some_year(dates: list[dt.date | None], fields: Fields, scene: Scene) -> Timed | None:
    known, anchor = [date for date in dates if date], scene.anchor.date
    if anchor is None:
        return Timed("DATE", "XXXX-XX-XX")
    if fields.way == -1:
        chosen = next((date for date in reversed(known) if date < anchor), None)
    elif fields.way == 1:
        chosen = next((date for date in known if date > anchor), None)
    elif fields.way == 0:
        chosen = next((date for date in known if date.year == anchor.year), None)
    else:
        chosen = nearest(known, scene)
    return None if chosen is None else at_moment(chosen, fields, scene.anchor)


def week_of_day(fields: Fields, scene: Scene) -> Timed | None:
    """The week that a named day lies in: "the week of Sept. 12"."""
    named = day(fields, scene)
    if named is None or named.days.begin is None:
        return None
    value = arith.unit_value(named.days.begin, "W")
    return Timed("DATE", value, interval(value), named.anchor)
