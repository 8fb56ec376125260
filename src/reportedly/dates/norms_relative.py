"""Values of expressions that are counted from another date: weekdays, "yesterday", "last week", "two days later"."""

from __future__ import annotations

import datetime as dt

from reportedly.dates import arith
from reportedly.dates.fields import Fields
from reportedly.dates.interval import OPEN, Interval, interval, third
from reportedly.dates.norms_day import at_moment
from reportedly.dates.scene import Anchor, Scene, Timed

_YEARLY = frozenset({"Y", "DE", "CE"})


def weekday(fields: Fields, scene: Scene) -> Timed | None:
    """A weekday: the last one up to the anchor's day itself, or the next one where the tense says so."""
    if fields.wd is None:
        return None
    base, counted = _weekday_base(fields, scene)
    if base.date is None:
        return _tailed(f"XXXX-WXX-{fields.wd}", fields)
    date = _weekday_date(base.date, fields, scene, counted=counted)
    return None if date is None else at_moment(date, fields, base)


def _weekday_base(fields: Fields, scene: Scene) -> tuple[Anchor, bool]:
    """Return the anchor and whether the future is that of an event told before ("declared on Monday a truce set to begin")."""
    if scene.relative and scene.near is not None and fields.way is None:
        return scene.near, True
    return (scene.narrative, False) if fields.value == "narrative" else (scene.anchor, False)


def _weekday_date(base: dt.date, fields: Fields, scene: Scene, *, counted: bool) -> dt.date | None:
    wanted = fields.wd or 1
    if fields.way == -1:
        before = arith.add_days(base, -1)
        return arith.weekday_on_or_before(before, wanted) if before else None
    if fields.way == 1 or fields.value == "narrative":
        after = arith.add_days(base, 1)
        return arith.weekday_on_or_after(after, wanted) if after else None
    future = counted or (scene.future if scene.future is not None else fields.way == 0 or scene.until)
    return arith.weekday_on_or_after(base, wanted) if future else arith.weekday_on_or_before(base, wanted)


def _tailed(value: str, fields: Fields) -> Timed:
    tail = fields.clock or fields.part
    return Timed("TIME", f"{value}T{tail}") if tail else Timed("DATE", value)


def deictic(fields: Fields, scene: Scene) -> Timed | None:
    """Days counted from the day of writing: "today", "yesterday evening", "last night", "earlier today"."""
    date = arith.add_days(scene.anchor.date, fields.offset or 0) if scene.anchor.date else None
    if date is None:
        return _tailed("XXXX-XX-XX", fields)
    return at_moment(date, fields, scene.anchor)


