"""Which place of a name is meant: the one that other places of the document speak for, or else the better known.

What counts, after the measurements in the literature on toponym resolution (Leidner 2007; Lieberman and Samet 2012): a container
named right after ("Paris, Texas"), countries and divisions named anywhere in the document, nearness to its other places,
people who live there.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from reportedly.earth import kilometres
from reportedly.model.toponym import Toponym

_NEAR, _REGION = 150.0, 500.0
_UNKNOWN = {"country": 1_000_000, "region": 60_000}
_FEW = 200
_KIND = {"country": 2.5, "region": 1.6}
_MAIN, _CONTAINED, _COUNTRY, _DIVISION, _CLOSE, _SAME_REGION, _OWN = 0.8, 6.0, 1.4, 1.2, 1.0, 0.4, 0.8


@dataclass(slots=True)
class Surroundings:
    """What a document says of where it is: countries and divisions by how often they are named, and points of its settled places."""

    countries: Counter[str] = field(default_factory=Counter)
    divisions: Counter[str] = field(default_factory=Counter)
    inner: Counter[str] = field(default_factory=Counter)
    points: list[tuple[str, float, float]] = field(default_factory=list)

    def add(self, place: Toponym) -> None:
        """Take in a place that is settled."""
        if place.country:
            self.countries[place.country] += 1
            self.inner[place.country] += place.kind != "country"
        for area in (place.id if place.kind == "region" else None, place.within):
            if area and area != place.country:
                self.divisions[area] += 1
        if place.lat is not None and place.lon is not None and place.kind != "country":
            self.points.append((place.id, place.lat, place.lon))


def apart(one: Toponym, other: Toponym) -> float:
    """Return the kilometres between two places, infinite where a point is unknown."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return math.inf
    return kilometres(one.lat, one.lon, other.lat, other.lon)


def prior(place: Toponym) -> float:
    """Return how well known a place is: the order of magnitude of its people, more for countries and for the name it goes by."""
    people = place.population or _UNKNOWN.get(place.kind, _FEW)
    return math.log10(max(people, _FEW)) + _KIND.get(place.kind, 0.0) + (_MAIN if place.main else 0.0)


def lies_in(place: Toponym, container: Toponym) -> bool:
    """Say whether ``place`` lies in ``container``, as far as ids tell."""
    return container.id in {place.within, place.country} and container.id != place.id


def support(place: Toponym, around: Surroundings, containers: Iterable[Toponym] = ()) -> float:
    """Return how much speaks for ``place`` in a document, apart from how well known it is."""
    if place.kind == "country":
        return _OWN if around.inner[place.id] else 0.0
    score = _CONTAINED if any(lies_in(place, c) for c in containers) else 0.0
    if place.country and around.countries[place.country]:
        score += _COUNTRY + 0.3 * math.log2(around.countries[place.country])
    if place.within and place.within != place.country and around.divisions[place.within]:
        score += _DIVISION
    return score + _nearness(place, around)


def _nearness(place: Toponym, around: Surroundings) -> float:
    if place.lat is None or place.lon is None:
        return 0.0
    nearest = min((kilometres(place.lat, place.lon, lat, lon) for id_, lat, lon in around.points if id_ != place.id), default=None)
    if nearest is None or nearest > _REGION:
        return 0.0
    return _CLOSE if nearest <= _NEAR else _SAME_REGION
