"""Whether what a claim is about lies in a zone, and who stands for whom."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.earth import kilometres
from reportedly.model.pack import Pack
from reportedly.truce.agreement import Zone

_REACH = {"city": 15.0, "area": 15.0, "road": 20.0, "river": 100.0, "region": 100.0, "governorate": 200.0, "country": 2000.0}
"""Kinds of places that reach beyond their point, and how far, in kilometres: what is told of one may be told of a zone so near."""
_SOMEWHERE = 5.0
"""How far from the point of what it lies in a place without a point of its own may be."""


def lies_in(places: tuple[str, ...], zone: Zone | None, pack: Pack) -> bool | None:
    """Return whether places lie in a zone: True for sure, None perhaps (they hold it, or are not known), False for sure not.

    Args:
        places: ids of places; several are several things that a claim is about, and one in the zone is enough.
        zone: the zone; None is all of the ground.
        pack: what is known of places.
    """
    if zone is None:
        return True
    found = [_one(place, zone, pack) for place in narrowest(places, pack)]
    if True in found:
        return True
    return None if not found or None in found else False


def narrowest(places: tuple[str, ...], pack: Pack) -> tuple[str, ...]:
    """Return places without those that another of them lies in: "the mill in Odrin" is about the mill."""
    around = {outer for place in places for outer in _around(place, pack) if outer != place}
    return tuple(place for place in places if place not in around)


def _one(place: str, zone: Zone, pack: Pack) -> bool | None:
    around = set(_around(place, pack))
    if around & set(zone.places):
        return True
    if any(place in _around(held, pack) for held in zone.places):
        return None  # the zone is a part of it
    here = next((found for name in _around(place, pack) if (found := pack.places.get(name)) and found.lat is not None), None)
    if here is None or here.lat is None or here.lon is None:
        return None
    reach = _REACH.get(here.kind, _SOMEWHERE if here.id != place else 0.0)
    if not zone.area and zone.distance_km is None and here.id == place:
        return False
    apart = _apart(here.lat, here.lon, zone, pack)
    if apart is None:
        return None
    return True if apart <= 0 and not reach else None if apart <= reach else False


def _apart(lat: float, lon: float, zone: Zone, pack: Pack) -> float | None:
    """Return how many kilometres a point lies outside a zone, 0 or less within it; None where that is not known."""
    if zone.area:
        return 0.0 if _inside(lat, lon, zone.area) else min(kilometres(lat, lon, *corner) for corner in zone.area)
    found = [_distance(lat, lon, name, pack) for name in zone.places]
    known = [distance for distance in found if distance is not None]
    return min(known) - (zone.distance_km or 0.0) if known else None


def _around(place: str, pack: Pack) -> Iterator[str]:
    """Yield a place and what it lies within."""
    seen: set[str] = set()
    name: str | None = place
    while name is not None and name not in seen:
        seen.add(name)
        yield name
        found = pack.places.get(name)
        name = found.within if found else None


def _distance(lat: float, lon: float, name: str, pack: Pack) -> float | None:
    other = pack.places.get(name)
    return None if other is None or other.lat is None or other.lon is None else kilometres(lat, lon, other.lat, other.lon)


def _inside(lat: float, lon: float, area: tuple[tuple[float, float], ...]) -> bool:
    """Say whether a point lies in a polygon, by the number of its sides that lie east of it."""
    odd = False
    for (a, b), (c, d) in zip(area, (*area[1:], area[0]), strict=True):
        if (a > lat) != (c > lat) and lon < b + (lat - a) / (c - a) * (d - b):
            odd = not odd
    return odd


def stands_for(actor: str | None, party: str, pack: Pack, nearer: frozenset[str] = frozenset()) -> bool:
    """Say whether an actor is a party, a part of it, a person who holds an office in it, or the state that it is the government of.

    What is a part of somebody ``nearer`` stands for them, and for nobody around them.
    """
    own = pack.actors.get(party)
    if own is not None and own.kind == "government" and actor is not None and actor in {own.part_of, own.country}:
        return True
    ahead, seen = [actor], set[str]()
    while ahead:
        name = ahead.pop()
        if name == party:
            return True
        if name is None or name in seen or name in nearer:
            continue
        seen.add(name)
        found = pack.actors.get(name)
        if found is not None:
            ahead += [found.part_of, *(role.of for role in found.roles)]
    return False
