"""What comparison found between claims and others: of a few claims, looked up by their ids."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select

from reportedly.store import database, schema, sql

KINDS = ("denial", "cause", "mirror")


class Pair(NamedTuple):
    """A contradiction of two claims: its number, its kind, and their ids."""

    number: int
    kind: str
    a: str
    b: str


class Pairs:
    """Pairs that stand, of kinds that the register of allegations tells of.

    Args:
        connection: inside a read transaction.
        recorded_by: by when they were recorded.
        judged: claims are as persons judged them.
    """

    def __init__(self, connection: Connection, recorded_by: str | None, *, judged: bool) -> None:
        self._connection, self._looked = connection, set[str]()
        self._by: dict[str, dict[int, Pair]] = defaultdict(dict)
        self._stands = _standing(recorded_by, judged)

    def of(self, ids: Collection[str]) -> list[Pair]:
        """Return the pairs of claims, in the order in which they were recorded."""
        left = iter(sorted(set(ids) - self._looked))
        while part := list(islice(left, sql.CHUNK)):
            self._look(part)
        return sorted({number: pair for key in ids for number, pair in self._by.get(key, {}).items()}.values())

    def others(self, ids: Collection[str], kinds: Collection[str]) -> set[str]:
        """Return the ids of the other ends of pairs of some kinds."""
        own = set(ids)
        return {to for pair in self.of(own) if pair.kind in kinds for one, to in ((pair.a, pair.b), (pair.b, pair.a)) if one in own}

    def numbers(self, ids: Iterable[str]) -> dict[int, str]:
        """Return the numbers of all claims of these ids, standing or not, each with its id."""
        wanted, claim = sorted(set(ids)), schema.claim.c
        found = self._connection.execute(select(claim.seq, claim.id).where(database.among(claim.id, wanted))) if wanted else ()
        return {row.seq: row.id for row in found}

    def _look(self, part: list[str]) -> None:
        pair = schema.contradiction.c
        ends = or_(database.among(pair.a, part), database.among(pair.b, part))
        kind = func.coalesce(pair.kind, "")  # or else all pairs of these kinds are looked through
        query = select(pair.seq, pair.kind, pair.a, pair.b).where(pair.look_alike.is_(False), kind.in_(KINDS), ends, self._stands)
        for row in self._connection.execute(query):
            found = Pair(*row)
            self._by[found.a][found.number] = self._by[found.b][found.number] = found
        self._looked |= set(part)


@lru_cache(32)
def _standing(recorded_by: str | None, judged: bool) -> ColumnElement[bool]:  # noqa: FBT001 - a key
    """Return the condition that a pair stands; made once, as making it takes longer than asking."""
    stands = sql.standing_pair(recorded_by, judged=judged, each=True)
    return stands if recorded_by is None else and_(stands, sql.until(schema.contradiction.c.recorded, recorded_by))
