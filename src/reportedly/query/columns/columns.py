"""What is held of claims, documents and appearances."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Self

import numpy as np
from numpy.typing import NDArray

from reportedly.query.columns.words import Column, Mask, Numbers, Words, first_words
from reportedly.query.filters import ClaimFilter


@dataclass(frozen=True)
class Pairs:
    """What claims name: a row for each claim and name, in the order of claims.

    Attributes:
        claim: which claim, by its place among all. key, name: id and name of what it names.
        once: rows that are the first of their claim and key.
    """

    claim: Numbers
    key: Column
    name: Column
    once: Numbers

    @cached_property
    def each(self) -> Column:
        """The keys, each once of a claim."""
        return self.key.chosen(self.once)

    @cached_property
    def of(self) -> Numbers:
        """Which claim each of those is of."""
        return self.claim[self.once]

    @cached_property
    def called(self) -> list[str]:
        """The first name of each key in the order of words; the key itself where it has none."""
        return first_words(self.key, self.name)


@dataclass(frozen=True, slots=True)
class Places:
    """Where documents appeared: a row for each appearance, in the order in which they were recorded."""

    document: Numbers
    publisher: Column
    publisher_id: Column
    published: Column
    day: Column


@dataclass(frozen=True)
class Columns:
    """The claims of one state of the ledger, in the order of recording, whether or not they stand.

    Attributes:
        batch: the last one that is in it.
        seq: numbers of claims. document: which document, by its place in ``documents``.
        judged: those that stand as persons judged them. drawn: those that stand as they were drawn.
        own: said in the page's own voice. said: a number for what each says, the same for the same, and seldom for something else.
        publisher: of each document, that of its first appearance; its id where it has no name. day: of each document, the first on which
            an appearance was known. lang, number: of each document. withheld: how many claims its latest reading withheld.
        places, actors: what claims name. appearances: of documents.
    """

    batch: int
    seq: NDArray[np.int64]
    document: Numbers
    documents: Words
    judged: Mask
    drawn: Mask
    own: Mask
    said: NDArray[np.uint32]
    type: Column
    frame: Column
    stance: Column
    speaker: Column
    actor: Column
    begin: Column
    until: Column
    publisher: Column
    day: Column
    lang: Column
    number: NDArray[np.int64]
    withheld: Numbers
    places: Pairs
    actors: Pairs
    appearances: Places

    def at(self, numbers: NDArray[np.int64]) -> NDArray[np.intp]:
        """Return the places of claims, by their numbers; those that are not there are left out."""
        if not len(self.seq):
            return np.zeros(0, np.intp)
        found = np.minimum(np.searchsorted(self.seq, numbers), len(self.seq) - 1)
        there: NDArray[np.intp] = found[self.seq[found] == numbers]
        return there

    def ready(self) -> Self:
        """Return the columns with all that is made of them once, so that nobody waits for it."""
        for made in (self.voice, self.called, self.homes, self.by_day, self.places.each, self.places.of, self.actors.each, self.actors.of):
            len(made)
        return self

    @cached_property
    def recent(self) -> dict[ClaimFilter, dict[str, Mask]]:
        """What met the conditions of filters that were asked for last."""
        return {}

    @cached_property
    def voice(self) -> Column:
        """Who speaks, of each claim: by id, else by name."""
        both = Words()
        ids, names = (np.append(both.numbers(each.words.values), np.int32(-1)) for each in (self.actor, self.speaker))
        return Column(both, np.where(self.actor.known(), ids[self.actor.numbers], names[self.speaker.numbers]))

    @cached_property
    def called(self) -> list[str]:
        """What those who speak are called: the first of their names in the order of words."""
        return first_words(self.voice, self.speaker)

    @cached_property
    def homes(self) -> Numbers:
        """From how many publishers at most, or documents where no publisher is known, there is a claim that says the same as each."""
        unknown = np.arange(len(self.documents), dtype=np.int64) + len(self.publisher.words)
        home = np.where(self.publisher.known(), self.publisher.numbers, unknown)[self.document]
        said, counts = np.unique(np.unique(self.said.astype(np.int64) << 31 | home) >> 31, return_counts=True)
        found: Numbers = counts[np.searchsorted(said, self.said)].astype(np.int32)
        return found

    @cached_property
    def by_day(self) -> NDArray[np.intp]:
        """The places of the claims that tell a day, in the order of the days from which on they are said to hold, else up to which."""
        begin, until = self.begin.words.values, self.until.words.values
        place = {day: at for at, day in enumerate(sorted({*begin, *until}))}
        first, last = (np.fromiter((*(place[day] for day in days), len(place)), np.int32) for days in (begin, until))
        days = np.where(self.begin.known(), first[self.begin.numbers], last[self.until.numbers])
        return np.argsort(days, kind="stable")[: int(np.count_nonzero(days < len(place)))]
