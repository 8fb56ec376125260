"""Moving a ledger into another database: every row and link as it is, so that the head of the chain is the same.

All of it is one transaction of the new ledger: it holds the whole, checked, or nothing. The old one is only read, and stays.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, inspect, select, text

from reportedly.errors import IntegrityError, LedgerUnavailableError
from reportedly.store import database, schema
from reportedly.store.audit import Audit, audit, head_of, verify
from reportedly.store.ledger import Ledger
from reportedly.store.looks import make_looks

_AT_ONCE = 500
_LARGE = 50  # rows with whole texts or bytes
_LEFT = ("alembic_", "sighting", "bearing", "document_search", "claim_search")
"""What is made anew from the rest: the tables of views, and the search index."""


@dataclass(frozen=True, slots=True)
class Moved:
    """What was moved: the record as it was checked in its new place, and how many rows each table has; none where it was there already."""

    audit: Audit
    rows: dict[str, int]


def move(source: Ledger, target: Ledger) -> Moved:
    """Copy all of a ledger into an empty one. One that holds the same already is left as it is.

    Raises:
        IntegrityError: the source is not whole, or what arrived is not what was sent; the target is left empty.
        LedgerUnavailableError: the target holds something else, or one of the two cannot be used.
    """
    before = verify(source)
    _demand_whole(before, source.where, "it is not moved: restore it from a copy first")
    with source.reading() as old, target.writing() as (new, _):
        head, there = head_of(old), head_of(new)
        if there == head and _holds_something(new):
            return Moved(audit(new), {})
        if _holds_something(new):
            what = "this ledger holds something else already"
            raise LedgerUnavailableError(what, where=target.where, remedy="name an empty database, or a file that is not there yet")
        rows = dict(_copied(old, new))
        _index(new)
        database.of(new).settled(new)
        after = audit(new, head)
        _demand_whole(after, target.where, "nothing was recorded there: try again, and report it if it happens again")
        if after.head != head:
            what = "what arrived is not what was sent"
            raise IntegrityError(what, where=target.where)
    return Moved(after, rows)


def _demand_whole(found: Audit, where: str, remedy: str) -> None:
    if found.findings:
        what = f"the record is not whole: {len(found.findings)} findings, first {found.findings[0]}"
        raise IntegrityError(what, where=where, remedy=remedy)


def _holds_something(connection: Connection) -> bool:
    return connection.scalar(select(schema.batch.c.seq).limit(1)) is not None


def _copied(old: Connection, new: Connection) -> Iterator[tuple[str, int]]:
    record = {table.name for table in schema.WRITTEN}
    for table in schema.WRITTEN:
        size, count = _LARGE if table in schema.REDACTED else _AT_ONCE, 0
        for rows in database.parts(old, select(table).order_by(*table.primary_key.columns), size):
            database.of(new).put_rows(new, table.name, table.columns.keys(), [tuple(row) for row in rows])
            count += len(rows)
        yield table.name, count
    make_looks(new)
    kept = set(inspect(new).get_table_names())
    for name in sorted(set(inspect(old).get_table_names()) - record):
        if name in kept and not name.startswith(_LEFT):
            yield name, _copied_beside(old, new, name)


def _copied_beside(old: Connection, new: Connection, name: str) -> int:
    """Copy a table that stands beside the record, in the place of what a new ledger has in it."""
    columns = [column["name"] for column in inspect(old).get_columns(name)]
    new.execute(text(f'DELETE FROM "{name}"'))  # noqa: S608 - names are of the ledger's own schema
    told, count = ", ".join(f'"{column}"' for column in columns), 0
    for rows in database.parts(old, text(f'SELECT {told} FROM "{name}"'), _AT_ONCE):  # noqa: S608 - as above
        database.of(new).put_rows(new, name, columns, [tuple(row) for row in rows])
        count += len(rows)
    return count


def _index(new: Connection) -> None:
    document, claim = schema.document.c, schema.claim.c
    kind = database.of(new)
    for row in database.streamed(new, select(document.seq, document.id, document.text).where(document.text.is_not(None)), _LARGE):
        query = select(claim.seq, claim.start, claim.end, claim.body).where(claim.document == row.id, claim.body.is_not(None))
        claims = [(each.seq, row.text[each.start : each.end], json.loads(each.body)["gloss"]) for each in new.execute(query)]
        kind.index(new, [(row.seq, row.text)], claims)
