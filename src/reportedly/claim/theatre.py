"""The country that a document is about, and what lies in what: the places of the pack, upwards."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from reportedly.model import PlaceMention
from reportedly.model.pack import Pack, Place

COUNTRY = "country"
_CODE = 2


def home_of(places: Sequence[PlaceMention], pack: Pack) -> str | None:
    """Return the id of the country that a document is about; None where it names no place, or no country more than all others.

    That is the country of the theatre, where the document names places in it half as often as in any other, else the one that more of
    its places lie in than in any other: who reads of another war without a pack for it is not told of this one.

    Args:
        places: the places that the document names.
        pack: the theatre.
    """
    named = Counter(country for p in places if (country := country_of(p, pack)) is not None)
    theatre = next((p.id for p in (pack.places.get(i) for i in _up(pack, pack.scope)) if p is not None and p.kind == COUNTRY), None)
    if not named:
        return theatre
    (first, most), *others = named.most_common(2)
    if theatre is not None and 2 * named[theatre] >= most:
        return theatre
    return first if all(most > number for _, number in others) else None


def is_home(places: Sequence[PlaceMention], pack: Pack) -> bool:
    """Say whether a document that names ``places`` is told by them to be about the country of the theatre."""
    own = home_of((), pack)
    return own is not None and any(country_of(p, pack) == own for p in places) and home_of(places, pack) == own


def country_of(place: PlaceMention, pack: Pack) -> str | None:
    """Return the id of the country that ``place`` is or lies in; None where that is not known."""
    return next((i for i in (place.place, *holders(place, pack)) if i is not None and _is_country(pack, i)), None)


def holders(place: PlaceMention, pack: Pack) -> list[str]:
    """Return the ids of what ``place`` lies in, from the narrowest to the country.

    A place that only the gazetteer of the world knows says what it lies in by codes of ISO 3166, which begin with their country's.
    """
    found: list[str] = []
    for one in place.within or (place.place,):
        found += [i for i in _up(pack, one) if i not in found and i != place.place]
    return found


def common_holder(places: Sequence[PlaceMention], pack: Pack) -> Place | None:
    """Return the narrowest place of the pack that all ``places`` lie in; None where that is no more than a country."""
    chains = [holders(p, pack) for p in places]
    shared = (pack.places.get(one) for one in chains[0] if all(one in chain for chain in chains[1:]))
    return next((place for place in shared if place is not None and place.kind != COUNTRY), None)


def _up(pack: Pack, one: str | None) -> Iterator[str]:
    """Yield ``one`` and what it lies in, upwards."""
    seen: set[str] = set()
    while one and one not in seen:
        seen.add(one)
        yield one
        place = pack.places.get(one)
        one = place.within if place is not None else one[:_CODE] if one[_CODE : _CODE + 1] == "-" else None


def _is_country(pack: Pack, one: str) -> bool:
    place = pack.places.get(one)
    return place is not None and place.kind == COUNTRY
