"""The days of the ledger as two drawings over one axis, one for each clock."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

WIDTH, HEIGHT = 720, 40
_BARS = 240
"""Bars of a drawing, at most."""
_TAIL = 0.004
"""The part of the claims that may lie before the axis, and after it: a single one of long ago does not make it longer."""
_STRAY = 20
"""One in so many claims may be left out as astray: those further from all others than these are from each other."""
_STEPS = (1, 7, 30, 91, 365)
_NAMES = ("day", "week", "month", "quarter", "year")
_LEAST = 1.2


@dataclass(frozen=True, slots=True)
class Axis:
    """Days from ``first`` to ``last``, both in it, and how many days a bar has."""

    first: date
    last: date
    step: int

    @property
    def per(self) -> str:
        """What a bar is called."""
        return _NAMES[_STEPS.index(self.step)] if self.step in _STEPS else f"{self.step} days"

    @property
    def bars(self) -> int:
        """How many bars there are."""
        return (self.last - self.first).days // self.step + 1

    def is_before(self, day: str) -> bool:
        """Say whether an ISO day lies before it."""
        return day < self.first.isoformat()

    def is_after(self, day: str) -> bool:
        """Say whether an ISO day lies after it."""
        return day > self.last.isoformat()

    def x(self, day: date) -> float:
        """Return where a day begins."""
        return WIDTH * ((day - self.first).days / self.step) / self.bars

    def years(self) -> list[tuple[str, float]]:
        """Return the years and months that are written below, and where, in hundredths of the width."""
        years = [date(year, 1, 1) for year in range(self.first.year, self.last.year + 1)]
        months = [date(year.year, month, 1) for year in years for month in range(1, 13)]
        wide = self.last.year - self.first.year > 1
        marks = [day for day in (years if wide else months) if self.first <= day <= self.last]
        every = max(1, -(-len(marks) // 14))
        return [(day.isoformat()[: 4 if wide else 7], round(100 * self.x(day) / WIDTH, 2)) for day in marks[::every]]


@dataclass(frozen=True, slots=True)
class Bars:
    """A drawing: the path of its bars, the claims of the highest, and those before and after the axis."""

    path: str
    most: int
    before: int
    after: int


def axis_of(*counts: Mapping[str, int]) -> Axis | None:
    """Return the axis that has nearly all days; None where there are none."""
    ends = [end for found in counts if (end := _ends(found)) is not None]
    if not ends:
        return None
    both: Counter[date] = Counter()
    for found in counts:
        for day, count in found.items():
            both[date.fromisoformat(day)] += count
    first, last = _near(both, min(first for first, _ in ends), max(last for _, last in ends))
    span = (last - first).days + 1
    step = next((step for step in _STEPS if span / step <= _BARS), -(-span // _BARS))
    return Axis(first, last, step)


def _ends(counts: Mapping[str, int]) -> tuple[date, date] | None:
    """Return the first and the last day without the tails."""
    tail = _TAIL * sum(counts.values())
    found = []
    for order in (sorted(counts), sorted(counts, reverse=True)):
        passed = 0
        for day in order:
            passed += counts[day]
            if passed > tail:
                found.append(date.fromisoformat(day))
                break
    return (found[0], found[1]) if found else None


def _near(counts: Mapping[date, int], first: date, last: date) -> tuple[date, date]:
    """Return the first and the last of those days that lie near each other."""
    days = sorted(day for day in counts if first <= day <= last)
    for _ in ("from the first", "from the last"):
        days = _cut(days, counts)[::-1]
    return days[0], days[-1]


def _cut(days: list[date], counts: Mapping[date, int]) -> list[date]:
    """Return the days without the few at their beginning that are further from the next than that is from the end."""
    few, cut = sum(counts[day] for day in days) // _STRAY, 0
    for at, (day, following) in enumerate(pairwise(days), start=1):
        few -= counts[day]
        if few < 0:
            break
        if abs(following - day) > abs(days[-1] - following):
            cut = at
    return days[cut:]


def bars_of(counts: Mapping[str, int], axis: Axis) -> Bars:
    """Return the bars of the days on an axis."""
    bins, wide = _bins(counts, axis), WIDTH / axis.bars
    before, after = (sum(count for day, count in counts.items() if off(day)) for off in (axis.is_before, axis.is_after))
    most = max(bins.values(), default=0)
    path = "".join(_bar(at * wide, wide, count / most) for at, count in sorted(bins.items()))
    return Bars(path, most, before, after)


def _bins(counts: Mapping[str, int], axis: Axis) -> Counter[int]:
    bins: Counter[int] = Counter()
    for day, count in counts.items():
        if not axis.is_before(day) and not axis.is_after(day):
            bins[(date.fromisoformat(day) - axis.first).days // axis.step] += count
    return bins


def _bar(x: float, wide: float, share: float) -> str:
    tall = max(_LEAST, HEIGHT * share)
    return f"M{x:.1f} {HEIGHT}v{-tall:.1f}h{max(0.8, wide * 0.82):.1f}v{tall:.1f}z"


def spans(counts: Mapping[str, int], axis: Axis) -> list[tuple[str, str, int]]:
    """Return the bars as first day, last day and claims, those with none left out."""
    begins = ((axis.first + timedelta(days=at * axis.step), count) for at, count in sorted(_bins(counts, axis).items()))
    return [(day.isoformat(), min(axis.last, day + timedelta(days=axis.step - 1)).isoformat(), count) for day, count in begins]
