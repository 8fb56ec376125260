"""How many independent chains stand behind a claim, counted over all claims that say the same."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import Any

from sqlalchemy import Connection, Row, func, select

from reportedly.compare.origins import Origin, count, origins
from reportedly.compare.reprints import families
from reportedly.model import Claim, HeldClaim, Reprint
from reportedly.query.conditions import lens
from reportedly.query.filters import ClaimFilter
from reportedly.store import schema, sql
from reportedly.text import fold

Key = tuple[str, str]


class ChainCounter:
    """Counts chains within one state of the ledger, and keeps what it has counted.

    Args:
        connection: inside a read transaction.
        where: only its ``known_by`` and ``recorded_by`` matter: what was not known then adds no chain.
        pairs: :func:`known_reprints` of the same state, where they are at hand.
    """

    def __init__(self, connection: Connection, where: ClaimFilter, pairs: Sequence[Reprint] | None = None) -> None:
        self._connection, self._where = connection, where
        pairs = known_reprints(connection, where) if pairs is None else pairs
        self._families = families(pairs)
        self._passages: dict[str, list[Reprint]] = defaultdict(list)
        for pair in pairs:
            self._passages[pair.a].append(pair)
        self._found: dict[Key, list[Origin]] = {}

    def of(self, rows: Iterable[Row[Any]]) -> list[list[int]]:
        """Return [at least, at most] for each row of the claim table; [0, 0] for one that was superseded and that nobody says any more."""
        return [list(count(found)) for found in self.origins(rows)]

    def origins(self, rows: Iterable[Row[Any]]) -> list[list[Origin]]:
        """Return the origins of what each row of the claim table says."""
        keys = [(row.proposition, row.stance) for row in rows]
        missing = {proposition for proposition, _ in keys if (proposition, "") not in self._found}
        if missing:
            self._trace(missing)
        return [self._found.get(key, []) for key in keys]

    def _trace(self, propositions: set[str]) -> None:
        claim, place = schema.claim, sql.first_appearance()
        publisher = func.coalesce(place.c.publisher, place.c.publisher_id).label("publisher")
        query = select(claim, place.c.path, place.c.published, publisher, place.c.byline)
        query = query.join(place, place.c.document == claim.c.document)
        authors: dict[str, list[str]] = {}
        alike: dict[Key, list[HeldClaim]] = defaultdict(list)
        for row, found in sql.claims(self._connection, query.where(claim.c.proposition.in_(propositions), *lens(self._where))):
            held = HeldClaim(found, row.document, row.path, row.published, row.publisher)
            alike[row.proposition, row.stance].append(held)
            if found.own:
                authors[found.id] = json.loads(row.byline)
        for key, group in alike.items():
            self._found[key] = self._joined(group, authors)
        self._found.update({(proposition, ""): [] for proposition in propositions})

    def behind(self, group: Sequence[HeldClaim], authors: Mapping[str, Sequence[str]]) -> tuple[int, int]:
        """Return how many independent chains stand behind claims that agree: at least, and at most.

        Args:
            group: claims of one matter, in any order.
            authors: id of a claim in its page's own voice -> names of its authors.
        """
        return count(self._joined(group, authors))

    def _joined(self, group: Sequence[HeldClaim], authors: Mapping[str, Sequence[str]]) -> list[Origin]:
        also = {held.claim.id: [f"name:{fold(name).casefold()}" for name in authors.get(held.claim.id, ())] for held in group}
        for first, second, node in self._copied(group):
            also[first].append(node)
            also[second].append(node)
        return origins(group, self._families, also)

    def _copied(self, group: Sequence[HeldClaim]) -> Iterator[tuple[str, str, str]]:
        """Yield two claims that stand in one shared passage, and a node for it."""
        by: dict[str, list[Claim]] = defaultdict(list)
        for held in group:
            by[held.document].append(held.claim)
        shared = ((pair, part) for document in by for pair in self._passages.get(document, ()) if pair.b in by for part in pair.passages)
        for pair, part in shared:
            for a, b in product(by[pair.a], by[pair.b]):
                if part.a_start < a.end and a.start < part.a_end and part.b_start < b.end and b.start < part.b_end:
                    yield a.id, b.id, f"passage:{pair.a}:{part.a_start}-{part.a_end}"


def known_reprints(connection: Connection, where: ClaimFilter) -> list[Reprint]:
    """Return the pairs of documents that share words, as they stood by the filter's ``recorded_by``."""
    return list(sql.reprints(connection, recorded_by=where.recorded_by))
