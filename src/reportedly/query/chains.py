"""How many independent chains stand behind a claim, counted over all claims that say the same."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, func, select

from reportedly.compare.carried import carried, overlapping
from reportedly.compare.houses import houses_of
from reportedly.compare.origins import Origin, amount, by, count, origins
from reportedly.model import Claim, HeldClaim
from reportedly.packs import load_packs
from reportedly.query.conditions import lens
from reportedly.query.filters import ClaimFilter
from reportedly.query.kin import Kept, Kin, Learnt
from reportedly.store import schema, sql

_NAMED = 2_000
"""Documents that are named in one query, at most."""
Key = tuple[str, str, tuple[float | None, float | None] | None]


class ChainCounter:
    """Counts chains within one state of the ledger, and keeps what it has counted.

    Args:
        connection: inside a read transaction.
        where: only its ``known_by`` and ``recorded_by`` matter: what was not known then adds no chain.
        pairs: all pairs of documents that share words in the same state, where they are at hand.
        learnt: those of them that were looked up before in the same state.
    """

    def __init__(self, connection: Connection, where: ClaimFilter, pairs: Kept | None = None, learnt: Learnt | None = None) -> None:
        self._connection, self._where = connection, where
        self._kin = Kin(connection, where.recorded_by, pairs, learnt)
        self._houses = houses_of(load_packs())
        self._found: dict[Key, list[Origin]] = {}
        self._traced: set[str] = set()

    def of(self, claims: Iterable[tuple[Row[Any], Claim]]) -> list[list[int]]:
        """Return [at least, at most] for each claim with its row; [0, 0] for one that was superseded and that nobody says any more."""
        return [list(count(found)) for found in self.origins(claims)]

    def origins(self, claims: Iterable[tuple[Row[Any], Claim]]) -> list[list[Origin]]:
        """Return the origins of what each claim says: the same of the same, with the same number."""
        keys = [(row.proposition, row.stance, amount(claim)) for row, claim in claims]
        missing = {proposition for proposition, *_ in keys if proposition not in self._traced}
        if missing:
            self._trace(missing)
        return [self._found.get(key, []) for key in keys]

    def _trace(self, propositions: set[str]) -> None:
        claim, pages = schema.claim, self._pages(propositions)
        place = sql.first_appearance(pages)
        publisher = func.coalesce(place.c.publisher, place.c.publisher_id).label("publisher")
        query = select(claim, place.c.path, place.c.published, publisher, place.c.byline)
        query = query.join(place, place.c.document == claim.c.document)
        authors: dict[str, list[str]] = {}
        alike: dict[Key, list[HeldClaim]] = defaultdict(list)
        passing = query.where(claim.c.proposition.in_(propositions), *lens(self._where, pages))
        for row, found in sql.claims(self._connection, passing, lean=True):
            held = HeldClaim(found, row.document, row.path, row.published, row.publisher)
            alike[row.proposition, row.stance, amount(found)].append(held)
            if found.own:
                authors[found.id] = json.loads(row.byline)
        self._kin.learn(held.document for group in alike.values() for held in group)
        self._found.update((key, self._joined(group, authors)) for key, group in alike.items())
        self._traced |= propositions

    def _pages(self, propositions: set[str]) -> list[str] | None:
        """Return the documents that say so, so that no other is looked at; None where they are too many to be named."""
        claim = schema.claim.c
        query = select(claim.document).where(claim.proposition.in_(propositions)).distinct().limit(_NAMED + 1)
        found = list(self._connection.scalars(query))
        return found if len(found) <= _NAMED else None

    def behind(self, group: Sequence[HeldClaim], authors: Mapping[str, Sequence[str]]) -> tuple[int, int]:
        """Return how many independent chains stand behind claims that agree: at least, and at most.

        Args:
            group: claims of one matter, in any order.
            authors: id of a claim in its page's own voice -> names of its authors.
        """
        return count(self._joined(group, authors))

    def learn(self, documents: Iterable[str]) -> None:
        """Look up what documents share words with, at once for many groups."""
        self._kin.learn(documents)

    def _joined(self, group: Sequence[HeldClaim], authors: Mapping[str, Sequence[str]]) -> list[Origin]:
        self._kin.learn(held.document for held in group)
        also = {held.claim.id: [by(name, self._houses) for name in authors.get(held.claim.id, ())] for held in group}
        for claim, node in self._copied(group):
            also[claim].append(node)
        return origins(group, self._kin.families, also, self._houses)

    def _copied(self, group: Sequence[HeldClaim]) -> Iterator[tuple[str, str]]:
        """Yield claims whose words stand in one place of one document, each with a node for that place.

        That place may be of a third document, which two pages took their words from.
        """
        places: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        for held in group:
            claim = held.claim
            places[held.document].append((claim.start, claim.end, claim.id))
            for pair in self._kin.of(held.document):
                found = carried(pair, held.document, claim.start, claim.end)
                if found:
                    places[pair.b if pair.a == held.document else pair.a].append((*found, claim.id))
        for document, spans in places.items():
            yield from ((claim, f"passage:{document}:{begin}-{end}") for begin, end, claims in overlapping(spans) for claim in claims)
