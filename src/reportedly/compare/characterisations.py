"""The same dead told as fighters by one account and as civilians by another."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.compare.context import Context
from reportedly.compare.incidents import ENOUGH, one_house, one_incident
from reportedly.compare.quantities import Unit, unit_of
from reportedly.compare.rules import rules
from reportedly.compare.windows import event_window
from reportedly.compare.wording import link, where, whose
from reportedly.compare.world import World
from reportedly.model import Contradiction, Figure, HeldClaim
from reportedly.model.claim import SAYING

_CLASS = {
    "fighters": "armed",
    "soldiers": "armed",
    "children": "unarmed",
    "women": "unarmed",
    "medics": "unarmed",
    "journalists": "unarmed",
}
_CIVILIAN = frozenset("civilian civilians resident residents villagers worshippers".split())
_NEAR = 0.1  # share by which two tolls of the same people differ at most
_FEW = 4


def keys(held: HeldClaim, world: World) -> Iterator[str]:
    """Yield what a toll is filed under: what happened, the widest place under a country, and the day."""
    told, window = _told(held), event_window(held)
    if told is None or window is None:
        return
    for region in sorted({world.region(place) for place in world.places(held)}):
        yield from (f"{told[1].outcome}|{region}|{cell}" for cell in window.cells())


def judge(a: HeldClaim, b: HeldClaim, context: Context) -> Contradiction | None:
    """Return a contradiction where as many, on one day, in one place, by one side, are fighters to the one and civilians to the other."""
    one, other = _told(a), _told(b)
    if one is None or other is None or one[0] == other[0] or one[1].outcome != other[1].outcome or one_house(a, b):
        return None
    left, right = event_window(a), event_window(b)
    if left is None or right is None or not left.shared(right) or not _as_many(one[2], other[2]):
        return None
    doers = [rules().actors(held.claim, rules().doer) for held in (a, b)]
    if not all(doers) or not context.world.share_actor(*doers) or one_incident(a, b, context) < ENOUGH:
        return None
    said = (f"{told[2].value:g} {told[1].noun} {told[1].outcome} ({whose(held)})" for held, told in ((a, one), (b, other)))
    return link("characterisation", a, b, f"{' against '.join(said)}, {where(a) or where(b)}, {left}.")


def _told(held: HeldClaim) -> tuple[str, Unit, Figure] | None:
    """Return whether those counted first are armed, with their unit and figure; None where that is not told."""
    claim = held.claim
    if claim.stance not in SAYING or not claim.figures or claim.figures[0].value is None or claim.figures[0].value < _FEW:
        return None
    unit = unit_of(claim.figures[0], claim)
    if unit is None or not unit.outcome:
        return None
    side = "unarmed" if unit.noun in _CIVILIAN else _CLASS.get(unit.key.split()[0])
    return None if side is None else (side, unit, claim.figures[0])


def _as_many(one: Figure, other: Figure) -> bool:
    first, second = one.value or 0, other.value or 0
    return abs(first - second) <= _NEAR * max(first, second)
