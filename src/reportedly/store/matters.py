"""Writes which claims contradict which, and calls for it to be found where claims have come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import Connection, func, select

from reportedly.model import WITHDRAWN, Contradiction, HeldClaim
from reportedly.ports import ClaimMatcher
from reportedly.store import schema, sql
from reportedly.store.batch import Batch
from reportedly.store.claimshelf import LedgerClaims
from reportedly.store.held import numbered, of_readings

if TYPE_CHECKING:
    from reportedly.store.ledger import Ledger

CHUNK = 128
"""Readings that are compared in one transaction."""
_KEPT = 10_000  # claims that are kept at hand


def match_new(ledger: Ledger, matcher: ClaimMatcher, edition: str) -> Counter[str]:
    """Compare the claims of the readings that came since claims were last compared; so many in one transaction.

    What was compared is filed in the same transaction that records the pairs, so a job that is cut off is taken up where it was.

    Args:
        ledger: the open ledger.
        matcher: files claims and finds what contradicts what.
        edition: stands for the rules and packs by which claims are filed; under another one than before, all are filed anew.

    Returns:
        Document -> how many of its claims are not heard among so many others of their matter.
    """
    crowded: Counter[str] = Counter()
    kept: dict[int, HeldClaim] = {}
    _file_all(ledger, matcher, edition)
    while True:
        with ledger.writing() as (connection, batch):
            since, until = _stretch(connection)
            if since == until:
                return crowded
            new, gone = _came(connection, since, until), _went(connection, since, until)
            matched = matcher.update(LedgerClaims(connection, kept), new, gone)
            if len(kept) > _KEPT:
                kept.clear()
            kept.update(new)
            for number in gone:
                kept.pop(number, None)
            put_pairs(connection, batch, matched.found, matched.withdrawn)
            crowded.update(matched.crowded)
            connection.exec_driver_sql("UPDATE matter_until SET compared = ?, filed = ?", (until, until))


def _file_all(ledger: Ledger, matcher: ClaimMatcher, edition: str) -> None:
    """File what was compared before there was an index, or under another edition."""
    while True:
        with ledger.writing() as (connection, _):
            filed, compared, known = connection.exec_driver_sql("SELECT filed, compared, edition FROM matter_until").one()
            if known != edition:
                connection.exec_driver_sql("DELETE FROM matter_key")
                connection.exec_driver_sql("UPDATE matter_until SET filed = 0, edition = ?", (edition,))
                filed = 0
            if filed >= compared:
                return
            until = min(filed + CHUNK, compared)
            matcher.file(LedgerClaims(connection), _came(connection, filed, until))
            connection.exec_driver_sql("UPDATE matter_until SET filed = ?", (until,))


def match_claims(ledger: Ledger, matcher: ClaimMatcher, claims: Sequence[int]) -> None:
    """Compare claims, by number, that a person made of others; those that they were made of stay filed, and their pairs recorded."""
    with ledger.writing() as (connection, batch):
        matched = matcher.update(LedgerClaims(connection), dict(numbered(connection, claims)), {})
        put_pairs(connection, batch, matched.found, ())


def _stretch(connection: Connection) -> tuple[int, int]:
    since: int = connection.exec_driver_sql("SELECT compared FROM matter_until").scalar_one()
    last = connection.scalar(select(func.max(schema.reading.c.seq))) or 0
    return since, max(since, min(since + CHUNK, last))


def _came(connection: Connection, since: int, until: int) -> Mapping[int, HeldClaim]:
    """Return the claims of some readings, but for those that a later one has replaced."""
    return dict(of_readings(connection, range(since + 1, until + 1)))


def _went(connection: Connection, since: int, until: int) -> Mapping[int, HeldClaim]:
    """Return the claims that were compared and that some readings have replaced."""
    reading, replaced = schema.reading, schema.reading.alias()
    query = select(replaced.c.seq).join(reading, reading.c.document == replaced.c.document)
    before = list(connection.scalars(query.where(reading.c.seq > since, reading.c.seq <= until, replaced.c.seq <= since)))
    return dict(of_readings(connection, before, replaced=True)) if before else {}


def put_pairs(connection: Connection, batch: Batch, found: Iterable[Contradiction], withdrawn: Iterable[Contradiction]) -> None:
    """Record pairs of claims, under an id of their own where one was recorded before; a pair that is withdrawn stays in the record."""
    entries = [*found, *(replace(pair, why=WITHDRAWN, look_alike=True) for pair in withdrawn)]
    known = sql.present(connection, schema.contradiction, [entry.id for entry in entries])
    for entry in entries:
        name = f"{entry.id}.{batch.number}" if entry.id in known else entry.id
        values = {"kind": entry.kind, "a": entry.a, "b": entry.b, "why": entry.why, "look_alike": entry.look_alike}
        batch.put(schema.contradiction, {"id": name, **values})


def forget_claims(connection: Connection, document: str) -> None:
    """Take the claims of a document out of the index of keys."""
    query = "DELETE FROM matter_key WHERE claim IN (SELECT seq FROM claim WHERE document = ?)"
    connection.exec_driver_sql(query, (document,))
