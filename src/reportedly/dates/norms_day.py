"""Values of days that the words name, in words and in figures, with what part or clock time of them is meant."""

from __future__ import annotations

import datetime as dt
import re

from reportedly.dates import arith
from reportedly.dates.fields import Fields
from reportedly.dates.interval import Interval, interval
from reportedly.dates.scene import Anchor, Scene, Timed

_AHEAD_COSTS = 3
"""How much farther a date to come seems than one gone by, where no tense decides: news tells what was."""
_LATEST, _YEARS_AHEAD = 2040, 10
_OF_2001 = frozenset({"attacks", "attack", "terrorist", "terror", "hijackers", "hijackings"})


def at_moment(day: dt.date, fields: Fields, anchor: Anchor | None = None, rival: str | None = None) -> Timed:
    """Return a day, or the part or clock time of it that the fields name."""
    value = day.isoformat()
    tail = fields.clock or fields.part
    if tail is None:
        return Timed("DATE", value, Interval(day, day), anchor, rival)
    value = f"{value}T{tail}"
    return Timed("TIME", value, interval(value), anchor, rival)


def nearest(candidates: list[dt.date], scene: Scene) -> dt.date | None:
    """Return the candidate that the anchor and the tense call for; candidates are in order, of different years."""
    anchor = scene.anchor.date
    if anchor is None or not candidates:
        return None
    ahead = [date for date in candidates if date >= anchor]
    behind = [date for date in candidates if date <= anchor]
    if (scene.future or (scene.future is None and scene.until)) and ahead:
        return ahead[0]
    if scene.future is False and behind and (anchor - behind[-1]).days <= 330:  # noqa: PLR2004 - "in May" of a year ago is "last May"
        return behind[-1]
    return min(candidates, key=lambda date: (anchor - date).days if date <= anchor else _AHEAD_COSTS * (date - anchor).days)


def _years(scene: Scene, month: int, day: int) -> list[dt.date]:
    anchor = scene.anchor.date
    years = range(anchor.year - 1, anchor.year + 2) if anchor else ()
    return [date for year in years if (date := arith.safe_date(year, month, day))]


def day(fields: Fields, scene: Scene) -> Timed | None:
    """A day of a month: "7 December 2016", "December 7", "6pm on Tuesday 6 December"."""
    if fields.month is None or fields.day is None:
        return None
    if fields.year is None:
        return _day_without_year(fields, scene)
    date = arith.safe_date(fields.year, fields.month, fields.day)
    if date is None:
        return Timed("DATE", None)
    return at_moment(date, fields, rival=_by_weekday(date, fields))


def _by_weekday(date: dt.date, fields: Fields) -> str | None:
    """Return the nearest day with the weekday that the words give, where it is not that of the date."""
    if fields.wd is None or fields.wd == date.isoweekday():
        return None
    other = arith.add_days(date, (fields.wd - date.isoweekday() + 3) % 7 - 3)
    return other.isoformat() if other else None


def _day_without_year(fields: Fields, scene: Scene) -> Timed | None:
    month, number = fields.month or 0, fields.day or 0
    if (month, number) == (9, 11) and scene.after in _OF_2001:
        return at_moment(dt.date(2001, 9, 11), fields)
    if arith.safe_date(2000, month, number) is None:
        return Timed("DATE", None)
    candidates = _years(scene, month, number)
    fitting = [date for date in candidates if date.isoweekday() == fields.wd]
    date = nearest(fitting or candidates, scene)
    if date is None:
        value = f"XXXX-{month:02d}-{number:02d}"
        tail = fields.clock or fields.part
        return Timed("TIME", f"{value}T{tail}") if tail else Timed("DATE", value)
    return at_moment(date, fields, scene.anchor, _by_weekday(date, fields))


def day_of_month(fields: Fields, scene: Scene) -> Timed | None:
    """A number without a month, perhaps with a weekday ("Friday the 13th", "on the 15th"): the nearest month in which they agree."""
    anchor = scene.anchor.date
    if anchor is None or not fields.day:
        return None
    here = anchor.replace(day=1)
    months = [arith.add_months(here, number) for number in range(-7, 4)]
    days = [date for first in months if first and (date := arith.safe_date(first.year, first.month, fields.day))]
    date = nearest([date for date in days if fields.wd is None or date.isoweekday() == fields.wd], scene)
    return at_moment(date, fields, scene.anchor) if date else None


def impossible(_: Fields, __: Scene) -> Timed:
    """Words that look like a date and cannot be one."""
    return Timed("DATE", None)


def glued(fields: Fields, scene: Scene) -> Timed | None:
    """A month with day and year run together, as a page leaves them that lost its commas: "Jul 012016"."""
    raw = fields.raw or ""
    whole = Fields(year=int(raw[-4:]), month=fields.month, day=int(raw[:-4]))
    return day(whole, scene)


def figures(fields: Fields, scene: Scene) -> Timed | None:
    """A date in figures. Where day and month could be exchanged, the reading nearer to the anchor counts, else the usual one."""
    raw = (fields.raw or "").upper()
    written = re.split("[T ]", raw)[0]
    parts = re.split(r"[./-]", written)
    if len({mark for mark in written if mark in "./-"}) != 1:
        return None
    first, second, last = (int(part) for part in parts)
    if len(parts[0]) == 4:  # noqa: PLR2004 - figures of a year
        return _written(arith.safe_date(first, second, last), raw)
    if len(parts[2]) == 2 and "." not in raw and "/" not in raw:  # noqa: PLR2004 - 10-12-16 is as often a score or a range
        return None
    return _ambiguous(first, second, last if len(parts[2]) > 2 else _full_year(last, scene), raw, scene)  # noqa: PLR2004 - two figures


def _full_year(short: int, scene: Scene) -> int:
    """Return the year of two figures: the last one that they fit, up to some years after the day of writing."""
    latest = (scene.anchor.date.year if scene.anchor.date else _LATEST) + _YEARS_AHEAD
    return latest - (latest - short) % 100


def _ambiguous(first: int, second: int, year_number: int, raw: str, scene: Scene) -> Timed:
    day_first, month_first = arith.safe_date(year_number, second, first), arith.safe_date(year_number, first, second)
    order = [month_first, day_first] if "/" in raw else [day_first, month_first]
    dates = [date for date in order if date]
    anchor = scene.anchor.date
    if len(dates) > 1 and anchor is not None:
        dates.sort(key=lambda date: abs((anchor - date).days))
    rival = dates[1].isoformat() if len(dates) > 1 and dates[1] != dates[0] else None
    return Timed("DATE", None) if not dates else at_moment(dates[0], Fields(), rival=rival)


def _written(date: dt.date | None, raw: str) -> Timed:
    if date is None:
        return Timed("DATE", None)
    clock = re.match(r"\d\d:\d\d", raw[11:])
    return at_moment(date, Fields(clock=clock.group() if clock else None))
