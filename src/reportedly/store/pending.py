"""What the main job asks of the record before and after it adds to it."""

from __future__ import annotations

from sqlalchemy import exists, func, select

from reportedly.store import schema
from reportedly.store.ledger import Ledger


def holds(ledger: Ledger, document: str) -> bool:
    """Say whether a document of that id is recorded."""
    with ledger.reading() as connection:
        return bool(connection.scalar(select(exists().where(schema.document.c.id == document))))


def uncompared(ledger: Ledger) -> frozenset[str]:
    """Return the ids of the documents recorded since links were last written.

    They are those of the present job, and those of one that was cut off before it compared.
    """
    links = (schema.reprint, schema.contradiction)
    with ledger.reading() as connection:
        last = max(connection.scalar(select(func.max(table.c.batch))) or 0 for table in links)
        return frozenset(connection.scalars(select(schema.document.c.id).where(schema.document.c.batch > last)))


def link_counts(ledger: Ledger) -> tuple[int, int]:
    """Return how many reprints and contradictions are recorded, look-alikes left out."""
    pair = schema.contradiction
    with ledger.reading() as connection:
        reprints = connection.scalar(select(func.count()).select_from(schema.reprint)) or 0
        return reprints, connection.scalar(select(func.count()).select_from(pair).where(pair.c.look_alike.is_(False))) or 0
