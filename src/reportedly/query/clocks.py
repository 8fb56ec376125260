"""The clocks of publication and of recording, as conditions; and why something is not there by them."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import ColumnElement, Connection, exists, func, select

from reportedly.errors import LaterError
from reportedly.query.filters import ClaimFilter
from reportedly.store import schema, sql


def clocks_of(where: ClaimFilter) -> ClaimFilter:
    """Return the filter that has nothing but the two clocks of another, and whether judgements count."""
    return ClaimFilter(known_by=where.known_by, recorded_by=where.recorded_by, judgements=where.judgements)


def appeared(where: ClaimFilter) -> Iterator[ColumnElement[bool]]:
    """Yield the conditions that an appearance was published and recorded by the clocks."""
    if where.recorded_by is not None:
        yield sql.until(schema.appearance.c.recorded, where.recorded_by)
    if where.known_by is not None:
        yield sql.until(sql.day_known(), where.known_by)


def was_there(document: ColumnElement[str], where: ClaimFilter) -> Iterator[ColumnElement[bool]]:
    """Yield the condition that a document had appeared somewhere by the clocks; none where no clock is given."""
    conditions = list(appeared(where))
    if conditions:
        yield exists().where(schema.appearance.c.document == document, *conditions)


def cuts(connection: Connection, recorded_by: str) -> bool:
    """Say whether anything was recorded later than a day or moment."""
    return connection.scalar(select(schema.batch.c.seq).where(~sql.until(schema.batch.c.recorded, recorded_by)).limit(1)) is not None


def require(connection: Connection, what: str, document: str, recorded: str, where: ClaimFilter) -> None:
    """Say why something is not there, where it is not.

    Args:
        connection: inside a read transaction.
        what: what it is called.
        document: where it stands.
        recorded: when the thing itself was recorded.
        where: the clocks.

    Raises:
        LaterError: it was recorded, or published, after the clocks.
    """
    place, clock = schema.appearance.c, where.recorded_by
    if clock is not None and recorded[: len(clock)] > clock:
        told = f"this {what} was recorded on {recorded}: later than {clock}, from where it is looked"
        raise LaterError(told, where="recorded_by", remedy="set the clock later, or take it out")
    if connection.scalar(select(1).where(*was_there(schema.document.c.id, where), schema.document.c.id == document)) is None:
        day = connection.scalar(select(func.min(sql.day_known())).where(place.document == document))
        told = f"this {what} was published on {day}, as far as is known: later than {where.known_by}, from where it is looked"
        raise LaterError(told, where="known_by", remedy="set the clock later, or take it out")
