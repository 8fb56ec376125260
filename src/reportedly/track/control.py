"""Who is said to hold a place, by whom, since when and how freshly, and who says otherwise."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reportedly.model.actor import is_provisional
from reportedly.track.holding import FRAMES, NOBODY, Holding, holdings, whole
from reportedly.track.seen import Glass, Seen, ids, voices
from reportedly.track.track import Track

WINDOW = 7
"""Days between two claims within which other holders count as named at the same time."""
_SOME = re.compile(
    r"\b(part|parts|most|much|half|third|quarters?|percent|areas?|districts|villages|outskirts|edge|side|swathes?|swaths?|pockets?|territor(?:y|ies)|land|positions?|bases|strongholds?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Holder:
    """A party that is said to hold a place.

    Attributes:
        actor: its id, None where no pack knows it. extent: ``whole``, ``part``, or ``both`` where claims differ. parts: words for the part.
        since: first day of the present run of claims; last: day of the newest one; age: days from then on.
        chains: independent chains, at least and at most. by: whose word it is.
        claims: those that say so. against: those that deny it, or tell of its loss, on that day or later.
    """

    actor: str | None
    name: str
    extent: str
    parts: tuple[str, ...]
    since: str
    last: str
    age: int
    chains: tuple[int, int]
    by: tuple[str, ...]
    claims: tuple[str, ...]
    against: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Control:
    """A place: its state as claims tell it, the parties named last, those named before, and claims that it is contested or divided.

    ``state`` is one of these: ``one party``; ``part only``, one party, of a part; ``several``, of parts, of a wide place that none is said
    to have taken, or parties that may be one as no pack knows them; ``contested``, several of the whole within a week, one with claims
    against it, or said to be; ``unknown``, too few chains for the lens, or nobody named.
    """

    place: str
    name: str
    as_of: str
    state: str
    holders: tuple[Holder, ...]
    earlier: tuple[Holder, ...]
    divided: tuple[str, ...]

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all its claims."""
        parties = (*self.holders, *self.earlier)
        return frozenset(self.divided).union(*((*party.claims, *party.against) for party in parties))


def control(seen: Iterable[Seen], glass: Glass) -> Iterator[Control]:
    """Yield the places that claims of control name, those told of last first, as they are told of by the day looked from."""
    places: dict[str, list[Holding]] = defaultdict(list)
    for one in seen:
        if glass.sees(one):
            for holding in holdings(one):
                if glass.of(holding.place):
                    places[holding.place].append(whole(holding, glass.kind(holding.place)))
    rows = [_row(place, sorted(found, key=lambda each: (glass.last(each.seen), each.seen.begin)), glass) for place, found in places.items()]
    yield from sorted(rows, key=_newest, reverse=True)


def _groups(seen: Seen) -> set[str]:
    return {holding.place for holding in holdings(seen)}


CONTROL = Track("control", ("control",), control, FRAMES, _groups, single=True)
"""Who is said to hold what: a row a place."""


def _newest(row: Control) -> tuple[str, int]:
    return max((party.last for party in row.holders), default=""), len(row.ids)


def _row(place: str, found: list[Holding], glass: Glass) -> Control:
    sides = _sides(found, glass)
    gone = [each for each in found if each.kind in {"lost", "denied"}]
    parties = [(side, _against(side, gone, glass)) for side in sides]
    told = [(_holder(side, against, found, glass), _stands(side, sides, against, glass)) for side, against in parties]
    taken = any(stands and any(e.taken and _is_whole(e, glass) for e in side) for (side, _), (_, stands) in zip(parties, told, strict=True))
    current, before = (sorted((h for h, stands in told if stands is now), key=lambda h: h.last, reverse=True) for now in (True, False))
    divided = ids(each.seen for each in found if each.kind == "divided")
    name = next((each.name for each in found if each.named), found[0].name)
    fresh = any(each.kind == "divided" and glass.last(each.seen) >= max((h.last for h in current), default="") for each in found)
    return Control(
        place, name, glass.as_of, _state(current, glass, place, fresh=fresh, taken=taken), tuple(current), tuple(before), divided
    )


