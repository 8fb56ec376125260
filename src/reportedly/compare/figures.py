"""Figures that exclude each other: same unit and denominator, same places, same days, and no value that both leave open."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import product

from reportedly.compare.context import Context
from reportedly.compare.excuses import EVENT_DAYS, Count, accord, by_size, excuse, is_part, more_in_less, one_time, overflows
from reportedly.compare.incidents import ENOUGH, one_incident, rivals
from reportedly.compare.matters import window_of
from reportedly.compare.quantities import Unit, denominator_of, disjoint, shown, unit_of
from reportedly.compare.windows import Window, day_window, said_on
from reportedly.compare.wording import link, voice, where, whose
from reportedly.compare.world import World
from reportedly.model import Contradiction, Figure, HeldClaim
from reportedly.model.claim import SAYING
from reportedly.text import words

_MOST_APART = 50
_COPY = 6  # words beside the numbers from which on two sentences that share all of them are copies
_UNLIKE = 6  # times, from which on two counts are hardly of one incident
_RARE = 1.0  # points for those of whom few are counted on one day
_ACCORD = 1.25  # points for another count in which the two agree
_PART = 0.5  # points for a toll as few incidents have, and for a part of which more is told than of the whole
_LARGE = {"killed": 12, "injured": 30}
_ANYBODY = ("people ", "fighters ")
TOGETHER = 7
"""Days within which two running counts are set side by side."""


def keys(held: HeldClaim, world: World) -> Iterator[str]:
    """Yield what a claim with figures is filed under: unit, document or the widest place under a country, time."""
    regions = {world.region(place) for place in world.places(held)}
    for count in _counts(held):
        for place, cell in product([held.document, *sorted(regions)], count.window.cells()):
            yield f"{count.unit.key}|{place}|{cell}"
        if wording := _wording(held):
            yield f"{count.unit.key}|{wording}"


def judge(a: HeldClaim, b: HeldClaim, context: Context) -> Contradiction | None:
    """Return how the figures of two claims stand to each other: a contradiction, a look-alike, or None where nothing is to be said."""
    found = [
        _pair(one, other, context)
        for one, other in product(_counts(a), _counts(b))
        if _meet(one, other, context) and not _one_sentence(one, other, context)
    ]
    told = [entry for entry in found if entry is not None]
    return min(told, key=lambda entry: entry.look_alike, default=None)


def _counts(held: HeldClaim) -> list[Count]:
    found = []
    for figure in held.claim.figures if held.claim.stance in SAYING else ():
        unit = None if figure.derived else unit_of(figure, held.claim)
        window = _window(held, figure, unit) if unit else None
        # "one of the bombers" is a part; "24 of 31 lorries" counts lorries
        part = unit is not None and not unit.share and figure.denominator is not None and not figure.denominator[:1].isdigit()
        if unit and window and not part:
            found.append(Count(held, figure, unit, window))
    return found


def _window(held: HeldClaim, figure: Figure, unit: Unit) -> Window | None:
    """Return the days of a figure: for a share the day it is given for, for a count the days it is counted over, else the other."""
    as_of, counted = day_window(figure.as_of), window_of(held)
    return (as_of or counted) if unit.share else (counted or as_of)


def _meet(one: Count, other: Count, context: Context) -> bool:
    """Say whether two figures count the same thing at the same time with values that exclude each other."""
    if one.unit.key != other.unit.key or not disjoint(one.figure, other.figure):
        return False
    if _copied(one, other, context.world):
        return True
    if not one.window.shared(other.window):
        return False
    if _far_apart(one.figure, other.figure):
        return False
    if max(one.window.days, other.window.days) > EVENT_DAYS and not _said_together(one.held, other.held):
        return False
    if one.unit.share:
        both = bool(one.figure.denominator and other.figure.denominator)
        return both and context.world.places(one.held) == context.world.places(other.held)
    if not one.unit.outcome and (one.held.claim.frame != other.held.claim.frame or not (_main(one) and _main(other))):
        return False
    close = overflows(one, other, context) or closeness(one, other, context) >= ENOUGH
    return close and not _items_of_a_sum(one, other, context)


def _wording(held: HeldClaim) -> str:
    """Return the words of a claim without its numbers, nothing where they are too few to know a copy by."""
    kept = [word for word in words(held.words) if not word[:1].isdigit()]
    return " ".join(kept) if len(kept) >= _COPY else ""


def _copied(one: Count, other: Count, world: World) -> bool:
    """Say whether two texts have one sentence of one place with another number in it, given out within a few days of each other."""
    a, b = one.held, other.held
    near = a.document != b.document and world.places(a) == world.places(b) and _said_together(a, b)
    return near and _main(one) and _main(other) and bool(wording := _wording(a)) and wording == _wording(b)


def _one_sentence(one: Count, other: Count, context: Context) -> bool:
    """Say whether both numbers stand in one sentence, or both texts give both of them: they count different people."""
    if one.held.document == other.held.document:
        if rivals(one.held, other.held, context.world):
            return one.figure.start == other.figure.start is not None  # "the mayor put it at four, the harbour office at nine"
        at = [figure.start if figure.start is not None else -1 for figure in (one.figure, other.figure)]
        return min(at) >= 0 and (at[0] == at[1] or context.scene(one.held).sentence == context.scene(other.held).sentence != "")
    outcome, values = one.unit.outcome or one.unit.key, (one.figure.value, other.figure.value)
    return all(
        value is not None and context.counts(document)[outcome, value]
        for document in (held.document for held in context.at_hand_first(one.held, other.held))
        for value in values
    )


def _items_of_a_sum(one: Count, other: Count, context: Context) -> bool:
    """Say whether a text of the two tells both numbers and their sum: there they count different people."""
    outcome, first, second = one.unit.outcome or one.unit.key, one.figure.value, other.figure.value
    if first is None or second is None or one.held.document == other.held.document:
        return False
    texts = (context.counts(held.document) for held in context.at_hand_first(one.held, other.held))
    return any(all(counts[outcome, value] for value in (first, second, first + second)) for counts in texts)


def _main(count: Count) -> bool:
    """Say whether it is the first figure of its claim, and not one of a list."""
    return count.figure == count.held.claim.figures[0]


def _far_apart(one: Figure, other: Figure) -> bool:
    """Say whether two counts are so unlike that they cannot be of one event: a war's toll beside a day's."""
    first, second = (f.value if f.value is not None else f.low for f in (one, other))
    return bool(first and second and max(first, second) > _MOST_APART * min(first, second))


def _said_together(a: HeldClaim, b: HeldClaim) -> bool:
    """Say whether two running counts were given within a week; months apart, one has grown into the other."""
    one, other = said_on(a), said_on(b)
    return one is None or other is None or abs(one.begin - other.begin) <= TOGETHER


def closeness(one: Count, other: Count, context: Context) -> float:
    """Return the points for two counts being of one incident: what is told of it, whom they count, how far they are apart."""
    points = one_incident(one.held, other.held, context)
    if one.unit.outcome and not one.unit.key.startswith(_ANYBODY):
        points += _RARE
    first, second = (f.value or f.low or 0 for f in (one.figure, other.figure))
    if min(first, second) >= _LARGE.get(one.unit.outcome, math.inf):
        points += _PART
    if is_part(*by_size(one, other)[::-1], context.world):
        points += _PART
    if accord(one, other, context):
        return points + _ACCORD
    return points - _RARE if max(first, second) > _UNLIKE * min(first, second) else points


def _pair(one: Count, other: Count, context: Context) -> Contradiction | None:
    a, b = one.held, other.held
    values = f"{shown(one.figure)} ({whose(a)}) against {shown(other.figure)} ({whose(b)})"
    if one.unit.share and denominator_of(one.figure) != denominator_of(other.figure):
        return link("denominator", a, b, f"{values}: not shares of the same thing.", look_alike=True)
    reason = excuse(one, other, context)
    if reason is not None:
        return link("figure", a, b, f"{values}: {reason}.", look_alike=True)
    one_voice = a.document == b.document and voice(a) == voice(b)
    if one_voice and context.world.places(a) != context.world.places(b):
        return None
    copied = _copied(one, other, context.world)
    if (not one_time(one, other, context) and not copied and not more_in_less(one, other)) or (
        a.document == b.document and _itemised(one, other, one_voice=one_voice)
    ):
        return None
    return link("internal" if one_voice else "figure", a, b, f"{values}, {where(a) or where(b) or 'place not said'}, {one.window}.")


def _itemised(one: Count, other: Count, *, one_voice: bool) -> bool:
    """Say whether two counts of one document may be items of a list: things rather than people, or by one voice of different kinds."""
    if not one.unit.outcome and not one.unit.share:
        return True
    return one_voice and (one.unit.noun != other.unit.noun or one.held.claim.frame != other.held.claim.frame)
