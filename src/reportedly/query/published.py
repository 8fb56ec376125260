"""When documents were published."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, func, select

from reportedly.store import schema, sql


def published(connection: Connection, recorded_by: str | None = None, documents: Sequence[str] | None = None) -> dict[str, str]:
    """Return the first day on which each document was published, of those known, as it was recorded by a day or moment."""
    place = schema.appearance.c
    query = select(place.document, func.min(place.published).label("day")).where(place.published.is_not(None)).group_by(place.document)
    if documents is not None:
        query = query.where(place.document.in_(documents))
    if recorded_by is not None:
        query = query.where(sql.until(place.recorded, recorded_by))
    return {row.document: row.day for row in connection.execute(query)}
