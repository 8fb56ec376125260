"""The days that a claim is about, and how far two claims are about the same ones."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from reportedly.compare.blocks import GUEST
from reportedly.model import HeldClaim

_DAY, _MONTH, _YEAR = 10, 7, 4  # lengths of ISO dates
_CELLS = ((4, 1), (31, 7), (10**6, 30))  # windows of up to so many days are filed in cells of so many days
_MOST_CELLS = 40
_NEWS = frozenset({"attack", "casualty"})


@dataclass(frozen=True, slots=True)
class Window:
    """Days as ordinals, both inclusive."""

    begin: int
    until: int

    @property
    def days(self) -> int:
        """How many days it has."""
        return self.until - self.begin + 1

    def shared(self, other: Window) -> int:
        """Return how many days both have, 0 or more."""
        return max(0, min(self.until, other.until) - max(self.begin, other.begin) + 1)

    def alike(self, other: Window) -> float:
        """Return the share of all their days that both have, 0 to 1."""
        both = self.shared(other)
        return both / (self.days + other.days - both)

    def cells(self) -> Iterator[str]:
        """Yield names of stretches of time; two windows that are alike by half or more have one in common.

        In the longer stretches a window is a guest (see :mod:`reportedly.compare.blocks`): two that only share one of these share no day,
        or meet in the shorter ones.
        """
        level = next(at for at, (most, _) in enumerate(_CELLS) if self.days <= most)
        for end, (_, size) in zip(("", GUEST), _CELLS[level : level + 2], strict=False):
            for cell in range(self.begin // size, min(self.until // size, self.begin // size + _MOST_CELLS) + 1):
                yield f"{size}d{cell}{end}"

    def __str__(self) -> str:
        begin, until = (dt.date.fromordinal(day).isoformat() for day in (self.begin, self.until))
        return f"on {begin}" if begin == until else f"from {begin} to {until}"


def event_window(held: HeldClaim) -> Window | None:
    """Return the days on which what is claimed happened, None where either end is unknown.

    An attack or a toll that a report tells without a date is taken for news: of that day or the day before.
    """
    valid = held.claim.valid
    if valid.begin is None and held.claim.type in _NEWS:
        last = _window(valid.until, valid.until)
        return Window(last.begin - 1, last.until) if last else None
    return _window(valid.begin, valid.until)


def state_window(held: HeldClaim) -> Window | None:
    """Return the days on which a claimed state held: an open end is closed by the day of saying, and so is a state without dates."""
    said = held.claim.asserted or held.published
    valid = held.claim.valid
    return _window(valid.begin or valid.until or said, valid.until or said)


def said_on(held: HeldClaim) -> Window | None:
    """Return the day on which a claim was made, else published."""
    return day_window(held.claim.asserted or held.published)


def day_window(value: str | None) -> Window | None:
    """Return the days of an ISO day, month or year, None for anything else."""
    return _window(value, value)


def _window(begin: str | None, until: str | None) -> Window | None:
    first, last = _ends(begin), _ends(until)
    if first is None or last is None or last[1] < first[0]:
        return None
    return Window(first[0], last[1])


@lru_cache(maxsize=1 << 14)
def _ends(value: str | None) -> tuple[int, int] | None:
    """Return the first and last day of an ISO year, month, day or moment; None for anything else."""
    if not value:
        return None
    try:
        if len(value) >= _DAY:
            day = dt.date.fromisoformat(value[:_DAY]).toordinal()
            return day, day
        year, month = int(value[:_YEAR]), int(value[5:_MONTH]) if len(value) == _MONTH else None
        last = calendar.monthrange(year, month or 12)[1]
        return dt.date(year, month or 1, 1).toordinal(), dt.date(year, month or 12, last).toordinal()
    except ValueError:
        return None
