"""What was worked out once of each document and text, as JSON: derived, in no hash, and made anew for another edition."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sqlalchemy import Column, Connection, Index, Integer, MetaData, Table, Text, delete, insert, inspect, select

_metadata = MetaData()

bearing = Table(
    "bearing",
    _metadata,
    Column("text", Text, primary_key=True),
    Column("document", Text, primary_key=True),
    Column("body", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""What the claims of a document bear on in a text; ``text`` is the edition that they were proposed by."""

_MOST = 64
"""Texts and editions that are kept beside each other; those held least far go first."""

Index("bearing_document", bearing.c.document)

until = Table("bearing_until", _metadata, Column("text", Text, primary_key=True), Column("batch", Integer, nullable=False))


def held_until(connection: Connection, text: str) -> int | None:
    """Return up to which batch the bearings on a text are held; None where none are."""
    if not inspect(connection).has_table(until.name):
        return None
    return connection.scalar(select(until.c.batch).where(until.c.text == text))


def put(connection: Connection, text: str, bodies: Mapping[str, str | None], to: int) -> None:
    """Put what documents bear on a text in the place of what they had, and note up to which batch it holds; None is nothing."""
    _metadata.create_all(connection)
    for document in bodies:
        connection.execute(delete(bearing).where(bearing.c.text == text, bearing.c.document == document))
    rows = [{"text": text, "document": document, "body": body} for document, body in bodies.items() if body is not None]
    if rows:
        connection.execute(insert(bearing), rows)
    connection.execute(delete(until).where(until.c.text == text))
    connection.execute(insert(until).values(text=text, batch=to))
    for old in connection.scalars(select(until.c.text).where(until.c.text != text).order_by(until.c.batch.desc()).offset(_MOST)).all():
        for table in (bearing, until):
            connection.execute(delete(table).where(table.c.text == old))


def bodies(connection: Connection, text: str) -> Iterator[tuple[str, str]]:
    """Yield documents with what their claims bear on a text."""
    query = select(bearing.c.document, bearing.c.body).where(bearing.c.text == text).order_by(bearing.c.document)
    yield from ((row.document, row.body) for row in connection.execute(query))


def forget_bearings(connection: Connection, document: str) -> None:
    """Take out what a document bears on, where there is a table."""
    if inspect(connection).has_table(bearing.name):
        connection.execute(delete(bearing).where(bearing.c.document == document))
