"""Which claims belong to which groups of which view, with the days that views choose by: numbers only, and no words.

It is derived from the claims, lies outside the hash chain, and is made anew where it is missing or of another edition.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import NamedTuple

from sqlalchemy import BigInteger, Column, Connection, Index, Integer, MetaData, Table, Text, delete, func, insert, inspect, select, update

from reportedly.store import schema

_metadata = MetaData()

sighting = Table(
    "sighting",
    _metadata,
    Column("track", Integer, primary_key=True, autoincrement=False),
    Column("grp", BigInteger, primary_key=True),
    Column("rank", Integer, primary_key=True),
    Column("claim", Integer, primary_key=True),
    Column("since", Integer, nullable=False),
    Column("known", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""Days are proleptic Gregorian ordinals. ``since``: from which on a claim is seen; ``rank``: by which it is put in order; ``known``: on
which it was published, else captured."""

Index("sighting_claim", sighting.c.claim)

until = Table("sighting_until", _metadata, Column("batch", Integer, nullable=False), Column("edition", Text, nullable=False))


class Sighting(NamedTuple):
    """A row of the table."""

    track: int
    grp: int
    rank: int
    claim: int
    since: int
    known: int


@lru_cache(100_000)
def group_number(name: str) -> int:
    """Return the number that stands for a group's name: 64 bits of its hash."""
    return int.from_bytes(hashlib.blake2b(name.encode(), digest_size=8).digest(), signed=True)


def is_fresh(connection: Connection, edition: str) -> bool:
    """Say whether the table holds all that is recorded, as this edition of the program reads it."""
    return held_until(connection, edition) == last_batch(connection)


def held_until(connection: Connection, edition: str) -> int | None:
    """Return the number of the last batch that the table holds; None where there is none, or it is of another edition."""
    if not inspect(connection).has_table(until.name):
        return None
    row = connection.execute(select(until)).first()
    return row.batch if row is not None and row.edition == edition else None


def last_batch(connection: Connection) -> int:
    """Return the number of the last batch of the record."""
    return connection.scalar(select(func.max(schema.batch.c.seq))) or 0


def begin_anew(connection: Connection, edition: str) -> None:
    """Empty the table, or make it."""
    _metadata.drop_all(connection)
    _metadata.create_all(connection)
    connection.execute(insert(until).values(batch=0, edition=edition))


def changed(connection: Connection, after: int, to: int) -> list[str]:
    """Return the documents that were read, published, judged of or redacted in the batches after one, up to another."""
    tables, act, claim = (schema.reading, schema.appearance, schema.redaction), schema.judgement.c, schema.claim.c
    queries = [select(table.c.document).where(table.c.batch > after, table.c.batch <= to) for table in tables]
    queries.append(
        select(claim.document).join(schema.judgement, act.claim == claim.id).where(act.batch > after, act.batch <= to).distinct()
    )
    found = map(connection.scalars, queries)
    return sorted({document for each in found for document in each})


def put(connection: Connection, documents: Collection[str], rows: Iterable[Sighting], to: int) -> None:
    """Put the rows of documents in the place of those that they have, and note up to which batch the table holds."""
    for document in documents:
        _take_out(connection, document)
    marks = ", ".join("?" * len(Sighting._fields))
    values = list(rows)
    if values:  # the driver's own: a million rows at times
        connection.exec_driver_sql(f"INSERT INTO sighting ({', '.join(Sighting._fields)}) VALUES ({marks})", values)  # noqa: S608
    connection.execute(update(until).values(batch=to))


def forget_document(connection: Connection, document: str) -> None:
    """Take out the rows of a document, where there is a table."""
    if inspect(connection).has_table(sighting.name):
        _take_out(connection, document)


def _take_out(connection: Connection, document: str) -> None:
    claims = select(schema.claim.c.seq).where(schema.claim.c.document == document)
    connection.execute(delete(sighting).where(sighting.c.claim.in_(claims)))
