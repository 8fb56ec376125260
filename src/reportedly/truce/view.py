"""From where evidence is looked at: as of a moment, as known or recorded by a day, through a lens."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from reportedly.truce.evidence import Bearing, Coverage
from reportedly.truce.times import Interval, span_of


@dataclass(frozen=True, slots=True)
class View:
    """Where an answer is given from.

    Attributes:
        as_of: the moment, in ISO, that things are judged at; what is said to happen after it is left out.
        known_by, recorded_by: what was published, or recorded, by then; None is all of it.
        chains: independent chains that something definite needs.
        judged: claims are as persons judged them, not as they were drawn.
    """

    as_of: str
    known_by: str | None = None
    recorded_by: str | None = None
    chains: int = 1
    judged: bool = True

    def moment(self, zone: ZoneInfo) -> dt.datetime:
        """Return the end of the day, or the minute, that things are judged at. Raises ValueError where ``as_of`` is none."""
        span = span_of(self.as_of, zone)
        if span is None or span.until is None:
            message = f"{self.as_of!r} is no day or minute"
            raise ValueError(message)
        return span.until


class Item(NamedTuple):
    """A bearing as it looks from a view: when what it says was so, at most."""

    bearing: Bearing
    when: Interval
    said: dt.datetime | None

    @property
    def claim(self) -> str:
        """The id of its claim."""
        return self.bearing.claim


def items(bearings: Iterable[Bearing], view: View, zone: ZoneInfo) -> Iterator[Item]:
    """Yield the bearings that are seen. Nothing bears on what lies after it was said: a forecast is no report."""
    now = view.moment(zone)
    for bearing in bearings:
        if seen(bearing, view):
            when, said = spell(bearing, now, zone)
            if when is not None:
                yield Item(bearing, when, said)


def seen(row: Bearing | Coverage, view: View) -> bool:
    """Say whether something was known, and recorded, by the days of the view; what has no day is left out where one is asked for."""
    return _by(row.known, view.known_by) and _by(row.recorded, view.recorded_by)


def _by(day: str | None, limit: str | None) -> bool:
    return limit is None or (day is not None and day[: len(limit)] <= limit)


def spell(row: Bearing | Coverage, now: dt.datetime, zone: ZoneInfo) -> tuple[Interval | None, dt.datetime | None]:
    """Return when what a row says was so, as far as it was said and as far as ``now``, and when it was said; None where nothing is left."""
    return _spell(row.begin, row.until, row.said or row.known, now, zone)


@lru_cache(maxsize=65536)  # many claims tell of the same days
def _spell(
    begins: str | None, ends: str | None, told_on: str | None, now: dt.datetime, zone: ZoneInfo
) -> tuple[Interval | None, dt.datetime | None]:
    begin, until, said = (span_of(text, zone) if text else None for text in (begins, ends, told_on))
    told = said.until if said else None
    when = Interval(begin.begin if begin else None, until.until if until else None).cut(told).cut(now)
    empty = when.begin is not None and when.until is not None and when.begin >= when.until
    return (None if empty else when), told
