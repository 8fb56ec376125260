"""Claims with their documents, as comparison sees them, some at a time: the cost of each does not grow with the ledger."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Select, bindparam, case, exists, func, select

from reportedly.model import AROUND, HeldClaim
from reportedly.store import schema, sql

_SHORT = 100_000
"""Characters up to which a text is cut in the database; in a longer one every cut would count its characters from the start."""


def held_claims(connection: Connection, *where: ColumnElement[bool], recorded_by: str | None = None) -> Iterator[tuple[int, HeldClaim]]:
    """Yield the number and the claim of those of a document's latest reading, in order, with who published it first and when.

    Args:
        connection: inside a transaction.
        where: which claims; without it, all. Redacted ones are left out.
        recorded_by: what was recorded later is not seen.
    """
    query = _latest_claims()
    if recorded_by is not None:
        query = _any_claims().where(latest(recorded_by=recorded_by), sql.until(schema.claim.c.recorded, recorded_by))
    yield from _held(connection, query.where(*where), {})


def numbered(connection: Connection, numbers: Sequence[int]) -> Iterator[tuple[int, HeldClaim]]:
    """Yield claims by number, as :func:`held_claims` does, without why they were drawn."""
    yield from _held(connection, _by(schema.claim.c.seq), {"wanted": numbers}, lean=True)


def of_documents(connection: Connection, documents: Sequence[str]) -> Iterator[tuple[int, HeldClaim]]:
    """Yield the claims of documents, as :func:`held_claims` does, without why they were drawn."""
    yield from _held(connection, _by(schema.claim.c.document), {"wanted": documents}, lean=True)


def of_readings(connection: Connection, readings: Sequence[int], *, replaced: bool = False) -> Iterator[tuple[int, HeldClaim]]:
    """Yield the claims of readings, without why they were drawn; ``replaced``: those that a later reading has replaced, too."""
    yield from _held(connection, _by(schema.claim.c.reading, replaced=replaced), {"wanted": readings}, lean=True)


def _held(
    connection: Connection, query: Select[Any], values: Mapping[str, object], *, lean: bool = False
) -> Iterator[tuple[int, HeldClaim]]:
    document, text = "", ""
    for row, held in sql.claims(connection, query, values, lean=lean):
        if row.chars <= _SHORT:
            around = (row.words_before or "", row.words or "", row.words_after or "")
        else:
            if row.document != document:
                own = select(schema.document.c.text).where(schema.document.c.id == row.document)
                document, text = row.document, connection.scalar(own) or ""
            around = (text[max(0, held.start - AROUND) : held.start], text[held.start : held.end], text[held.end : held.end + AROUND])
        yield row.seq, HeldClaim(held, row.document, row.path, row.published, row.publisher, *around)


def latest(claim: FromClause = schema.claim, recorded_by: str | None = None) -> ColumnElement[bool]:
    """Return the condition that a claim is of its document's latest reading (by ``recorded_by``), looked up claim by claim."""
    later = schema.reading.alias()
    replaced = exists().where(later.c.document == claim.c.document, later.c.seq > claim.c.reading).correlate(claim)
    return ~(replaced if recorded_by is None else replaced.where(sql.until(later.c.recorded, recorded_by)))


@cache
def _by(column: ColumnElement[Any], *, replaced: bool = False) -> Select[Any]:
    query = _any_claims() if replaced else _latest_claims()
    return query.where(column.in_(bindparam("wanted", expanding=True)))


@cache
def _latest_claims() -> Select[Any]:
    return _any_claims().where(latest())


def _any_claims() -> Select[Any]:
    claim, document, place, earlier = schema.claim, schema.document, schema.appearance, schema.appearance.alias()
    first = select(func.min(earlier.c.seq)).where(earlier.c.document == claim.c.document).correlate(claim).scalar_subquery()
    publisher = func.coalesce(place.c.publisher, place.c.publisher_id).label("publisher")
    short = document.c.chars <= _SHORT
    around = [case((short, words)).label(words.name) for words in sql.words_around(AROUND)]
    query = select(claim, document.c.chars, place.c.path, place.c.published, publisher, *around)
    query = query.join(document, document.c.id == claim.c.document).join(place, place.c.seq == first)
    return query.where(claim.c.body.is_not(None)).order_by(claim.c.seq)
