"""Which place of a small scope a spelling means: equal key, else equal consonant skeleton, else a close spelling; ties stay ties.

Scope comes first: among the districts of one city this is right for nearly all spellings and wrong for none, nationwide it is
wrong for one in five (measured in the design of the project).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from reportedly.gazetteer.fold import fold_name
from reportedly.gazetteer.skeleton import bare, skeleton, skeletons, with_long_vowels
from reportedly.model.toponym import Toponym

_CLOSE, _MARGIN = 80.0, 6.0
_LEAST = {1: 75.0, 2: 60.0, 3: 55.0}
_LIKE = 45.0
_OTHER_SCRIPT, _BY_VOWELS = 60.0, 0.2
_NEAR_KEY = 3
_PLACE_WORDS = frozenset("district neighbourhood neighborhood quarter suburb area hayy hay haret the of حي حارة".split())
_PART_WORDS = frozenset("district neighbourhood neighborhood quarter suburb hayy hay حي حارة".split())
_SETTLEMENTS = frozenset({"city", "town", "village", "governorate", "country"})
_TELLING = re.compile(r"\d+|north|south|east|west|upper|lower|\bold\b|\bnew\b|شمال|جنوب|شرق|غرب")


@dataclass(frozen=True, slots=True)
class Match:
    """A place that a spelling may mean.

    Attributes:
        distance: of the spelling from the nearest name of the place, 0 for equal ones to 1.
        why: ``name``, ``skeleton`` or ``spelling``.
        tied: whether another place is as likely.
    """

    place: Toponym
    distance: float
    why: str
    tied: bool = False


class Scope:
    """The places of a scope, by key and by skeleton."""

    def __init__(self, places: Iterable[Toponym]) -> None:
        self._by_key: dict[str, dict[str, Toponym]] = defaultdict(dict)
        self._by_skeleton: dict[str, dict[str, Toponym]] = defaultdict(dict)
        self._spelled: dict[str, tuple[Toponym, set[str]]] = {}
        for place in places:
            names = {name for name in (place.name, *place.names) if name}
            self._spelled[place.id] = (place, {bare(name) for name in names})
            for name in names:
                self._by_key[fold_name(name)][place.id] = place
                self._by_skeleton[skeleton(name)][place.id] = place

    def match(self, name: str) -> list[Match]:
        """Return the places that ``name`` may mean, the likeliest first; empty where none is like it."""
        tried = dict.fromkeys((name, without_place_words(name)))

        def fitting(spelling: str, places: Iterable[Toponym]) -> list[Toponym]:
            return [place for place in places if spelling == name or not _is_other_kind(name, place)]

        for spelling in tried:
            if equal := fitting(spelling, self._by_key.get(fold_name(spelling), {}).values()):
                return _tied([Match(place, 0.0, "name") for place in equal], 0.0)
        for spelling in tried:
            for key in skeletons(spelling):
                alike = fitting(spelling, self._by_skeleton.get(key, {}).values())
                if found := self._ranked(spelling, alike, "skeleton", _least(key)):
                    return found
        for spelling in tried:
            if found := self._ranked(spelling, fitting(spelling, self._near(skeleton(spelling))), "spelling", _CLOSE):
                return found
        return []

    def _near(self, key: str) -> Iterator[Toponym]:
        """Yield places of which a skeleton is one letter off ``key``."""
        if len(key) >= _NEAR_KEY:
            for other, places in self._by_skeleton.items():
                if Levenshtein.distance(key, other, score_cutoff=1) <= 1:
                    yield from places.values()

    def one(self, name: str) -> Match | None:
        """Return the place that ``name`` means, None where none is like it or two are as likely."""
        found = self.match(name)
        return found[0] if found and not found[0].tied else None

    def _ranked(self, name: str, places: Iterable[Toponym], why: str, least: float) -> list[Match]:
        plain = bare(name)
        likeness = ((max((_alike(plain, n) for n in self._spelled[p.id][1]), default=0.0), p) for p in places)
        found = {p.id: Match(p, round(1 - ratio / 100, 3), why) for ratio, p in likeness if ratio >= least}
        return _tied(sorted(found.values(), key=lambda m: (m.distance, m.place.id)), _MARGIN / 100)


def without_place_words(name: str) -> str:
    """Return ``name`` without a word at either end that says what kind of place it is: "Karm al-Jabal district"."""
    words = name.split()
    while len(words) > 1 and words[-1].lower() in _PLACE_WORDS:
        words.pop()
    while len(words) > 1 and words[0].lower() in _PLACE_WORDS:
        words.pop(0)
    return " ".join(words)


def _is_other_kind(name: str, place: Toponym) -> bool:
    """Say whether ``name`` speaks of a part of a town ("Tarn quarter"), which a town or village of that name is not."""
    words = name.lower().split()
    return place.kind in _SETTLEMENTS and bool(_PART_WORDS & {words[0], words[-1]})


def _least(key: str) -> float:
    """Return how alike two spellings of one skeleton must be: a short skeleton says little by itself."""
    return _LEAST.get(len(key), _LIKE)


def _alike(one: str, other: str) -> float:
    """Return how alike two bare names are, 0 to 100; not at all where they name different numbers or quarters of the sky."""
    if one.isascii() != other.isascii():
        return _OTHER_SCRIPT + _BY_VOWELS * fuzz.ratio(with_long_vowels(one), with_long_vowels(other))
    if _TELLING.findall(one) != _TELLING.findall(other):
        return 0.0
    return fuzz.ratio(one, other)


def _tied(found: list[Match], margin: float) -> list[Match]:
    """Mark the first of ``found`` and those that are no further off than ``margin`` as tied, where there are such."""
    if len(found) < 2 or found[1].distance - found[0].distance > margin:  # noqa: PLR2004 - a second one
        return found
    limit = found[0].distance + margin
    return [Match(m.place, m.distance, m.why, tied=m.distance <= limit) for m in found]
