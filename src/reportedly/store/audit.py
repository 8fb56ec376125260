"""Checks the record against its own hashes, from the bytes up to the chain.

What is found: any changed, dropped, added or moved row, and a link that is missing from the middle of the chain. A ledger cut off
at its end, or written anew from the start, hangs together; only a head that was kept elsewhere shows it (``expected``).
"""

from __future__ import annotations

import heapq
import json
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from operator import itemgetter

from sqlalchemy import Connection, Table, and_, func, or_, select
from sqlalchemy.exc import DBAPIError

from reportedly.errors import SignatureError
from reportedly.signed import ACTS, FORMAT, unpack, unseal_judged
from reportedly.store import database, schema
from reportedly.store.audit_rows import (
    Finding,
    InStep,
    check_blobs,
    check_bodies,
    check_details,
    check_layers,
    check_left_out,
    check_rows,
    check_texts,
)
from reportedly.store.hashing import GENESIS, content_hash, link_hash
from reportedly.store.ledger import Ledger

__all__ = ["Audit", "Finding", "audit", "head", "verify"]

_Check = Callable[[Connection], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Audit:
    """What a check of the whole record came to.

    Attributes:
        head: hash of the last link; 64 zeros where nothing was recorded.
        links: links of the chain. documents, claims: rows of each.
        findings: what does not agree; empty where the record is whole.
    """

    head: str
    links: int
    documents: int
    claims: int
    findings: tuple[Finding, ...]


def head(ledger: Ledger) -> str:
    """Return the hash of the last link, 64 zeros where nothing was recorded. Kept elsewhere, it proves later what was there."""
    with ledger.reading() as connection:
        return head_of(connection)


def verify(ledger: Ledger, expected: str | None = None) -> Audit:
    """Check every hash, span, reference and link.

    Args:
        ledger: the open ledger; others may read and write meanwhile, one state of it is checked.
        expected: a head that was kept from earlier; it must be a link of the chain.
    """
    with ledger.reading() as connection:
        return audit(connection, expected)


def audit(connection: Connection, expected: str | None = None) -> Audit:
    """Check what an open connection sees, as :func:`verify` does."""
    checks: list[_Check] = [
        _check_file,
        check_blobs,
        check_texts,
        _check_signatures,
        _check_judgements,
        check_bodies,
        check_left_out,
        check_layers,
        check_details,
    ]
    checks += [partial(check_rows, table=table) for table in schema.SEALED]
    checks += [_check_spans, _check_references, _check_chain, _check_search, partial(_check_head, expected=expected)]
    findings = tuple(found for check in checks for found in _caught(check, connection))
    links, documents, claims = (_count(connection, table) for table in (schema.batch, schema.document, schema.claim))
    return Audit(head_of(connection), links, documents, claims, findings)


def _count(connection: Connection, table: Table) -> int:
    return connection.scalar(select(func.count()).select_from(table)) or 0


def _caught(check: _Check, connection: Connection) -> Iterator[Finding]:
    """Run one check; rows that cannot even be read are a finding."""
    try:
        yield from check(connection)
    except (DBAPIError, sqlite3.Error, UnicodeDecodeError) as error:
        words = str(error.orig if isinstance(error, DBAPIError) else error)
        yield Finding("unreadable", getattr(check, "__name__", "row").removeprefix("_"), words)


def head_of(connection: Connection) -> str:
    """Return the head as an open connection sees it."""
    link = schema.batch.c
    return connection.scalar(select(link.hash).order_by(link.seq.desc()).limit(1)) or GENESIS


def _check_file(connection: Connection) -> Iterator[Finding]:
    for message in database.of(connection).damage(connection):
        yield Finding("file", "database", message)


def _check_spans(connection: Connection) -> Iterator[Finding]:
    claim, document = schema.claim.c, schema.document.c
    outside = or_(claim.start < 0, claim.start > claim.end, claim.end > document.chars)
    query = select(claim.id, claim.start, claim.end, document.chars).join_from(schema.claim, schema.document).where(outside)
    for row in connection.execute(query):
        yield Finding("span", f"claim {row.id}", f"[{row.start}, {row.end}) leaves the text of {row.chars} characters")


def _check_signatures(connection: Connection) -> Iterator[Finding]:
    document, blob = schema.document.c, schema.blob
    query = select(document.id, document.text, blob.c.bytes).join_from(schema.document, blob)
    for row in connection.execute(query.where(document.format == FORMAT, blob.c.bytes.is_not(None))):
        try:
            signed = unpack(row.bytes)
        except SignatureError as error:
            yield Finding("signature", f"document {row.id}", error.what)
            continue
        if not signed.holds:
            yield Finding("signature", f"document {row.id}", f"the signature of {signed.report.reporter} does not hold")
        if signed.report.text != row.text:
            yield Finding("signature", f"document {row.id}", "its text is not the one that was signed")


def _check_judgements(connection: Connection) -> Iterator[Finding]:
    table = schema.judgement
    for row in connection.execute(select(table).where(table.c.act.in_(ACTS)).order_by(table.c.seq)):
        try:
            value = json.loads(row.value or "null")
        except ValueError:
            value = {"signature": ""}
        signed = isinstance(value, dict) and "signature" in value
        if signed and unseal_judged(row.claim, row.act, row.by, row.reason, value, row.supersedes) is None:
            yield Finding("signature", f"judgement {row.seq}", f"the signature of {row.by} does not hold")


def _check_references(connection: Connection) -> Iterator[Finding]:
    for table in schema.metadata.sorted_tables:
        for key in table.foreign_keys:
            other = key.column.table.alias("other")
            own, target = key.parent, other.c[key.column.name]
            query = select(*table.primary_key.columns).outerjoin_from(table, other, own == target).where(own.is_not(None), target.is_(None))
            for row in connection.execute(query):
                yield Finding("reference", f"{table.name} {'/'.join(map(str, row))}", f"its {own.name} is not recorded")
    for side in (schema.contradiction.c.a, schema.contradiction.c.b):
        query = select(schema.contradiction.c.id).where(side.not_in(select(schema.claim.c.id)))
        for name in connection.scalars(query):
            yield Finding("reference", f"contradiction {name}", f"its claim {side.name} is not recorded")
    moved = and_(schema.claim.c.reading == schema.reading.c.seq, schema.claim.c.document != schema.reading.c.document)
    for name in connection.scalars(select(schema.claim.c.id).where(moved)):
        yield Finding("reference", f"claim {name}", "its reading is of another document")


def _sealed(connection: Connection, order: int, table: Table) -> Iterator[tuple[int, int, int, str]]:
    query = select(table.c.batch, table.c.seq, table.c.hash).order_by(table.c.batch, table.c.seq)
    for number, seq, value in connection.execute(query):
        yield number, order, seq, value


def _rows_by_link(connection: Connection) -> Iterator[tuple[int, list[tuple[str, str]]]]:
    merged = heapq.merge(*(_sealed(connection, order, table) for order, table in enumerate(schema.SEALED)))
    for number, rows in groupby(merged, key=itemgetter(0)):
        yield number, [(schema.SEALED[order].name, value) for _, order, _, value in rows]


def _check_chain(connection: Connection) -> Iterator[Finding]:
    groups = InStep(_rows_by_link(connection))
    previous, number = GENESIS, 0
    for link in database.streamed(connection, select(schema.batch).order_by(schema.batch.c.seq), 1_000):
        where = f"link {link.seq}"
        rows = groups.of(link.seq) or []
        if link.seq != number + 1:
            yield Finding("order", where, f"link {number + 1} is expected here")
        if link.previous != previous:
            yield Finding("order", where, "it does not follow the link before it")
        if link.rows != len(rows) or link.content != content_hash(link.seq, link.recorded, rows):
            yield Finding("link", where, f"its rows are not those that were recorded ({link.rows} then, {len(rows)} now)")
        if link.hash != link_hash(link.previous, link.content):
            yield Finding("link", where, "its hash is not that of its content")
        previous, number = link.hash, link.seq


def _check_search(connection: Connection) -> Iterator[Finding]:
    for table, missing in database.of(connection).not_indexed(connection):
        yield Finding("search", table, f"{missing} rows cannot be found by their words")


def _check_head(connection: Connection, expected: str | None) -> Iterator[Finding]:
    if expected and expected != GENESIS and not connection.scalar(select(schema.batch.c.seq).where(schema.batch.c.hash == expected)):
        yield Finding("head", expected, "no link has this hash: the record was cut off or written anew")
