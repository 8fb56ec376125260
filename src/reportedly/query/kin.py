"""Which documents share words with those at hand, looked up when they come: a ledger may hold a hundred thousand pairs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Self

from sqlalchemy import Connection, or_

from reportedly.compare.reprints import families
from reportedly.model import Reprint
from reportedly.store import schema, sql


@dataclass(frozen=True, slots=True)
class Kept:
    """All pairs of one state of the ledger, put in order once: by both ends, by one end, and by family."""

    pairs: dict[tuple[str, str], Reprint]
    of: dict[str, list[Reprint]]
    families: Mapping[str, str]

    @classmethod
    def of_all(cls, pairs: Iterable[Reprint]) -> Self:
        """Return them."""
        found = cls({}, defaultdict(list), {})
        _keep(found.pairs, found.of, pairs)
        return replace(found, families=families(found.pairs.values()))


class Kin:
    """Pairs of documents that share words, as they stood by a day or moment.

    Args:
        connection: inside a read transaction.
        recorded_by: what was recorded later is not seen.
        kept: all of them, where they are at hand.

    Attributes:
        families: document -> the one that stands for its family of reprints.
    """

    def __init__(self, connection: Connection, recorded_by: str | None, kept: Kept | None = None) -> None:
        self._connection, self._recorded_by = connection, recorded_by
        self._known: set[str] = set()
        self._whole = kept is not None
        held = kept or Kept({}, defaultdict(list), {})
        self._pairs, self._of = held.pairs, held.of
        self.families: Mapping[str, str] = held.families

    def learn(self, documents: Iterable[str]) -> None:
        """Look up what shares words with documents, and those that are reprints of one text with them, however many steps away."""
        fresh, found = set[str]() if self._whole else set(documents) - self._known, len(self._pairs)
        while fresh:
            self._known |= fresh
            pairs = [pair for part in _parts(sorted(fresh)) for pair in self._beside(part)]
            fresh = {end for pair in pairs if pair.label == "reprint" for end in (pair.a, pair.b)} - self._known
        if len(self._pairs) > found:
            self.families = families(self._pairs.values())

    def of(self, document: str) -> Sequence[Reprint]:
        """Return the pairs of a document that was learnt."""
        return self._of.get(document, ())

    def _beside(self, documents: Sequence[str]) -> list[Reprint]:
        pair = schema.reprint.c
        where = or_(pair.a.in_(documents), pair.b.in_(documents))
        found = [
            each for each in sql.reprints(self._connection, where, recorded_by=self._recorded_by) if (each.a, each.b) not in self._pairs
        ]
        _keep(self._pairs, self._of, found)
        return found


def _keep(pairs: dict[tuple[str, str], Reprint], of: dict[str, list[Reprint]], more: Iterable[Reprint]) -> None:
    for each in more:
        pairs[each.a, each.b] = each
        of[each.a].append(each)
        of[each.b].append(each)


def _parts(documents: Sequence[str]) -> Iterable[Sequence[str]]:
    return (documents[start : start + sql.CHUNK] for start in range(0, len(documents), sql.CHUNK))
