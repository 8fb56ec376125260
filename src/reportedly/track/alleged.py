"""Which allegations are of one incident: by place, days and what is alleged, or because comparison found one act laid at two doors."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Self

from reportedly.text import words
from reportedly.track.abuse import abuse_rules
from reportedly.track.holding import NOBODY
from reportedly.track.joined import joined
from reportedly.track.seen import Glass, Seen
from reportedly.track.small import SMALL

SLACK = 1
"""Days by which tellings of one incident may differ."""
SHORT = 7
"""Days up to which a charge is of an incident; one of longer is of what is said to be done all the time."""
_WHAT = ("abuse", "means", "target")
ACCUSED = ("accused", "attacker")
_GENERAL = SMALL | frozenset("use attack attacks incident".split())


@dataclass(frozen=True, slots=True)
class Alleged:
    """What an allegation alleges.

    Attributes:
        act: class of it, empty where its words are of none. what: its words for it. accused: ids, or names, of those it accuses.
        places: ids of the places. begin, last: days.
    """

    seen: Seen
    act: str
    what: str
    accused: tuple[str, ...]
    places: frozenset[str]
    begin: date
    last: date

    @classmethod
    def of(cls, seen: Seen, words_of: str | None) -> Self:
        """Return what a claim alleges; ``words_of`` are its exact words, None where they are gone."""
        claim = seen.claim
        what = ", ".join(arg.name for arg in seen.args(*_WHAT))
        accused = tuple(arg.actor or f"{NOBODY}{arg.name.casefold()}" for arg in seen.args(*ACCUSED))
        rules = abuse_rules()
        act = rules.act(what) or (rules.act(words_of) if words_of and claim.type == "allegation" else "")
        return cls(seen, act, what, accused, frozenset(claim.place_ids), date.fromisoformat(seen.begin), date.fromisoformat(seen.last))

    @property
    def lasting(self) -> bool:
        """It is of what is said to be done over weeks or more, and not of one incident."""
        return (self.last - self.begin).days > SHORT


def alleges(seen: Seen) -> bool:
    """Say whether a claim is of something alleged: of an allegation, or of an attack on what is protected."""
    if seen.claim.type == "allegation":
        return True
    rules = abuse_rules()
    return seen.claim.type == "attack" and any(rules.act(arg.name) == rules.protected for arg in seen.args("target"))


def incidents(found: Sequence[Alleged], one_act: Iterable[tuple[str, str]], glass: Glass) -> list[list[Alleged]]:
    """Return allegations by incident, those of one in the order of their days.

    Args:
        found: the allegations.
        one_act: pairs of ids of claims that comparison found to be of one act.
        glass: who is related, and which places are wide.
    """
    number = {each.seen.claim.id: at for at, each in enumerate(found)}
    pairs = [(number[a], number[b]) for a, b in one_act if a in number and b in number]
    sets = joined(len(found), (*pairs, *_alike(found, glass)))
    return [sorted((found[at] for at in each), key=lambda one: (one.seen.begin, one.seen.said, one.seen.claim.id)) for each in sets]


def _alike(found: Sequence[Alleged], glass: Glass) -> Iterator[tuple[int, int]]:
    """Yield pairs of allegations of one incident, by their numbers; only those of one place, or of none and one speaker, are looked at."""
    shelves: dict[str, list[int]] = defaultdict(list)
    for at, each in enumerate(found):
        for place in each.places or {f"{NOBODY}{each.seen.voice}"}:
            shelves[place].append(at)
    for place, shelf in shelves.items():
        shelf.sort(key=lambda at: found[at].begin)
        wide = place.startswith(NOBODY) or glass.wide(place)
        for index, at in enumerate(shelf):
            for later in shelf[index + 1 :]:
                if (found[later].begin - found[at].last).days > SLACK:
                    break
                if _one(found[at], found[later], glass, wide=wide):
                    yield at, later


def _one(one: Alleged, other: Alleged, glass: Glass, *, wide: bool) -> bool:
    """Say whether two allegations of one place and time are of one incident."""
    if one.act and other.act and one.act != other.act:
        return False
    if wide and abuse_rules().protected in {one.act, other.act} and not _telling(one) & _telling(other):
        return False  # of one city's hospitals, this one and that one
    accused = not one.accused or not other.accused or any(glass.related(a, b) for a in one.accused for b in other.accused)
    if one.lasting or other.lasting or (wide and not (one.act and other.act)):
        return accused and one.seen.voice == other.seen.voice and _telling(one) == _telling(other)
    return accused if wide else True


def _telling(each: Alleged) -> frozenset[str]:
    return frozenset(words(each.what)) - _GENERAL
