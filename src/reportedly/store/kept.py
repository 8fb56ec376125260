"""What was worked out once of each document and text, many documents to a row: derived, in no hash, and made anew for another edition."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from zlib import crc32

from sqlalchemy import Column, Connection, Integer, MetaData, Table, Text, delete, func, insert, inspect, select

from reportedly.store.columns import Columns, Row, packed, unpacked

_metadata = MetaData()

bearing = Table(
    "bearing_part",
    _metadata,
    Column("text", Text, primary_key=True),
    Column("part", Integer, primary_key=True),
    Column("body", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""What the claims of a part of all documents bear on in a text; ``text`` is the edition that they were proposed by."""

_MOST = 64
"""Texts and editions that are kept beside each other; those held least far go first."""

_PARTS = 64
"""How many parts the documents fall into, by their ids: few are soon read, many soon written where one document changes."""

until = Table("bearing_part_until", _metadata, Column("text", Text, primary_key=True), Column("batch", Integer, nullable=False))

_EARLIER = MetaData()
"""How it was laid out before, a row to each document."""

for _name in ("bearing", "bearing_until"):
    Table(_name, _EARLIER)


def held_until(connection: Connection, text: str) -> int | None:
    """Return up to which batch the bearings on a text are held; None where none are."""
    if not inspect(connection).has_table(until.name):
        return None
    return connection.scalar(select(until.c.batch).where(until.c.text == text))


def put(connection: Connection, text: str, rows: Mapping[str, Collection[Row]], to: int) -> None:
    """Put what documents bear on a text in the place of what they had, and note up to which batch it holds."""
    _metadata.create_all(connection)
    _EARLIER.drop_all(connection)
    by_part: dict[int, dict[str, Collection[Row]]] = defaultdict(dict)
    for document, own in rows.items():
        by_part[_part(document)][document] = own
    for part, of_part in by_part.items():
        _replace(connection, text, part, of_part)
    connection.execute(delete(until).where(until.c.text == text))
    connection.execute(insert(until).values(text=text, batch=to))
    for old in connection.scalars(select(until.c.text).where(until.c.text != text).order_by(until.c.batch.desc()).offset(_MOST)).all():
        for table in (bearing, until):
            connection.execute(delete(table).where(table.c.text == old))


def columns(connection: Connection, text: str) -> Iterator[Columns]:
    """Yield what claims bear on a text, part by part."""
    query = select(bearing.c.body).where(bearing.c.text == text).order_by(bearing.c.part)
    yield from map(unpacked, connection.scalars(query))


def bearing_counts(connection: Connection) -> Counter[str]:
    """Return how often each claim bears on a text, as far as it was proposed; of each text in its last edition."""
    found: Counter[str] = Counter()
    if inspect(connection).has_table(bearing.name):
        last = select(func.max(until.c.batch)).scalar_subquery()
        query = select(bearing.c.body).join(until, until.c.text == bearing.c.text).where(until.c.batch == last)
        for body in connection.scalars(query):
            found.update(unpacked(body).claims)
    return found


def forget_bearings(connection: Connection, document: str) -> None:
    """Take out what a document bears on, where there is a table."""
    _EARLIER.drop_all(connection)
    if inspect(connection).has_table(bearing.name):
        for text in connection.scalars(select(bearing.c.text).where(bearing.c.part == _part(document))).all():
            _replace(connection, text, _part(document), {document: ()})


def _replace(connection: Connection, text: str, part: int, rows: Mapping[str, Collection[Row]]) -> None:
    """Put rows of documents in the place of those that a part had; documents that have none any more go."""
    here = (bearing.c.text == text, bearing.c.part == part)
    before = connection.scalar(select(bearing.c.body).where(*here))
    held = {**(unpacked(before).by_document() if before else {}), **rows}
    left = {document: own for document, own in held.items() if own}
    if before:
        connection.execute(delete(bearing).where(*here))
    if left:
        connection.execute(insert(bearing).values(text=text, part=part, body=packed(left)))


def _part(document: str) -> int:
    return crc32(document.encode()) % _PARTS
