"""Making of claims that were drawn anew what their judgements made of those before."""

from __future__ import annotations

from sqlalchemy import Connection, exists, select

from reportedly.comparing import compare_judged
from reportedly.model.frame import Codebook
from reportedly.query.judgements import judgement_row
from reportedly.review.change import made_of
from reportedly.review.fold import in_force
from reportedly.review.held import held
from reportedly.signed.judged import ACTS
from reportedly.store import Ledger, schema
from reportedly.store.batch import Batch
from reportedly.store.judged import put_judged


def reapply(ledger: Ledger, packs: tuple[str, ...], book: Codebook) -> int:
    """Put again what judgements that carry over made of their claims, where that is not there; return how many claims that touches.

    Raises:
        LedgerError: the ledger cannot be written.
    """
    with ledger.reading() as connection:
        waiting = _waiting(connection)
    numbers: list[int] = []
    for claim in waiting:
        with ledger.writing() as (connection, batch):
            numbers += _put(connection, batch, claim, book)
    if numbers:
        compare_judged(ledger, packs, numbers)
    return len(waiting)


def _waiting(connection: Connection) -> list[str]:
    """Return the ids of the claims that stand where judged ones did, and do not show it."""
    table = schema.judgement
    rows = connection.execute(select(table).where(table.c.act.in_(ACTS)).order_by(table.c.seq)).all()
    ids = dict.fromkeys(str(told["now"]) for row in rows if (told := judgement_row(connection, row))["state"] != "orphaned")
    return [claim for claim in ids if not _shown(connection, claim)]


def _shown(connection: Connection, claim: str) -> bool:
    found, made = held(connection, claim), schema.claim.c
    there = select(exists().where(made.supersedes == found.own.row.seq, made.reading == found.own.row.reading))
    return found.standing.untouched or bool(connection.scalar(there))


def _put(connection: Connection, batch: Batch, claim: str, book: Codebook) -> list[int]:
    if _shown(connection, claim):
        return []
    found = held(connection, claim)
    return put_judged(connection, batch, found.own, in_force(found.acts)[-1].number, made_of(found.own.claim, found.standing, book))
