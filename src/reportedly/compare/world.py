"""What comparison needs to know of places and actors: what lies in what, who is part of whom, and how wide a place is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from reportedly.compare.parties import superior
from reportedly.model import HeldClaim
from reportedly.model.pack import Pack
from reportedly.text import words

WIDE_KINDS = frozenset({"city", "district", "region", "governorate", "country"})
"""Kinds of place that see several incidents on one day, and of which several parties may each hold a part."""

STATE_KINDS = frozenset({"state", "government", "armed-force", "alliance"})
"""Kinds of actor that nobody means by "armed men"."""

_UNMEANT = STATE_KINDS | {"population"}  # nor are civilians "armed men"

PARTS = 8
"""Known parts from which on a town is so large that reports of one day may be of several incidents."""

UNSPECIFIED = "unspecified "
"""How the neutral names of vague actors begin in a pack."""


@dataclass(frozen=True, slots=True)
class World:
    """Relations between ids; anything unknown has none.

    Attributes:
        within: place id -> id of the place that holds it.
        part_of: actor id -> id of the actor it belongs to.
        kinds: place id or actor id -> kind.
        vague: actors that stand for some group or other ("armed men"), which may be any that is not a state's.
        points: place id -> latitude and longitude in degrees.
        quartered: places of which many parts are known: of a day's incidents they see several.
    """

    within: Mapping[str, str] = field(default_factory=dict)
    part_of: Mapping[str, str] = field(default_factory=dict)
    kinds: Mapping[str, str] = field(default_factory=dict)
    vague: AbstractSet[str] = frozenset()
    points: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    quartered: AbstractSet[str] = frozenset()

    @classmethod
    def of(cls, pack: Pack) -> World:
        """Return the relations that a pack tells."""
        within = {key: place.within for key, place in pack.places.items() if place.within}
        kinds = {key: thing.kind for table in (pack.actors, pack.places) for key, thing in table.items()}
        # a district of a province holds towns, a district of a town is a quarter of it
        kinds |= {
            key: "quarter"
            for key, kind in kinds.items()
            if kind == "district" and any(kinds.get(up) == "city" for up in _above(key, within))
        }
        return cls(
            within,
            {key: upper for key, actor in pack.actors.items() if (upper := superior(actor, pack.actors))},
            kinds,
            frozenset(key for key, actor in pack.actors.items() if actor.name.startswith(UNSPECIFIED)),
            {key: (place.lat, place.lon) for key, place in pack.places.items() if place.lat is not None and place.lon is not None},
            frozenset(key for key, parts in Counter(place.within for place in pack.places.values()).items() if key and parts >= PARTS),
        )

    def places(self, held: HeldClaim) -> frozenset[str]:
        """Return the places that a claim is about, by id or else by folded name; not those that hold another of them."""
        known = held.claim.place_ids or tuple(f"name:{' '.join(words(name))}" for name in held.claim.places)
        return frozenset(known) - {upper for place in known for upper in _above(place, self.within)}

    def related(self, actor: str, other: str) -> bool:
        """Say whether two actors are one, belong to one, or may be one because either is vague."""
        if actor == other or self.top(actor) == self.top(other):
            return True
        return any(one in self.vague and self.kinds.get(two) not in _UNMEANT for one, two in ((actor, other), (other, actor)))

    def share_actor(self, left: Iterable[str], right: AbstractSet[str]) -> bool:
        """Say whether an actor of the one set is, or belongs to, one of the other."""
        return any(self.related(actor, other) for actor in left for other in right)

    def is_wide(self, places: Iterable[str]) -> bool:
        """Say whether one of the places is a town or wider: several incidents on one day, several parties in control."""
        return any(self.kinds.get(place) in WIDE_KINDS for place in places)

    def near(self, places: AbstractSet[str], others: AbstractSet[str]) -> bool:
        """Say whether a place of the one set is, or lies in, one of the other."""
        return any(others & {place, *_above(place, self.within)} for place in places) or any(
            places & _above(o, self.within) for o in others
        )

    def inside(self, places: AbstractSet[str], others: AbstractSet[str]) -> bool:
        """Say whether a place of the one set lies in one of the other."""
        return any(others & _above(place, self.within) for place in places)

    def region(self, place: str) -> str:
        """Return the widest place under a country that holds a place, itself where none does."""
        seen = {place}
        while (upper := self.within.get(place)) and upper not in seen and self.kinds.get(upper) != "country":
            seen.add(place := upper)
        return place

    def top(self, actor: str) -> str:
        """Return the actor that an actor belongs to in the end, itself where it belongs to none."""
        seen = {actor}
        while (upper := self.part_of.get(actor)) and upper not in seen:
            seen.add(actor := upper)
        return actor


def _above(key: str, upward: Mapping[str, str]) -> set[str]:
    seen: set[str] = set()
    while (key := upward.get(key, "")) and key not in seen:
        seen.add(key)
    return seen
