"""Claims of contact brought together: those that tell of one meeting, whatever they say of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from reportedly.track.joined import joined
from reportedly.track.meetings import OPEN, Meeting
from reportedly.track.seen import Glass

_SIDES = 2
AHEAD = 60
"""Days within which a meeting lies that is called off or put off."""

Group = list[Meeting]


def gathered(found: Iterable[Meeting], glass: Glass) -> list[Group]:
    """Return groups of claims that may be of one meeting, in the order of their days.

    Two that name two sides each are of one meeting where both sides are the same and their days meet. One that names fewer joins the
    one meeting that it may be of; where there are several such, or none, it stands with others that tell as little.
    """
    told = sorted(found, key=lambda one: (one.begin, one.seen.claim.id))
    whole = [one for one in told if len(sides_of(one.parties, glass)) >= _SIDES]
    groups, known = _together(whole, glass), defaultdict[int, list[int]](list)
    for at, group in enumerate(groups):
        for stretch in dict.fromkeys(map(_stretch, group)):
            known[stretch].append(at)
    left: list[Meeting] = []
    for one in (one for one in told if len(sides_of(one.parties, glass)) < _SIDES):
        stretch = _stretch(one)
        near = {at for each in (stretch - 1, stretch, stretch + 1) for at in known[each]}
        home = _home(one, [groups[at] for at in near], glass)
        if home is None:
            left.append(one)
        else:
            home.append(one)
            known[stretch].extend(at for at in near if groups[at] is home and at not in known[stretch])
    return [sorted(group, key=lambda one: (one.begin, one.seen.claim.id)) for group in (*groups, *_together(left, glass))]


def _stretch(one: Meeting) -> int:
    """Return the number of a stretch of time: claims that lie near each other are of one, or of two that follow each other."""
    return date.fromisoformat(one.begin).toordinal() // (AHEAD + 1)


def _together(told: Sequence[Meeting], glass: Glass) -> list[Group]:
    """Return claims in groups that no two alike lead out of; they are given in the order of their days."""
    return [[told[at] for at in each] for each in joined(len(told), _pairs(told, glass))]


def _pairs(told: Sequence[Meeting], glass: Glass) -> Iterator[tuple[int, int]]:
    days = [date.fromisoformat(one.begin).toordinal() for one in told]
    start = 0
    for at, one in enumerate(told):
        while days[at] - days[start] > AHEAD:
            start += 1
        yield from ((before, at) for before in range(start, at) if told[before].until >= one.begin and _alike(told[before], one, glass))


def sides_of(parties: Iterable[tuple[str, str]], glass: Glass) -> list[list[tuple[str, str]]]:
    """Return parties by side: those that belong together stand together, in the order in which they are told."""
    sides: list[list[tuple[str, str]]] = []
    for party in parties:
        side = next((side for side in sides if any(glass.related(party[0], key) for key, _ in side)), None)
        if side is None:
            sides.append([party])
        elif party[0] not in {key for key, _ in side}:
            side.append(party)
    return sides


def _alike(one: Meeting, other: Meeting, glass: Glass) -> bool:
    if not _days_meet(one, other):
        return False
    if not one.parties and not other.parties:
        return bool(one.words & other.words or (one.places & other.places and not any(map(glass.wide, one.places & other.places))))
    mine, theirs = sides_of(one.parties, glass), sides_of(other.parties, glass)
    shared = sum(any(_same(side, their, glass) for their in theirs) for side in mine)
    return shared >= min(_SIDES, len(mine), len(theirs)) and shared > 0


def _same(side: Sequence[tuple[str, str]], other: Sequence[tuple[str, str]], glass: Glass) -> bool:
    return any(glass.related(one, two) for one, _ in side for two, _ in other)


def _days_meet(one: Meeting, other: Meeting) -> bool:
    return one.begin <= other.until and other.begin <= one.until and _near(one, other)


def _near(one: Meeting, other: Meeting) -> bool:
    return abs((date.fromisoformat(one.begin) - date.fromisoformat(other.begin)).days) <= AHEAD


def _home(one: Meeting, groups: Sequence[Group], glass: Glass) -> Group | None:
    """Return the one meeting that a claim with fewer than two sides may be of, the best told; None where two are as good."""
    ranked = sorted(((_fit(one, group, glass), at) for at, group in enumerate(groups)), reverse=True)[:2]
    if not ranked or ranked[0][0] <= 0 or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
        return None
    return groups[ranked[0][1]]


def _fit(one: Meeting, group: Sequence[Meeting], glass: Glass) -> int:
    """Return how well a claim goes with a meeting: who meets, or whose word it is, what it is called, and that one page tells of both."""
    near = [other for other in group if _days_meet(one, other)]
    if not near:
        return 0
    keys = {key for other in near for key in other.keys}
    theirs = sum(any(glass.related(key, other) for other in keys) for key in one.keys)
    if one.parties and not theirs:
        return 0
    speaker = one.seen.claim.speaker.actor
    voice = not one.seen.claim.own and speaker is not None and any(glass.related(speaker, key) for key in keys)
    called = bool(one.words & frozenset().union(*(other.words for other in near)))
    page = one.until != OPEN and any(other.seen.held.document == one.seen.held.document for other in near)
    return 4 * theirs + 3 * called + 2 * page + voice


def days(group: Sequence[Meeting]) -> Iterator[tuple[str, str]]:
    """Yield the days on which a meeting is said to be, else those of its denial, else those on which it was called off."""
    dated = [one for one in group if one.until != OPEN]
    told = [one for one in dated if one.says != "denied"] or dated
    yield from ((one.begin, one.until) for one in told) if told else ((one.begin, one.begin) for one in group)
