"""How many claims there are by day, on both clocks: the day from which on each is said to hold, and the day on which it was published."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import func, select

from reportedly.query.conditions import lens
from reportedly.query.filters import ClaimFilter
from reportedly.store import Ledger, schema, sql, sqlite

_DAY = 10


class Days(NamedTuple):
    """Claims by ISO day, in the order of days; ``late`` where counting took too long, and there are none."""

    holds: dict[str, int]
    published: dict[str, int]
    late: bool = False


def days(ledger: Ledger, recorded_by: str | None, milliseconds: int) -> Days:
    """Return how many claims that stand there are of each day.

    Args:
        ledger: the open ledger.
        recorded_by: by when they were recorded.
        milliseconds: how long they are counted, at most.
    """
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
        with ledger.reading() as connection, sqlite.within(connection, milliseconds):
            holds, published = ({row[0]: row[1] for row in connection.execute(query)} for query in counts)
    except TimeoutError:
        return Days({}, {}, late=True)
    return Days(holds, published)
