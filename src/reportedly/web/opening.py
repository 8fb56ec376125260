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

_DAY = 10  # characters of an ISO day
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


def earlier(ledger: Ledger, before: str, rows: int) -> str | None:
    """Return the day from which on ``rows`` claims begin before another day; of the first claim where fewer do; None where none does."""
    claim = schema.claim.c
    day = func.coalesce(claim.begin, claim.until)
    query = select(day).where(day < before)
    with ledger.reading() as connection:
        found: str | None = connection.scalar(query.order_by(day.desc()).offset(rows - 1).limit(1)) or connection.scalar(
            query.order_by(day).limit(1)
        )
    return found and found[:_DAY]
