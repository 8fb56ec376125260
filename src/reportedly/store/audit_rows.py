"""Checks of rows against their hashes, each a stream over one table or two in step."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any, Generic, TypeVar

from sqlalchemy import Boolean, ColumnElement, Connection, Integer, Table, select, type_coerce

from reportedly.ids import digest
from reportedly.store import database, schema
from reportedly.store.hashing import hashed_columns, row_hash, rows_hash, sha
from reportedly.store.taken import by_program

T = TypeVar("T")
NO_WORDS = digest(b"")
"""Stands for the body of a claim that never had one: a person's, which says that another is gone, or back."""

_BOOLEANS = {0: False, 1: True}


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that does not agree.

    Attributes:
        code: blob, text, signature, body, left_out, layer, details, row, span, reference, link, order, head, search, file or unreadable.
        where: the row, by table and number or id.
        what: what is wrong, in one sentence.
    """

    code: str
    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.code} [{self.where}]: {self.what}"


def raw_column(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """Return a column as it is read for hashing: truth values as numbers."""
    return type_coerce(column, Integer) if isinstance(column.type, Boolean) else column


def row_values(columns: Sequence[ColumnElement[Any]], row: Any) -> list[Any]:  # noqa: ANN401 - a tuple of what the database holds
    """Return a row's values as they were hashed; a truth value that is neither 0 nor 1 stays as it is and fails."""
    values = list(row)
    for i in [i for i, column in enumerate(columns) if isinstance(column.type, Boolean)]:
        values[i] = _BOOLEANS.get(values[i], values[i])
    return [value.hex() if isinstance(value, bytes) else value for value in values]


def redacted(connection: Connection) -> set[str]:
    """Return the ids of the documents that were redacted."""
    return set(connection.scalars(select(schema.redaction.c.document)))


def check_blobs(connection: Connection) -> Iterator[Finding]:
    """Check that the bytes of every blob have its hash and size; they may be gone where a redaction says so."""
    blob, document = schema.blob.c, schema.document.c
    gone = set(connection.scalars(select(document.blob).where(document.id.in_(select(schema.redaction.c.document)))))
    for row in database.streamed(connection, select(blob.sha256, blob.size, blob.bytes).order_by(blob.seq), 50):
        if row.bytes is None:
            if row.sha256 not in gone:
                yield Finding("blob", f"blob {row.sha256}", "its bytes are gone and no redaction says so")
        elif not isinstance(row.bytes, bytes) or digest(row.bytes) != row.sha256 or len(row.bytes) != row.size:
            yield Finding("blob", f"blob {row.sha256}", "its bytes are not those that were recorded")


def check_texts(connection: Connection) -> Iterator[Finding]:
    """Check that every document's text has its hash and length, and that its id is its blob's hash."""
    document, gone = schema.document.c, redacted(connection)
    query = select(document.id, document.blob, document.text, document.text_sha256, document.chars).order_by(document.seq)
    for row in database.streamed(connection, query, 50):
        where = f"document {row.id}"
        if row.id != f"sha256:{row.blob}":
            yield Finding("text", where, f"its id is not the hash of its bytes, {row.blob}")
        if row.text is None:
            if row.id not in gone:
                yield Finding("text", where, "its text is gone and no redaction says so")
        elif not isinstance(row.text, str) or digest(row.text.encode()) != row.text_sha256 or len(row.text) != row.chars:
            yield Finding("text", where, "its text is not the one that was recorded")


def check_bodies(connection: Connection) -> Iterator[Finding]:
    """Check that the words of every claim have their hash."""
    claim, gone = schema.claim.c, redacted(connection)
    query = select(claim.id, claim.document, claim.body, claim.body_sha256).order_by(claim.seq)
    for row in database.streamed(connection, query, 1_000):
        if row.body is None:
            if row.document not in gone and row.body_sha256 != NO_WORDS:
                yield Finding("body", f"claim {row.id}", "its words are gone and no redaction says so")
        elif not isinstance(row.body, str) or digest(row.body.encode()) != row.body_sha256:
            yield Finding("body", f"claim {row.id}", "its words are not those that were recorded")


