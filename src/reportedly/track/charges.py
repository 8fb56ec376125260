"""Charges by numbers: who charges whom with what, and which two sides do so of each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from reportedly.ids import number_for
from reportedly.model.actor import is_class_id
from reportedly.model.claim import SAYING
from reportedly.track.outline import Ids, Marks, ordinal, sides_of
from reportedly.track.seen import Glass, Seen
from reportedly.track.texts import text_rules

ACCUSED = ("party", "accused")


class Charge(NamedTuple):
    """The number of a claim that makes a charge, and its day."""

    claim: int
    day: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sides that charge each other.

    Attributes:
        actors: who speaks for each first, as numbers. sides: the charges of each, in the order they were recorded.
        places: the order in which the two were first made, among all charges. near: days between the two nearest of both.
        count: claims of both.
    """

    actors: tuple[int, int]
    sides: tuple[Sequence[Charge], Sequence[Charge]]
    places: tuple[int, int]
    near: int
    count: int


def charge(seen: Seen) -> list[Any] | None:
    """Return what is kept of a claim, None where it charges nobody: its day, and numbers of the kind, the speaker and the accused."""
    claim = seen.claim
    speaker = claim.speaker.actor
    if claim.stance not in SAYING or claim.own or not speaker:
        return None
    accused = dict.fromkeys(arg.actor for arg in seen.args(*ACCUSED) if arg.actor and not is_class_id(arg.actor))
    names = (text_rules().charges[claim.frame], speaker, *accused)
    return [ordinal(seen.begin), *map(number_for, names)] if accused else None


def pairs(marks: Marks, glass: Glass, ids: Ids) -> Iterator[Pair]:
    """Yield the sides that make charges of one kind of each other; charges of or by somebody or other of a kind are left out."""
    told = [(number, day, kind, of, who) for number, (day, kind, of, *accused) in sorted(marks.items()) for who in accused]
    actors = {actor for _, _, _, of, who in told for actor in (of, who)}
    vague = {actor for actor in actors if glass.vague(ids.get(actor, ""))}
    side = sides_of(sorted(actors - vague), glass, ids)
    first: dict[int, int] = {}
    found: dict[tuple[int, int, int], list[Charge]] = defaultdict(list)
    for number, day, kind, of, who in told:
        if of not in vague and who not in vague and side[of] != side[who]:
            both = [first.setdefault(side[actor], actor) for actor in (of, who)]
            found[kind, both[0], both[1]].append(Charge(number, day))
    place = {key: at for at, key in enumerate(found)}
    for key, charges in found.items():
        back = (key[0], key[2], key[1])
        if back in found and place[key] < place[back]:
            against = found[back]
            count = len({each.claim for each in (*charges, *against)})
            yield Pair(key[1:], (charges, against), (place[key], place[back]), _near(charges, against), count)


def _near(one: Sequence[Charge], other: Sequence[Charge]) -> int:
    """Return how many days lie between the two charges of both that are nearest to each other."""
    days = sorted({(each.day, True) for each in one} | {(each.day, False) for each in other})
    nearest: int | None = None
    last: dict[bool, int] = {}
    for day, mine in days:
        last[mine] = day
        if (not mine) in last and (nearest is None or day - last[not mine] < nearest):
            nearest = day - last[not mine]
    return nearest or 0
