"""Claims a page at a time, by a cursor that stays where it is whatever is added meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, func, select

from reportedly.export.contract import Json
from reportedly.query.chains import ChainCounter
from reportedly.query.claims import with_documents
from reportedly.query.clocks import clocks_of
from reportedly.query.conditions import lens, selection
from reportedly.query.filters import ClaimFilter
from reportedly.query.kin import Kept
from reportedly.store import Ledger, database, schema, sql

RECORDED, HELD = "recorded", "held"
"""Orders: as they were recorded; by the day from which on they are said to hold."""


class Paged(NamedTuple):
    """Rows of claims, each with ``quote``, and the cursor of those that follow; None where none do."""

    rows: list[Json]
    next: int | None


def claims_page(
    ledger: Ledger,
    where: ClaimFilter,
    size: int,
    *,
    after: int | None = None,
    pairs: Kept | None = None,
    order: str = RECORDED,
    first: str | None = None,
    pick: Callable[[Connection], Sequence[int] | None] | None = None,
) -> Paged:
    """Return the next claims that pass.

    Args:
        ledger: the open ledger.
        where: the filter; its ``limit`` and ``offset`` do not matter here.
        size: how many, at most.
        after: cursor that an earlier page gave.
        pairs: documents that share words, where they are at hand.
        order: :data:`RECORDED`; or :data:`HELD`, and those that tell no time are left out.
        first: day before which none of :data:`HELD` begins; nothing is picked then.
        pick: gives the numbers of the claims that pass and follow, one more than ``size``; None where it does not know them.
    """
    most = size + 1 if where.min_chains is None else None
    with ledger.reading() as connection:
        known = pick(connection) if pick is not None and most is not None and first is None else None
        if known is None:
            chosen = selection(where, each=True)
            query = _recorded(chosen, after, most) if order == RECORDED else _held(chosen, after, most, first)
        else:
            query = _picked(known, after, order)
        counter = ChainCounter(connection, where, pairs)
        numbers: list[int] = []
        noted = _noted(sql.claims(connection, query), numbers)
        least = where.min_chains or 0
        passing = (
            (row, number)
            for row, number in zip(with_documents(connection, noted, where, counter), _growing(numbers), strict=False)
            if row["chains"][0] >= least
        )
        found = list(islice(passing, size + 1))
        quoted = list(quotes(connection, [row for row, _ in found[:size]]))
    return Paged(quoted, found[size - 1][1] if len(found) > size else None)


def claims_by_id(ledger: Ledger, ids: Iterable[str], where: ClaimFilter, pairs: Kept | None = None) -> dict[str, Json]:
    """Return claims by id, each with ``quote``, as they stood by the clocks of ``where``; those that do not stand are left out."""
    clocks = clocks_of(where)
    wanted = list(dict.fromkeys(ids))
    found: dict[str, Json] = {}
    with ledger.reading() as connection:
        counter = ChainCounter(connection, clocks, pairs)
        for start in range(0, len(wanted), sql.CHUNK):
            query = select(schema.claim).where(*lens(clocks, each=True), schema.claim.c.id.in_(wanted[start : start + sql.CHUNK]))
            rows = with_documents(connection, sql.claims(connection, query.order_by(schema.claim.c.seq)), clocks, counter)
            found |= {row["id"]: row for row in quotes(connection, list(rows))}
    return found


def quotes(connection: Connection, rows: Sequence[Json]) -> Iterator[Json]:
    """Yield rows of claims with ``quote``, the words that each was drawn from; null where they were redacted."""
    table = schema.document.c
    wanted = {row["doc"]["id"] for row in rows}
    texts = {row.id: row.text for row in connection.execute(select(table.id, table.text).where(table.id.in_(wanted)))}
    for row in rows:
        text = texts.get(row["doc"]["id"])
        yield row | {"quote": None if text is None else text[row["start"] : row["end"]]}


def _recorded(query: Select[Any], after: int | None, most: int | None) -> Select[Any]:
    number = schema.claim.c.seq
    return query.add_columns(number.label("at")).where(number > (after or 0)).limit(most)


def _held(query: Select[Any], after: int | None, most: int | None, first: str | None) -> Select[Any]:
    """Return the query by day; its cursor is how many came before, as a day is no number. Only numbers and days are put in order."""
    claim = schema.claim.c
    day = func.coalesce(claim.begin, claim.until)
    told = day.is_not(None) if first is None else day >= first
    order = query.order_by(None).where(told).with_only_columns(claim.seq).order_by(day, claim.seq)
    chosen = order.limit(-1 if most is None else most).offset(after or 0).subquery("chosen")
    place = func.row_number().over(order_by=(day, claim.seq)) + (after or 0)
    return select(schema.claim, place.label("at")).join(chosen, chosen.c.seq == claim.seq).order_by(day, claim.seq)


def _picked(numbers: Sequence[int], after: int | None, order: str) -> Select[Any]:
    """Return the query of claims that are known to pass, with the same cursors."""
    claim = schema.claim.c
    day = func.coalesce(claim.begin, claim.until)
    sort = (claim.seq,) if order == RECORDED else (day, claim.seq)
    place = claim.seq if order == RECORDED else func.row_number().over(order_by=sort) + (after or 0)
    return select(schema.claim, place.label("at")).where(database.among(claim.seq, numbers)).order_by(*sort)


def _noted(found: Iterator[tuple[Any, Any]], numbers: list[int]) -> Iterator[tuple[Any, Any]]:
    """Yield what is found, and note its numbers in passing."""
    for row, claim in found:
        numbers.append(row.at)
        yield row, claim


def _growing(numbers: list[int]) -> Iterator[int]:
    """Yield the numbers of a list that grows meanwhile."""
    at = 0
    while True:
        yield numbers[at]
        at += 1
