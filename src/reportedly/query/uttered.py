"""The words of all documents as columns of numbers, in the order of their days: read once, and kept at hand while nothing is recorded."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Self
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection

from reportedly.compare.reprints import families
from reportedly.store import Ledger, database, schema, sightings, sql
from reportedly.store.uses import FIELDS
from reportedly.track.framing import VOICES

_PAGES = "SELECT document, day, source, uses, claims FROM sighting_page ORDER BY day, document"
_SUBJECTS = "SELECT id, told FROM sighting_subject"
_USES = "SELECT id, subject, voice, party, word FROM sighting_use"
_MOST = 4_000_000
"""Uses of words that are kept at hand, 36 bytes each."""
Numbers = NDArray[np.int64]
_held: WeakKeyDictionary[Ledger, tuple[int, Uttered]] = WeakKeyDictionary()


@dataclass(frozen=True)
class Uttered:
    """Columns.

    Attributes:
        documents: ids, by their days and then by themselves. days: of documents, ordinals. sources: of documents, a number each.
        families: of documents, a number for those that are reprints of one another, -1 for one that is alone.
        begins: where the uses of each document begin, and where the last one's end.
        uses: a column for each of :data:`~reportedly.store.uses.FIELDS`, in the order of documents and texts. pages: which document each
            is of, by its place.
        owners: number of a claim -> the place of its document, -1 for one that does not stand or is in a document without words.
        groups: number of a use -> that of its subject, source, voice and speaker. voices: of these groups. of: their subjects.
        words: number of a use -> a number of its word.
        subjects: number -> act, empty where words are for an actor, and actor or what stands for one.
    """

    documents: list[str]
    days: Numbers
    sources: Numbers
    families: Numbers
    begins: Numbers
    uses: Mapping[str, NDArray[np.uint32]]
    pages: NDArray[np.int32]
    owners: NDArray[np.int32]
    groups: Numbers
    voices: Numbers
    of: Numbers
    words: Numbers
    subjects: Mapping[int, tuple[str, str]]

    @classmethod
    def read(cls, connection: Connection) -> Self:
        """Read them. The tables must be there, and hold all that is recorded."""
        rows = database.ask(connection, _PAGES, ())
        documents = [row[0] for row in rows]
        table = np.frombuffer(b"".join(row[3] for row in rows), "<u4").reshape(-1, len(FIELDS))
        sizes = np.fromiter((len(row[3]) for row in rows), np.int64, len(rows)) // (4 * len(FIELDS))
        begins = np.concatenate(([0], np.cumsum(sizes)))
        _, sources = np.unique(np.fromiter((row[2] for row in rows), np.int64, len(rows)), return_inverse=True)
        found = database.ask(connection, _SUBJECTS, ())
        told = json.loads(f"[{','.join(each for _, each in found)}]")
        return cls(
            documents,
            np.fromiter((row[1] for row in rows), np.int64, len(rows)),
            sources,
            _families(connection, documents),
            begins,
            {name: np.ascontiguousarray(table[:, at]) for at, name in enumerate(FIELDS)},
            np.repeat(np.arange(len(rows), dtype=np.int32), sizes),
            _owners(rows),
            *_groups(connection),
            {number: (act, actor) for (number, _), (act, actor) in zip(found, told, strict=True)},
        )

    @cached_property
    def acts(self) -> NDArray[np.bool_]:
        """Whether words of a subject, by its number, are for an act."""
        found = np.zeros(1 + max(self.subjects, default=0), np.bool_)
        found[[number for number, (act, _) in self.subjects.items() if act]] = True
        return found

    def told_in(self, claims: Collection[int]) -> NDArray[np.bool_]:
        """Return which documents claims of these numbers stand in."""
        found = np.zeros(len(self.documents), np.bool_)
        numbers = np.fromiter(claims, np.int64, len(claims))
        owners = self.owners[numbers[numbers < len(self.owners)]]
        found[owners[owners >= 0]] = True
        return found


def uttered(ledger: Ledger, connection: Connection) -> Uttered:
    """Return them as of now, read anew where something was recorded since."""
    last, held = sightings.last_batch(connection), _held.get(ledger)
    if held is not None and held[0] == last:
        return held[1]
    found = Uttered.read(connection)
    if len(found.pages) <= _MOST:
        _held[ledger] = last, found
    return found


def _groups(connection: Connection) -> tuple[Numbers, Numbers, Numbers, Numbers]:
    rows = np.array(database.ask(connection, _USES, ()), np.int64).reshape(-1, 5)
    number, subject, voice, party, word = rows.T
    size = 1 + int(number.max(initial=0))
    groups, words = np.zeros(size, np.int64), np.zeros(size, np.int64)
    parties, own = np.unique(party, return_inverse=True)
    voices = len(VOICES)
    found, groups[number] = np.unique((subject * voices + voice) * len(parties) + own, return_inverse=True)
    words[number] = np.unique(word, return_inverse=True)[1]
    found //= max(1, len(parties))
    return groups, found % voices, found // voices, words


def _owners(rows: Collection[Any]) -> NDArray[np.int32]:
    claims = np.frombuffer(b"".join(row[4] for row in rows), "<u4")
    found = np.full(1 + int(claims.max(initial=0)), -1, np.int32)
    found[claims] = np.repeat(np.arange(len(rows), dtype=np.int32), [len(row[4]) // 4 for row in rows])
    return found


def _families(connection: Connection, documents: Collection[str]) -> Numbers:
    kin = families(sql.reprints(connection, schema.reprint.c.label == "reprint", bare=True))
    number = {stands: at for at, stands in enumerate(dict.fromkeys(kin.values()))}
    return np.fromiter((number[kin[each]] if each in kin else -1 for each in documents), np.int64, len(documents))
