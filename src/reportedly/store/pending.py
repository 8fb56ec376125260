"""What the main job asks of the record before and after it adds to it."""

from __future__ import annotations

from sqlalchemy import exists, func, select

from reportedly.store import schema, sightings, sql
from reportedly.store.held import latest
from reportedly.store.ledger import Ledger
from reportedly.store.run import run_of


def holds(ledger: Ledger, document: str) -> bool:
    """Say whether a document of that id is recorded."""
    with ledger.reading() as connection:
        return bool(connection.scalar(select(exists().where(schema.document.c.id == document))))


def uncompared(ledger: Ledger) -> frozenset[str]:
    """Return the ids of the documents whose claims were not compared yet: of the present job, or of one that was cut off."""
    reading = schema.reading.c
    with ledger.reading() as connection:
        compared = connection.exec_driver_sql("SELECT compared FROM matter_until").scalar_one()
        return frozenset(connection.scalars(select(reading.document).where(reading.seq > compared)))


def unread_by(ledger: Ledger, run: str) -> tuple[str, ...]:
    """Return the ids of the documents whose latest reading is not of the run, in the order they were added; redacted ones left out."""
    reading, document = schema.reading.c, schema.document.c
    last = select(func.max(reading.seq)).group_by(reading.document)
    with ledger.reading() as connection:
        read = {
            row.document
            for row in connection.execute(select(schema.reading).where(reading.seq.in_(last)))
            if run_of(connection, row.seq, row.layers) == run
        }
        ids = connection.scalars(select(document.id).where(document.text.is_not(None)).order_by(document.seq))
        return tuple(found for found in ids if found not in read)


def last_batch(ledger: Ledger) -> int:
    """Return the number of the last transaction, 0 where there is none."""
    with ledger.reading() as connection:
        return sightings.last_batch(connection)


def links_since(ledger: Ledger, batch: int) -> tuple[int, int]:
    """Return how many reprints and contradictions were recorded after a transaction and stand, look-alikes left out.

    Only what was recorded since is looked at, so the cost does not grow with the ledger.
    """
    reprint, pair = schema.reprint.c, schema.contradiction.c
    query = select(func.count()).select_from(schema.contradiction).where(pair.batch > batch, pair.look_alike.is_(False), sql.kept_pair())
    for own in (pair.a, pair.b):
        end = schema.claim.alias()
        query = query.where(exists().where(end.c.id == own, latest(end)))
    with ledger.reading() as connection:
        reprints = connection.scalar(select(func.count()).where(reprint.batch > batch, sql.standing_reprint())) or 0
        return reprints, connection.scalar(query) or 0


def link_counts(ledger: Ledger) -> tuple[int, int]:
    """Return how many reprints and contradictions are recorded, look-alikes left out."""
    pair = schema.contradiction
    standing = sql.standing_pair()
    with ledger.reading() as connection:
        reprints = connection.scalar(select(func.count()).select_from(schema.reprint).where(sql.standing_reprint())) or 0
        return reprints, connection.scalar(select(func.count()).select_from(pair).where(pair.c.look_alike.is_(False), standing)) or 0
