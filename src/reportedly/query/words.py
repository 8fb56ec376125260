"""The exact words of claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from sqlalchemy import select

from reportedly.export.contract import Json
from reportedly.store import Ledger, schema, sql


def with_quotes(ledger: Ledger, rows: Iterable[Json]) -> Iterator[Json]:
    """Yield rows of claims with ``quote``, the words that each was drawn from; null where they were redacted meanwhile."""
    left = iter(rows)
    table = schema.document.c
    while chunk := list(islice(left, sql.CHUNK)):
        wanted = {row["doc"]["id"] for row in chunk}
        with ledger.reading() as connection:
            texts = {row.id: row.text for row in connection.execute(select(table.id, table.text).where(table.id.in_(wanted)))}
        for row in chunk:
            text = texts.get(row["doc"]["id"])
            yield row | {"quote": None if text is None else text[row["start"] : row["end"]]}
