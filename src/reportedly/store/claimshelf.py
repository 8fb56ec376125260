"""What comparison of claims keeps, in the ledger's file but not of the record; see :class:`reportedly.ports.ClaimShelf`."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import BindParameter, Connection, Select, bindparam, or_, select

from reportedly.limits import limits
from reportedly.model import Contradiction, HeldClaim
from reportedly.ports import Filed, Heard
from reportedly.store import database, schema, sql
from reportedly.store.held import latest, numbered, of_documents

_IN = 2_000  # numbers in one statement
_COUNTS = """SELECT b.block, (SELECT count(*) FROM (SELECT 1 FROM matter_key k WHERE k.block = b.block LIMIT ?) AS few)
FROM (SELECT CAST(value AS BIGINT) AS block FROM json_each(?)) AS b"""
_MEMBERS = """SELECT block, standing, claim FROM matter_key WHERE block IN (SELECT CAST(value AS BIGINT) FROM json_each(?))
ORDER BY block, standing, claim"""
_NEXT = "SELECT standing, claim FROM matter_key WHERE block = ? AND standing >= ? ORDER BY standing, claim LIMIT 1"
_HALF = 32  # bits of a standing that are of the claim; those above them are of what it says
_LEAST, _MOST = -(1 << 63), (1 << 63) - 1


class LedgerClaims:
    """The shelf of an open ledger.

    Args:
        connection: inside a transaction that holds the write lock.
        kept: claims that were read before, by number; those that are read are put into it.
    """

    def __init__(self, connection: Connection, kept: dict[int, HeldClaim] | None = None) -> None:
        self._connection = connection
        self._cursor = database.of(connection).cursor(connection)
        self._kept = {} if kept is None else kept

    def heard(self, blocks: Collection[int]) -> Mapping[int, Heard]:
        """Return who is heard in each block; a crowd is not read whole."""
        most = limits().crowd_claims
        found: dict[int, Heard] = {}
        for some in _parted(sorted(blocks)):
            counts = self._cursor.execute(_COUNTS, (most + 1, json.dumps(some))).fetchall()
            few = json.dumps([at for at, count in counts if 0 < count <= most])
            members = self._cursor.execute(_MEMBERS, (few,)).fetchall()
            for at, rows in groupby(members, key=itemgetter(0)):
                found[at] = Heard(crowded=False, claims=tuple([row[1:] for row in rows]))
            found.update((at, Heard(crowded=True, claims=tuple(self._sayings(at, most)))) for at, count in counts if count > most)
        return found

    def _sayings(self, at: int, most: int) -> Iterator[tuple[int, int]]:
        least = _LEAST
        for _ in range(most):
            row = self._cursor.execute(_NEXT, (at, least)).fetchone()
            if row is None:
                return
            yield row
            least = ((row[0] >> _HALF) + 1) << _HALF
            if least > _MOST:
                return

    def file(self, rows: Iterable[Filed]) -> None:
        """Put claims into blocks."""
        self._cursor.executemany("INSERT INTO matter_key VALUES (?, ?, ?) ON CONFLICT DO NOTHING", sorted(rows))

    def drop(self, rows: Iterable[Filed]) -> None:
        """Take claims out of blocks."""
        self._cursor.executemany("DELETE FROM matter_key WHERE block = ? AND standing = ? AND claim = ?", sorted(rows))

    def claims(self, numbers: Collection[int]) -> Mapping[int, HeldClaim]:
        """Return claims by number."""
        found = {number: self._kept[number] for number in numbers if number in self._kept}
        for some in _parted(sorted(number for number in numbers if number not in found)):
            found.update(numbered(self._connection, some))
        self._kept.update(found)
        return found

    def of_document(self, document: str) -> Sequence[HeldClaim]:
        """Return the claims of a document."""
        return [held for _, held in of_documents(self._connection, [document])]

    def pairs(self, claims: Collection[str]) -> Iterator[Contradiction]:
        """Yield the pairs that stand, and of which both claims do."""
        for some in _parted(sorted(claims)):
            for row in self._connection.execute(_standing_pairs(), {"wanted": some}):
                yield Contradiction(row.id.partition(".")[0], row.kind, row.a, row.b, row.why, row.look_alike)


@cache
def _standing_pairs() -> Select[Any]:
    pair, ends = schema.contradiction, (schema.claim.alias(), schema.claim.alias())
    query = select(pair)
    for end, own in zip(ends, (pair.c.a, pair.c.b), strict=True):
        query = query.join(end, end.c.id == own).where(latest(end), end.c.body.is_not(None))
    wanted: BindParameter[Any] = bindparam("wanted", expanding=True)
    return query.where(or_(pair.c.a.in_(wanted), pair.c.b.in_(wanted)), sql.kept_pair()).order_by(pair.c.seq)


def _parted(numbers: Sequence[Any]) -> Iterator[Sequence[Any]]:
    for start in range(0, len(numbers), _IN):
        yield numbers[start : start + _IN]
