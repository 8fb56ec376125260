"""Words for actors and acts by what is kept of them: rows are counted and put in order, and only those of the page are made."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection

from reportedly.query.uttered import Numbers, Uttered
from reportedly.store import database
from reportedly.track.framing import Example, Framing, Word, name_of, row_of, uses_of
from reportedly.track.holding import NOBODY
from reportedly.track.spoken import around

_WORD, _SUBJECT = 1, 2
_USES = "SELECT u.id, u.told FROM json_each(?) a CROSS JOIN sighting_use u WHERE u.id = CAST(a.value AS BIGINT)"
_TEXTS = """
SELECT d.id, d.text, p.path FROM json_each(?) a CROSS JOIN document d CROSS JOIN appearance p
WHERE d.id = CAST(a.value AS TEXT) AND p.seq = (SELECT min(seq) FROM appearance WHERE document = d.id)
"""
_CLAIMS = "SELECT c.seq, c.id FROM json_each(?) a CROSS JOIN claim c WHERE c.seq = CAST(a.value AS BIGINT)"
Spelt = tuple[str, str, str | None, str, str]
"""Source, voice, speaker, word, and the name of whom it is for."""


class Asked(NamedTuple):
    """What is asked for: the last day of documents, an ordinal; the claims of which they must have one; whom and which acts; the lens."""

    as_of: str
    day: int
    claims: frozenset[int] | None
    actor: str | None
    acts: Collection[str]
    need: int


@dataclass(slots=True)
class _Tally:
    """A word of one source, voice and speaker: how often, in how many texts, and where first."""

    count: int = 0
    texts: int = 0
    marked: int = 0
    first: int = -1

    def add(self, other: _Tally) -> None:
        """Count the same word, told for another name of whom it is for."""
        self.count, self.texts, self.marked = self.count + other.count, self.texts + other.texts, self.marked + other.marked
        self.first = other.first if self.first < 0 else min(self.first, other.first)


class Worded:
    """Rows from one state of the ledger.

    Args:
        connection: inside a read transaction.
        words: of all documents.
        asked: what is asked for.
    """

    def __init__(self, connection: Connection, words: Uttered, asked: Asked) -> None:
        self._connection, self._words, self._asked = connection, words, asked
        kept = _once(words, _chosen(words, asked))
        self._at: Numbers = np.flatnonzero(np.repeat(kept, np.diff(words.begins)))
        self._subjects = words.uses["subject"][self._at]
        self._counts = np.bincount(self._subjects, words.uses["times"][self._at], len(words.acts)).astype(np.int64)

    def rows(self, offset: int, limit: int | None) -> tuple[list[Framing], int]:
        """Return so many rows, and how many there are beyond them."""
        order = self._order()
        end = len(order) if limit is None else min(len(order), offset + limit)
        if offset >= end:
            return [], max(0, len(order) - offset) if limit is not None else 0
        return list(self._made(self._page(order, offset, end))), len(order) - end

    def _order(self) -> Numbers:
        """Return the numbers of the rows that are asked for, in order as far as counts tell."""
        found: Numbers = np.flatnonzero(self._counts)
        if self._asked.acts:
            found = found[[self._words.subjects[number][0] in self._asked.acts for number in found.tolist()]]
        if self._asked.actor:
            names = self._names(found)
            wanted = self._asked.actor.casefold()
            own = (self._words.subjects[number][1] == self._asked.actor or wanted in names[number].casefold() for number in found.tolist())
            found = found[np.fromiter(own, np.bool_, len(found))]
        return found[np.lexsort((-self._counts[found], self._words.acts[found]))]

    def _page(self, order: Numbers, offset: int, end: int) -> list[int]:
        """Return the rows of a page in order; those that counts leave on a level are told apart by their names."""
        key = np.where(self._words.acts[order], -1, 1) * self._counts[order]
        first, last = np.flatnonzero(key == key[offset])[0], np.flatnonzero(key == key[end - 1])[-1] + 1
        level, names = order[first:last], dict[int, str]()
        if any(self._words.subjects[number][1].startswith(NOBODY) for number in level.tolist()):
            names = self._names(level)
        told = {number: self._words.subjects[number] for number in level.tolist()}
        ranked = sorted(told, key=lambda at: (bool(told[at][0]), -self._counts[at], told[at][0], _actor(told[at][1]) or names[at]))
        return ranked[offset - first : end - first]

    def _names(self, subjects: Numbers) -> dict[int, str]:
        """Return what whom words are for is called where it is told first."""
        first = np.zeros(len(self._counts), np.int64)
        first[self._subjects[::-1]] = self._at[::-1]
        uses = self._words.uses["use"][first[subjects]]
        spelt = self._spelt(np.unique(uses).tolist())
        return {
            number: name_of(_actor(self._words.subjects[number][1]), spelt[use][-1])
            for number, use in zip(subjects.tolist(), uses.tolist(), strict=True)
        }

    def _made(self, page: Sequence[int]) -> Iterator[Framing]:
        wanted = np.zeros(len(self._counts), np.bool_)
        wanted[page] = True
        at = self._at[wanted[self._subjects]]
        tallies, texts, claims = self._tallies(at), self._texts(at, page), self._claims(at)
        shown = self._examples([tally.first for found in tallies.values() for tally in found.values()])
        names = self._names(np.array(page, np.int64))
        for number in page:
            act, actor = self._words.subjects[number]
            found = [(key, Word(key[3], each.count, each.texts, each.marked, shown[each.first])) for key, each in tallies[number].items()]
            uses = uses_of(((key[0], key[1], key[2]), word) for key, word in found)
            told = (act or None, _actor(actor), names[number], self._asked.as_of)
            yield row_of(told, uses, texts[number], self._asked.need, claims.get(number, ()))

    def _tallies(self, at: Numbers) -> dict[int, dict[tuple[str, str, str | None, str], _Tally]]:
        """Return of each row its words by source, voice and speaker."""
        fields = {name: column[at] for name, column in self._words.uses.items()}
        use = fields["use"]
        size = 1 + int(use.max(initial=0))
        counts, marked = (np.bincount(use, fields[name], size).astype(np.int64) for name in ("times", "marked"))
        texts = np.bincount(use[fields["first"] & _WORD > 0], minlength=size)
        first, of = np.zeros(size, np.int64), np.zeros(size, np.int64)
        first[use[::-1]], of[use] = at[::-1], fields["subject"]
        numbers = np.flatnonzero(counts)
        spelt = self._spelt(numbers.tolist())
        found: dict[int, dict[tuple[str, str, str | None, str], _Tally]] = defaultdict(lambda: defaultdict(_Tally))
        columns = (column[numbers].tolist() for column in (of, counts, texts, marked, first))
        for number, subject, *tally in zip(numbers.tolist(), *columns, strict=True):
            found[subject][spelt[number][:4]].add(_Tally(*tally))
        return found

    def _texts(self, at: Numbers, page: Sequence[int]) -> Mapping[int, int]:
        """Return in how many texts each row is told of, reprints counted once."""
        told = at[self._words.uses["first"][at] & _SUBJECT > 0]
        subjects, family = self._words.uses["subject"][told].astype(np.int64), self._words.families[self._words.pages[told]]
        whole = np.bincount(subjects, minlength=len(self._counts))
        again = family >= 0
        keys = subjects[again] * (1 + int(family.max(initial=0))) + family[again]
        whole -= np.bincount(subjects[again], minlength=len(whole))
        whole += np.bincount(np.unique(keys) // (1 + int(family.max(initial=0))), minlength=len(whole))
        return {number: int(whole[number]) for number in page}

    def _claims(self, at: Numbers) -> dict[int, tuple[str, ...]]:
        """Return the claims that words of each row are of."""
        told = at[self._words.uses["claim"][at] > 0]
        numbers, subjects = self._words.uses["claim"][told].tolist(), self._words.uses["subject"][told].tolist()
        ids = self._ids(numbers)
        found: dict[int, dict[str, None]] = defaultdict(dict)
        for number, subject in zip(numbers, subjects, strict=True):
            found[subject][ids[number]] = None
        return {subject: tuple(each) for subject, each in found.items()}

    def _examples(self, places: Sequence[int]) -> dict[int, Example]:
        """Return what stands around words, by the places of their uses."""
        documents = {place: self._words.documents[self._words.pages[place]] for place in places}
        rows = database.ask(self._connection, _TEXTS, (json.dumps(sorted(set(documents.values()))),))
        texts = {document: (text, path) for document, text, path in rows}
        where = np.array(places, np.int64)
        start, length = (self._words.uses[name][where].tolist() for name in ("start", "length"))
        own = self._claims_at(where)
        return {
            place: Example(around(text, begin, begin + size), document, path, begin, begin + size, claim)
            for place, begin, size, claim in zip(places, start, length, own, strict=True)
            for document in (documents[place],)
            for text, path in (texts[document],)
        }

    def _claims_at(self, where: Numbers) -> list[str | None]:
        numbers = self._words.uses["claim"][where].tolist()
        ids = self._ids(each for each in numbers if each)
        return [ids.get(number) for number in numbers]

    def _ids(self, claims: Iterable[int]) -> dict[int, str]:
        rows = database.ask(self._connection, _CLAIMS, (json.dumps(sorted(set(claims))),))
        return {number: key for number, key in rows}  # noqa: C416 - rows

    def _spelt(self, uses: Iterable[int]) -> dict[int, Spelt]:
        rows = database.ask(self._connection, _USES, (json.dumps(list(uses)),))
        told: list[Any] = json.loads(f"[{','.join(each for _, each in rows)}]")
        return {number: tuple(each) for (number, _), each in zip(rows, told, strict=True)}


def _actor(told: str) -> str | None:
    return None if told.startswith(NOBODY) else told


def _chosen(words: Uttered, asked: Asked) -> NDArray[np.bool_]:
    """Return the documents of which a claim passes, until a day."""
    found = words.days <= asked.day
    return found if asked.claims is None else found & words.of(asked.claims)


def _once(words: Uttered, chosen: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return documents without those that their source printed before, in the order of their days."""
    kept = chosen.copy()
    again: Numbers = np.flatnonzero(chosen & (words.families >= 0))
    _, first = np.unique(words.sources[again] * (1 + words.families.max(initial=0)) + words.families[again], return_index=True)
    kept[again] = False
    kept[again[first]] = True
    return kept
