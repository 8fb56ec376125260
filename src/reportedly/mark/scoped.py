"""The places of a pack below one of them, ready for matching spellings."""

from __future__ import annotations

from functools import lru_cache

from reportedly.gazetteer.match import Scope
from reportedly.model.pack import ByDigest, Pack, Place
from reportedly.model.toponym import Toponym


def chain(pack: Pack, place: str) -> tuple[str, ...]:
    """Return the ids of ``place`` and of all that it lies in, from the nearest."""
    found: list[str] = []
    above: str | None = place
    while above is not None and above not in found:
        found.append(above)
        known = pack.places.get(above)
        above = None if known is None else known.within
    return tuple(found)


def toponym(pack: Pack, place: Place) -> Toponym:
    """Return a place of a pack as a gazetteer would hold it."""
    root = pack.places.get(chain(pack, place.id)[-1])
    country = root.id if root is not None and root.kind == "country" else None
    names = (*place.variants, *place.arabic)
    return Toponym(place.id, place.name, place.kind, place.lat, place.lon, country, place.within, 0, place.source, names)


@lru_cache(maxsize=32)
def _scope(held: ByDigest, within: str) -> Scope:
    pack = held.pack
    return Scope(toponym(pack, p) for p in pack.places.values() if within in chain(pack, p.id))


def scope_of(pack: Pack, within: str) -> Scope:
    """Return the places of ``pack`` that lie in ``within``, itself among them."""
    return _scope(ByDigest.of(pack), within)
