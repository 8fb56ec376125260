"""Claims of contact brought together: those that tell of one meeting, whatever they say of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache, lru_cache

from reportedly.track.joined import joined
from reportedly.track.meetings import OPEN, Meeting
from reportedly.track.seen import Glass

_SIDES = 2
AHEAD = 60
"""Days within which a meeting lies that is called off or put off."""

Group = list[Meeting]
Sides = list[list[tuple[str, str]]]


def gathered(found: Iterable[Meeting], glass: Glass) -> list[Group]:
    """Return groups of claims that may be of one meeting, in the order of their days.

    Two that name two sides each are of one meeting where both sides are the same and their days meet. One that names fewer joins the
    one meeting that it may be of; where there are several such, or none, it stands with others that tell as little.
    """
    glass = _remembering(glass)
    told = sorted(found, key=lambda one: (one.begin, one.id))
    sides = {one.number: _sides(one, glass) for one in told}
    whole = [one for one in told if len(sides[one.number]) >= _SIDES]
    groups, known, left = _together(whole, sides, glass), _Known(glass), list[Meeting]()
    lines = [_Line(group) for group in groups]
    for at, group in enumerate(groups):
        for one in group:
            known.put(one, at)
    for one in (one for one in told if len(sides[one.number]) < _SIDES):
        home = _home(one, {at: lines[at].near(one) for at in known.near(one)}, glass)
        if home is None:
            left.append(one)
        else:
            groups[home].append(one)
            lines[home].put(one)
            known.put(one, home)
    for group in groups:
        group.sort(key=lambda one: (one.begin, one.id))
    return [*groups, *_together(left, sides, glass)]


def _remembering(glass: Glass) -> Glass:
    """Return a glass that asks for each side, and for each two of one side, once."""
    side, vague, related = cache(glass.side), glass.vague, glass.related
    return replace(
        glass, side=side, related=cache(lambda one, other: (side(one) == side(other) or vague(one) or vague(other)) and related(one, other))
    )


class _Line:
    """The claims of a group in the order of their first days."""

    def __init__(self, group: Sequence[Meeting]) -> None:
        self._claims = sorted(group, key=lambda one: one.begin)
        self._days = [_ordinal(one.begin) for one in self._claims]

    def put(self, one: Meeting) -> None:
        """Add a claim."""
        at = bisect_right(self._days, _ordinal(one.begin))
        self._days.insert(at, _ordinal(one.begin))
        self._claims.insert(at, one)

    def near(self, one: Meeting) -> Group:
        """Return the claims whose days meet those of another, as far as they are near to it."""
        day = _ordinal(one.begin)
        first, last = bisect_left(self._days, day - AHEAD), bisect_right(self._days, day + AHEAD)
        return [other for other in self._claims[first:last] if one.begin <= other.until and other.begin <= one.until]


class _Known:
    """Groups by what may tell that another claim is of one: a name, and the day, or the stretch of days for a claim that lasts longer."""

    def __init__(self, glass: Glass) -> None:
        self._glass = glass
        self._days: dict[tuple[str, int], set[int]] = defaultdict(set)
        self._long: dict[tuple[str, int], set[int]] = defaultdict(set)

    def put(self, one: Meeting, group: int) -> None:
        """Note that a claim is of a group."""
        day = _ordinal(one.begin)
        for name in (*_told(one.keys, self._glass), *one.words, one.page):
            self._days[name, day].add(group)
            if one.until > one.begin:
                self._long[name, day // (AHEAD + 1)].add(group)

    def near(self, one: Meeting) -> set[int]:
        """Return the groups that have a claim with which another may have something in common and whose days meet, and few more."""
        if not self._days:
            return set()
        names = list(_asked(one.keys, self._glass))
        if not one.keys:
            names = [*one.words, one.page, *(() if one.voice is None else _asked((one.voice,), self._glass))]
        first = _ordinal(one.begin)
        last, stretch = min(first + AHEAD, _ordinal(one.until)), first // (AHEAD + 1)
        found = set[int]()
        for name in names:
            for days, each in ((self._long, range(stretch - 1, stretch + 2)), (self._days, range(first, last + 1))):
                found.update(*(days[name, day] for day in each if (name, day) in days))
        return found


_ALL, _VAGUE = "side *", "side ?"


def _told(keys: Iterable[str], glass: Glass) -> set[str]:
    """Return the names that a claim of some who meet is found by; :func:`_asked` returns those that it finds related ones by."""
    return {_ALL, *(f"side {glass.side(key)}" for key in keys), *(_VAGUE for key in keys if glass.vague(key))}


def _asked(keys: Iterable[str], glass: Glass) -> set[str]:
    names = {f"side {glass.side(key)}" for key in keys}
    return {_ALL} if any(map(glass.vague, keys)) else {*names, _VAGUE}


@lru_cache(20_000)
def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def _together(told: Sequence[Meeting], sides: Mapping[int, Sides], glass: Glass) -> list[Group]:
    """Return claims in groups that no two alike lead out of; they are given in the order of their days."""
    return [[told[at] for at in each] for each in joined(len(told), _pairs(told, sides, glass))]


def _pairs(told: Sequence[Meeting], sides: Mapping[int, Sides], glass: Glass) -> Iterator[tuple[int, int]]:
    """Yield pairs of claims that are alike and whose days meet, by their numbers; only those of one shelf are looked at."""
    shelves: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(told):
        day = _ordinal(one.begin)
        asked, told_by = (_asked(one.keys, glass), _told(one.keys, glass)) if one.keys else (one.words | one.places,) * 2
        for name in asked:
            near = [to for to in shelves[name] if told[to].until >= one.begin and day - _ordinal(told[to].begin) <= AHEAD]
            shelves[name] = near
            if one.keys:
                yield from ((to, at) for to in near if _alike(sides[told[to].number], sides[one.number], glass))
            else:
                yield from ((to, at) for to in near if _called_alike(told[to], one, glass))
        for name in told_by:
            shelves[name].append(at)


def _sides(one: Meeting, glass: Glass) -> Sides:
    return sides_of(zip(one.keys, one.keys, strict=True), glass)


def sides_of(parties: Iterable[tuple[str, str]], glass: Glass) -> Sides:
    """Return parties by side: those that belong together stand together, in the order in which they are told."""
    sides: Sides = []
    for party in parties:
        side = next((side for side in sides if any(glass.related(party[0], key) for key, _ in side)), None)
        if side is None:
            sides.append([party])
        elif party[0] not in {key for key, _ in side}:
            side.append(party)
    return sides


def _alike(mine: Sides, theirs: Sides, glass: Glass) -> bool:
    shared = 0
    for side in mine:
        for their in theirs:
            if _same(side, their, glass):
                shared += 1
                break
    return shared >= min(_SIDES, len(mine), len(theirs)) and shared > 0


def _called_alike(one: Meeting, other: Meeting, glass: Glass) -> bool:
    return bool(one.words & other.words or (one.places & other.places and not any(map(glass.wide, one.places & other.places))))


def _same(side: Sequence[tuple[str, str]], other: Sequence[tuple[str, str]], glass: Glass) -> bool:
    for one, _ in side:
        for two, _ in other:
            if glass.related(one, two):
                return True
    return False


def _home(one: Meeting, groups: Mapping[int, Group], glass: Glass) -> int | None:
    """Return the one meeting that a claim with fewer than two sides may be of, the best told; None where two are as good.

    ``groups`` has the claims of each that are of its days.
    """
    ranked = sorted(((_fit(one, near, glass), at) for at, near in groups.items()), reverse=True)[:2]
    if not ranked or ranked[0][0] <= 0 or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
        return None
    return ranked[0][1]


def _fit(one: Meeting, near: Sequence[Meeting], glass: Glass) -> int:
    """Return how well a claim goes with a meeting, of which the claims of its days are given.

    By who meets, or whose word it is, what it is called, and that one page tells of both.
    """
    if not near:
        return 0
    keys = {key for other in near for key in other.keys}
    theirs = sum(any(glass.related(key, other) for other in keys) for key in one.keys)
    if one.keys and not theirs:
        return 0
    voice = one.voice is not None and any(glass.related(one.voice, key) for key in keys)
    called = bool(one.words & frozenset().union(*(other.words for other in near)))
    page = one.until != OPEN and any(other.page == one.page for other in near)
    return 4 * theirs + 3 * called + 2 * page + voice


def span(group: Sequence[Meeting]) -> tuple[str, str]:
    """Return the last and the first day on which a meeting is said to be, else of its denial, else of those on which it was called off."""
    dated = [one for one in group if one.until != OPEN]
    told = [one for one in dated if one.says != "denied"] or dated
    if told:
        return max(one.until for one in told), min(one.begin for one in told)
    return max(one.begin for one in group), min(one.begin for one in group)
