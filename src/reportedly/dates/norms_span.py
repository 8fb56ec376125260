"""Values of lengths of time, of what recurs, and of the bare past, present and future."""

from __future__ import annotations

import datetime as dt

from reportedly.dates import arith
from reportedly.dates.fields import Fields
from reportedly.dates.interval import OPEN, Interval
from reportedly.dates.scene import Anchor, Scene, Timed

_RUNS_UP_TO_NOW = frozenset({"for", "in", "within", "over", "during", "throughout"})


def length(fields: Fields) -> str | None:
    """Return the TIMEX3 value of a number of units: P3D, PT24H, P2.5Y, PXW."""
    unit, number = fields.unit or "D", fields.n
    if number is None:
        return None
    if unit.startswith("2"):
        unit, number = unit[1:], number if number == "X" else f"{2 * float(number):g}"
    return f"PT{number}{unit[1:]}" if unit.startswith("T") else f"P{number}{'3M' if unit == '3M' else unit}"


def _back(base: Anchor, fields: Fields, way: int) -> Interval:
    """Return the interval of that length that ends (-1) or begins (1) at ``base``; a vague length has one known end."""
    if base.date is None:
        return OPEN
    far: dt.date | None = None
    if fields.n not in (None, "X"):
        unit = fields.unit or "D"
        times = 2 if unit.startswith("2") else 1
        far = arith.shift(base.date, way * times * _whole(fields.n or "1"), unit.lstrip("2"))
    return Interval(far, base.date) if way < 0 else Interval(base.date, far)


def _whole(number: str) -> int:
    return -int(-float(number) // 1)


def duration(fields: Fields, scene: Scene) -> Timed | None:
    """A length of time. With a present perfect ("have been trying for months") it runs up to the day of writing."""
    value = length(fields)
    if value is None:
        return None
    if scene.present and scene.before in _RUNS_UP_TO_NOW:
        base = scene.beside or scene.anchor
        return Timed("DURATION", value, _back(base, fields, -1), base)
    if scene.future and scene.before in ("in", "within"):
        return Timed("DURATION", value, _back(scene.anchor, fields, 1), scene.anchor)
    return Timed("DURATION", value)


def window(fields: Fields, scene: Scene) -> Timed | None:
    """A length that ends or begins at the anchor: "the past three weeks", "the next few hours", "recent weeks"."""
    value = length(fields)
    if value is None:
        return None
    if fields.way not in (-1, 1) or scene.after == "of":
        return Timed("DURATION", value)
    base = (scene.beside if fields.way < 0 else None) or scene.anchor
    return Timed("DURATION", value, _back(base, fields, fields.way), base)


def every(fields: Fields, _: Scene) -> Timed | None:
    """What recurs: "daily", "every two weeks", "every Friday", "Sundays"."""
    if fields.value is not None:
        return Timed("SET", fields.value)
    if fields.wd is not None:
        tail = fields.part
        return Timed("SET", f"XXXX-WXX-{fields.wd}" + (f"T{tail}" if tail else ""))
    if fields.part is not None:
        return Timed("SET", f"XXXX-XX-XXT{fields.part}")
    if fields.month is not None:
        return Timed("SET", f"XXXX-{fields.month:02d}")
    if fields.season is not None:
        return Timed("SET", f"XXXX-{fields.season}")
    value = length(Fields(n=fields.n or "1", unit=fields.unit))
    return None if value is None else Timed("SET", value)


def reference(fields: Fields, scene: Scene) -> Timed | None:
    """The bare past, present or future."""
    date = scene.anchor.date
    days = {"PAST_REF": Interval(None, date), "PRESENT_REF": Interval(date, date), "FUTURE_REF": Interval(date, None)}
    value = fields.value or "PRESENT_REF"
    return Timed("DATE", value, days.get(value, OPEN), scene.anchor if value in days else None)
