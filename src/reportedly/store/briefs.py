"""What rows of some views are told apart by, of every claim that stands: a few of its words, so that the rest is read of a page alone.

It is derived from the claims and kept in step by :mod:`reportedly.store.sightings`, outside the hash chain.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

from sqlalchemy import BigInteger, Column, Connection, Index, Integer, MetaData, Table, Text

from reportedly.store import database

_metadata = MetaData()

brief = Table(
    "sighting_brief",
    _metadata,
    Column("track", Integer, primary_key=True, autoincrement=False),
    Column("day", Integer, primary_key=True),
    Column("claim", Integer, primary_key=True),
    Column("since", Integer, nullable=False),
    Column("known", Integer, nullable=False),
    Column("told", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""``day`` is the one that the view looks claims up by, ``since`` that from which on one is seen, ``known`` that on which it was published,
else captured: as ordinals. ``told`` is JSON, as the view tells it of a claim."""

Index("sighting_brief_claim", brief.c.claim)

shelf = Table(
    "sighting_shelf",
    _metadata,
    Column("track", Integer, primary_key=True, autoincrement=False),
    Column("shelf", BigInteger, primary_key=True),
    Column("day", Integer, primary_key=True),
    Column("claim", Integer, primary_key=True),
    sqlite_with_rowid=False,
)
"""Where else it looks them up, by day: claims of one row that share no shelf are joined by others, or by what comparison found."""

Index("sighting_shelf_claim", shelf.c.claim)


class Brief(NamedTuple):
    """What is kept of a claim; ``shelves`` are the numbers of those that it stands on."""

    track: int
    day: int
    claim: int
    since: int
    known: int
    told: str
    shelves: tuple[int, ...] = ()


def begin_anew(connection: Connection) -> None:
    """Empty the tables, or make them."""
    database.of(connection).emptied(connection, _metadata)


def put(connection: Connection, rows: Iterable[Brief]) -> None:
    """Put rows in."""
    found = list(rows)
    for table, values in ((brief, [row[:-1] for row in found]), (shelf, [_standing(row, each) for row in found for each in row.shelves])):
        if values:  # the driver's own: hundreds of thousands at times
            database.of(connection).put_rows(connection, table.name, table.columns.keys(), values)


def _standing(row: Brief, on: int) -> tuple[int, int, int, int]:
    return row.track, on, row.day, row.claim


def take_out(connection: Connection, documents: Collection[str]) -> None:
    """Take out the rows of documents."""
    for table in (brief, shelf) if documents else ():
        gone = f"DELETE FROM {table.name} WHERE claim IN (SELECT seq FROM claim WHERE document = ?)"  # noqa: S608 - names are ours
        connection.exec_driver_sql(gone, [(document,) for document in documents])
