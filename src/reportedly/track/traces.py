"""Which acts are on one text, by numbers: by its words, by the plan that a page tells, and by time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from operator import itemgetter
from typing import Any, NamedTuple

from reportedly.ids import number_for
from reportedly.model import Argument
from reportedly.track.acts import party_key
from reportedly.track.joined import joined
from reportedly.track.outline import Ids, Marks, ordinal
from reportedly.track.seen import Glass, Seen
from reportedly.track.texts import deed

APART = 3
"""Days between two claims of "the ceasefire" from which on it may be another one."""
NEAR = 1000
"""Characters within which a text told before is taken up."""
LONG = 31
"""Days that claims of "the ceasefire" may lie from the first, and claims that tell which one from each other."""
Party = tuple[int, int]
"""What two tellings of one party share, and its name."""


class Trace(NamedTuple):
    """An act on a text in numbers, those of names and days.

    Attributes:
        number: of its claim. day: of the act. id: of its claim. page, start: where it stands. refers: it takes up a text told before it.
        plan: that its page tells. telling: words that tell which text it is, and ``tells`` how many. matter: all its words for it.
        places: where it is. parties: whose act it is.
    """

    number: int
    day: int
    id: str
    page: int
    start: int
    refers: bool
    plan: int
    telling: int
    tells: int
    matter: int
    places: Sequence[int]
    parties: Sequence[Party]


def trace(seen: Seen) -> list[Any] | None:
    """Return what is kept of a claim, from ``day`` on; None where it tells no act on a text."""
    told = deed(seen)
    if told is None:
        return None
    claim = seen.claim
    telling = number_for(" ".join(sorted(told.telling))) if told.telling else 0
    places = claim.place_ids if claim.places_told and not told.refers and not telling else ()
    plan = number_for(claim.agreement) if claim.agreement else 0
    where = [ordinal(seen.begin), claim.id, number_for(seen.held.document), claim.start, told.refers]
    what = [plan, telling, len(told.telling), number_for(told.matter), [*map(number_for, places)]]
    return [*where, *what, [[*party_of(party)] for party in told.who]]


def party_of(party: Argument) -> Party:
    """Return the numbers of a party."""
    return number_for(party_key(party)), number_for(party.name)


def traces(marks: Marks) -> list[Trace]:
    """Return acts in the order of their days."""
    return sorted((Trace(number, *mark) for number, mark in marks.items()), key=itemgetter(1, 2))


def texts(told: Sequence[Trace], glass: Glass, ids: Ids) -> list[list[Trace]]:
    """Return acts, which are in the order of their days, by text, and in that order.

    Acts are on one text where their pages tell one plan, where the same words tell which one it is within a month, and, where no words
    do, where they are of one place and follow each other within days, for a month at most.
    """
    groups = ([told[at] for at in each] for each in joined(len(told), (*_pairs(told, glass, ids), *_taken_up(told))))
    return [group for group in groups if not all(each.refers for each in group)]


def _taken_up(told: Sequence[Trace]) -> Iterator[tuple[int, int]]:
    """Yield what takes up a text, with the last act on one that is told before it in its page, near enough."""
    pages: dict[int, list[int]] = defaultdict(list)
    for at, each in enumerate(told):
        pages[each.page].append(at)
    for page in pages.values():
        last: int | None = None
        for at in sorted(page, key=lambda at: (told[at].start, told[at].refers)) if len(page) > 1 else ():
            if not told[at].refers:
                last = at
            elif last is not None and told[at].start - told[last].start <= NEAR:
                yield last, at


def _pairs(told: Sequence[Trace], glass: Glass, ids: Ids) -> Iterator[tuple[int, int]]:
    wide = cache(lambda place: glass.wide(ids.get(place, "")))
    shelves: dict[tuple[str, int], list[int]] = defaultdict(list)
    for at, each in enumerate(told):
        if each.refers:
            continue
        if each.plan:
            shelves["plan", each.plan].append(at)
        shelves[
            ("words", each.telling) if each.telling else ("place", next((place for place in each.places if not wide(place)), 0))
        ].append(at)
    for (kind, _), shelf in shelves.items():
        first = shelf[0]
        for at, later in pairwise(shelf):
            gap, since = told[later].day - told[at].day, told[later].day - told[first].day
            if kind == "plan" or (gap <= LONG if kind == "words" else gap <= APART and since <= LONG):
                yield at, later
            else:
                first = later
