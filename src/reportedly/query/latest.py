"""The rows of the latest days, by the claims of these alone: for views whose claims are of one row only where their days lie near."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from reportedly.query.conditions import lens
from reportedly.query.filters import ClaimFilter
from reportedly.query.groups import EVER
from reportedly.store import schema
from reportedly.track.track import Near, R, Track

_DAY = 10
_CLAIMS = 2
"""Claims of a row, as a first guess."""
_REACH = 4
"""How many times as far as claims of a row lie from each other a claim reaches back: it joins a row; another is shared out by that row; a
third by what becomes of the second; and what lasts no longer than that is told of as late."""


class Dated(NamedTuple):
    """A claim by its number and id, and the first and the last day of what it tells of, as ordinals."""

    number: int
    id: str
    first: int
    last: int


def dated(connection: Connection, clocks: ClaimFilter, track: Track[Any], near: Near[Any], as_of: str) -> list[Dated]:
    """Return the days of all claims of a view that were said by a day, the latest first: of each a few words are read, and no more."""
    claim = schema.claim.c
    framed = [claim.frame.in_(track.frames)] if track.frames else []
    query = select(claim.seq, claim.id, claim.frame, claim.stance, claim.begin, claim.until, claim.asserted)
    days: dict[str, int] = {}
    rows = connection.execute(query.where(claim.type.in_(track.types), *framed, *lens(clocks)))
    found = [dated_of(row, near, days) for row in rows if row.asserted is None or row.asserted[:_DAY] <= as_of]
    return sorted(found, key=lambda one: (one.first, one.number), reverse=True)


def dated_of(row: Any, near: Near[Any], days: dict[str, int]) -> Dated:  # noqa: ANN401 - a row of the query above
    """Return the days of a claim; ``days`` are ordinals that were worked out before."""
    number, key, frame, stance, begin, until, said = row
    if said is None:  # its page knows; it may be of any day
        return Dated(number, key, 1, EVER)
    told = begin or until or said
    first = min(told, said) if near.early(frame, stance) else told
    return Dated(number, key, _ordinal(first, days), _ordinal(max(told, until or told), days))


def _ordinal(day: str, days: dict[str, int]) -> int:
    if day not in days:
        days[day] = date.fromisoformat(day[:_DAY]).toordinal()
    return days[day]


def newest(found: Iterable[Dated], wanted: int, passing: Collection[int] | None) -> frozenset[str]:
    """Return the ids of the latest claims, those that so many rows are likely made of."""
    return frozenset(one.id for one in islice((one for one in found if passing is None or one.number in passing), wanted * _CLAIMS))


def stretches(
    found: Sequence[Dated], near: Near[Any], wanted: int, passing: Collection[int] | None
) -> Iterator[tuple[Sequence[Dated], int | None]]:
    """Yield ever more of the claims, and the last day of those that are left, None where none is.

    The first stretch goes so far back that ``wanted`` rows may be made of it, of claims that pass where there is a filter. What lasts is in
    all of them.
    """
    lasting = [one for one in found if one.last - one.first > near.days]
    short = [one for one in found if one.last - one.first <= near.days]
    telling = (one.first for one in short if passing is None or one.number in passing)
    day = next(islice(telling, wanted * _CLAIMS, None), None)
    back = None if day is None else day - _REACH * near.days
    at = next((at for at, one in enumerate(short) if one.first < back), len(short)) if back is not None else len(short)
    while at < len(short):
        yield lasting + short[:at], short[at].first
        at *= 2
    yield found, None


def sure(rows: Iterable[R], by_id: Mapping[str, Dated], left: int | None, near: Near[R]) -> list[R]:
    """Return the rows that stand as they are, and before all others, whatever the claims tell that are left.

    Args:
        rows: those of the claims that are at hand.
        by_id: these claims.
        left: the last day of those that are left, None where none is.
        near: how near to each other claims of one row lie.

    What is left joins only rows that begin near it. Through such a row it may change how claims near that one are shared out, and so rows
    that are near to these in turn.
    """
    told = [(row, [by_id[key] for key in row.ids]) for row in rows]
    if left is None:
        return [row for row, _ in told]
    first = {id(row): min(one.first for one in of) for row, of in told}
    top = max((one.first for row, of in told if first[id(row)] <= left + near.days for one in of), default=left)
    reach = max(top, left + near.days) + (_REACH - 2) * near.days
    end = max((one.last for row, of in told if first[id(row)] <= reach for one in of), default=left)
    end = max(end, left + near.days)
    return [row for row, _ in told if _ordinal(near.end(row), {}) > end]
