"""Meetings, calls and talks: said to come, to be held, called off or denied, by whose word; and what each side says they were about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reportedly.text import words
from reportedly.track.gather import AHEAD, Group, days, gathered, sides_of
from reportedly.track.meetings import FRAMES, Meeting, from_the_word, meeting
from reportedly.track.seen import Glass, Seen, ids, voices
from reportedly.track.small import SMALL
from reportedly.track.track import Near, Track

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
    found = [one for each in seen if (one := meeting(each, glass)) is not None]
    rows = [_row(group, glass) for group in gathered(found, glass)]
    yield from sorted(rows, key=lambda row: (row.until, row.begin, len(row.ids)), reverse=True)


def _until(row: Contact) -> str:
    return row.until


CONTACTS = Track("contacts", ("contact",), contacts, FRAMES, near=Near(AHEAD, _until, from_the_word))
"""Who is said to have met whom, or not: a row a meeting."""


def _row(group: Group, glass: Glass) -> Contact:
    sides = sides_of((party for one in group for party in one.parties), glass)
    by_word: dict[str, Group] = defaultdict(list)
    for one in group:
        by_word[one.says].append(one)
    told = tuple(_word(says, by_word[says], group, glass) for says in _ORDER if says in by_word)
    spans = list(days(group))
    begin, until = min(first for first, _ in spans), max(last for _, last in spans)
    readouts = tuple(sorted(_readouts(group, sides, glass), key=lambda each: (each.side or "~", each.day, each.claim)))
    called = ((one, name.name) for one in group if (name := one.seen.arg("talks") or one.seen.arg("forum")) is not None)
    named = next((name for one, name in called if one.words or not sides), "")
    places = tuple(dict.fromkeys(place for one in group if one.seen.claim.places_told for place in one.seen.claim.places))
    names = tuple(tuple(dict.fromkeys(name for _, name in side)) for side in sides)
    return Contact(names, named, places, begin, until, glass.as_of, _state(told, until, glass), told, readouts, _apart(readouts))


def _word(says: str, found: Sequence[Meeting], group: Sequence[Meeting], glass: Glass) -> Word:
    claims = [one.seen for one in found]
    keys = {key for one in group for key in one.keys}
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


def _readouts(group: Sequence[Meeting], sides: Sequence[Sequence[tuple[str, str]]], glass: Glass) -> Iterator[Readout]:
    for one in group:
        topic = one.seen.arg("topic")
        if topic is None:
            continue
        who = None if one.seen.claim.own else one.seen.claim.speaker.actor
        side = next((side[0][1] for side in sides if who and any(glass.related(who, key) for key, _ in side)), None)
        yield Readout(side, topic.name, one.seen.said, one.seen.voice, one.seen.claim.id)


def _apart(readouts: Iterable[Readout]) -> bool:
    """Say whether two sides tell of it without a word in common."""
    about: dict[str, set[str]] = defaultdict(set)
    for each in readouts:
        if each.side is not None:
            about[each.side] |= set(words(each.about)) - SMALL
    told = list(about.values())
    return any(not one & other for at, one in enumerate(told) for other in told[at + 1 :])
