"""Which claims belong to which groups of which view, with the days that views choose by: numbers only, and no words.

It is derived from the claims, lies outside the hash chain, and is made anew where it is missing or of another edition.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import Any, NamedTuple

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Index,
    Integer,
    MetaData,
    Select,
    Table,
    Text,
    delete,
    func,
    insert,
    inspect,
    select,
    update,
)

from reportedly.store import briefs, database, schema, uses
from reportedly.store.briefs import Brief
from reportedly.store.uses import Page

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

group = Table(
    "sighting_group",
    _metadata,
    Column("track", Integer, primary_key=True, autoincrement=False),
    Column("grp", BigInteger, primary_key=True),
    Column("era", Integer, primary_key=True),
    *(Column(name, Integer, nullable=False) for name in ("claims", "newest", "seen_from", "seen_to", "known_from", "known_to")),
    sqlite_with_rowid=False,
)
"""Of a group and an era, which is named by its first day: how many claims are of it by their rank, the newest rank of them, from the
earliest to the latest day that one is seen from, and the first and last day that one was known on. Only the claims of eras that the
clocks cut through need to be counted."""

ERA = 512
"""Days of an era: of claims of six years a group has five rows at most, and clocks cut through one or two."""

until = Table("sighting_until", _metadata, Column("batch", Integer, nullable=False), Column("edition", Text, nullable=False))


SHAPE = 6
"""Changes with the columns of these tables, and then they are made anew."""
_PLACES = (
    "DROP INDEX IF EXISTS claim_place_told",
    "CREATE INDEX IF NOT EXISTS claim_place_named ON claim_place (lower(name), claim)",
    "CREATE INDEX IF NOT EXISTS claim_place_at ON claim_place (place, claim)",
)
"""Places are asked for by name, too, large or small; and claims at one in their order, which is where their rows lie side by side."""
_DAYS = 'CREATE INDEX IF NOT EXISTS claim_day ON claim (coalesce("begin", "until"), seq)'
"""Claims are put in order by the days on which they are said to hold."""
_LARGER = ("newest", "seen_to", "known_to")
_SMALLER = ("seen_from", "known_from")
_ADD = "INSERT INTO sighting_group VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (track, grp, era) DO UPDATE SET " + ", ".join(  # noqa: S608
    [
        "claims = sighting_group.claims + excluded.claims",
        *(
            f"{name} = CASE WHEN sighting_group.{name} {sign} excluded.{name} THEN sighting_group.{name} ELSE excluded.{name} END"
            for names, sign in ((_LARGER, ">"), (_SMALLER, "<"))
            for name in names
        ),
    ]
)
_GONE = "DELETE FROM sighting_group WHERE track = ? AND grp = ? AND era = ?"
_AGAIN = (
    "INSERT INTO sighting_group SELECT track, grp, ?, count(*), max(rank), min(since), max(since), min(known), max(known) FROM sighting"
    " WHERE track = ? AND grp = ? AND rank BETWEEN ? AND ? GROUP BY track, grp"
)


class Sighting(NamedTuple):
    """A row of the table."""

    track: int
    grp: int
    rank: int
    claim: int
    since: int
    known: int


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


def in_groups(numbers: Select[Any], tracks: Collection[int]) -> Select[Any]:
    """Return the query of those of claims that are in groups of views; ``numbers`` is that of the claims' numbers."""
    (claim,) = numbers.subquery().c
    return select(claim).where(select(sighting.c.rank).where(sighting.c.claim == claim, sighting.c.track.in_(tracks)).exists())


def begin_anew(connection: Connection, edition: str) -> None:
    """Empty the table, or make it."""
    database.of(connection).emptied(connection, _metadata)
    briefs.begin_anew(connection)
    uses.begin_anew(connection)
    for statement in _PLACES:
        connection.exec_driver_sql(statement)
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


def put(connection: Connection, documents: Collection[str], rows: Iterable[Sighting | Brief | Page], to: int) -> None:
    """Put the rows of documents in the place of those that they have, and note up to which batch the tables hold."""
    _take_out(connection, documents)
    connection.exec_driver_sql(_DAYS)
    made = list(rows)
    values = [row for row in made if isinstance(row, Sighting)]
    briefs.put(connection, [row for row in made if isinstance(row, Brief)])
    uses.put(connection, [row for row in made if isinstance(row, Page)])
    if values:  # the driver's own: a million rows at times
        database.of(connection).put_rows(connection, sighting.name, Sighting._fields, values)
    groups = list(grouped(values))
    if groups:
        connection.exec_driver_sql(_ADD, groups)
    connection.execute(update(until).values(batch=to))


def grouped(rows: Iterable[Sighting]) -> Iterator[tuple[int, ...]]:
    """Yield the groups of rows by era, as the table of groups has them; none of rows that only stand beside a group."""
    found: dict[tuple[int, int, int], list[Sighting]] = defaultdict(list)
    for row in rows:
        if row.track >= 0:
            found[row.track, row.grp, _era(row.rank)].append(row)
    for key, each in found.items():
        since, known = [row.since for row in each], [row.known for row in each]
        yield *key, len(each), max(row.rank for row in each), min(since), max(since), min(known), max(known)


def _era(rank: int) -> int:
    return rank - rank % ERA


def forget_document(connection: Connection, document: str) -> None:
    """Take out the rows of a document, where there is a table."""
    if inspect(connection).has_table(group.name):
        _take_out(connection, [document])


def _take_out(connection: Connection, documents: Collection[str]) -> None:
    """Take out the rows of documents, and count again the groups that they were in."""
    briefs.take_out(connection, documents)
    uses.take_out(connection, documents)
    lost: set[tuple[int, int, int]] = set()
    own = sighting.c
    for document in documents:
        claims = select(schema.claim.c.seq).where(schema.claim.c.document == document)
        found = connection.execute(select(own.track, own.grp, own.rank).where(own.claim.in_(claims))).all()
        if found:
            connection.execute(delete(sighting).where(own.claim.in_(claims)))
            lost |= {(row.track, row.grp, _era(row.rank)) for row in found if row.track >= 0}
    if lost:
        connection.exec_driver_sql(_GONE, sorted(lost))
        connection.exec_driver_sql(_AGAIN, [(era, track, grp, era, era + ERA - 1) for track, grp, era in sorted(lost)])
