"""What a pack knows of the map beside its names: which places are its own, and each as a gazetteer would hold it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from reportedly.gazetteer.fold import fold_name
from reportedly.gazetteer.index import Gazetteer
from reportedly.mark.coherence import apart
from reportedly.model.pack import Pack, Place
from reportedly.model.toponym import Toponym

_SAME = 40.0
_KNOWN = {"country": 1_000_000, "region": 1_000_000, "city": 200_000, "town": 30_000}
_AREAS = frozenset({"country", "region", "governorate", "area", "river"})


@dataclass(frozen=True, slots=True)
class Theatre:
    """The places of a pack, for resolving names.

    Attributes:
        country: id of the country that the pack centres on, None where it centres on none.
        own: ids of all places in that country: inside its theatre a pack is asked alone.
        places: the pack's places as toponyms, by id.
        by_key: the same by the keys of their names.
    """

    country: str | None
    own: frozenset[str]
    places: dict[str, Toponym]
    by_key: dict[str, tuple[Toponym, ...]]


class _Held:
    """Carries a pack and a gazetteer through the cache without hashing what they hold."""

    def __init__(self, pack: Pack, gazetteer: Gazetteer) -> None:
        self.pack, self.gazetteer = pack, gazetteer

    def __hash__(self) -> int:
        return hash(self.pack.digest)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Held) and other.pack.digest == self.pack.digest and other.gazetteer is self.gazetteer


def theatre(pack: Pack, gazetteer: Gazetteer) -> Theatre:
    """Return the theatre of ``pack``; what its places lack (people, the division they lie in) is taken from ``gazetteer``."""
    return _theatre(_Held(pack, gazetteer))


@lru_cache(maxsize=4)
def _theatre(held: _Held) -> Theatre:
    pack = held.pack
    country = None if pack.scope is None else _root(pack, pack.scope)
    own = frozenset(p for p in pack.places if country is not None and _root(pack, p) == country)
    places = {p.id: _toponym(pack, p, held.gazetteer, own=p.id in own) for p in pack.places.values()}
    by_key: dict[str, list[Toponym]] = {}
    for place in pack.places.values():
        for key in {fold_name(name) for name in (place.name, *place.variants, *place.arabic)}:
            by_key.setdefault(key, []).append(places[place.id])
    return Theatre(country, own, places, {key: tuple(found) for key, found in by_key.items()})


def _root(pack: Pack, place: str) -> str:
    """Return the id of the largest place that ``place`` lies in."""
    seen = {place}
    while (above := pack.places[place].within) is not None and above not in seen:
        seen.add(above)
        place = above
    return place


def _toponym(pack: Pack, place: Place, gazetteer: Gazetteer, *, own: bool) -> Toponym:
    root = _root(pack, place.id)
    country = root if pack.places[root].kind == "country" else None
    made = Toponym(place.id, place.name, place.kind, place.lat, place.lon, country, place.within, _KNOWN.get(place.kind, 0), place.source)
    twin = None if own else next((t for t in gazetteer.find(place.name) if same(made, t)), None)
    if twin is None:
        return made
    return replace(made, population=max(twin.population, made.population), within=twin.within or place.within)


def same(one: Toponym, other: Toponym) -> bool:
    """Say whether two entries of one name are one place: of like extent, and near each other."""
    if one.id == other.id:
        return True
    if (one.kind in _AREAS) != (other.kind in _AREAS):
        return False
    return apart(one, other) <= (_SAME * 5 if one.kind in _AREAS and one.kind == other.kind else _SAME)