def _sides(found: Iterable[Holding], glass: Glass) -> list[list[Holding]]:
    """Return the claims that somebody holds the place, by party; parties that may be one are one."""
    sides: list[list[Holding]] = []
    known: dict[str, list[Holding]] = {}
    for each in (each for each in found if each.kind == "holds"):
        side = known.get(each.party) or next((side for side in sides if any(_one(each, other, glass) for other in side[:3])), None)
        if side is None:
            sides.append(side := [])
        side.append(each)
        known[each.party] = side
    return sides


def _one(each: Holding, other: Holding, glass: Glass) -> bool:
    return each.party == other.party or glass.related(each.party, other.party)


def _against(side: Sequence[Holding], gone: Iterable[Holding], glass: Glass) -> list[Holding]:
    """Return what says that a party does not hold the place, from the day on which it was last said to."""
    last = glass.last(side[-1].seen)
    return [each for each in gone if glass.last(each.seen) >= last and (_is_of(each, side, glass) or _denies_all(each, side, glass))]


def _is_of(each: Holding, side: Sequence[Holding], glass: Glass) -> bool:
    return any(_one(each, other, glass) for other in side[:3])


def _denies_all(each: Holding, side: Sequence[Holding], glass: Glass) -> bool:
    """Say whether a claim that a place has not fallen, which names nobody, is of the days in which a party is said to have taken it."""
    if each.party != NOBODY or each.kind != "denied":
        return False
    told = glass.age(glass.last(each.seen))
    return any(other.taken and abs(glass.age(glass.last(other.seen)) - told) <= WINDOW for other in side)


def _stands(side: Sequence[Holding], sides: Iterable[Sequence[Holding]], against: Sequence[Holding], glass: Glass) -> bool:
    """Say whether a party is among those named last: nobody else for longer than the window, and no later change of hands is told."""
    last = glass.last(side[-1].seen)
    if any(each.kind == "lost" and glass.last(each.seen) > last for each in against):
        return False
    for other in sides:
        rival = glass.last(other[-1].seen)
        if other is not side and (glass.age(last) - glass.age(rival) > WINDOW or any(t.taken and t.seen.begin > last for t in other)):
            return False
    return True


def _holder(side: Sequence[Holding], against: Sequence[Holding], found: Sequence[Holding], glass: Glass) -> Holder:
    last = glass.last(side[-1].seen)
    earlier = (each for each in reversed(found) if glass.last(each.seen) < last and not each.part)
    end = next((glass.last(each.seen) for each in earlier if (each.kind == "lost") == _one(each, side[-1], glass)), "")
    run = [each for each in side if glass.last(each.seen) > end] or [side[-1]]
    claims = [each.seen for each in run]
    extents = {"whole" if _is_whole(each, glass) else "part" for each in run}
    parts = tuple(dict.fromkeys(each.part for each in run if each.part))
    return Holder(
        next((each.party for each in run if not each.party.startswith(NOBODY)), None),
        run[-1].party_name,
        extents.pop() if len(extents) == 1 else "both",
        parts,
        min(each.begin for each in claims),
        last,
        glass.age(last),
        glass.chains(claims),
        voices(claims),
        ids(claims),
        ids(each.seen for each in against),
    )


def _is_whole(each: Holding, glass: Glass) -> bool:
    """Say whether a claim is of all of a place: "they hold" a country, as is often said, leaves open how much of it."""
    return not each.part and not _SOME.search(each.words) and glass.kind(each.place) != "country"


def _state(current: Sequence[Holder], glass: Glass, place: str, *, fresh: bool, taken: bool) -> str:
    if not current:
        return "contested" if fresh else "unknown"
    if any(holder.against for holder in current):
        return "contested"
    if len(current) > 1:
        known = sum(holder.actor is not None and not is_provisional(holder.actor) and holder.extent != "part" for holder in current)
        # of a wide place one hears loosely that somebody holds it, but not that it was taken
        return "several" if known < len(current) or (glass.wide(place) and not taken) else "contested"
    if fresh:
        return "contested"
    if current[0].chains[0] < glass.need:
        return "unknown"
    return "part only" if current[0].extent == "part" else "one party"
