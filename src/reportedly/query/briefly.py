"""Many claims at once, with their words and their documents, without what stands behind them."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import func, select

from reportedly.export.contract import Json, claim_to_contract
from reportedly.query.claims import document_rows
from reportedly.store import Ledger, schema, sql


def briefly(ledger: Ledger, ids: Iterable[str]) -> dict[str, Json]:
    """Return claims by their ids, as they were drawn last: rows of the contract with ``doc`` and ``quote``; redacted ones are left out."""
    claim, document = schema.claim, schema.document
    words = func.substr(document.c.text, claim.c.start + 1, claim.c.end - claim.c.start).label("words")
    query = select(claim, words).join(document, document.c.id == claim.c.document).where(claim.c.body.is_not(None)).order_by(claim.c.seq)
    wanted, found = sorted(set(ids)), dict[str, Json]()
    with ledger.reading() as connection:
        for start in range(0, len(wanted), sql.CHUNK):
            rows = list(sql.claims(connection, query.where(claim.c.id.in_(wanted[start : start + sql.CHUNK]))))
            documents = document_rows(connection, {row.document for row, _ in rows})
            for row, drawn in rows:
                found[row.id] = claim_to_contract(drawn) | {"doc": documents[row.document], "quote": row.words}
    return found
