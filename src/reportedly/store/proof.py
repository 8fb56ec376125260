"""What proves that a row is part of the record: the very text that each hash was taken of, up to the head of the chain.

The hash of a row, of a claim's parts and of the words of a claim is the SHA-256 of one line of text; what a link of the chain covers is a
text of a few lines. Whoever has these texts can take the hashes with any tool.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Table, select

from reportedly.ids import canonical
from reportedly.store import database, schema
from reportedly.store.audit_rows import raw_column, row_values
from reportedly.store.hashing import hashed_columns, hashed_names

TABLES: dict[str, Table] = {table.name: table for table in schema.SEALED}


class Line(NamedTuple):
    """A row of a sealed table: the link that wrote it, its hash, and the text that this is the hash of."""

    batch: int
    hash: str
    text: str


def row_lines(connection: Connection, table: Table, key: str, values: Sequence[object]) -> Iterator[Line]:
    """Yield the rows of a sealed table whose column ``key`` has one of some values, in the order of their numbers."""
    columns = hashed_columns(table)
    query = select(table.c.batch, table.c.hash, *map(raw_column, columns)).where(table.c[key].in_(values)).order_by(table.c.seq)
    for batch, found, *row in connection.execute(query):
        yield Line(batch, found, canonical([table.name, *row_values(columns, row)]))


def parts_lines(connection: Connection, claims: Sequence[int]) -> dict[int, str]:
    """Return number of a claim -> the text that ``details`` of its row is the hash of: its figures, places and actors."""
    groups: dict[int, list[tuple[str, list[list[Any]]]]] = {number: [] for number in claims}
    for table in schema.DETAIL[schema.claim]:
        columns = [column for column in table.columns if column is not table.c.claim]
        found: dict[int, list[list[Any]]] = {number: [] for number in claims}
        query = select(table.c.claim, *map(raw_column, columns)).where(table.c.claim.in_(claims)).order_by(table.c.claim, table.c.ordinal)
        for number, *row in connection.execute(query):
            found[number].append(row_values(columns, row))
        for number, rows in found.items():
            groups[number].append((table.name, rows))
    return {number: canonical([[name, rows] for name, rows in group]) for number, group in groups.items()}


def link_text(connection: Connection, number: int) -> Iterator[str]:
    """Yield, line by line, the text that ``content`` of a link is the hash of: its number and time, then each row's table and hash."""
    link = schema.batch.c
    yield f"{number} {connection.scalar(select(link.recorded).where(link.seq == number))}\n"
    for table in schema.SEALED:
        for value in connection.scalars(select(table.c.hash).where(table.c.batch == number).order_by(table.c.seq)):
            yield f"{table.name} {value}\n"


def links(connection: Connection, since: int) -> Iterator[str]:
    """Yield the links of the chain from a number on, each a line: number, hash of the link before, of its content, and its own."""
    link = schema.batch.c
    query = select(link.seq, link.previous, link.content, link.hash).where(link.seq >= since).order_by(link.seq)
    for row in database.streamed(connection, query, 1_000):
        yield f"{row.seq} {row.previous} {row.content} {row.hash}\n"


def named(text: str) -> tuple[str, dict[str, Any]]:
    """Return the table and the values, by column, that the text of a row holds.

    Raises:
        ValueError: it is the text of no row.
    """
    found = json.loads(text)
    if not isinstance(found, list) or not found or found[0] not in TABLES:
        what = "this is the text of no row"
        raise ValueError(what)
    return found[0], dict(zip(hashed_names(TABLES[found[0]]), found[1:], strict=True))
