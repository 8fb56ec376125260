"""Redaction: words go, hashes stay, and the chain stays whole."""

from __future__ import annotations

import json

from sqlalchemy import Connection, delete, select, update

from reportedly.errors import UnknownIdError
from reportedly.store import database, schema
from reportedly.store.beside import forget_files
from reportedly.store.kept import forget_bearings
from reportedly.store.ledger import Ledger
from reportedly.store.matters import forget_claims
from reportedly.store.reuse import forget
from reportedly.store.sightings import forget_document


def redact(ledger: Ledger, document: str, *, reason: str, by: str) -> None:
    """Take a document's bytes, text, marks and the words of its claims out of the record and the search index, for good.

    Its hashes, the ids of its claims and what links to them stay. The redaction itself is recorded, signed.

    Args:
        ledger: the open ledger.
        document: id of the document.
        reason: why.
        by: who decided it.

    Raises:
        UnknownIdError: no document has that id.
    """
    with ledger.writing() as (connection, batch):
        table = schema.document.c
        row = connection.execute(select(table.seq, table.text, table.blob).where(table.id == document)).first()
        if row is None:
            what = f"no document has the id {document}"
            raise UnknownIdError(what)
        batch.put(schema.redaction, {"document": document, "reason": reason, "by": by})
        batch.close()  # the triggers let go only what was redacted
        if row.text is not None:
            _unindex(connection, document, row.seq, row.text)
            _empty(connection, document, row.blob)
    forget_files(ledger.where, ledger.address)
    with database.of(ledger.engine).guarded(ledger.where):
        database.of(ledger.engine).purge(ledger.engine)


def _unindex(connection: Connection, document: str, number: int, text: str) -> None:
    claim = schema.claim.c
    query = select(claim.seq, claim.start, claim.end, claim.body).where(claim.document == document, claim.body.is_not(None))
    claims = [(row.seq, text[row.start : row.end], json.loads(row.body)["gloss"]) for row in connection.execute(query)]
    database.of(connection).unindex(connection, [(number, text)], claims)


def _empty(connection: Connection, document: str, blob: str) -> None:
    readings = select(schema.reading.c.seq).where(schema.reading.c.document == document)
    claims = select(schema.claim.c.seq).where(schema.claim.c.document == document)
    for table in schema.LAYERS.values():
        connection.execute(delete(table).where(table.c.reading.in_(readings)))
    for table in schema.DETAIL[schema.claim]:
        connection.execute(delete(table).where(table.c.claim.in_(claims)))
    forget(connection, document)
    forget_document(connection, document)
    forget_bearings(connection, document)
    forget_claims(connection, document)
    connection.execute(update(schema.claim).where(schema.claim.c.document == document).values(body=None))
    connection.execute(update(schema.provenance).where(schema.provenance.c.document == document).values(left_out=None))
    connection.execute(update(schema.document).where(schema.document.c.id == document).values(text=None))
    connection.execute(update(schema.blob).where(schema.blob.c.sha256 == blob).values(bytes=None))
