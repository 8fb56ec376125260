"""Queries that more than one part of the program asks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, Subquery, and_, exists, func, select

from reportedly.model import Claim, Figure
from reportedly.store import schema
from reportedly.store.rows import claim_from, figure_from

CHUNK = 500
"""Rows fetched at once; far under every database's ceiling of values in one query."""


def first_appearance() -> Subquery:
    """Return every document's appearance that was recorded first."""
    first = select(func.min(schema.appearance.c.seq)).group_by(schema.appearance.c.document)
    return select(schema.appearance).where(schema.appearance.c.seq.in_(first)).subquery("first_appearance")


def current(recorded_by: str | None = None) -> ColumnElement[bool]:
    """Return the condition that a claim is of its document's latest reading, not superseded, and not redacted.

    Args:
        recorded_by: a moment as stored, or a day, which includes all of it; what was recorded later is not seen.
    """
    claim, later = schema.claim, schema.claim.alias("later")
    reading = schema.reading.c
    last = select(func.max(reading.seq)).group_by(reading.document)
    replaced = exists().where(later.c.supersedes == claim.c.seq)
    if recorded_by is not None:
        last = last.where(until(reading.recorded, recorded_by))
        replaced = replaced.where(until(later.c.recorded, recorded_by))
    return and_(claim.c.reading.in_(last), ~replaced, claim.c.body.is_not(None))


def until(column: ColumnElement[Any], limit: str) -> ColumnElement[bool]:
    """Return the condition that an ISO day or moment is not after ``limit``, as exactly as ``limit`` is written."""
    return func.substr(column, 1, len(limit)) <= limit


def since(column: ColumnElement[Any], limit: str) -> ColumnElement[bool]:
    """Return the condition that an ISO day or moment is not before ``limit``, as exactly as ``limit`` is written."""
    return func.substr(column, 1, len(limit)) >= limit


def claims(connection: Connection, query: Select[Any]) -> Iterator[tuple[Row[Any], Claim]]:
    """Yield the rows of a query that selects all columns of the claim table, each with its claim, figures and all."""
    result = connection.execution_options(yield_per=CHUNK).execute(query)
    for rows in result.partitions(CHUNK):
        figures = _figures(connection, [row.seq for row in rows])
        for row in rows:
            yield row, claim_from(row, figures[row.seq])


def _figures(connection: Connection, numbers: list[int]) -> dict[int, list[Figure]]:
    table = schema.figure.c
    found: dict[int, list[Figure]] = defaultdict(list)
    query = select(schema.figure).where(table.claim.in_(numbers)).order_by(table.claim, table.ordinal)
    for row in connection.execute(query):
        found[row.claim].append(figure_from(row))
    return found
