"""Which claims a person should look at first: those of which the program is least sure, and on which most hangs.

uncertainty = 1 - score, + 0.2 without a place, + 0.2 without a day, + 0.1 where no pack knows the speaker, + 0.1 where the speaker is
unnamed, + 0.2 where arithmetic on its figures does not hold, + 0.5 where those who judged it disagree; 1 at most.

impact = ln(1 + 3 x contradictions + 2 x bearings on agreements + places in views + others that say the same).

The order is by uncertainty, by impact, or by uncertainty x impact.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, exists, func, inspect, or_, select

from reportedly.query.conditions import selection
from reportedly.query.filters import ClaimFilter
from reportedly.review.raters import disputed
from reportedly.store import Ledger, schema, sql
from reportedly.store.kept import bearing_counts
from reportedly.store.sightings import sighting

ORDERS = ("both", "uncertainty", "impact")
FIGURES = 3
VERDICTS = ("accept", "reject", "correct", "merge", "split")
"""Acts after which a claim no longer waits."""
DOUBTS = (
    (0.2, "no place"),
    (0.2, "no day"),
    (0.1, "speaker in no pack"),
    (0.1, "speaker unnamed"),
    (0.2, "sums that do not hold"),
    (0.5, "reviewers disagree"),
)
"""What adds to how uncertain a claim is, beside its score."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A claim that waits to be judged.

    Attributes:
        number: of its row. id: its own.
        uncertainty: 0 to 1. why: what makes it uncertain, in words.
        contradictions, bearings, views, repeats: what hangs on it.
    """

    number: int
    id: str
    uncertainty: float
    why: tuple[str, ...]
    contradictions: int
    bearings: int
    views: int
    repeats: int

    @property
    def impact(self) -> float:
        """How much hangs on it."""
        return round(math.log1p(3 * self.contradictions + 2 * self.bearings + self.views + self.repeats), FIGURES)

    def rank(self, order: str) -> float:
        """Return by what it is put in order, the largest first."""
        parts = {"uncertainty": self.uncertainty, "impact": self.impact}
        return parts.get(order, self.uncertainty * self.impact)


def queue(ledger: Ledger, where: ClaimFilter, order: str = "both", by: str = "") -> list[Waiting]:
    """Return the claims that pass and wait to be judged, those that matter most first.

    Args:
        ledger: the open ledger.
        where: the filter; limit and offset do not matter.
        order: one of :data:`ORDERS`.
        by: who looks: what they judged is left out; where it is empty, what anybody judged.
    """
    with ledger.reading() as connection:
        weigh = _Weights(connection)
        found = [weigh.of(row) for row in connection.execute(_query(where, by))]
    return sorted(found, key=lambda one: (-one.rank(order), one.number))


def _query(where: ClaimFilter, by: str) -> Select[Any]:
    claim, act = schema.claim, schema.judgement
    base = claim.alias("base")
    drawn = select(base.c.id).where(base.c.seq == claim.c.supersedes).correlate(claim).scalar_subquery()
    undone = act.alias("undone")
    mine = [act.c.by == by] if by else []
    judged = exists().where(
        or_(act.c.claim == claim.c.id, act.c.claim == drawn),
        act.c.act.in_(VERDICTS),
        ~exists().where(undone.c.supersedes == act.c.seq),
        *mine,
    )
    return selection(where).with_only_columns(*weighed_by()).where(~judged)


def weighed_by() -> list[Any]:
    """Return the columns of the claim table by which a claim is weighed."""
    claim, place = schema.claim, schema.claim_place.c
    placed = exists().where(place.claim == claim.c.seq)
    names = ("seq", "id", "score", "begin", "until", "actor", "anonymous", "proposition", "supersedes")
    return [*(claim.c[name] for name in names), placed.label("placed"), _unsound().label("unsound")]


def _unsound() -> Any:  # noqa: ANN401 - a condition
    return schema.claim.c.body.contains('"holds":false')


class _Weights:
    def __init__(self, connection: Connection) -> None:
        claim = schema.claim.c
        self._against = against(connection)
        self._bears = bearing_counts(connection)
        said = select(claim.proposition, func.count()).where(sql.current()).group_by(claim.proposition).having(func.count() > 1)
        self._said = {row[0]: row[1] for row in connection.execute(said)}
        self._views: dict[int, int] = {}
        if inspect(connection).has_table(sighting.name):
            query = select(sighting.c.claim, func.count()).group_by(sighting.c.claim)
            self._views = {row[0]: row[1] for row in connection.execute(query)}
        self._disputed = disputed(connection)

    def of(self, row: Any) -> Waiting:  # noqa: ANN401 - a row
        disputed = row.id in self._disputed or row.supersedes in self._disputed
        hangs = (self._against[row.id], self._bears[row.id], self._views.get(row.seq, 0), self._said.get(row.proposition, 1) - 1)
        return waiting(row, hangs, disputed=disputed)


def against(connection: Connection) -> Counter[str]:
    """Return how many pairs that contradict each other each claim is in, by its id."""
    pair, found = schema.contradiction.c, Counter[str]()
    for a, b in connection.execute(select(pair.a, pair.b).where(pair.look_alike.is_(False), sql.kept_pair())):
        found.update((a, b))
    return found


def waiting(row: Any, hangs: tuple[int, int, int, int], *, disputed: bool) -> Waiting:  # noqa: ANN401 - a row
    """Return a claim with what it weighs; ``hangs`` are contradictions, bearings, places in views, and others that say the same."""
    flags = (not row.placed, not (row.begin or row.until), not row.actor, row.anonymous, row.unsound, disputed)
    met = [(1 - row.score, f"score {row.score:.2f}"), *(doubt for doubt, flag in zip(DOUBTS, flags, strict=True) if flag)]
    why = tuple(words for doubt, words in met if doubt > 0)
    return Waiting(row.seq, row.id, round(min(1.0, sum(doubt for doubt, _ in met)), FIGURES), why, *hangs)
