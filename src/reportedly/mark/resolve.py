"""Settling which place each mention names, once all that it may be is known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from reportedly.gazetteer.fold import fold_name
from reportedly.mark.coherence import Surroundings, apart, lies_in, prior, support
from reportedly.mark.context import contained
from reportedly.mark.placed import AREAS, placed
from reportedly.mark.theatre import Theatre
from reportedly.model import PlaceMention
from reportedly.model.toponym import Toponym

_LEAD, _WANTED, _CONTAINS, _PACKED, _SEAT = 1.5, 2.5, 3.0, 1.0, 1.2
_SCORE = 0.7
_NEAR = 60.0
_OBSCURE = 5.0


@dataclass(frozen=True, slots=True)
class Open:
    """A mention with the places that it may be: none where it is settled, or where nobody knows its name."""

    mention: PlaceMention
    found: tuple[Toponym, ...] = ()
    wanted: frozenset[str] = frozenset()


class _Scale:
    """What speaks for each place that a mention may be."""

    def __init__(self, doc: Doc, around: Theatre, held: Sequence[Open]) -> None:
        self.around, self.held = around, held
        self.known = Surroundings()
        self.containers: dict[str, list[Toponym]] = defaultdict(list)
        self.contents: dict[int, tuple[Toponym, ...]] = {}
        for inner, outer in contained(doc, [(item.mention.start, item.mention.end) for item in held]):
            self.containers[_key(held[inner])] += self.options(outer)
            self.contents[outer] = self.options(inner)

    def options(self, number: int) -> tuple[Toponym, ...]:
        """Return what a mention may be; where it is settled, what it is."""
        item = self.held[number]
        settled = self.around.places.get(item.mention.place or "")
        return item.found or ((settled,) if settled else ())

    def weight(self, number: int, place: Toponym) -> float:
        """Return how much speaks for ``place`` at a mention."""
        item = self.held[number]
        weight = prior(place) + support(place, self.known, self.containers.get(_key(item), ()))
        weight += _PACKED if place.id in self.around.places else 0.0
        weight += _WANTED if place.kind in item.wanted else 0.0
        weight -= _SEAT if place.kind == "region" and any(_is_seat(p, place) for p in item.found) else 0.0
        return weight + (_CONTAINS if any(lies_in(inner, place) for inner in self.contents.get(number, ())) else 0.0)

    def best(self, number: int) -> Toponym:
        """Return the place that most speaks for; of equal ones the first."""
        return max(self.held[number].found, key=lambda place: self.weight(number, place))

    def nobody(self, number: int, place: Toponym) -> bool:
        """Say whether ``place`` is so small, and so far from all that the document names, that no place of a list is meant."""
        elsewhere = bool(self.known.countries) and not self.known.countries[place.country or ""]
        return elsewhere and prior(place) < _OBSCURE and support(place, self.known, self.containers.get(_key(self.held[number]), ())) == 0

    def look_around(self, picked: Sequence[Toponym | None]) -> None:
        """Take what was picked for what the document is about."""
        self.known = Surroundings()
        for place in picked:
            if place is not None:
                self.known.add(place)


def resolve(doc: Doc, around: Theatre, held: Sequence[Open]) -> list[PlaceMention]:
    """Return the mentions with their places: in three rounds, the plain ones first, each round looking at what the last one settled."""
    scale = _Scale(doc, around, held)
    scale.look_around([_plain(scale.options(n)) for n in range(len(held))])
    picked: list[Toponym | None] = []
    for _ in range(2):
        picked = [scale.best(n) if item.found else next(iter(scale.options(n)), None) for n, item in enumerate(held)]
        picked = [None if p is not None and held[n].found and scale.nobody(n, p) else p for n, p in enumerate(picked)]
        scale.look_around(picked)
    return [_placed(item, place) if item.found and place is not None else item.mention for item, place in zip(held, picked, strict=True)]


def _plain(found: Sequence[Toponym]) -> Toponym | None:
    """Return the place that is meant whatever the document says: the only one, or one that all others are far less known than."""
    if len(found) < 2:  # noqa: PLR2004 - a second one
        return next(iter(found), None)
    first, second, *_ = sorted(found, key=prior, reverse=True)
    return first if prior(first) - prior(second) >= _LEAD else None


def _is_seat(town: Toponym, region: Toponym) -> bool:
    """Say whether ``town`` is the one that ``region`` has its name from: who writes "New York" or "Homs" mostly means the town."""
    if town.kind in AREAS or not town.main:
        return False
    return lies_in(town, region) or apart(town, region) <= _NEAR


def _key(item: Open) -> str:
    return fold_name(item.mention.name)


def _placed(item: Open, place: Toponym) -> PlaceMention:
    """Return a mention with its place. A longer name ("Dresden Zoo") stays by name, at the point of the place that it begins with."""
    if place.id == item.mention.place:
        return item.mention
    return placed(item.mention, place, _SCORE)
