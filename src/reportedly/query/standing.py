"""The pairs of claims that contradict each other, as they stand now, in memory: which of them a filter chooses is told by the columns."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, select

from reportedly.export.contract import Json
from reportedly.query.clocks import clocks_of
from reportedly.query.columns import Columns, Mask, passing
from reportedly.query.filters import ClaimFilter
from reportedly.query.links import contradictions
from reportedly.store import Ledger, database, schema, sql


@dataclass(frozen=True)
class Standing:
    """Pairs, look-alikes among them, in the order in which they were recorded.

    Attributes:
        rows: of the contract. a, b: numbers of their claims, 0 where none of that id stands.
    """

    rows: tuple[Json, ...]
    a: NDArray[np.int64]
    b: NDArray[np.int64]


def standing(ledger: Ledger, *, judged: bool) -> Standing:
    """Return the pairs that stand, with claims as persons judged them or as they were drawn."""
    where = ClaimFilter(judgements=None if judged else "without")
    rows = tuple(contradictions(ledger, where, look_alikes=True))
    ids = sorted({row[end] for row in rows for end in ("a", "b")})
    numbers: dict[str, int] = {}
    claim = schema.claim.c
    with ledger.reading() as connection:
        for start in range(0, len(ids), sql.CHUNK):
            part = database.among(claim.id, ids[start : start + sql.CHUNK])
            query = select(claim.id, claim.seq).where(part, sql.current(judged=judged, each=True))
            numbers |= {row[0]: row[1] for row in connection.execute(query)}
    a, b = (np.array([numbers.get(row[end], 0) for row in rows], np.int64) for end in ("a", "b"))
    return Standing(rows, a, b)


def chosen(found: Standing, columns: Columns, connection: Connection, where: ClaimFilter) -> list[Json] | None:
    """Return the pairs of which a claim passes, both known by the clock; None where only the record knows, as of earlier."""
    mask = passing(columns, connection, where)
    if mask is None:
        return None
    kept = _has(columns, mask, found.a) | _has(columns, mask, found.b)
    if where.known_by is not None:
        known = passing(columns, connection, clocks_of(where))
        kept = kept if known is None else kept & _has(columns, known, found.a) & _has(columns, known, found.b)
    return [found.rows[at] for at in np.flatnonzero(kept)]


def _has(columns: Columns, mask: Mask, numbers: NDArray[np.int64]) -> Mask:
    if not len(columns.seq):
        return np.zeros(len(numbers), np.bool_)
    at = np.minimum(np.searchsorted(columns.seq, numbers), len(columns.seq) - 1)
    marked: Mask = mask[at] & (columns.seq[at] == numbers)
    return marked
