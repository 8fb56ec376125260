"""The functions that give expressions their values, by the name that patterns call them by.

Each takes the fields of a match and the scene that it stands in, and returns what it means, or None where the words are no
time expression after all. An impossible date is a meaning without a value.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from reportedly.dates import norms_day, norms_holiday, norms_relative, norms_span, norms_unit
from reportedly.dates.fields import Fields
from reportedly.dates.scene import Scene, Timed

Norm = Callable[[Fields, Scene], Timed | None]

NORMS: Mapping[str, Norm] = {
    "day": norms_day.day,
    "day_of_month": norms_day.day_of_month,
    "figures": norms_day.figures,
    "glued": norms_day.glued,
    "impossible": norms_day.impossible,
    "holiday": norms_holiday.holiday,
    "weekday_of_month": norms_holiday.weekday_of_month,
    "week_of_day": norms_holiday.week_of_day,
    "month": norms_unit.month,
    "season": norms_unit.season,
    "year": norms_unit.year,
    "second_year": norms_unit.second_year,
    "decade": norms_unit.decade,
    "century": norms_unit.century,
    "part_of_year": norms_unit.part_of_year,
    "week_of_month": norms_unit.week_of_month,
    "fixed": norms_unit.fixed,
    "weekday": norms_relative.weekday,
    "deictic": norms_relative.deictic,
    "unit": norms_relative.unit,
    "weekend": norms_relative.weekend,
    "narrative": norms_relative.narrative,
    "ago": norms_relative.ago,
    "time_of_day": norms_relative.time_of_day,
    "duration": norms_span.duration,
    "window": norms_span.window,
    "every": norms_span.every,
    "reference": norms_span.reference,
}
