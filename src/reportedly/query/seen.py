"""Claims as views need them, and no more of each: without its explanation, and with its figures only where a view is of numbers."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Row, Select, func, select

from reportedly.model import HeldClaim
from reportedly.query.conditions import lens
from reportedly.query.filters import ClaimFilter
from reportedly.store import schema, sql
from reportedly.track.seen import Seen

_DAY = 10


class _Page(NamedTuple):
    """What a claim is told of its document: its first appearance, and the first day on which it was published."""

    path: str
    published: str | None
    publisher: str | None
    byline: tuple[str, ...]
    known: str | None


def seen_of(connection: Connection, clocks: ClaimFilter, *chosen: ColumnElement[bool]) -> Iterator[Seen]:
    """Yield the claims that meet conditions, as known and recorded by the days of ``clocks``, in the order they were recorded."""
    return (one for _, one in numbered(connection, clocks.recorded_by, *lens(clocks), *chosen))


def numbered(connection: Connection, recorded_by: str | None, *chosen: ColumnElement[bool]) -> Iterator[tuple[int, Seen]]:
    """Yield the claims that meet conditions, each with the number of its row."""
    query = _slim().where(*chosen).order_by(schema.claim.c.seq)
    pages: dict[str, _Page] = {}
    for rows in connection.execution_options(yield_per=sql.CHUNK).execute(query).partitions(sql.CHUNK):
        yield from _seen(connection, rows, pages, recorded_by)


def by_numbers(connection: Connection, numbers: Iterable[int]) -> dict[int, Seen]:
    """Return the claims of rows that are known to stand."""
    pages: dict[str, _Page] = {}
    left, found = iter(sorted(numbers)), dict[int, Seen]()
    while part := list(islice(left, sql.CHUNK)):
        rows = connection.execute(_slim().where(schema.claim.c.seq.in_(part))).all()
        found |= dict(_seen(connection, rows, pages, None))
    return found


def _seen(connection: Connection, rows: Sequence[Row[Any]], pages: dict[str, _Page], recorded_by: str | None) -> Iterator[tuple[int, Seen]]:
    fresh = {row.document for row in rows} - pages.keys()
    pages |= _pages(connection, sorted(fresh), recorded_by)
    for row, claim in sql.with_figures(connection, rows):
        page = pages[row.document]
        held = HeldClaim(claim, row.document, page.path, page.published, page.publisher)
        yield row.seq, Seen(held, page.known or row.recorded[:_DAY], page.byline if claim.own else ())


def _slim() -> Select[Any]:
    """Return the query of claims without what explains how they were drawn, which is half of their words."""
    columns = [column for column in schema.claim.c if column.name != "body"]
    return select(*columns, func.json_remove(schema.claim.c.body, "$.explanation").label("body"))


def _pages(connection: Connection, documents: list[str], recorded_by: str | None) -> dict[str, _Page]:
    place = schema.appearance.c
    query = select(schema.appearance).where(place.document.in_(documents)).order_by(place.seq)
    found: dict[str, list[Row[Any]]] = {document: [] for document in documents}
    for row in connection.execute(query):
        found[row.document].append(row)
    return {document: _page(rows, recorded_by) for document, rows in found.items()}


def _page(rows: list[Row[Any]], recorded_by: str | None) -> _Page:
    first = rows[0]
    days = [row.published for row in rows if row.published and (recorded_by is None or row.recorded[: len(recorded_by)] <= recorded_by)]
    return _Page(
        first.path, first.published, first.publisher or first.publisher_id, tuple(json.loads(first.byline)), min(days, default=None)
    )
