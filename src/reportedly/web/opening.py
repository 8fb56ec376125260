"""From which day a page opens where none is asked for: a ledger of long ago opens on its own last days, not on today."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from reportedly.query.clocks import appeared
from reportedly.query.filters import ClaimFilter
from reportedly.store import schema

if TYPE_CHECKING:
    from reportedly.store import Ledger

_LONG = timedelta(days=30)
"""How long ago the last dated report must be for a ledger to be one of the past: marks of the map are small by then."""


def opening(ledger: Ledger, today: str, clocks: ClaimFilter) -> str | None:
    """Return the day of the last dated report by the clocks, where that is long before ``today``; None where it is not, or none has a day.

    Days after today are passed over: a wrong date in one report would else be looked from.
    """
    place = schema.appearance.c
    query = select(func.max(place.published)).where(place.published <= today, *appeared(clocks))
    with ledger.reading() as connection:
        last: str | None = connection.scalar(query)
    return None if last is None or date.fromisoformat(today) - date.fromisoformat(last) <= _LONG else last


def earlier(counts: dict[str, int], day: str, rows: int) -> str | None:
    """Return the last day from which on there are at least ``rows`` claims up to the end of ``day``; None where there are fewer.

    Args:
        counts: claims by ISO day, in the order of days.
        day: the last that is counted.
        rows: how many claims are wanted.
    """
    left = rows
    for each in reversed(counts):
        if each <= day:
            left -= counts[each]
            if left <= 0:
                return each
    return None
