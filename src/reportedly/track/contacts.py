"""Meetings, calls and talks: said to come, to be held, called off or denied, by whose word; and what each side says they were about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from reportedly.text import words
from reportedly.track.gather import gathered, sides_of, span
from reportedly.track.meetings import FRAMES, meeting, parties, tell
from reportedly.track.seen import Glass, Seen, ids, voices
from reportedly.track.small import SMALL
from reportedly.track.track import Briefly, Track

_TOOK_PLACE = frozenset({"held", "without result"})
_NOT = frozenset({"called off", "denied"})
_ORDER = ("without result", "held", "put off", "called off", "denied", "not confirmed", "planned", "asked for", "supposed")


@dataclass(frozen=True, slots=True)
class Word:
    """What is said of a meeting, by whom and when last; ``own`` are those of the voices that speak for a side of it."""

    says: str
    last: str
    chains: tuple[int, int]
    by: tuple[str, ...]
    own: tuple[str, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Readout:
    """What one voice says a meeting was about; ``side`` is the name of the side that it speaks for, None for anybody else."""

    side: str | None
    about: str
    day: str
    by: str
    claim: str


@dataclass(frozen=True, slots=True)
class Contact:
    """A meeting, call or round of talks, as claims tell of it.

    Attributes:
        sides: names of those who meet, by side. name: what it is called, empty where it has no name. places: where it is said to be.
        begin, until: days on which it is said to be.
        state: ``held``; ``without result``, it broke off or came to nothing; ``put off``, ``called off``, ``denied``; ``disputed``, said
            to be held and said not to be; ``planned``; ``due``, its day passed and nobody tells of it since; ``asked for``; ``supposed``;
            ``not confirmed``; ``unknown`` where too few chains for the lens stand behind the word.
        words: what is said of it, that which decides first. readouts: what it was about, side by side.
        apart: what the sides say it was about has no telling word in common.
    """

    sides: tuple[tuple[str, ...], ...]
    name: str
    places: tuple[str, ...]
    begin: str
    until: str
    as_of: str
    state: str
    words: tuple[Word, ...]
    readouts: tuple[Readout, ...]
    apart: bool

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all its claims."""
        return frozenset(claim for word in self.words for claim in word.claims)


def contacts(seen: Iterable[Seen], glass: Glass) -> Iterator[Contact]:
    """Yield the meetings that claims tell of, those that are or were to be last first."""
    by = dict(enumerate(seen))
    told = ((number, brief.told) for number, one in by.items() if (brief := tell(one)) is not None)
    yield from (row([by[number] for number in group], glass) for group in rows(told, glass))


def rows(told: Iterable[tuple[int, list[Any]]], glass: Glass) -> list[tuple[int, ...]]:
    """Return the claims of each meeting by their numbers, those that are or were to be last first; of claims and what is told of each."""
    found = (one for number, each in told if (one := meeting(number, each, glass)) is not None)
    groups = sorted(((*span(group), len(group), group) for group in gathered(found, glass)), key=itemgetter(0, 1, 2), reverse=True)
    return [tuple(one.number for one in group) for *_, group in groups]


def row(seen: Sequence[Seen], glass: Glass) -> Contact:
    """Return the meeting that claims tell of."""
    briefs = (tell(one) for one in seen)
    found = [one for at, each in enumerate(briefs) if each is not None and (one := meeting(at, each.told, glass)) is not None]
    group = [(one, seen[one.number]) for one in sorted(found, key=lambda one: (one.begin, one.id))]
    sides = sides_of((party for _, each in group for party in dict(parties(each)).items()), glass)
    by_word: dict[str, list[Seen]] = defaultdict(list)
    for one, each in group:
        by_word[one.says].append(each)
    keys = {key for one, _ in group for key in one.keys}
    told = tuple(_word(says, by_word[says], keys, glass) for says in _ORDER if says in by_word)
    until, begin = span([one for one, _ in group])
    readouts = tuple(sorted(_readouts(seen, sides, glass), key=lambda each: (each.side or "~", each.day, each.claim)))
    called = ((one, name.name) for one, each in group if (name := each.arg("talks") or each.arg("forum")) is not None)
    named = next((name for one, name in called if one.words or not sides), "")
    places = tuple(dict.fromkeys(place for _, each in group if each.claim.places_told for place in each.claim.places))
    names = tuple(tuple(dict.fromkeys(name for _, name in side)) for side in sides)
    return Contact(names, named, places, begin, until, glass.as_of, _state(told, until, glass), told, readouts, _apart(readouts))


CONTACTS = Track("contacts", ("contact",), contacts, FRAMES, tell=tell, briefly=Briefly(rows, row))
"""Who is said to have met whom, or not: a row a meeting."""


def _word(says: str, claims: Sequence[Seen], keys: Collection[str], glass: Glass) -> Word:
    own = (one for one in claims if not one.claim.own and (who := one.claim.speaker.actor) and any(glass.related(who, key) for key in keys))
    last = max(min(one.said, glass.as_of) for one in claims)
    return Word(says, last, glass.chains(claims), voices(claims), voices(own), ids(claims))


def _state(told: Sequence[Word], until: str, glass: Glass) -> str:
    says = {word.says: word for word in told}
    if says.keys() & _TOOK_PLACE and says.keys() & _NOT:
        return "disputed"
    first = told[0]
    if first.says in {"planned", "asked for", "supposed"}:
        return "due" if first.says == "planned" and until < glass.as_of else first.says
    return first.says if first.chains[0] >= glass.need else "unknown"


def _readouts(group: Iterable[Seen], sides: Sequence[Sequence[tuple[str, str]]], glass: Glass) -> Iterator[Readout]:
    for one in group:
        topic = one.arg("topic")
        if topic is None:
            continue
        who = None if one.claim.own else one.claim.speaker.actor
        side = next((side[0][1] for side in sides if who and any(glass.related(who, key) for key, _ in side)), None)
        yield Readout(side, topic.name, one.said, one.voice, one.claim.id)


def _apart(readouts: Iterable[Readout]) -> bool:
    """Say whether two sides tell of it without a word in common."""
    about: dict[str, set[str]] = defaultdict(set)
    for each in readouts:
        if each.side is not None:
            about[each.side] |= set(words(each.about)) - SMALL
    told = list(about.values())
    return any(not one & other for at, one in enumerate(told) for other in told[at + 1 :])
