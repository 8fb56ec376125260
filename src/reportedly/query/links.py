"""Contradictions as rows of the contract."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Row, or_, select

from reportedly.export.contract import Json
from reportedly.query.claims import ANY
from reportedly.query.clocks import clocks_of
from reportedly.query.conditions import conditions, selection
from reportedly.query.filters import ClaimFilter
from reportedly.store import Ledger, schema, sql


def contradictions(ledger: Ledger, where: ClaimFilter = ANY, *, look_alikes: bool = False) -> Iterator[Json]:
    """Yield the pairs of claims that stand of which one passes: id, kind, the two claims, why, and ``not`` for a look-alike.

    Both were there by the clocks of the filter.

    Args:
        ledger: the open ledger.
        where: the filter; limit and offset count pairs, and ``min_chains`` has no bearing here.
        look_alikes: give pairs that only seem to contradict each other, too.
    """
    table = schema.contradiction
    query = select(table).order_by(table.c.seq).limit(where.limit).offset(where.offset)
    query = query.where(*_of(where), *known_ends(where), sql.standing_pair(where.recorded_by, judged=where.judged))
    if not look_alikes:
        query = query.where(table.c.look_alike.is_(False))
    with ledger.reading() as connection:
        for row in connection.execute(query):
            yield contradiction_row(row)


def _of(where: ClaimFilter) -> Iterator[ColumnElement[bool]]:
    """Yield the condition that a claim passes; none where the others say all that is asked."""
    if where.recorded_by is not None or any(True for _ in conditions(where)):
        yield of_claims(where)


def of_claims(where: ClaimFilter) -> ColumnElement[bool]:
    """Return the condition that one claim of a pair passes."""
    pair, claims = schema.contradiction.c, select(selection(where, each=where.doc is not None).subquery().c.id)
    return or_(pair.a.in_(claims), pair.b.in_(claims))


def known_ends(where: ClaimFilter) -> Iterator[ColumnElement[bool]]:
    """Yield the conditions that both claims of a pair were published by the clock; none where it is not given."""
    if where.known_by is not None:
        known = select(selection(clocks_of(where)).subquery().c.id)
        yield from (schema.contradiction.c[end].in_(known) for end in ("a", "b"))


def contradiction_row(row: Row[Any]) -> Json:
    """Return a row of the contradiction table as the contract has it."""
    return {"id": row.id, "kind": row.kind, "a": row.a, "b": row.b, "why": row.why, "not": row.look_alike}
