"""How many independent chains stand behind a claim, counted over all claims that say the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Row, func, select

from reportedly.compare.origins import independent_chains
from reportedly.compare.reprints import families
from reportedly.model import HeldClaim, Reprint
from reportedly.query.conditions import lens
from reportedly.query.filters import ClaimFilter
from reportedly.store import schema, sql

Key = tuple[str, str]


class ChainCounter:
    """Counts chains within one state of the ledger, and keeps what it has counted.

    Args:
        connection: inside a read transaction.
        where: only its ``known_by`` and ``recorded_by`` matter: what was not known then adds no chain.
    """

    def __init__(self, connection: Connection, where: ClaimFilter) -> None:
        self._connection, self._where = connection, where
        self._families = families(known_reprints(connection, where))
        self._counted: dict[Key, tuple[int, int]] = {}

    def of(self, rows: Iterable[Row[Any]]) -> list[list[int]]:
        """Return [at least, at most] for each row of the claim table; [0, 0] for one that was superseded and that nobody says any more."""
        keys = [(row.proposition, row.stance) for row in rows]
        missing = {proposition for proposition, _ in keys if (proposition, "") not in self._counted}
        if missing:
            self._count(missing)
        return [list(self._counted.get(key, (0, 0))) for key in keys]

    def _count(self, propositions: set[str]) -> None:
        claim, place = schema.claim, sql.first_appearance()
        publisher = func.coalesce(place.c.publisher, place.c.publisher_id).label("publisher")
        query = select(claim, place.c.path, place.c.published, publisher).join(place, place.c.document == claim.c.document)
        alike: dict[Key, list[HeldClaim]] = defaultdict(list)
        for row, found in sql.claims(self._connection, query.where(claim.c.proposition.in_(propositions), *lens(self._where))):
            held = HeldClaim(found, row.document, row.path, row.published, row.publisher)
            alike[row.proposition, row.stance].append(held)
        for key, group in alike.items():
            self._counted[key] = independent_chains(group, self._families)
        self._counted.update({(proposition, ""): (0, 0) for proposition in propositions})


def known_reprints(connection: Connection, where: ClaimFilter) -> list[Reprint]:
    """Return the pairs of documents that share words, as they stood by the filter's ``recorded_by``."""
    return list(sql.reprints(connection, recorded_by=where.recorded_by))
