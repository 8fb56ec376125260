"""The pairs of claims that contradict each other, as they stand now, in memory: which of them a filter chooses is told by the columns."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, select

from reportedly.query.clocks import clocks_of
from reportedly.query.columns import Columns, Mask, counts_of, passing
from reportedly.query.columns.tallied import Counts
from reportedly.query.columns.words import Column, Numbers
from reportedly.query.filters import ClaimFilter
from reportedly.query.links import contradictions
from reportedly.query.pairing import Pairs, Some
from reportedly.store import Ledger, database, schema, sql


@dataclass(frozen=True)
class Standing:
    """The pairs that stand.

    Attributes:
        pairs: look-alikes among them. a, b: numbers of their claims, 0 where none of that id stands.
    """

    pairs: Pairs
    a: NDArray[np.int64]
    b: NDArray[np.int64]
    _places: dict[int, tuple[Numbers, Numbers]] = field(default_factory=dict, repr=False)

    def places(self, columns: Columns) -> tuple[Numbers, Numbers]:
        """Return the places of their claims in the columns, -1 where there is none."""
        if len(columns.seq) not in self._places:
            self._places[len(columns.seq)] = _at(columns, self.a), _at(columns, self.b)
        return self._places[len(columns.seq)]


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
    return Standing(Pairs(rows), a, b)


def chosen(found: Standing, columns: Columns, connection: Connection, where: ClaimFilter) -> Some | None:
    """Return the pairs of which a claim passes, both known by the clock; None where only the record knows, as of earlier."""
    mask = passing(columns, connection, where)
    if mask is None:
        return None
    a, b = found.places(columns)
    kept = _marked(mask, a) | _marked(mask, b)
    if where.known_by is not None:
        known = passing(columns, connection, clocks_of(where))
        kept = kept if known is None else kept & _marked(known, a) & _marked(known, b)
    return Some(found.pairs, np.flatnonzero(kept))


def _at(columns: Columns, numbers: NDArray[np.int64]) -> Numbers:
    if not len(columns.seq):
        return np.full(len(numbers), -1, np.int32)
    at = np.minimum(np.searchsorted(columns.seq, numbers), len(columns.seq) - 1)
    return np.where(columns.seq[at] == numbers, at, -1).astype(np.int32)


def _marked(mask: Mask, at: Numbers) -> Mask:
    return np.append(mask, np.bool_(False))[at]  # noqa: FBT003 - what is nowhere is not marked


@dataclass(frozen=True)
class Reprinted:
    """Pairs of documents that share words.

    Attributes:
        labels: what each is. a, b: their documents, by their places in the columns.
    """

    labels: Column
    a: Numbers
    b: Numbers

    def counts(self, there: Mask) -> Counts:
        """Return how many pairs there are by label, of documents that are marked."""
        return counts_of(self.labels, there[self.a] & there[self.b])


def reprinted(connection: Connection, columns: Columns) -> Reprinted:
    """Return the pairs that stand."""
    pair = schema.reprint.c
    rows, number = connection.execute(select(pair.label, pair.a, pair.b).where(sql.standing_reprint())), columns.documents.number
    found = [(label, number(a), number(b)) for label, a, b in rows]
    ends = np.array([pair[1:] for pair in found], np.int32).reshape(-1, 2)
    return Reprinted(Column.empty().with_rows([label for label, *_ in found]), ends[:, 0], ends[:, 1])
