"""What documents name and no pack knows: the evidence that a pack grows from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from reportedly.model import ActorMention, PlaceMention, Reading
from reportedly.model.actor import PROVISIONAL, is_class_id, is_provisional
from reportedly.skeleton import skeleton
from reportedly.text import excerpt, fold

EXAMPLES = 3
_AROUND = 60


class Example(NamedTuple):
    """Where a name stands: the document's path, offsets, and some words around it on one line."""

    path: str
    start: int
    end: int
    words: str


@dataclass(slots=True)
class Unknown:
    """A name that no pack knows, in all its spellings.

    Attributes:
        what: actor or place.
        key: its provisional id.
        spellings: how often it is written in which way.
        kinds: how often it is taken for which kind; for want of a better word where the language model alone says so.
        documents: paths of the documents that name it.
        examples: where it stands first, at most three, of different documents as far as there are.
    """

    what: str
    key: str
    spellings: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    documents: dict[str, None] = field(default_factory=dict)
    examples: list[Example] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The commonest spelling."""
        return max(self.spellings, key=lambda s: (self.spellings[s], s))

    @property
    def count(self) -> int:
        """How often it is named."""
        return self.spellings.total()

    @property
    def kind(self) -> str | None:
        """The kind it is taken for most often, None where nothing is said."""
        return max(self.kinds, key=lambda k: (self.kinds[k], k)) if self.kinds else None


def unknown_names(readings: Iterable[Reading]) -> list[Unknown]:
    """Return the actors and places that ``readings`` name and no pack knows, the commonest first, of equal ones by name."""
    found: dict[tuple[str, str], Unknown] = {}
    for reading in readings:
        for what, key, mention in _unknown(reading):
            entry = found.setdefault((what, key), Unknown(what, key))
            entry.spellings[fold(reading.document.text[mention.start : mention.end])] += 1
            if mention.kind is not None:
                entry.kinds[mention.kind] += 1
            new = reading.document.path not in entry.documents
            entry.documents[reading.document.path] = None
            if len(entry.examples) < EXAMPLES and (new or len(entry.documents) == 1):
                entry.examples.append(_example(reading, mention))
    return sorted(found.values(), key=lambda entry: (-entry.count, entry.what, entry.name))


def _unknown(reading: Reading) -> Iterator[tuple[str, str, ActorMention | PlaceMention]]:
    """Yield the mentions by name that no pack knows: actor or place, provisional id, mention."""
    for mention in reading.actors or ():
        if mention.by == "name" and mention.actor is not None and is_provisional(mention.actor) and not is_class_id(mention.actor):
            yield "actor", mention.actor, mention
    for place in reading.places or ():
        if place.place is None or is_provisional(place.place):
            key = place.place or f"{PROVISIONAL}{skeleton(place.name)}"
            yield "place", key, place


def _example(reading: Reading, mention: ActorMention | PlaceMention) -> Example:
    text = reading.document.text
    begin, end = max(0, mention.start - _AROUND), min(len(text), mention.end + _AROUND)
    begin = text.find(" ", begin, mention.start) + 1 if begin else 0
    end = max(mention.end, text.rfind(" ", mention.end, end)) if end < len(text) else end
    return Example(reading.document.path, mention.start, mention.end, excerpt(text[begin:end], 2 * _AROUND + mention.end - mention.start))
