"""Claims as rows of the contract."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Row, select

from reportedly.export.contract import Json, claim_to_contract
from reportedly.model import Claim
from reportedly.query.chains import ChainCounter
from reportedly.query.conditions import repeated, selection
from reportedly.query.filters import ClaimFilter
from reportedly.query.marks import marks
from reportedly.store import Ledger, schema, sql

ANY = ClaimFilter()


def claims(ledger: Ledger, where: ClaimFilter = ANY) -> Iterator[Json]:
    """Yield the claims that pass, as rows of the contract with ``doc`` and ``chains``, in the order they were recorded.

    All of them are of one state of the ledger, whatever is written meanwhile.
    """
    query = selection(where, each=where.doc is not None).where(*repeated(where.min_chains or 0))
    if where.min_chains is None:
        query = query.limit(where.limit).offset(where.offset)
    with ledger.reading() as connection:
        rows = with_documents(connection, sql.claims(connection, query), where)
        if where.min_chains is None:
            yield from rows
            return
        passing = (row for row in rows if row["chains"][0] >= (where.min_chains or 0))
        stop = None if where.limit is None else where.offset + where.limit
        yield from islice(passing, where.offset, stop)


def with_documents(
    connection: Connection, found: Iterator[tuple[Row[Any], Claim]], where: ClaimFilter, counter: ChainCounter | None = None
) -> Iterator[Json]:
    """Yield claims as rows of the contract, each with where it stands and how many chains stand behind it, as ``counter`` knows them."""
    counter = counter or ChainCounter(connection, where)
    while chunk := list(islice(found, sql.CHUNK)):
        documents = document_rows(connection, {row.document for row, _ in chunk}, where.recorded_by)
        chains = counter.of(chunk)
        judged = marks(connection, [row for row, _ in chunk], where.recorded_by) if where.judged else {}
        for (row, claim), count in zip(chunk, chains, strict=True):
            yield (
                claim_to_contract(claim)
                | {"doc": documents[row.document], "chains": count, "recorded": row.recorded}
                | {"judged": judged.get(row.id, [])}
            )


def document_rows(connection: Connection, ids: set[str], recorded_by: str | None = None) -> dict[str, Json]:
    """Return the ``doc`` of a claim's row for each document: its first appearance, with the paths of all."""
    table = schema.appearance.c
    query = select(schema.appearance).where(table.document.in_(ids))
    if recorded_by is not None:
        query = query.where(sql.until(table.recorded, recorded_by))
    appearances: dict[str, list[Row[Any]]] = defaultdict(list)
    for row in connection.execute(query.order_by(table.seq)):
        appearances[row.document].append(row)
    return {key: _document_row(key, found) for key, found in appearances.items()}


def _document_row(key: str, appearances: list[Row[Any]]) -> Json:
    first = appearances[0]
    paths = list(dict.fromkeys(row.path for row in appearances))
    said = {"path": first.path, "publisher": first.publisher, "published": first.published}
    return {"id": key, "ref": first.ref} | said | {"appearances": paths}
