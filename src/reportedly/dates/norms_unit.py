"""Values of months, seasons, quarters, years, decades and centuries that the words name."""

from __future__ import annotations

import datetime as dt
import re

from reportedly.dates import arith
from reportedly.dates.fields import Fields
from reportedly.dates.interval import Interval, interval, third
from reportedly.dates.norms_day import nearest
from reportedly.dates.scene import Anchor, Scene, Timed

_LONGEST_SPAN, _LATEST = 70, 2020
_ROUND_YEARS = frozenset({"in", "since", "by", "until", "till", "from", "during", "before", "after", "early", "late", "mid", "year", "of"})


def _unit(value: str, fields: Fields, anchor: Anchor | None = None) -> Timed:
    days = third(value, fields.third) if fields.third else interval(value)
    return Timed("DATE", value, days, anchor)


def month(fields: Fields, scene: Scene) -> Timed | None:
    """A month: "December 2016", "early August", "last May", "December last year"."""
    number = fields.month or 0
    if fields.year is not None:
        return _unit(f"{fields.year:04d}-{number:02d}", fields)
    anchor = scene.anchor.date
    if anchor is None:
        return Timed("DATE", f"XXXX-{number:02d}")
    if fields.offset is not None:
        return _unit(f"{anchor.year + fields.offset:04d}-{number:02d}", fields, scene.anchor)
    here = anchor.replace(day=1)
    firsts = [dt.date(year, number, 1) for year in range(max(anchor.year - 1, 1), min(anchor.year + 2, dt.MAXYEAR))]
    chosen = _directed(firsts, here, fields.way) or nearest(firsts, _moved(scene, here))
    return None if chosen is None else _unit(arith.unit_value(chosen, "M"), fields, scene.anchor)


def _moved(scene: Scene, date: dt.date) -> Scene:
    return Scene(Anchor(date), Anchor(date), future=scene.future, until=scene.until)


def _directed(firsts: list[dt.date], here: dt.date, way: int | None) -> dt.date | None:
    if way == -1:
        return next((date for date in reversed(firsts) if date < here), None)
    if way == 1:
        return next((date for date in firsts if date > here), None)
    return next((date for date in firsts if date.year == here.year), None) if way == 0 else None


def season(fields: Fields, scene: Scene) -> Timed | None:
    """A season: "summer 2016", "last winter", "since the spring"."""
    if fields.year is not None:
        return _unit(f"{fields.year:04d}-{fields.season}", fields)
    anchor = scene.anchor.date
    if anchor is None:
        return Timed("DATE", f"XXXX-{fields.season}")
    if fields.offset is not None:
        return _unit(f"{anchor.year + fields.offset:04d}-{fields.season}", fields, scene.anchor)
    values = [f"{year:04d}-{fields.season}" for year in range(max(anchor.year - 1, 1), min(anchor.year + 2, dt.MAXYEAR - 1))]
    forward = fields.way == 1 or (fields.way is None and scene.future)
    begun = [value for value in values if (interval(value).begin or anchor) <= anchor]
    current = next((value for value in begun if (interval(value).until or anchor) >= anchor), None)
    if forward:
        coming = next((value for value in values if value not in begun), None)
        return _unit(coming, fields, scene.anchor) if coming else None
    if fields.way == 0:
        return _unit(current or f"{anchor.year:04d}-{fields.season}", fields, scene.anchor)
    gone = [value for value in begun if value != current] if fields.way == -1 and current else begun
    return _unit(gone[-1], fields, scene.anchor) if gone else None


def year(fields: Fields, scene: Scene) -> Timed | None:
    """A year. Round ones ("2000") are years only after a word that says so."""
    number = fields.year or 0
    if number < 100:  # noqa: PLR2004 - two figures of a year
        last = scene.anchor.date.year if scene.anchor.date else _LATEST
        number += last - last % 100 - (100 if number > last % 100 else 0)
    counted = scene.before not in _ROUND_YEARS and (scene.before != "the" or scene.after.endswith("s"))
    if number % 100 == 0 and counted:
        return None
    return _unit(f"{number:04d}", fields)


def second_year(fields: Fields, _: Scene) -> Timed | None:
    """The end of a span of years of which only two figures are written: the 95 of "1992-95"."""
    first, short = fields.year or 0, int(float(fields.n or 0))
    number = first - first % 100 + short
    return _unit(f"{number:04d}", fields) if first < number < first + _LONGEST_SPAN else None


def decade(fields: Fields, _: Scene) -> Timed | None:
    """The 1990s, the '90s; their thirds too."""
    figures_only = re.sub(r"\D", "", fields.raw or "")
    tens = int(figures_only[:-1])
    if len(figures_only) == 2:  # noqa: PLR2004 - '90s
        tens += 190 if tens > 2 else 200  # noqa: PLR2004 - the '30s are those of last century, the '20s are not
    return _unit(f"{tens:03d}", fields)


def century(fields: Fields, _: Scene) -> Timed | None:
    """The 19th century, whose years begin with 18."""
    number = (fields.ordinal or 0) - 1
    return _unit(f"{number:02d}", fields) if 0 <= number < 30 else None  # noqa: PLR2004 - centuries anybody writes of


def part_of_year(fields: Fields, scene: Scene) -> Timed | None:
    """A quarter or half of a year: "the third quarter of 2016", "first half of this year"."""
    anchor = scene.anchor.date
    most = {"Q": 4, "H": 2}[fields.unit or "Q"]
    if not fields.ordinal or fields.ordinal > most:
        return None
    if fields.year is None and anchor is None:
        return Timed("DATE", f"XXXX-{fields.unit}{fields.ordinal}")
    number = fields.year if fields.year is not None else (anchor.year if anchor else 0) + (fields.offset or 0)
    value = f"{number:04d}-{fields.unit}{fields.ordinal}"
    begin = interval(value).begin
    if fields.year is None and fields.offset is None and not scene.future and anchor and begin and begin > anchor:
        value = f"{number - 1:04d}-{fields.unit}{fields.ordinal}"
    return _unit(value, fields, None if fields.year is not None else scene.anchor)


def week_of_month(fields: Fields, scene: Scene) -> Timed | None:
    """The first, second ... or last week of a month; the value is that of the week which most of those seven days lie in."""
    of = month(Fields(year=fields.year, month=fields.month, way=fields.way), scene)
    if of is None or of.days.begin is None or of.days.until is None:
        return None
    if fields.ordinal is None:
        begin = arith.add_days(of.days.until, -6)
    elif fields.ordinal <= 5:  # noqa: PLR2004 - weeks of a month
        begin = arith.add_days(of.days.begin, 7 * (fields.ordinal - 1))
    else:
        return None
    middle = arith.add_days(begin, 3) if begin else None
    if begin is None or middle is None:
        return None
    return Timed("DATE", arith.unit_value(middle, "W"), Interval(begin, arith.add_days(begin, 6)), of.anchor)


def fixed(fields: Fields, _: Scene) -> Timed | None:
    """A date that the pattern gives outright."""
    return Timed("DATE", fields.value, interval(fields.value))
