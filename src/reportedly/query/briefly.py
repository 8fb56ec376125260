"""Many claims at once, with their words and their documents, without what stands behind them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Row, func, select

from reportedly.export.contract import Json, claim_to_contract
from reportedly.query.claims import document_rows
from reportedly.query.conditions import lens
from reportedly.query.filters import ClaimFilter
from reportedly.store import Ledger, database, schema, sql


def heads(ledger: Ledger, ids: Iterable[str], clocks: ClaimFilter) -> dict[str, Json]:
    """Return of claims that stand by the clocks ``type``, ``stance`` and ``doc``, by their ids, as they were recorded."""
    claim, wanted, found = schema.claim.c, sorted(set(ids)), list[Row[Any]]()
    with ledger.reading() as connection:
        for start in range(0, len(wanted), sql.CHUNK):
            part = database.among(claim.id, wanted[start : start + sql.CHUNK])
            query = select(claim.seq, claim.id, claim.type, claim.stance, claim.document)
            found += connection.execute(query.where(part, *lens(clocks, each=True)))
        documents = document_rows(connection, {row.document for row in found}, clocks.recorded_by)
    found.sort(key=lambda row: row.seq)
    return {row.id: {"type": row.type, "stance": row.stance, "doc": documents[row.document]} for row in found}


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
