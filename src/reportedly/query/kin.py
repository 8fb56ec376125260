"""Which documents share words with those at hand, looked up when they come: a ledger may hold a hundred thousand pairs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from threading import RLock
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


@dataclass(slots=True)
class Learnt:
    """What was looked up of pairs of documents, and of which documents it was.

    Attributes:
        families: document -> the one that stands for its family of reprints. busy: held while something is looked up.
    """

    known: set[str] = field(default_factory=set)
    pairs: dict[tuple[str, str], Reprint] = field(default_factory=dict)
    of: dict[str, list[Reprint]] = field(default_factory=lambda: defaultdict(list))
    families: Mapping[str, str] = field(default_factory=dict)
    busy: RLock = field(default_factory=RLock)


class Kin:
    """Pairs of documents that share words, as they stood by a day or moment.

    Args:
        connection: inside a read transaction.
        recorded_by: what was recorded later is not seen.
        kept: all of them, where they are at hand.
        learnt: some of them, which were looked up before in the same state; what is looked up is added.
    """

    def __init__(self, connection: Connection, recorded_by: str | None, kept: Kept | None = None, learnt: Learnt | None = None) -> None:
        self._connection, self._recorded_by, self._whole = connection, recorded_by, kept is not None
        self._learnt = Learnt(set(), kept.pairs, kept.of, kept.families) if kept is not None else learnt or Learnt()

    @property
    def families(self) -> Mapping[str, str]:
        """Document -> the one that stands for its family of reprints."""
        return self._learnt.families

    def learn(self, documents: Iterable[str]) -> None:
        """Look up what shares words with documents, and those that are reprints of one text with them, however many steps away."""
        if not self._whole:
            with self._learnt.busy:
                self._look_up(set(documents) - self._learnt.known)

    def _look_up(self, fresh: set[str]) -> None:
        held, found = self._learnt, len(self._learnt.pairs)
        while fresh:
            pairs = [pair for part in _parts(sorted(fresh)) for pair in self._beside(part)]
            held.known |= fresh
            fresh = {end for pair in pairs if pair.label == "reprint" for end in (pair.a, pair.b)} - held.known
        if len(held.pairs) > found:
            held.families = families(held.pairs.values())

    def of(self, document: str) -> Sequence[Reprint]:
        """Return the pairs of a document that was learnt."""
        return self._learnt.of.get(document, ())

    def _beside(self, documents: Sequence[str]) -> list[Reprint]:
        pair = schema.reprint.c
        where = or_(pair.a.in_(documents), pair.b.in_(documents))
        held = self._learnt
        found = [
            each for each in sql.reprints(self._connection, where, recorded_by=self._recorded_by) if (each.a, each.b) not in held.pairs
        ]
        _keep(held.pairs, held.of, found)
        return found


def _keep(pairs: dict[tuple[str, str], Reprint], of: dict[str, list[Reprint]], more: Iterable[Reprint]) -> None:
    for each in more:
        pairs[each.a, each.b] = each
        of[each.a].append(each)
        of[each.b].append(each)


def _parts(documents: Sequence[str]) -> Iterable[Sequence[str]]:
    return (documents[start : start + sql.CHUNK] for start in range(0, len(documents), sql.CHUNK))
