"""Writes who shares words with whom, and calls for it to be found where documents have come."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from sqlalchemy import Connection, and_, func, or_, select

from reportedly.ids import span_id
from reportedly.model import WITHDRAWN, Reprint
from reportedly.ports import ReuseShelf
from reportedly.store import schema, sql
from reportedly.store.batch import Batch
from reportedly.store.rows import child_rows, details_hash
from reportedly.store.shelf import LedgerShelf

if TYPE_CHECKING:
    from reportedly.store.ledger import Ledger

CHUNK = 128
"""Appearances that are compared in one transaction."""

Update = Callable[[ReuseShelf, Iterable[str]], list[Reprint]]
"""Puts documents on the shelf, and returns the pairs that this changes."""


def compare_new(ledger: Ledger, update: Update) -> set[str]:
    """Compare the documents that appeared since texts were last compared, and return their ids; so many in one transaction.

    What was compared is on the shelf in the same transaction that records the pairs, so a job that is cut off is taken up where it was.
    """
    compared: set[str] = set()
    while True:
        with ledger.writing() as (connection, batch):
            fresh = _fresh(connection)
            if not fresh:
                return compared
            documents = {document for document in fresh.values() if document}
            put_reprints(connection, batch, update(LedgerShelf(connection), sorted(documents)))
            compared |= documents
            connection.exec_driver_sql("UPDATE reuse_until SET appearance = ?", (max(fresh),))


def put_reprints(connection: Connection, batch: Batch, reprints: Iterable[Reprint]) -> None:
    """Record pairs of documents that are not recorded, or were found otherwise before; the last record of a pair counts."""
    for found in sorted((pair.ordered() for pair in reprints), key=lambda pair: (pair.a, pair.b)):
        key, last = span_id("reprint", found.a, found.b), _last(connection, found)
        standing = next(sql.reprints(connection, schema.reprint.c.seq == last), None) if last is not None else None
        if standing == found or (standing is None and found.label == WITHDRAWN):
            continue
        names = ("a_start", "a_end", "b_start", "b_end")
        rows = child_rows(schema.passage, "reprint", ({name: getattr(part, name) for name in names} for part in found.passages))
        values = {"a": found.a, "b": found.b, "label": found.label, "containment": found.containment, "earliest": None}
        name = key if last is None else f"{key}.{batch.number}"
        seq = batch.put(schema.reprint, {"id": name, "details": details_hash([(schema.passage, rows)]), **values})
        batch.put_details(schema.passage, "reprint", seq, rows)


def _last(connection: Connection, found: Reprint) -> int | None:
    pair = schema.reprint.c
    same = or_(and_(pair.a == found.a, pair.b == found.b), and_(pair.a == found.b, pair.b == found.a))
    last: int | None = connection.scalar(select(func.max(pair.seq)).where(same))
    return last


def forget(connection: Connection, document: str) -> None:
    """Take a document off the shelf, with its marks where no near copy of it holds them, too."""
    family = connection.exec_driver_sql("SELECT family FROM reuse_text WHERE document = ?", (document,)).scalar()
    connection.exec_driver_sql("DELETE FROM reuse_text WHERE document = ?", (document,))
    if connection.exec_driver_sql("SELECT 1 FROM reuse_text WHERE family = ? LIMIT 1", (family,)).first() is None:
        for table in ("reuse_band", "reuse_mark"):
            connection.exec_driver_sql(f"DELETE FROM {table} WHERE family = ?", (family,))  # noqa: S608 - names are ours


def _fresh(connection: Connection) -> dict[int, str | None]:
    """Return the next appearances after the last that was compared: number -> document, None where that was redacted."""
    place, document = schema.appearance.c, schema.document.c
    until = connection.exec_driver_sql("SELECT appearance FROM reuse_until").scalar_one()
    query = select(place.seq, document.id, document.text.is_(None).label("redacted")).join_from(schema.appearance, schema.document)
    rows = connection.execute(query.where(place.seq > until).order_by(place.seq).limit(CHUNK))
    return {row.seq: None if row.redacted else row.id for row in rows}
