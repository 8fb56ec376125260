"""Places of a pack and what they lie within: chains that end, and points that are not too far from the place around them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from reportedly.earth import kilometres
from reportedly.model.pack import Place
from reportedly.packs.mistakes import Mistake

_WIDEST = {"neighbourhood": 15, "quarter": 15, "village": 20, "town": 40, "camp": 20, "city": 75, "district": 150, "governorate": 700}
"""Kilometres from the point of a place, by its kind, beyond which nothing lies within it; kinds that are not listed have no bound."""


def settle_places(held: Mapping[str, tuple[Place, str]], mistakes: list[Mistake]) -> dict[str, Place]:
    """Return the places, without what they lie within where that is wrong: no place has its id, it runs in a circle, or it is too far off.

    Args:
        held: places by id, each with its file and line.
        mistakes: what is wrong is added here.
    """
    out = {place_id: place for place_id, (place, _) in held.items()}
    for place, where in held.values():
        wrong = _wrong(place, out)
        if wrong is not None:
            what, remedy, keeps = wrong
            done = "the place is read as it stands" if keeps else "the place is read without what it lies within"
            mistakes.append(Mistake(what, where, remedy, done))
            out[place.id] = place if keeps else replace(place, within=None)
    return out


def _wrong(place: Place, places: Mapping[str, Place]) -> tuple[str, str, bool] | None:
    """Return what is wrong with where a place lies, what to do, and whether it stands; None where nothing is wrong."""
    if place.within is None:
        return None
    parent = places.get(place.within)
    if parent is None:
        what = f"place {place.id} lies within {place.within!r}, which no place has as its id"
        return what, "write the id of another place, or add a line with this id", False
    if _circles(place, places):
        return f"place {place.id} lies within itself, by way of {place.within}", "name the next larger place", False
    far = distance(place, parent)
    bound = _WIDEST.get(parent.kind)
    if far is not None and bound is not None and far > bound:
        what = f"place {place.id} lies {far:.0f} km from {parent.id}, within which it is said to be; a {parent.kind} is not so wide"
        return what, "check the two points (latitude first), and `within`", True
    return None


def _circles(place: Place, places: Mapping[str, Place]) -> bool:
    seen = {place.id}
    at = places.get(place.within or "")
    while at is not None and at.id not in seen:
        seen.add(at.id)
        at = places.get(at.within or "")
    return at is not None and at.id == place.id


def distance(one: Place, other: Place) -> float | None:
    """Return the kilometres between the points of two places on a sphere, None where one has no point."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    return kilometres(one.lat, one.lon, other.lat, other.lon)
