"""Which allegations are of one incident: by place, days and what is alleged, or because comparison found one act laid at two doors."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from reportedly.text import words
from reportedly.track.abuse import abuse_rules
from reportedly.track.holding import NOBODY
from reportedly.track.seen import Glass, Seen
from reportedly.track.small import SMALL
from reportedly.track.track import Brief

SLACK = 1
"""Days by which tellings of one incident may differ."""
SHORT = 7
"""Days up to which a charge is of an incident; one of longer is of what is said to be done all the time."""
_WHAT = ("abuse", "means", "target")
ACCUSED = ("accused", "attacker")
_GENERAL = SMALL | frozenset("use attack attacks incident".split())


class Alleged(NamedTuple):
    """What an allegation alleges, in so few words that it is kept beside the claim.

    Attributes:
        number: of the claim. id: of the claim. stance, said, since: its stance, the days on which it was said and from which on it is seen.
        act: class of what is alleged, empty where its words are of none. telling: its words for it that tell it from others.
        voice: whose word it is. accused: ids, or names, of those it accuses. places: ids of the places. begin, last: days, as ordinals.
    """

    number: int
    id: str
    stance: str
    said: str
    since: str
    act: str
    telling: frozenset[str]
    voice: str
    accused: tuple[str, ...]
    places: frozenset[str]
    begin: int
    last: int

    @property
    def lasting(self) -> bool:
        """It is of what is said to be done over weeks or more, and not of one incident."""
        return self.last - self.begin > SHORT

    def shelves(self, wide: Callable[[str], bool] | None = None) -> Iterator[str]:
        """Yield where it is compared, place by place; all shelves that it may stand on where it is not told which places are wide.

        What lasts, and what is alleged of a wide place in words of no class, is one only with what the same voice tells in the same words.
        """
        words_of = f"{self.voice} {' '.join(sorted(self.telling))}"
        for place in self.places or (f"{NOBODY}{self.voice}",):
            yield f"{place} as {words_of}"
            if not self.lasting and (wide is None or not wide(place)):
                yield place
            if not self.lasting and self.act and (wide is None or wide(place)):
                yield f"{place} of {self.act}"


def tell(seen: Seen, words_of: Callable[[Seen], str | None]) -> Brief | None:
    """Return what a claim alleges; None where it alleges nothing."""
    if not alleges(seen):
        return None
    claim, rules, what = seen.claim, abuse_rules(), what_of(seen)
    act = rules.act(what)
    if not act and claim.type == "allegation":
        act = rules.act(words_of(seen) or "")
    accused = [arg.actor or f"{NOBODY}{arg.name.casefold()}" for arg in seen.args(*ACCUSED)]
    telling = sorted(frozenset(words(what)) - _GENERAL)
    values = [claim.id, claim.stance, seen.said, seen.begin, act, telling, seen.voice, accused, sorted(set(claim.place_ids)), seen.last]
    return Brief(seen.last, values, tuple(alleged(0, values).shelves()))


def alleged(number: int, told: Sequence[Any]) -> Alleged:
    """Return what is told of an allegation."""
    key, stance, said, since, act, telling, voice, accused, places, last = told
    days = _ordinal(since), _ordinal(last)
    return Alleged(number, key, stance, said, since, act, frozenset(telling), voice, tuple(accused), frozenset(places), *days)


@lru_cache(20_000)
def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def what_of(seen: Seen) -> str:
    """Return the words of a claim for what is alleged."""
    return ", ".join(arg.name for arg in seen.args(*_WHAT))


def alleges(seen: Seen) -> bool:
    """Say whether a claim is of something alleged: of an allegation, or of an attack on what is protected."""
    if seen.claim.type == "allegation":
        return True
    rules = abuse_rules()
    return seen.claim.type == "attack" and any(rules.act(arg.name) == rules.protected for arg in seen.args("target"))


def may_allege(arguments: str) -> bool:
    """Say whether an attack with these arguments, as JSON, may be on what is protected: it is read then, and the others are not."""
    plain = arguments.isascii() and "\\" not in arguments
    return not plain or abuse_rules().protects.search(arguments.casefold()) is not None


def is_wide(place: str, glass: Glass) -> bool:
    """Say whether a place, or no place at all, is one of many incidents."""
    return place.startswith(NOBODY) or glass.wide(place)


def one_incident(one: Alleged, other: Alleged, glass: Glass, wide: Callable[[str], bool]) -> bool:
    """Say whether two allegations whose days meet are of one incident."""
    return any(_one(one, other, glass, wide=wide(place)) for place in _common(one, other))


def _common(one: Alleged, other: Alleged) -> AbstractSet[str]:
    """Return the places of both; where neither has one, what stands for none."""
    return one.places & other.places if one.places or other.places else {NOBODY}


def _one(one: Alleged, other: Alleged, glass: Glass, *, wide: bool) -> bool:
    """Say whether two allegations of one place and time are of one incident."""
    if one.act and other.act and one.act != other.act:
        return False
    if wide and abuse_rules().protected in {one.act, other.act} and not one.telling & other.telling:
        return False  # of one city's hospitals, this one and that one
    accused = not one.accused or not other.accused or any(glass.related(a, b) for a in one.accused for b in other.accused)
    if one.lasting or other.lasting or (wide and not (one.act and other.act)):
        return accused and one.voice == other.voice and one.telling == other.telling
    return accused if wide else True
