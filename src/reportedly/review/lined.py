"""The same queue of a large ledger, from the columns that a server holds: all are weighed at once, and the few that are shown are read."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, overload

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, Row, inspect, or_, select

from reportedly.query.columns import Columns, Mask, passing
from reportedly.query.filters import ClaimFilter
from reportedly.review.queue import DOUBTS, FIGURES, VERDICTS, Waiting, against, waiting, weighed_by
from reportedly.review.raters import disputed
from reportedly.store import Ledger, database, schema, sql
from reportedly.store.kept import bearing_counts
from reportedly.store.sightings import sighting

Floats = NDArray[np.float64]
Counts = NDArray[np.int64]
_ROWS = 50_000
_HELD = (
    "SELECT seq, score, anonymous, proposition, coalesce(instr(body, '\"holds\":false'), 0) > 0 FROM claim"
    " WHERE seq > ? ORDER BY seq LIMIT ?"
)


@dataclass(frozen=True)
class Weighed:
    """What claims weigh, in the order of the columns.

    Attributes:
        seq: their numbers. uncertainty: how uncertain each is. impact: how much hangs on it.
        disputed: reviewers disagree. hangs: contradictions, bearings, places in views, and others that say the same.
    """

    seq: NDArray[np.int64]
    uncertainty: Floats
    impact: Floats
    disputed: Mask
    hangs: tuple[Counts, Counts, Counts, Counts]

    def of(self, row: Row[Any]) -> Waiting:
        """Return a claim as it is shown."""
        at = int(np.searchsorted(self.seq, row.seq))
        one, two, three, four = (int(each[at]) for each in self.hangs)
        return waiting(row, (one, two, three, four), disputed=bool(self.disputed[at]))

    def rank(self, order: str) -> Floats:
        """Return by what they are put in order, the largest first."""
        return {"uncertainty": self.uncertainty, "impact": self.impact}.get(order, self.uncertainty * self.impact)


class Lined(Sequence[Waiting]):
    """Claims that wait to be judged, in order; each is read when it is taken."""

    def __init__(self, ledger: Ledger, weighed: Weighed, numbers: NDArray[np.int64]) -> None:
        self._ledger, self._weighed, self._numbers = ledger, weighed, numbers

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, at: int) -> Waiting: ...
    @overload
    def __getitem__(self, at: slice) -> list[Waiting]: ...
    def __getitem__(self, at: int | slice) -> Waiting | list[Waiting]:
        """Return one, or some of them."""
        found = self._read(list(map(int, self._numbers[at] if isinstance(at, slice) else self._numbers[[at]])))
        return found if isinstance(at, slice) else found[0]

    def _read(self, numbers: Sequence[int]) -> list[Waiting]:
        found: dict[int, Waiting] = {}
        with self._ledger.reading() as connection:
            for start in range(0, len(numbers), sql.CHUNK):
                query = select(*weighed_by()).where(database.among(schema.claim.c.seq, numbers[start : start + sql.CHUNK]))
                found |= {row.seq: self._weighed.of(row) for row in connection.execute(query)}
        return [found[number] for number in numbers]


def lined(ledger: Ledger, columns: Columns, weighed: Weighed, where: ClaimFilter, order: str, by: str) -> Lined | None:  # noqa: PLR0917
    """Return the claims that pass and wait to be judged, those that matter most first; None where only the record knows.

    Args:
        ledger: the open ledger.
        columns: of a state of it.
        weighed: all claims of that state.
        where: the filter.
        order: by uncertainty, by impact, or by both.
        by: who looks: what they judged is left out; where it is empty, what anybody judged.
    """
    with ledger.reading() as connection:
        mask = passing(columns, connection, where)
        judged = _judged(connection, columns, by)
    if mask is None:
        return None
    at = np.flatnonzero(mask & ~judged)
    return Lined(ledger, weighed, columns.seq[at[np.argsort(-weighed.rank(order)[at], kind="stable")]])


def _judged(connection: Connection, columns: Columns, by: str) -> Mask:
    """Return which claims somebody judged, or were made of claims that somebody judged."""
    act, undone, claim = schema.judgement, schema.judgement.alias("undone"), schema.claim.c
    query = select(act.c.claim).where(act.c.act.in_(VERDICTS), ~select(undone.c.seq).where(undone.c.supersedes == act.c.seq).exists())
    ids = query.where(act.c.by == by) if by else query
    own = select(claim.seq).where(claim.id.in_(ids))
    numbers = connection.scalars(select(claim.seq).where(or_(claim.seq.in_(own), claim.supersedes.in_(own)))).all()
    return _marked(columns, numbers)


def weighed(connection: Connection, columns: Columns) -> Weighed:
    """Return what all claims weigh, as :func:`reportedly.review.queue.queue` weighs them one by one."""
    score, anonymous, said, unsound = _held(connection, len(columns.seq))
    placed, argued = np.zeros(len(columns.seq), np.bool_), _disputed(connection, columns)
    placed[columns.places.claim] = True
    undated = ~(columns.begin.known() | columns.until.known())
    total = 1 - score
    for (doubt, _), mask in zip(DOUBTS, (~placed, undated, ~columns.actor.known(), anonymous, unsound, argued), strict=True):
        total += np.where(mask, doubt, 0.0)
    pairs, bears = (_by_id(connection, columns, counts(connection)) for counts in (against, bearing_counts))
    views, repeats = _views(connection, columns), _repeats(said, columns.judged)
    impact = _each((3 * pairs + 2 * bears + views + repeats).astype(np.float64), lambda value: round(math.log1p(value), FIGURES))
    uncertainty = _each(np.minimum(1.0, total), lambda value: round(value, FIGURES))
    return Weighed(columns.seq, uncertainty, impact, argued, (pairs, bears, views, repeats))


def _held(connection: Connection, count: int) -> tuple[Floats, Mask, NDArray[np.int64], Mask]:
    """Return the score of each claim, whether who says it is unnamed, a number for what is said, and whether sums in it do not hold."""
    score, anonymous, unsound = np.zeros(count), np.zeros(count, np.bool_), np.zeros(count, np.bool_)
    said, begin, last = np.zeros(count, np.int64), 0, 0
    while begin < count and (rows := database.ask(connection, _HELD, (last, _ROWS))):
        numbers, scores, unnamed, words, sums = zip(*rows[: count - begin], strict=True)
        part = slice(begin, begin + len(numbers))
        score[part], anonymous[part], unsound[part], said[part] = scores, unnamed, sums, list(map(hash, words))
        begin, last = begin + len(numbers), numbers[-1]
    return score, anonymous, said, unsound


def _each(values: Floats, make: Callable[[float], float]) -> Floats:
    """Return of each value what a function makes of it, which is asked once for all that are equal."""
    distinct, at = np.unique(values, return_inverse=True)
    made: Floats = np.array([make(value) for value in distinct.tolist()], np.float64)[at]
    return made


def _by_id(connection: Connection, columns: Columns, counts: Mapping[str, int]) -> NDArray[np.int64]:
    ids, claim = sorted(counts), schema.claim.c
    found = np.zeros(len(columns.seq), np.int64)
    for start in range(0, len(ids), sql.CHUNK):
        part = ids[start : start + sql.CHUNK]
        rows = connection.execute(select(claim.seq, claim.id).where(database.among(claim.id, part))).all()
        known = [(number, counts[key]) for number, key in rows if number <= columns.seq[-1]]
        if known:
            numbers, values = zip(*known, strict=True)
            found[columns.at(np.array(numbers, np.int64))] = values
    return found


def _views(connection: Connection, columns: Columns) -> NDArray[np.int64]:
    """Return in how many places of views each claim is."""
    if not inspect(connection).has_table(sighting.name):
        return np.zeros(len(columns.seq), np.int64)
    numbers = np.array([number for (number,) in database.ask(connection, "SELECT claim FROM sighting ORDER BY claim", ())], np.int64)
    return np.bincount(columns.at(numbers), minlength=len(columns.seq))


def _repeats(said: NDArray[np.int64], stands: Mask) -> NDArray[np.int64]:
    """Return how many other claims that stand say the same."""
    _, at = np.unique(said, return_inverse=True)
    return np.maximum(np.bincount(at[stands], minlength=int(at.max()) + 1 if len(at) else 0), 1)[at] - 1


def _disputed(connection: Connection, columns: Columns) -> Mask:
    """Return of which claims, or of which they were made of, reviewers disagree."""
    claim, keys = schema.claim.c, disputed(connection)
    ids, numbers = ([key for key in keys if isinstance(key, kind)] for kind in (str, int))
    either = or_(database.among(claim.id, ids), database.among(claim.supersedes, numbers))
    return _marked(columns, connection.scalars(select(claim.seq).where(either)).all())


def _marked(columns: Columns, numbers: Iterable[int]) -> Mask:
    marks = np.zeros(len(columns.seq), np.bool_)
    marks[columns.at(np.array(list(numbers), np.int64))] = True
    return marks
