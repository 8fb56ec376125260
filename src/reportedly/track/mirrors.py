"""Mirror pairs: two parties that each charge the other with the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from reportedly.model.actor import is_class_id
from reportedly.model.claim import SAYING
from reportedly.track.seen import Glass, Seen
from reportedly.track.texts import text_rules
from reportedly.track.track import Track

_ACCUSED = ("party", "accused")
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


def mirrors(seen: Iterable[Seen], glass: Glass) -> Iterator[Mirror]:
    """Yield pairs of sides that charge each other with the same, those whose charges lie nearest in time first."""
    sides: dict[str, str] = {}  # an actor -> the first one met of its side
    found: dict[tuple[str, str, str], list[Seen]] = defaultdict(list)
    for one in seen:
        speaker = one.claim.speaker.actor
        if one.claim.stance in SAYING and not one.claim.own and speaker and glass.sees(one) and not glass.vague(speaker):
            for accused in dict.fromkeys(arg.actor for arg in one.args(*_ACCUSED)):
                if accused and not is_class_id(accused) and not glass.vague(accused) and not glass.related(speaker, accused):
                    a, b = _side(speaker, sides, glass), _side(accused, sides, glass)
                    found[text_rules().charges[one.claim.frame], a, b].append(one)
    rows = [
        _row(kind, (charges, found[kind, b, a]), glass) for (kind, a, b), charges in list(found.items()) if a < b and (kind, b, a) in found
    ]
    yield from sorted(rows, key=lambda row: (row.near, -len(row.ids), row.a, row.b))


def _side(actor: str, sides: dict[str, str], glass: Glass) -> str:
    if actor not in sides:
        sides[actor] = next((first for first in dict.fromkeys(sides.values()) if glass.surely(first, actor)), actor)
    return sides[actor]


def _row(kind: str, both: tuple[Sequence[Seen], Sequence[Seen]], glass: Glass) -> Mirror:
    by_a, by_b = (tuple(sorted((_accusation(one) for one in side), key=lambda each: (each.day, each.claim))) for side in both)
    near = min(abs((date.fromisoformat(a.day) - date.fromisoformat(b.day)).days) for a in by_a for b in by_b)
    weak = any(glass.chains(side)[0] < glass.need for side in both)
    names = (_name(both[1], both[0], glass), _name(both[0], both[1], glass))
    return Mirror(kind, *names, glass.as_of, "unknown" if weak else "mirror", near, by_a, by_b)


def _name(against: Sequence[Seen], own: Sequence[Seen], glass: Glass) -> str:
    """Return what a side is called most where it is charged, of the names of those who are of it."""
    speaker = own[0].claim.speaker
    told = [arg.name for one in against for arg in one.args(*_ACCUSED) if arg.actor and glass.surely(arg.actor, speaker.actor or "")]
    return max(told, key=told.count) if told else speaker.name


def _accusation(one: Seen) -> Accusation:
    what = next((arg.name for arg in one.args(*_WHAT)), "")
    return Accusation(one.begin, what, one.voice, one.held.publisher or one.held.path.rpartition("/")[2], one.claim.id)


def mirror_track() -> Track[Mirror]:
    """Return the view of mirror pairs: a row two sides and a family of charges."""
    return Track("mirror charges", ("position", "compliance", "allegation"), mirrors, tuple(text_rules().charges))
