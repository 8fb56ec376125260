"""What a pack knows of the map beside its names: which places are its own, and each as a gazetteer would hold it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from reportedly.gazetteer.fold import fold_name
from reportedly.gazetteer.index import Gazetteer
from reportedly.mark.coherence import apart
from reportedly.mark.scoped import chain, toponym
from reportedly.model.pack import ByDigest, Pack, Place
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


def theatre(pack: Pack, gazetteer: Gazetteer) -> Theatre:
    """Return the theatre of ``pack``; what its places lack (people, the division they lie in) is taken from ``gazetteer``."""
    return _theatre(ByDigest.of(pack), gazetteer)


@lru_cache(maxsize=4)
def _theatre(held: ByDigest, gazetteer: Gazetteer) -> Theatre:
    pack = held.pack
    country = None if pack.scope is None else chain(pack, pack.scope)[-1]
    own = frozenset(p for p in pack.places if country is not None and chain(pack, p)[-1] == country)
    places = {p.id: _toponym(pack, p, gazetteer, own=p.id in own) for p in pack.places.values()}
    by_key: dict[str, list[Toponym]] = {}
    for place in pack.places.values():
        for key in {fold_name(name) for name in (place.name, *place.variants, *place.arabic)}:
            by_key.setdefault(key, []).append(places[place.id])
    return Theatre(country, own, places, {key: tuple(found) for key, found in by_key.items()})


def _toponym(pack: Pack, place: Place, gazetteer: Gazetteer, *, own: bool) -> Toponym:
    made = replace(toponym(pack, place), population=_KNOWN.get(place.kind, 0))
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
