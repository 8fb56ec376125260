"""Reads the record back as entities of the model."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Any

from sqlalchemy import Connection, Row, Select, select

from reportedly.errors import UnknownIdError
from reportedly.model import Contradiction, Document, Failure, HeldClaim, Reading, Reprint
from reportedly.store import database, schema, sql
from reportedly.store.held import held_claims
from reportedly.store.matching import matching
from reportedly.store.provenance import KNOWN, with_provenance
from reportedly.store.rows import mark_from, metadata_from, segments_from
from reportedly.store.taken import by_program

Opening = Callable[[], AbstractContextManager[Connection]]


class View:
    """Reads the record; each call sees one state of it.

    Args:
        opening: gives a connection inside a read transaction.
    """

    def __init__(self, opening: Opening) -> None:
        self._opening = opening

    def documents(self, words: str | None = None) -> Iterator[Document]:
        """Yield the documents in the order they were added, under their first appearance; with ``words``, those that hold them all.

        A redacted document is left out.
        """
        query = _documents()
        if words is not None:
            found = matching("document", words)
            if found is None:
                return
            query = query.where(schema.document.c.seq.in_(found))
        with self._opening() as connection:
            for row in database.streamed(connection, query, sql.CHUNK):
                yield _document(row)

    def document(self, document: str) -> Document:
        """Return a document under its first appearance.

        Raises:
            UnknownIdError: no document has that id, or it was redacted.
        """
        with self._opening() as connection:
            return _document(_held(connection, document))

    def reading(self, document: str, recorded_by: str | None = None) -> Reading:
        """Return the latest reading of a document, equal to what was added; the latest that was recorded by ``recorded_by``.

        Raises:
            UnknownIdError: no document has that id, or it was redacted.
        """
        with self._opening() as connection:
            row = _held(connection, document)
            table = schema.reading.c
            query = select(table.seq, table.layers).where(table.document == document).order_by(table.seq.desc())
            last = connection.execute(query if recorded_by is None else query.where(sql.until(table.recorded, recorded_by))).first()
            reading = Reading(_document(row))
            return _layers(connection, reading, last.seq, json.loads(last.layers)) if last else reading

    def held_claims(self, documents: Sequence[str] | None = None) -> Iterator[HeldClaim]:
        """Yield the claims of the latest reading of every document, or of those named, with who published them and when."""
        where = () if documents is None else (schema.claim.c.document.in_(documents),)
        with self._opening() as connection:
            for _, held in held_claims(connection, *where):
                yield held

    def reprints(self) -> Iterator[Reprint]:
        """Yield the pairs of documents that share words, as they stand."""
        with self._opening() as connection:
            yield from sql.reprints(connection)

    def contradictions(self) -> Iterator[Contradiction]:
        """Yield the recorded contradictions, look-alikes among them, as they were found last; those of superseded claims, too."""
        with self._opening() as connection:
            for row in connection.execute(select(schema.contradiction).where(sql.kept_pair()).order_by(schema.contradiction.c.seq)):
                yield Contradiction(row.id, row.kind, row.a, row.b, row.why, row.look_alike)

    def failures(self) -> Iterator[Failure]:
        """Yield what could not be read, with its bytes where they were kept."""
        table, blob = schema.failure, schema.blob
        query = select(table, blob.c.bytes).outerjoin(blob, blob.c.sha256 == table.c.blob).order_by(table.c.seq)
        with self._opening() as connection:
            for row in connection.execute(query):
                yield Failure(row.path, row.code, row.message, row.ref, row.bytes)


def _held(connection: Connection, document: str) -> Row[Any]:
    row = connection.execute(_documents([document]).where(schema.document.c.id == document)).first()
    if row is None:
        what = f"no document has the id {document}"
        raise UnknownIdError(what)
    return row


def _documents(chosen: Sequence[str] | None = None) -> Select[Any]:
    document, blob, place = schema.document, schema.blob, sql.first_appearance(chosen)
    own = (document.c.id, document.c.text, document.c.format, document.c.lang, document.c.segments, blob.c.bytes)
    where = [column for column in place.c if column.name not in {"id", "seq"}]
    known = [schema.provenance.c[name] for name in KNOWN]
    joined = document.join(blob, blob.c.sha256 == document.c.blob).join(place, place.c.document == document.c.id)
    joined = joined.outerjoin(schema.provenance, schema.provenance.c.appearance == place.c.id)
    return select(*own, *where, *known).select_from(joined).where(document.c.text.is_not(None)).order_by(document.c.seq)


def _document(row: Row[Any]) -> Document:
    document = Document(
        id=row.id,
        path=row.path,
        text=row.text,
        data=row.bytes,
        metadata=metadata_from(row, row.lang),
        segments=segments_from(row.segments),
        ref=row.ref,
        format=row.format,
    )
    return with_provenance(document, row)


def _layers(connection: Connection, reading: Reading, number: int, layers: dict[str, str | None]) -> Reading:
    for layer, table in schema.LAYERS.items():
        if layers[layer] is not None:
            rows = connection.execute(select(table).where(table.c.reading == number).order_by(table.c.ordinal))
            reading = reading.with_layer(layer, tuple(mark_from(layer, row) for row in rows))
    if layers["claims"] is None:
        return reading
    claim = schema.claim
    query = select(claim).where(claim.c.reading == number, claim.c.body.is_not(None), by_program(claim)).order_by(claim.c.ordinal)
    return reading.with_layer("claims", tuple(found for _, found in sql.claims(connection, query)))
