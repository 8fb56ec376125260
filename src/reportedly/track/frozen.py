"""The frozen line: who is said to hold what, and which places are said to be besieged, if a truce begins at a moment; disputes are kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reportedly.track.control import CONTROL, Control, Holder
from reportedly.track.holding import Holding, holdings
from reportedly.track.routes import ROUTES, Route, Word, besieged
from reportedly.track.seen import Glass, Seen
from reportedly.track.track import Track

FRESH, STALE = 7, 30
"""Days up to which what was told last is fresh, and from which on it is stale."""
_DAY = 10


@dataclass(frozen=True, slots=True)
class Change:
    """What a claim tells of a place after the line was frozen: the day, whether somebody took or lost it, who, on whose word."""

    day: str
    kind: str
    party: str
    by: str
    claim: str


@dataclass(frozen=True, slots=True)
class Frozen:
    """A place as the line runs through it.

    Attributes:
        at: the moment. state, holders: as of :class:`reportedly.track.control.Control`, at the moment; ``not told`` where only a siege is.
        last: day of what was told last; fresh: ``fresh``, ``ageing`` or ``stale``, by its age.
        siege: what is said of its siege, the newest first. siege_state: as of :class:`reportedly.track.routes.Route`; empty without one.
        same_day: claims of the moment's own day, of which it is not told whether they are of before or after.
        later: what claims tell after the moment that is not as the line was, the first first.
    """

    place: str | None
    name: str
    at: str
    state: str
    holders: tuple[Holder, ...]
    last: str
    fresh: str
    siege_state: str
    siege: tuple[Word, ...]
    same_day: tuple[str, ...]
    later: tuple[Change, ...]

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all its claims."""
        held = (claim for party in self.holders for claim in (*party.claims, *party.against))
        sieges = (claim for word in self.siege for claim in (*word.claims, *word.against))
        return frozenset((*held, *sieges, *self.same_day, *(each.claim for each in self.later)))


def frozen_at(moment: str) -> Track[Frozen]:
    """Return the view of the line at a moment, an ISO day or minute: on a day, at its end."""

    def build(seen: Sequence[Seen], glass: Glass) -> Iterator[Frozen]:
        held = {row.place: row for row in CONTROL.build([one for one in seen if one.claim.type == "control"], glass)}
        routes = ROUTES.build([one for one in seen if one.claim.type == "siege"], glass)
        sieges = {row.place or f"name:{row.name}": row for row in routes if row.kind == "siege"}
        told = [each for one in seen for each in holdings(one)]
        rows = (_row(held.get(place), sieges.get(place), told, moment, glass) for place in dict.fromkeys((*held, *sieges)))
        return iter(sorted(rows, key=lambda row: (row.last, row.name), reverse=True))

    return Track("frozen line", ("control", "siege"), build, groups=_groups, single=True, later=True)


def _groups(seen: Seen) -> set[str]:
    """Return the place that a claim tells of, the same for who holds it and for its siege."""
    return {besieged(seen)} - {""} if seen.claim.type == "siege" else {each.place for each in holdings(seen)}


FROZEN = frozen_at("")
"""The same view at no moment: how its claims fall into groups does not hang on it."""


def _row(held: Control | None, siege: Route | None, told: Iterable[Holding], moment: str, glass: Glass) -> Frozen:
    place, name = (held.place, held.name) if held else (siege.place, siege.name) if siege else (None, "")
    holders, words = held.holders if held else (), siege.words if siege else ()
    here = [each for each in told if held is not None and each.place == place]
    same = tuple(dict.fromkeys(each.seen.claim.id for each in here if "T" in moment and each.seen.begin == moment[:_DAY]))
    later = (_change(each) for each in here if each.seen.begin > glass.as_of and _differs(each, holders, glass))
    last = max((*(each.last for each in holders), *(each.last for each in words)), default="")
    age = glass.age(last) if last else 0
    fresh = "not told" if not last else "fresh" if age <= FRESH else "ageing" if age < STALE else "stale"
    changes = tuple(sorted(later, key=lambda each: (each.day, each.claim)))
    state = held.state if held else "not told"
    return Frozen(place, name, moment, state, holders, last, fresh, siege.state if siege else "", words, same, changes)


def _differs(each: Holding, holders: Sequence[Holder], glass: Glass) -> bool:
    """Say whether a claim of later tells of another holder, or that one of the line lost the place."""
    if each.kind not in {"holds", "lost"}:
        return False
    known = any(each.party == party.actor or (party.actor and glass.related(each.party, party.actor)) for party in holders)
    return known if each.kind == "lost" else not known


def _change(each: Holding) -> Change:
    kind = "lost" if each.kind == "lost" else "taken" if each.taken else "held"
    return Change(each.seen.begin, kind, each.party_name, each.seen.voice, each.seen.claim.id)
