"""Reprints and contradictions as rows of the contract."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, product
from typing import Any

from sqlalchemy import Connection, Row, or_, select

from reportedly.export.contract import Json
from reportedly.query.claims import ANY
from reportedly.query.conditions import selection
from reportedly.query.filters import ClaimFilter
from reportedly.store import Ledger, schema, sql


def contradictions(ledger: Ledger, where: ClaimFilter = ANY, *, look_alikes: bool = False) -> Iterator[Json]:
    """Yield the pairs of claims that stand of which one passes: id, kind, the two claims, why, and ``not`` for a look-alike.

    Args:
        ledger: the open ledger.
        where: the filter; limit and offset count pairs, and ``min_chains`` has no bearing here.
        look_alikes: give pairs that only seem to contradict each other, too.
    """
    table = schema.contradiction
    claims = select(selection(where).subquery().c.id)
    query = select(table).order_by(table.c.seq).limit(where.limit).offset(where.offset)
    query = query.where(or_(table.c.a.in_(claims), table.c.b.in_(claims)), sql.standing_pair(where.recorded_by))
    if not look_alikes:
        query = query.where(table.c.look_alike.is_(False))
    with ledger.reading() as connection:
        for row in connection.execute(query):
            yield contradiction_row(row)


def contradiction_row(row: Row[Any]) -> Json:
    """Return a row of the contradiction table as the contract has it."""
    return {"id": row.id, "kind": row.kind, "a": row.a, "b": row.b, "why": row.why, "not": row.look_alike}


def reprints(ledger: Ledger) -> Iterator[Json]:
    """Yield the pairs of paths whose documents share words; paths of the same bytes are pairs, too.

    ``a`` and ``b`` are paths; ``edits`` is null where the two were not compared word by word; ``earliest`` is the path of the one that
    was published first, null where that is unknown.
    """
    with ledger.reading() as connection:
        places = _places(connection)
        for row in connection.execute(select(schema.document.c.id, schema.document.c.chars).order_by(schema.document.c.seq)):
            for first, second in combinations(places[row.id], 2):
                yield _pair(first, second, "reprint", 1.0, [[0, row.chars, 0, row.chars]]) | {"edits": []}
        for pair in sql.reprints(connection):
            for first, second in product(places[pair.a], places[pair.b]):
                turn = pair.turned() if _day(second) < _day(first) else pair
                a, b = (first, second) if turn is pair else (second, first)
                yield _pair(a, b, pair.label, pair.containment, [[p.a_start, p.a_end, p.b_start, p.b_end] for p in turn.passages])


def _day(place: Row[Any]) -> str:
    return place.published or "9999"


def _places(connection: Connection) -> dict[str, list[Row[Any]]]:
    table = schema.appearance.c
    found: dict[str, dict[str, Row[Any]]] = defaultdict(dict)
    for row in connection.execute(select(schema.appearance).order_by(table.seq)):
        found[row.document].setdefault(row.path, row)
    return defaultdict(list, {key: list(rows.values()) for key, rows in found.items()})


def _pair(first: Row[Any], second: Row[Any], label: str, containment: float, passages: list[list[int]]) -> Json:
    earliest = None
    if first.published and second.published and first.published != second.published:
        earliest = min(first, second, key=lambda place: str(place.published)).path
    shared = {"label": label, "containment": containment, "passages": passages}
    return {"a": first.path, "b": second.path} | shared | {"edits": None, "earliest": earliest}
