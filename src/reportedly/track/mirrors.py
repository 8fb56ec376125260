"""Mirror pairs: two parties that each charge the other with the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reportedly.track.charges import ACCUSED, Charge, Pair, charge, pairs
from reportedly.track.outline import Ids, Marks, Outline, Sorted
from reportedly.track.outlined import outlined
from reportedly.track.seen import Glass, Seen
from reportedly.track.texts import text_rules
from reportedly.track.track import Track

_WHAT = ("matter", "agreement", "abuse", "means")


@dataclass(frozen=True, slots=True)
class Accusation:
    """One charge as one claim makes it: its day, what is charged, whose word it is, and where it was published."""

    day: str
    what: str
    by: str
    page: str
    claim: str


@dataclass(frozen=True, slots=True)
class Mirror:
    """Two sides and what each charges the other with.

    Attributes:
        kind: family of the charges. a, b: the sides, by the name that each is charged under most.
        near: days between the two opposite charges that lie nearest to each other. state: ``mirror``, or ``unknown`` where too few chains
            for the lens stand behind one of the two.
        by_a, by_b: the charges, in the order of their days.
    """

    kind: str
    a: str
    b: str
    as_of: str
    state: str
    near: int
    by_a: tuple[Accusation, ...]
    by_b: tuple[Accusation, ...]

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all its claims."""
        return frozenset(each.claim for each in (*self.by_a, *self.by_b))


def _row(pair: Pair, orders: tuple[Sequence[Seen], Sequence[Seen]], glass: Glass) -> Mirror:
    by_a, by_b = (tuple(sorted((_accusation(one) for one in side), key=lambda each: (each.day, each.claim))) for side in orders)
    weak = glass.need > 1 and any(glass.chains(side)[0] < glass.need for side in orders)
    names = (_name(orders[1], orders[0], glass), _name(orders[0], orders[1], glass))
    kind = text_rules().charges[orders[0][0].claim.frame]
    return Mirror(kind, *names, glass.as_of, "unknown" if weak else "mirror", pair.near, by_a, by_b)


def _name(against: Sequence[Seen], own: Sequence[Seen], glass: Glass) -> str:
    """Return what a side is called most where it is charged, of the names of those who are of it."""
    speaker = own[0].claim.speaker
    told = [arg.name for one in against for arg in one.args(*ACCUSED) if arg.actor and glass.surely(arg.actor, speaker.actor or "")]
    return max(told, key=told.count) if told else speaker.name


def _accusation(one: Seen) -> Accusation:
    what = next((arg.name for arg in one.args(*_WHAT)), "")
    return Accusation(one.begin, what, one.voice, one.held.publisher or one.held.path.rpartition("/")[2], one.claim.id)


class _Sketch(NamedTuple):
    key: tuple[int, ...]
    pair: Pair
    ids: Ids

    @property
    def claims(self) -> list[int]:
        return [each.claim for side in self.pair.sides for each in side]

    def parts(self) -> tuple[Sequence[int], Sequence[int]]:
        return _newest(self.pair.sides[0]), _newest(self.pair.sides[1])

    def also(self, read: Sequence[int]) -> tuple[int, ...]:  # noqa: ARG002 - a row needs none beside its own
        return ()

    def row(self, read: Sequence[int], held: Mapping[int, Seen], glass: Glass) -> tuple[Sorted, Mirror]:
        looked, pair = frozenset(read), self.pair
        sides = tuple([held[each.claim] for each in side if each.claim in looked] for side in pair.sides)
        speakers = [self.ids.get(actor) or side[0].claim.speaker.actor or "" for actor, side in zip(pair.actors, sides, strict=True)]
        turned = speakers[1] < speakers[0]
        made = _row(pair, (sides[1], sides[0]) if turned else (sides[0], sides[1]), glass)
        return (made.a, made.b, pair.places[turned]), made


def _newest(side: Sequence[Charge]) -> list[int]:
    return [each.claim for each in sorted(side, key=lambda each: (each.day, each.claim), reverse=True)]


def _sketches(marks: Marks, glass: Glass, ids: Ids) -> list[_Sketch]:
    return [_Sketch((pair.near, -pair.count), pair, ids) for pair in pairs(marks, glass, ids)]


def mirror_track() -> Track[Mirror]:
    """Return the view of mirror pairs: a row two sides and a family of charges."""
    return outlined("mirror charges", ("position", "compliance", "allegation"), tuple(text_rules().charges), Outline(charge, _sketches))
