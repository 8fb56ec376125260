"""Views over the ledger: what is asked for is fetched once, and shown by pure functions of claims."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import timedelta
from itertools import islice
from typing import TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Connection

from reportedly.compare.world import World
from reportedly.model.pack import Pack
from reportedly.query.chains import ChainCounter
from reportedly.query.conditions import selection
from reportedly.query.filters import ClaimFilter
from reportedly.query.seen import seen_of
from reportedly.store import Ledger, schema
from reportedly.track.seen import Glass, Row
from reportedly.track.track import Track
from reportedly.truce.times import span_of
from reportedly.truce.view import View

R = TypeVar("R", bound=Row)
CLOCKS = frozenset({"as_of", "known_by", "recorded_by", "limit", "offset"})
"""Fields of a filter that choose no claims of a view."""


def view(
    ledger: Ledger,
    where: ClaimFilter,
    track: Track[R],
    *,
    asked: View,
    pack: Pack,
) -> Iterator[R]:
    """Yield the rows of a view that have a claim which passes the filter; a row is always shown whole, with those who say otherwise.

    Args:
        ledger: the open ledger.
        where: which claims a row must have one of; its clocks are those of ``asked``.
        track: which claims the view is of, and how its rows are made of them.
        asked: the day, what was known and recorded by then, and the lens.
        pack: relations between actors and places.
    """
    clocks = ClaimFilter(known_by=asked.known_by, recorded_by=asked.recorded_by)
    with ledger.reading() as connection:
        found = list(seen_of(connection, clocks, *_of(track)))
        chosen = _chosen(connection, where, clocks)
        counter, world = ChainCounter(connection, clocks), World.of(pack)
        glass = Glass(
            last_day(asked.as_of),
            asked.chains,
            lambda group: counter.behind([one.held for one in group], {one.claim.id: one.authors for one in group}),
            world.related,
            lambda place: world.is_wide([place]),
            world.kinds.get,
        )
        rows = (row for row in track.build(found, glass) if chosen is None or row.ids & chosen)
        stop = None if where.limit is None else where.offset + where.limit
        yield from islice(rows, where.offset, stop)


def _of(track: Track[R]) -> Iterator[ColumnElement[bool]]:
    claim = schema.claim.c
    yield claim.type.in_(track.types)
    if track.frames:
        yield claim.frame.in_(track.frames)


def last_day(asked: str) -> str:
    """Return the last day of the day, month or year that is looked from."""
    span = span_of(asked, ZoneInfo("UTC"))
    return asked if span is None or span.until is None else (span.until - timedelta(seconds=1)).date().isoformat()


def _chosen(connection: Connection, where: ClaimFilter, clocks: ClaimFilter) -> set[str] | None:
    """Return the ids of the claims that pass; None where no filter is named."""
    given = {field.name for field in fields(where) if getattr(where, field.name) not in {None, ()}} - CLOCKS
    if not given:
        return None
    narrowed = replace(where, as_of=None, known_by=clocks.known_by, recorded_by=clocks.recorded_by, limit=None, offset=0)
    return set(connection.scalars(selection(narrowed).with_only_columns(schema.claim.c.id)))
