"""Whether an actor is bound by its own acts, and whether something that claims bear on has come about."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from reportedly.truce.found import Found, lacking, unknown
from reportedly.truce.settle import settled, sides
from reportedly.truce.times import ALWAYS, Interval
from reportedly.truce.value import Value
from reportedly.truce.view import Item

SIGNS = {"accepts": 1, "conditions": 0, "rejects": -1, "ends": -1}
"""What a position act comes to: accepting (signing, confirming), accepting on a condition, rejecting, going back on it; for an
acceptance, neither, or against it."""
ACTS = tuple(SIGNS)


def accepted(actor: str, found: Sequence[Item], chains: int) -> Found:
    """Return whether an actor has accepted, by its own last act and by what others have said of it since.

    What an actor says of itself replaces what it said before. What others say is evidence: it counts where the actor has not spoken
    since, and where the two differ it is disputed. To go back on something presupposes that it was accepted, and is no rejection by itself.
    """
    own = [item for item in found if item.bearing.speaker == actor]
    last = max((_moment(item) for item in own), default=None)
    latest = [item for item in own if last is not None and _moment(item) == last]
    later = [item for item in found if item.bearing.speaker != actor and (last is None or _moment(item) > last)]
    first = min((_moment(item) for item in found if item.bearing.act == "accepts"), default=None)
    counted = [item for item in (*latest, *later) if item.bearing.act != "ends" or (first is not None and first <= _moment(item))]
    name = f"accepted by {actor}"
    result = settled(sides(name, counted, ALWAYS, chains))
    conditional = [item for item in latest if item.bearing.act == "conditions"]
    if conditional:
        told = frozenset(item.claim for item in conditional)
        return _with(lacking(result, f"{name}: on a condition, {', '.join(sorted(told))}"), told)
    return result


def come_about(name: str, found: Sequence[Item], window: Interval, chains: int) -> Found:
    """Return whether something has come about within a window."""
    return settled(sides(name, found, window, chains)) if found else unknown(f"{name}: no claim")


def not_over(name: str, found: Sequence[Item], window: Interval, chains: int) -> Found:
    """Return whether something that was there still is, as far as claims say that it is not: nobody need say that it is.

    A claim that it is over disputes none of an earlier time; one that it is there at the same time or later disputes that it is over.
    What may have been over before the window, or only after it, is no word on it.
    """
    of = sides(name, found, window, chains)
    gone = tuple(item for item in of.minus if item.when.within(window))
    if not gone:
        return Found(Value.KEPT)
    over = tuple(item for item in gone if all(_is_after(item, other) for other in of.plus))
    return settled(replace(of, plus=(), minus=over) if over else replace(of, minus=gone))


def _is_after(item: Item, other: Item) -> bool:
    return item.when.begin is not None and other.when.until is not None and other.when.until <= item.when.begin


def _moment(item: Item) -> dt.datetime:
    """Return when an act was done at the latest: acts are ordered by the day they were told of, where they have no day of their own."""
    return item.when.until or item.said or dt.datetime.min.replace(tzinfo=dt.UTC)


def _with(found: Found, told: frozenset[str]) -> Found:
    return Found(found.value, found.for_ | told, found.against, found.missing, found.unconfirmed, found.since)