def check_left_out(connection: Connection) -> Iterator[Finding]:
    """Check that the words that were left out of every text have their hash."""
    table, gone = schema.provenance.c, redacted(connection)
    query = select(table.seq, table.document, table.left_out, table.left_out_sha256).order_by(table.seq)
    for row in connection.execution_options(yield_per=1_000).execute(query):
        where = f"provenance {row.seq}"
        if row.left_out is None:
            if row.document not in gone:
                yield Finding("left_out", where, "the words that were left out are gone and no redaction says so")
        elif not isinstance(row.left_out, str) or digest(row.left_out.encode()) != row.left_out_sha256:
            yield Finding("left_out", where, "the words that were left out are not those that were recorded")


def check_rows(connection: Connection, table: Table) -> Iterator[Finding]:
    """Check that every row of a sealed table has its hash."""
    columns = hashed_columns(table)
    query = select(*map(raw_column, columns), table.c.hash).order_by(table.c.seq)
    for row in database.streamed(connection, query, 1_000):
        if row_hash(table, row_values(columns, row[:-1])) != row[-1]:
            yield Finding("row", f"{table.name} {row[0]}", "the row is not the one that was recorded")


class InStep(Generic[T]):
    """Groups of rows, handed out parent by parent while the parents are read in the order of their numbers."""

    def __init__(self, groups: Iterator[tuple[int, T]]) -> None:
        self._groups = groups
        self._next = next(groups, None)

    def of(self, number: int) -> T | None:
        """Return the group of the next parent; groups of parents that are not there are passed over, the reference check names them."""
        while self._next and self._next[0] < number:
            self._next = next(self._groups, None)
        if not self._next or self._next[0] != number:
            return None
        group = self._next[1]
        self._next = next(self._groups, None)
        return group


def _children(connection: Connection, table: Table, parent: str) -> InStep[list[list[Any]]]:
    key = table.c[parent]
    columns = [column for column in table.columns if column is not key]
    rows = database.streamed(connection, select(key, *map(raw_column, columns)).order_by(key, table.c.ordinal), 1_000)
    return InStep((number, [row_values(columns, row[1:]) for row in found]) for number, found in groupby(rows, key=itemgetter(0)))


def check_layers(connection: Connection) -> Iterator[Finding]:
    """Check that the marks of every reading, and the ids of its claims, have the hash that the reading keeps."""
    gone = redacted(connection)
    reading = schema.reading.c
    children = {layer: _children(connection, table, "reading") for layer, table in schema.LAYERS.items()}
    claims = _claim_ids(connection)
    for row in connection.execute(select(reading.seq, reading.document, reading.layers).order_by(reading.seq)):
        kept = _layers(row.layers)
        now = {layer: children[layer].of(row.seq) or [] for layer in schema.LAYERS}
        hashes = {layer: rows_hash([(schema.LAYERS[layer].name, rows)]) for layer, rows in now.items()}
        now["claims"] = claims.of(row.seq) or []
        hashes["claims"] = sha(now["claims"])
        for layer, rows in now.items():
            absent = not rows and (kept.get(layer) is None or (row.document in gone and layer != "claims"))
            if not absent and hashes[layer] != kept.get(layer):
                yield Finding("layer", f"reading {row.seq} of {row.document}", f"its {layer} are not those that were recorded")


def _claim_ids(connection: Connection) -> InStep[list[Any]]:
    claim = schema.claim.c
    query = select(claim.reading, claim.id).where(by_program(schema.claim)).order_by(claim.reading, claim.ordinal)
    rows = database.streamed(connection, query, 1_000)
    return InStep((number, [row.id for row in found]) for number, found in groupby(rows, key=itemgetter(0)))


def _layers(stored: str) -> dict[str, str | None]:
    try:
        found = json.loads(stored)
    except (TypeError, ValueError):
        return {}  # the row check names it
    return found if isinstance(found, dict) else {}


def check_details(connection: Connection) -> Iterator[Finding]:
    """Check that the child rows of every claim and reprint have the hash that their parent keeps."""
    gone = redacted(connection)
    for parent, tables in schema.DETAIL.items():
        children = [(table.name, _children(connection, table, parent.name)) for table in tables]
        document = parent.c.document if "document" in parent.c else parent.c.a
        for row in connection.execute(select(parent.c.seq, parent.c.details, document).order_by(parent.c.seq)):
            groups = [(name, found.of(row[0]) or []) for name, found in children]
            if rows_hash(groups) != row[1] and (row[2] not in gone or any(rows for _, rows in groups)):
                yield Finding("details", f"{parent.name} {row[0]}", "its parts are not those that were recorded")
