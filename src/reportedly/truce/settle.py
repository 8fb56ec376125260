"""What the claims on the two sides of something come to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.truce.disjoint import disjoint
from reportedly.truce.found import Found, unknown
from reportedly.truce.times import Interval
from reportedly.truce.value import Value
from reportedly.truce.view import Item


@dataclass(frozen=True, slots=True)
class Sides:
    """Claims for and against something within a window.

    Attributes:
        name: what they are about, for what is missing.
        window: when it matters. chains: independent chains that something definite needs.
    """

    name: str
    plus: tuple[Item, ...]
    minus: tuple[Item, ...]
    window: Interval
    chains: int

    def firm(self, side: Sequence[Item]) -> list[Item]:
        """Return the items that lie in zone and window for sure. The others may dispute, but do not establish."""
        return [item for item in side if item.bearing.surely and item.when.within(self.window)]

    def found(self, value: Value, *missing: str, since: dt.datetime | None = None) -> Found:
        """Return a value that rests on these claims."""
        unconfirmed = frozenset(item.claim for item in (*self.plus, *self.minus) if not item.bearing.confirmed)
        return Found(value, ids(self.plus), ids(self.minus), frozenset(missing), unconfirmed, since)

    def enough(self, side: Sequence[Item]) -> bool:
        """Say whether so many independent chains as the lens asks for stand behind items."""
        return disjoint((item.bearing.chain for item in side), self.chains) >= self.chains

    def lacks(self, firm: Sequence[Item], word: str) -> str:
        """Return what one side alone lacks to be definite."""
        if not firm:
            return f"{self.name}: alleged {word}, not surely of this party, zone and window"
        count = disjoint((item.bearing.chain for item in firm), self.chains)
        return f"{self.name}: alleged {word}, {count} chain{'s' * (count != 1)}"


def ids(side: Sequence[Item]) -> frozenset[str]:
    """Return the ids of the claims of items."""
    return frozenset(item.claim for item in side)


def sides(name: str, found: Sequence[Item], window: Interval, chains: int) -> Sides:
    """Return the items that meet a window, by their sign."""
    inside = [item for item in found if item.when.meets(window)]
    plus, minus = (tuple(item for item in inside if item.bearing.sign == sign) for sign in (1, -1))
    return Sides(name, plus, minus, window, chains)


def settled(of: Sides) -> Found:
    """Return what claims on both sides come to: disputed where there are both, else what one side is enough for."""
    if of.plus and of.minus:
        return of.found(Value.DISPUTED, f"{of.name}: claims on both sides")
    side, value, word = (of.plus, Value.KEPT, "so") if of.plus else (of.minus, Value.BREACHED, "not so")
    if not side:
        return unknown(f"{of.name}: no claim")
    firm = of.firm(side)
    if firm and of.enough(firm):
        return of.found(value, since=common(firm) if of.plus else None)
    return of.found(Value.UNKNOWN, of.lacks(firm, word))


def common(found: Sequence[Item]) -> dt.datetime | None:
    """Return the first moment that all items have in common; None where they tell of different times, or of an unknown one."""
    begins = [item.when.begin for item in found if item.when.begin is not None]
    untils = [item.when.until for item in found if item.when.until is not None]
    if len(begins) < len(found) or not begins:
        return None
    first = max(begins)
    return first if all(first < until for until in untils) else None
