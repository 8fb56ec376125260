"""What stands on the map: a mark for each place of which something is said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from reportedly.export.contract import Json
from reportedly.web.map.glyphs import SLOTS
from reportedly.web.map.telling import told

FRESH = ((7, 9.0), (30, 7.4))
"""Days since a place was told of last, and half the width of its mark; older ones are of :data:`OLD`."""
OLD = 6.0
OTHER = SLOTS + 1
"""The shape of parties that have none of their own."""
_MANY = 3
_LINEAR = frozenset({"river", "road", "street"})
_DIVIDED = frozenset({"contested", "several"})


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark.

    Attributes:
        place: id. name: of it. lat, lon: where it lies.
        state: of the row of control, or of the road; empty where only a siege is told of.
        glyphs: shapes of those said to hold it, by slot. against: a claim denies it. part: they are said to hold a part.
        size: half its width. wide: somewhere in an area, or along a line. siege: what is said of one.
        road: what is said of a road. told: all of it in words. weight: which is more worth a label.
    """

    place: str
    name: str
    lat: float
    lon: float
    state: str
    told: str
    size: float = OLD
    glyphs: tuple[int, ...] = ()
    against: bool = False
    part: bool = False
    wide: bool = False
    siege: str = ""
    road: str = ""
    weight: float = 0.0

    @property
    def leads(self) -> str:
        """The page of its row."""
        return "/routes" if self.road or (self.siege and not self.state) else "/control"

    @property
    def half(self) -> float:
        """Half the width of all that is drawn of it."""
        return self.size * max(1, len(self.glyphs) + self.against) + (4 if self.state in _DIVIDED else 0)

    @property
    def reach(self) -> float:
        """Half the width of it with the rings around it."""
        rings = (self.half + 4 if self.siege else 0.0, self.size + 6 if self.wide else 0.0)
        return max(self.half, *rings) + 1


def why_not(row: Json) -> str:
    """Return why a row has no mark; empty where it has one."""
    if row["lat"] is None or row["precision"] == "unknown":
        return "no coordinates are known"
    if row["precision"] == "containing-area":
        return "only the area that it lies in is known"
    if row["kind"] == "country":
        return "a country is too wide for a mark"
    return ""


def marks_of(rows: Iterable[Json], slots: Mapping[str, int]) -> list[Mark]:
    """Return the marks of rows that have one, those of one place together; ``slots`` are of actors, from 1 on."""
    found: dict[tuple[str, bool], Mark] = {}
    for row in rows:
        if why_not(row):
            continue
        made = _control(row, slots) if row["what"] == "control" else _route(row)
        key = row["place"], bool(made.road)
        held = found.get(key)
        found[key] = made if held is None else _both(held, made)
    return sorted(found.values(), key=lambda mark: -mark.weight)


def _both(held: Mark, made: Mark) -> Mark:
    """Return a mark of what two rows say of one place."""
    base, other = (held, made) if held.glyphs or not made.glyphs else (made, held)
    size, weight = max(base.size, other.size), base.weight + other.weight
    return replace(base, siege=base.siege or other.siege, told=f"{base.told} {other.told}", size=size, weight=weight)


def _control(row: Json, slots: Mapping[str, int]) -> Mark:
    holders = row["holders"]
    glyphs = tuple(slot_of(holder, slots) for holder in holders[:_MANY])
    against = row["state"] == "contested" and any(holder["against"] for holder in holders) and len(holders) == 1
    part = bool(holders) and all(holder["extent"] == "part" for holder in holders)
    age = min((holder["age"] for holder in holders), default=FRESH[-1][0])
    weight = sum(len(holder["claims"]) for holder in holders) + _first(row, age)
    wide = _wide(row)
    return Mark(
        row["place"], row["name"], row["lat"], row["lon"], row["state"], told(row), _size(age), glyphs, against, part, wide, weight=weight
    )


def _route(row: Json) -> Mark:
    age = min(word["age"] for word in row["words"])
    made = Mark(
        row["place"], row["name"], row["lat"], row["lon"], row["state"], told(row), _size(age), wide=_wide(row), weight=_first(row, age)
    )
    return replace(made, siege=row["state"], state="") if row["what"] == "siege" else replace(made, road=row["state"])


def slot_of(holder: Json, slots: Mapping[str, int]) -> int:
    """Return the slot of a party, the shared one where it has none of its own."""
    return slots.get(holder["actor"] or "", OTHER)


def _size(age: int) -> float:
    return next((size for days, size in FRESH if age <= days), OLD)


def _first(row: Json, age: int) -> float:
    """Return how much a place is worth to be named: what is contested and fresh first, and towns before their quarters."""
    kinds = {"city": 30.0, "town": 12.0, "governorate": 8.0, "base": 6.0, "airport": 6.0}
    return (40.0 if row["state"] == "contested" else 0.0) + max(0.0, 20.0 - age / 3) + kinds.get(row["kind"] or "", 0.0)


def _wide(row: Json) -> bool:
    return row["precision"] == "area" or row["kind"] in _LINEAR


def slots_of(actors: Sequence[str]) -> dict[str, int]:
    """Return the slot of each actor, in the order in which they are given."""
    return {actor: number for number, actor in enumerate(actors[:SLOTS], start=1)}