def unit(fields: Fields, scene: Scene) -> Timed | None:
    """A calendar unit counted from the day of writing: "last month", "earlier this year", "the beginning of the year"."""
    code, way = fields.unit or "W", fields.way or 0
    if code == "WE":
        return weekend(fields, scene)
    base = scene.narrative if fields.value == "narrative" else scene.anchor
    if base.date is None:
        return Timed("DATE", {"W": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX"}.get(code, "XXXX"))
    date = arith.shift(base.date, way, code.lstrip("2"))
    if date is None:
        return None
    value = arith.unit_value(date, code.lstrip("2"))
    days = third(value, fields.third) if fields.third else _edged(interval(value), fields.edge, base.date)
    return Timed("DATE", value, days, base)


def _edged(days: Interval, edge: str | None, anchor: dt.date) -> Interval:
    """Cut what is "earlier" or "later" in a unit at the anchor."""
    if edge == "BEFORE" and days.begin and days.begin <= anchor:
        return Interval(days.begin, anchor)
    return Interval(anchor, days.until) if edge == "AFTER" and days.until and days.until >= anchor else days


def weekend(fields: Fields, scene: Scene) -> Timed | None:
    """A weekend: of this week where it is under way or to come, of last week where the tense is past."""
    anchor = scene.anchor.date
    if anchor is None:
        return Timed("DATE", "XXXX-WXX-WE")
    under_way = anchor.isoweekday() >= 6  # noqa: PLR2004 - Saturday
    if fields.way is None:
        ahead = scene.until or scene.future or under_way
        weeks = 0 if ahead else -1
    else:
        weeks = fields.way
    week_day = arith.add_days(anchor, 7 * weeks)
    if week_day is None:
        return None
    value = arith.unit_value(week_day, "WE")
    return Timed("DATE", value, interval(value), scene.anchor)


def narrative(fields: Fields, scene: Scene) -> Timed | None:
    """What is counted from the day that the text speaks of: "the next day", "that morning", "two weeks later"."""
    base = _era(fields, scene) or scene.narrative
    number = fields.way if fields.way is not None else fields.offset
    if fields.n == "X" or number is None:
        value = "PAST_REF" if (fields.way or 0) < 0 else "FUTURE_REF"
        return Timed("DATE", value, OPEN, base)
    if base.date is None:
        return _tailed("XXXX-XX-XX", fields)
    return _counted(fields, base, number)


def _counted(fields: Fields, base: Anchor, number: float) -> Timed | None:
    code = (fields.unit or "D").lstrip("2")
    times = 2 if (fields.unit or "").startswith("2") else 1
    if base.date is None or number != int(number):
        return None
    date = arith.shift(base.date, int(number) * times, code)
    if date is None:
        return None
    if code in ("D", "TH", "TM", "TS"):
        return at_moment(date, fields, base)
    value = arith.unit_value(date, code)
    return Timed("DATE", value, interval(value), base)


def ago(fields: Fields, scene: Scene) -> Timed | None:
    """So many units before or after the anchor: "a week ago", "nearly six years ago", "three days later"."""
    way = fields.way or -1
    base = (_era(fields, scene) or scene.narrative) if fields.value == "narrative" else scene.anchor
    if fields.n in (None, "X") or (fields.unit in ("TM", "TS")) or base.date is None:
        return _vague(way, base)
    told = _counted(fields, base, float(fields.n or 1) * way)
    if told is None:
        return _vague(way, base)
    if fields.unit == "TH" and told.days.begin == base.date:
        return _vague(way, base, told.days)
    return Timed(told.kind, told.value, _bounded(told.days, fields, base.date, way), told.anchor)


def _era(fields: Fields, scene: Scene) -> Anchor | None:
    """Return the month or year spoken of last, where what is counted from it is no finer: "in 2008 it failed; a year later"."""
    era = scene.era
    if era is None or not (fields.unit in _YEARLY or (fields.unit == "M" and era.label == "month")):
        return None
    return Anchor(era.date, "narrative", era.origin)


def _vague(way: int, base: Anchor, days: Interval = OPEN) -> Timed:
    open_days = Interval(None, base.date) if way < 0 else Interval(base.date, None)
    return Timed("DATE", "PAST_REF" if way < 0 else "FUTURE_REF", days if days != OPEN else open_days, base)


def _bounded(days: Interval, fields: Fields, base: dt.date, way: int) -> Interval:
    """Take "more than" and "nearly" at their word: the exact day that they speak of bounds the interval."""
    exact = arith.shift(base, way * int(float(fields.n or 1)), (fields.unit or "D").lstrip("2"))
    if way > 0 or exact is None or fields.approx not in ("<", ">"):
        return days
    if fields.approx == ">":
        return Interval(days.begin if days.begin and days.begin <= exact else None, exact)
    return Interval(exact, None)


def time_of_day(fields: Fields, scene: Scene) -> Timed | None:
    """A part or clock time of the day that the sentence speaks of: "at 6 p.m.", "in the morning", "overnight"."""
    base = scene.near or scene.recent or scene.anchor
    date = arith.add_days(base.date, fields.offset or 0) if base.date else None
    if (fields.clock or fields.part) is None:
        return None
    return _tailed("XXXX-XX-XX", fields) if date is None else at_moment(date, fields, base)
