"""Figures that exclude each other: same unit and denominator, same places, same days, and no value that both leave open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from reportedly.compare.context import Context
from reportedly.compare.matters import ALIKE, SAYING, window_of
from reportedly.compare.quantities import Unit, bounds, denominator_of, disjoint, shown, unit_of
from reportedly.compare.rules import rules
from reportedly.compare.windows import Window, day_window, said_on
from reportedly.compare.wording import link, voice, where, whose
from reportedly.compare.world import World
from reportedly.model import Contradiction, Figure, HeldClaim

_MOST_APART = 50
TOGETHER = 7
"""Days within which two running counts are set side by side."""

EVENT_DAYS = 3
"""Counts over more days than this grow with time; counts over fewer are tolls of an event."""


@dataclass(frozen=True, slots=True)
class Count:
    """One figure of a claim, with what it counts and over which days."""

    held: HeldClaim
    figure: Figure
    unit: Unit
    window: Window


def keys(held: HeldClaim, world: World) -> Iterator[str]:
    """Yield what a claim with figures is filed under: unit, place or document, time."""
    for count in _counts(held):
        for place, cell in product([held.document, *sorted(world.places(held))], count.window.cells()):
            yield f"{count.unit.key}|{place}|{cell}"


def judge(a: HeldClaim, b: HeldClaim, context: Context) -> Contradiction | None:
    """Return how the figures of two claims stand to each other: a contradiction, a look-alike, or None where nothing is to be said."""
    found = [_pair(one, other, context) for one, other in product(_counts(a), _counts(b)) if _meet(one, other, context.world)]
    told = [entry for entry in found if entry is not None]
    return min(told, key=lambda entry: entry.look_alike, default=None)


def _counts(held: HeldClaim) -> list[Count]:
    found = []
    for figure in held.claim.figures if held.claim.stance in SAYING else ():
        unit = None if figure.derived else unit_of(figure, held.claim.frame)
        window = _window(held, figure, unit) if unit else None
        if unit and window:
            found.append(Count(held, figure, unit, window))
    return found


def _window(held: HeldClaim, figure: Figure, unit: Unit) -> Window | None:
    """Return the days of a figure: for a share the day it is given for, for a count the days it is counted over, else the other."""
    as_of, counted = day_window(figure.as_of), window_of(held)
    return (as_of or counted) if unit.share else (counted or as_of)


def _meet(one: Count, other: Count, world: World) -> bool:
    """Say whether two figures count the same thing at the same time with values that exclude each other."""
    same_words = one.held.document == other.held.document and one.figure.start is not None and one.figure.start == other.figure.start
    if one.unit.key != other.unit.key or same_words or not one.window.shared(other.window) or not disjoint(one.figure, other.figure):
        return False
    if _far_apart(one.figure, other.figure):
        return False
    if max(one.window.days, other.window.days) > EVENT_DAYS and not _said_together(one.held, other.held):
        return False
    if one.unit.share:
        both = bool(one.figure.denominator and other.figure.denominator)
        return both and world.places(one.held) == world.places(other.held)
    return _one_incident(one.held, other.held, world)


def _far_apart(one: Figure, other: Figure) -> bool:
    """Say whether two counts are so unlike that they cannot be of one event: a war's toll beside a day's."""
    first, second = (f.value if f.value is not None else f.low for f in (one, other))
    return bool(first and second and max(first, second) > _MOST_APART * min(first, second))


def _said_together(a: HeldClaim, b: HeldClaim) -> bool:
    """Say whether two running counts were given within a week; months apart, one has grown into the other."""
    one, other = said_on(a), said_on(b)
    return one is None or other is None or abs(one.begin - other.begin) <= TOGETHER


def _one_incident(a: HeldClaim, b: HeldClaim, world: World) -> bool:
    """Say whether the two may be about one incident: in a town or wider place only by the same doer, and by two voices.

    Where a place is not said, only two voices of one document are: a report sets them side by side.
    """
    left, right = world.places(a), world.places(b)
    two_voices_of_one = a.document == b.document and voice(a) != voice(b)
    if not left or not right:
        dated = a.claim.valid.begin is not None and b.claim.valid.begin is not None
        return two_voices_of_one and dated and a.claim.frame == b.claim.frame
    places = left & right
    if not places or places not in (left, right):
        return False
    if not world.is_wide(places):
        return True
    table = rules()
    same_doer = world.share_actor(table.actors(a.claim, table.doer), table.actors(b.claim, table.doer))
    return same_doer and (two_voices_of_one or a.document != b.document)


def _pair(one: Count, other: Count, context: Context) -> Contradiction | None:
    a, b = one.held, other.held
    values = f"{shown(one.figure)} ({whose(a)}) against {shown(other.figure)} ({whose(b)})"
    if one.unit.share and denominator_of(one.figure) != denominator_of(other.figure):
        return link("denominator", a, b, f"{values}: not shares of the same thing.", look_alike=True)
    reason = _excuse(one, other, context)
    if reason is not None:
        return link("figure", a, b, f"{values}: {reason}.", look_alike=True)
    one_voice = a.document == b.document and voice(a) == voice(b)
    if one.window.alike(other.window) < ALIKE or (a.document == b.document and _itemised(one, other, one_voice=one_voice)):
        return None
    return link("internal" if one_voice else "figure", a, b, f"{values}, {where(a) or where(b) or 'place not said'}, {one.window}.")


def _itemised(one: Count, other: Count, *, one_voice: bool) -> bool:
    """Say whether two counts of one document may be items of a list: things rather than people, or by one voice of different kinds."""
    if not one.unit.outcome and not one.unit.share:
        return True
    return one_voice and (one.unit.noun != other.unit.noun or one.held.claim.frame != other.held.claim.frame)


def _excuse(one: Count, other: Count, context: Context) -> str | None:
    """Return why two figures that exclude each other may both hold, None where nothing is known that would let them."""
    a, b = one.held, other.held
    places = context.world.places(a), context.world.places(b)
    if all(places) and places[0] != places[1]:
        return f"counted over different places, {where(a)} and {where(b)}"
    if one.figure.universe and other.figure.universe and one.figure.universe.casefold() != other.figure.universe.casefold():
        return "not drawn from the same whole"
    if one.window.alike(other.window) < ALIKE:
        return f"counted over different days, {one.window} and {other.window}" if voice(a) == voice(b) else None
    if _grew(one, other) or _grew(other, one):
        return "a running count, given later"
    if _adds_up(one, other, context):
        return "the greater includes another count that is given beside it"
    return None


def _grew(less: Count, more: Count) -> bool:
    """Say whether one count may have become the other: by the same speaker on a later day, or over a long window that ends later."""
    low, high = bounds(less.figure), bounds(more.figure)
    if low is None or high is None or low[1] >= high[0]:
        return False
    first, second = said_on(less.held), said_on(more.held)
    if voice(less.held) == voice(more.held) and first and second and first.begin < second.begin:
        return True
    return less.window.until < more.window.until and max(less.window.days, more.window.days) > EVENT_DAYS


def _adds_up(one: Count, other: Count, context: Context) -> bool:
    """Say whether the document of the greater count gives both the lesser and the difference."""
    first, second = one.figure.value, other.figure.value
    if first is None or second is None or first == second:
        return False
    document = (one if first > second else other).held.document
    needed = [min(first, second), abs(first - second)]
    return all(context.counts[document, one.unit.outcome or one.unit.key, value] >= needed.count(value) for value in needed)
