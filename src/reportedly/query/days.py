"""How many claims there are by day, on both clocks: the day from which on each is said to hold, and the day on which it was published."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from reportedly.query.columns import Columns, Mask, counts_of, passing
from reportedly.query.conditions import lens
from reportedly.query.filters import ClaimFilter
from reportedly.store import Ledger, database, schema, sql

Held = Callable[[Connection], Columns | None]
_DAY = 10


class Days(NamedTuple):
    """Claims by ISO day, in the order of days; ``late`` where counting took too long, and there are none."""

    holds: dict[str, int]
    published: dict[str, int]
    late: bool = False


def days(ledger: Ledger, recorded_by: str | None, milliseconds: int, held: Held | None = None) -> Days:
    """Return how many claims that stand there are of each day.

    Args:
        ledger: the open ledger.
        recorded_by: by when they were recorded.
        milliseconds: how long they are counted, at most.
        held: gives the claims as columns, where they are at hand.
    """
    with ledger.reading() as connection:
        columns = None if held is None else held(connection)
        mask = None if columns is None else passing(columns, connection, ClaimFilter(recorded_by=recorded_by))
        if columns is not None and mask is not None:
            return _of(columns, mask)
    return _asked(ledger, recorded_by, milliseconds)


def _of(columns: Columns, mask: Mask) -> Days:
    holds, published = Counter[str](), counts_of(columns.day, columns.document[mask])
    for day, count in counts_of(columns.begin, mask).items():
        if day is not None:
            holds[day[:_DAY]] += count
    return Days(dict(sorted(holds.items())), {day: published[day] for day in sorted(filter(None, published))})


def _asked(ledger: Ledger, recorded_by: str | None, milliseconds: int) -> Days:
    claim, place = schema.claim.c, schema.appearance.c
    stands = tuple(lens(ClaimFilter(recorded_by=recorded_by)))
    begin = func.substr(claim.begin, 1, _DAY)
    first = select(place.document, func.min(sql.day_known()).label("day"))
    known = first.group_by(place.document).subquery()
    counts = (
        select(begin, func.count()).where(claim.begin.is_not(None), *stands).group_by(begin).order_by(begin),
        select(known.c.day, func.count())
        .join_from(schema.claim, known, known.c.document == claim.document)
        .where(*stands)
        .group_by(known.c.day)
        .order_by(known.c.day),
    )
    try:
        with ledger.reading() as connection, database.within(connection, milliseconds):
            holds, published = ({row[0]: row[1] for row in connection.execute(query)} for query in counts)
    except TimeoutError:
        return Days({}, {}, late=True)
    return Days(holds, published)
