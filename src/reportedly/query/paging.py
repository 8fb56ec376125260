"""Claims a page at a time, by a cursor that stays where it is whatever is added meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, Select, func, select

from reportedly.export.contract import Json
from reportedly.model import Claim
from reportedly.query.chains import ChainCounter
from reportedly.query.claims import with_documents
from reportedly.query.clocks import clocks_of
from reportedly.query.conditions import lens, repeated, selection
from reportedly.query.filters import ClaimFilter
from reportedly.query.kin import Kept
from reportedly.store import Ledger, database, schema, sql

RECORDED, HELD = "recorded", "held"
"""Orders: as they were recorded; by the day from which on they are said to hold."""


Pick = Callable[[Connection], Mapping[int, int] | None]
"""Gives the numbers of claims in order, each with the cursor of what follows it."""

_Told = Callable[[Iterator[tuple[Row[Any], Claim]]], Iterator[Json]]


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
    pick: Pick | None = None,
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
        pick: gives the claims that pass and follow, one more than ``size``, or all that may be of so many chains; None where it cannot.
    """
    least = where.min_chains or 0
    with ledger.reading() as connection:
        known = pick(connection) if pick is not None and first is None else None
        told: _Told = partial(with_documents, connection, where=where, counter=ChainCounter(connection, where, pairs))
        cursors: dict[str, int] = {}
        if known is None:
            most = size + 1 if where.min_chains is None else None
            chosen = selection(where, each=True).where(*repeated(least))
            query = _recorded(chosen, after, most) if order == RECORDED else _held(chosen, after, most, first)
            rows = told(_noted(sql.claims(connection, query), cursors))
        else:
            rows = _picked(connection, known, size + 1, told, cursors)
        found = list(islice((row for row in rows if row["chains"][0] >= least), size + 1))
        quoted = list(quotes(connection, found[:size]))
    return Paged(quoted, cursors[found[size - 1]["id"]] if len(found) > size else None)


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


def _picked(connection: Connection, known: Mapping[int, int], size: int, told: _Told, cursors: dict[str, int]) -> Iterator[Json]:
    """Yield the claims of which the numbers are known, and note their cursors; so many are read at a time."""
    numbers = iter(known)
    while part := list(islice(numbers, min(size, sql.CHUNK))):
        query = select(schema.claim).where(database.among(schema.claim.c.seq, part))
        found = {row.seq: (row, claim) for row, claim in sql.claims(connection, query)}
        cursors.update((found[number][0].id, known[number]) for number in part)
        yield from told(found[number] for number in part)


def _noted(found: Iterator[tuple[Any, Any]], cursors: dict[str, int]) -> Iterator[tuple[Any, Any]]:
    """Yield what is found, and note its cursors in passing."""
    for row, claim in found:
        cursors[row.id] = row.at
        yield row, claim
