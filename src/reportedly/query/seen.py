"""Claims as views need them, and no more of each: without its explanation, and with its figures only where a view is of numbers."""

from __future__ import annotations

import gc
import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from itertools import islice
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Row, Select, func, select

from reportedly.model import HeldClaim
from reportedly.query.conditions import lens
from reportedly.query.filters import ClaimFilter
from reportedly.store import database, schema, sql
from reportedly.track.seen import Seen

_DAY = 10
_LEFT = frozenset({"body", "body_sha256", "details", "hash", "batch", "supersedes", "ordinal", "reading"})


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
    for rows in database.parts(connection, query, sql.CHUNK):
        yield from _seen(connection, rows, pages, recorded_by)


def by_numbers(connection: Connection, numbers: Iterable[int], recorded_by: str | None = None) -> dict[int, Seen]:
    """Return the claims of rows that are known to stand."""
    pages: dict[str, _Page] = {}
    left, found = iter(sorted(numbers)), dict[int, Seen]()
    with uncollected():
        while part := list(islice(left, sql.CHUNK)):
            rows = connection.execute(_slim().where(database.among(schema.claim.c.seq, part))).all()
            found |= dict(_seen(connection, rows, pages, recorded_by))
    return found


@contextmanager
def uncollected() -> Iterator[None]:
    """Let nobody look for cycles meanwhile: claims have none, and the looking takes a third of the time in which they are made."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _seen(connection: Connection, rows: Sequence[Row[Any]], pages: dict[str, _Page], recorded_by: str | None) -> Iterator[tuple[int, Seen]]:
    fresh = {row.document for row in rows} - pages.keys()
    if fresh:
        pages |= _pages(connection, sorted(fresh), recorded_by)
    for row, claim in sql.with_figures(connection, rows, lean=True):
        page = pages[row.document]
        held = HeldClaim(claim, row.document, page.path, page.published, page.publisher)
        yield row.seq, Seen(held, page.known or row.recorded[:_DAY], page.byline if claim.own else ())


@cache
def _slim() -> Select[Any]:
    """Return the query of claims without what explains how they were drawn, which is half of their words, and without their hashes."""
    columns = [column for column in schema.claim.c if column.name not in _LEFT]
    return select(*columns, func.json_remove(schema.claim.c.body, "$.explanation").label("body"))


def _pages(connection: Connection, documents: list[str], recorded_by: str | None) -> dict[str, _Page]:
    place = schema.appearance.c
    columns = (place.document, place.path, place.published, place.publisher, place.publisher_id, place.byline, place.recorded)
    query: Select[Any] = select(*columns).where(database.among(place.document, documents)).order_by(place.seq)
    found: dict[str, list[tuple[Any, ...]]] = {document: [] for document in documents}
    for row in connection.execute(query):
        found[row[0]].append(tuple(row))
    return {document: _page(rows, recorded_by) for document, rows in found.items()}


def _page(rows: Sequence[tuple[Any, ...]], recorded_by: str | None) -> _Page:
    _, path, published, publisher, publisher_id, byline, _ = rows[0]
    days = [day for _, _, day, *_, at in rows if day and (recorded_by is None or at[: len(recorded_by)] <= recorded_by)]
    return _Page(path, published, publisher or publisher_id, tuple(json.loads(byline)) if byline != "[]" else (), min(days, default=None))
