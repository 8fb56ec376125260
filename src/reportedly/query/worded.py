"""Words for actors and acts by what is kept of them: rows are counted and put in order, and only those of the page are made."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection

from reportedly.query.uttered import Numbers, Uttered
from reportedly.store import database
from reportedly.track.framing import VOICES, Example, Framing, Word, name_of, state_of, uses_of
from reportedly.track.holding import NOBODY
from reportedly.track.spoken import OWN, around

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
    """What is asked for.

    Attributes:
        as_of: day that is looked from. day: the last one of documents, an ordinal. claims: they must have one of these.
        actor, acts: whom and which acts words are for. need: texts that a state needs.
        most: how many sources and voices of each row are wanted, all where None.
    """

    as_of: str
    day: int
    claims: frozenset[int] | None
    actor: str | None
    acts: Collection[str]
    need: int
    most: int | None


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
        counts = np.bincount(self._words.uses["use"][at], self._words.uses["times"][at], len(self._words.groups)).astype(np.int64)
        ranked = self._ranked(counts)
        shown = self._shown(ranked)
        tallies, texts, claims, own = self._tallies(at, counts, shown), self._texts(at, page), self._claims(at), self._own(counts)
        examples = self._examples([tally.first for found in tallies.values() for tally in found.values()])
        names = self._names(np.array(page, np.int64))
        sizes = np.bincount(self._words.of[ranked], minlength=len(self._counts))
        for number in page:
            act, actor = self._words.subjects[number]
            found = (
                (key[:3], Word(key[3], each.count, each.texts, each.marked, examples[each.first])) for key, each in tallies[number].items()
            )
            uses = uses_of(found)[: self._asked.most]
            told = (act or None, _actor(actor), names[number], self._asked.as_of)
            state = state_of(own.get(number, []), texts[number], self._asked.need)
            left = int(sizes[number]) - len(uses)
            yield Framing(*told, state, int(self._counts[number]), texts[number], uses, claims.get(number, ()), left)

    def _ranked(self, counts: Numbers) -> Numbers:
        """Return the groups that uses are of, row by row, in order as far as counts tell; how often they are used is kept."""
        used: Numbers = np.flatnonzero(counts)
        self._sizes = np.bincount(self._words.groups[used], counts[used], len(self._words.voices)).astype(np.int64)
        found: Numbers = np.flatnonzero(self._sizes)
        return found[np.lexsort((-self._sizes[found], self._words.voices[found], self._words.of[found]))]

    def _shown(self, ranked: Numbers) -> NDArray[np.bool_]:
        """Return which groups are shown, and those that counts leave on a level with the last of a row."""
        most, shown = self._asked.most, np.zeros(len(self._words.voices), np.bool_)
        if most is None or not len(ranked):
            shown[ranked] = True
            return shown
        _, begins = np.unique(self._words.of[ranked], return_index=True)
        ends = np.append(begins[1:], len(ranked))
        for begin, end in zip(begins.tolist(), ends.tolist(), strict=True):
            last = ranked[min(end, begin + most) - 1]
            row = ranked[begin:end]
            level = (self._words.voices[row] == self._words.voices[last]) & (self._sizes[row] == self._sizes[last])
            shown[row[:most]] = shown[row[level]] = True
        return shown

    def _own(self, counts: Numbers) -> dict[int, list[set[Hashable]]]:
        """Return of each row what stands for the own words of each source."""
        words, used = self._words, np.flatnonzero(counts)
        used = used[words.voices[words.groups[used]] == VOICES.index(OWN)]
        found: dict[int, dict[int, set[Hashable]]] = defaultdict(lambda: defaultdict(set))
        groups = words.groups[used]
        for subject, group, word in zip(words.of[groups].tolist(), groups.tolist(), words.words[used].tolist(), strict=True):
            found[subject][group].add(word)
        return {subject: list(each.values()) for subject, each in found.items()}

    def _tallies(self, at: Numbers, counts: Numbers, shown: NDArray[np.bool_]) -> dict[int, dict[tuple[str, str, str | None, str], _Tally]]:
        """Return of each row the words that are shown by source, voice and speaker."""
        at = at[shown[self._words.groups[self._words.uses["use"][at]]]]
        use, size = self._words.uses["use"][at], len(counts)
        marked = np.bincount(use, self._words.uses["marked"][at], size).astype(np.int64)
        texts = np.bincount(use[self._words.uses["first"][at] & _WORD > 0], minlength=size)
        first = np.full(size, -1, np.int64)
        first[use[::-1]] = at[::-1]
        numbers = np.flatnonzero(first >= 0)
        spelt = self._spelt(numbers.tolist())
        found: dict[int, dict[tuple[str, str, str | None, str], _Tally]] = defaultdict(lambda: defaultdict(_Tally))
        columns = (column[numbers].tolist() for column in (counts, texts, marked, first))
        for number, subject, *tally in zip(numbers.tolist(), self._words.of[self._words.groups[numbers]].tolist(), *columns, strict=True):
            found[subject][spelt[number][:4]].add(_Tally(*tally))
        return found

    def _texts(self, at: Numbers, page: Sequence[int]) -> Mapping[int, int]:
        """Return in how many texts each row is told of, reprints counted once."""
        told = at[self._words.uses["first"][at] & _SUBJECT > 0]
        subjects, family = self._words.uses["subject"][told], self._words.families[self._words.pages[told]]
        row = np.zeros(len(self._counts), np.int64)
        row[page] = np.arange(len(page))
        whole = np.bincount(row[subjects], family < 0, len(page)).astype(np.int64)
        met = np.zeros((len(page), 1 + int(family.max(initial=0))), np.bool_)
        again = family >= 0
        met[row[subjects[again]], family[again]] = True
        return dict(zip(page, (whole + met.sum(axis=1)).tolist(), strict=True))

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
    return found if asked.claims is None else found & words.told_in(asked.claims)


def _once(words: Uttered, chosen: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return documents without those that their source printed before, in the order of their days."""
    kept = chosen.copy()
    again: Numbers = np.flatnonzero(chosen & (words.families >= 0))
    _, first = np.unique(words.sources[again] * (1 + words.families.max(initial=0)) + words.families[again], return_index=True)
    kept[again] = False
    kept[again[first]] = True
    return kept
