"""Which places a name may mean: of the packs, of the user's gazetteers and of the world."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from reportedly.errors import UnknownIdError
from reportedly.gazetteer.fold import fold_name
from reportedly.gazetteer.index import Gazetteer
from reportedly.gazetteer.match import Match, Scope, without_place_words
from reportedly.gazetteer.skeleton import skeletons
from reportedly.mark.coherence import apart
from reportedly.mark.scoped import scope_of, toponym
from reportedly.mark.theatre import same
from reportedly.model.pack import Pack
from reportedly.model.toponym import Toponym

_AROUND = {"country": 0.0, "region": 0.0, "governorate": 0.0, "city": 30.0, "town": 15.0}
_BESIDE = 10.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean, why, and out of which list: ``pack``, ``user`` or ``world``."""

    match: Match
    origin: str
    km: float | None = None


def look_up(name: str, pack: Pack, users: tuple[Gazetteer, ...], world: Gazetteer | None, within: str | None = None) -> list[Candidate]:
    """Return the places that ``name`` may mean, the likeliest first; empty where no list has one.

    Args:
        name: a spelling in any script.
        pack: its places come first; without ``within``, other spellings are tried in its scope only.
        users: gazetteers of the user.
        world: the embedded gazetteer, None to leave it out.
        within: id of a place that the one meant lies in; None is anywhere.

    Raises:
        UnknownIdError: no list has ``within``.
    """
    lists = [("user", g) for g in users] + ([("world", world)] if world is not None else [])
    area = None if within is None else _area(within, pack, [g for _, g in lists])
    found = [Candidate(m, "pack") for m in _of_pack(name, pack, within)]
    for origin, gazetteer in lists:
        for match in _of_gazetteer(name, gazetteer, area):
            if not any(same(match.place, c.match.place) for c in found):
                found.append(Candidate(match, origin))
    if area is not None:
        found = [Candidate(c.match, c.origin, _km(c.match.place, area)) for c in found]
    return sorted(found, key=partial(_rank, min((c.match.distance for c in found if c.match.tied), default=0.0)))


def _rank(tie: float, c: Candidate) -> tuple[float, bool, int, float, str]:
    """Return where a candidate stands: those that are tied differ by nothing in their spelling, and the more populous comes first."""
    near = tie if c.match.tied else c.match.distance
    return near, c.origin != "pack", -c.match.place.population, c.match.distance, c.match.place.id


def _area(within: str, pack: Pack, gazetteers: list[Gazetteer]) -> Toponym:
    known = pack.places.get(within)
    if known is not None:
        return toponym(pack, known)
    for gazetteer in gazetteers:
        if (held := gazetteer.get(within)) is not None:
            return held
    what = f"no pack and no gazetteer has a place with the id {within!r}"
    raise UnknownIdError(what, where="--within", remedy="look its name up first: `reportedly places lookup NAME`")


def _of_pack(name: str, pack: Pack, within: str | None) -> Iterator[Match]:
    if within is not None:
        yield from scope_of(pack, within).match(name) if within in pack.places else ()
        return
    key = fold_name(name)
    equal = [p for p in pack.places.values() if key in {fold_name(n) for n in (p.name, *p.variants, *p.arabic)}]
    yield from (Match(toponym(pack, p), 0.0, "name", tied=len(equal) > 1) for p in equal)
    if not equal and pack.scope is not None:
        yield from scope_of(pack, pack.scope).match(name)


def _of_gazetteer(name: str, gazetteer: Gazetteer, area: Toponym | None) -> list[Match]:
    tried = tuple(dict.fromkeys((name, without_place_words(name))))
    equal = {p.id: p for spelling in tried for p in gazetteer.find(spelling) if area is None or _inside(p, area, gazetteer)}
    if equal or area is None:
        return [Match(p, 0.0, "name", tied=len(equal) > 1) for p in equal.values()]
    alike = {p.id: p for spelling in tried for key in skeletons(spelling) for p in gazetteer.find_skeleton(key)}
    scope = Scope(replace(p, names=tuple(gazetteer.keys_of(p.id))) for p in alike.values() if _inside(p, area, gazetteer))
    return scope.match(name)


def _inside(place: Toponym, area: Toponym, gazetteer: Gazetteer) -> bool:
    """Say whether ``place`` lies in ``area``: by what its list tells, or where that is silent, by its distance."""
    above: str | None = place.id
    seen: set[str] = set()
    while above is not None and above not in seen:
        if above == area.id:
            return True
        seen.add(above)
        upper = gazetteer.get(above)
        above = None if upper is None else upper.within
    if area.id in {place.country, place.within}:
        return True
    reach = _AROUND.get(area.kind, _BESIDE)
    return reach > 0 and apart(place, area) <= reach


def _km(place: Toponym, area: Toponym) -> float | None:
    distance = apart(place, area)
    return round(distance, 1) if distance < float("inf") else None
