"""Why two figures that exclude each other may both hold."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.compare.context import Context
from reportedly.compare.incidents import rivals
from reportedly.compare.matters import ALIKE
from reportedly.compare.quantities import Unit, bounds
from reportedly.compare.rules import rules
from reportedly.compare.windows import Window, said_on
from reportedly.compare.wording import voice, where
from reportedly.compare.world import World
from reportedly.model import Figure, HeldClaim

EVENT_DAYS = 3
"""Counts over more days than this grow with time; counts over fewer are tolls of an event."""

_NEWS = "+news-window"  # how a claim says that its days are those before a report that tells none
_TOTAL_DAYS = 31  # days up to which a total of many days is taken for one of all that happened on them
_TIMES = 3.0  # a total of many days that is less than a third of one day's is hardly of the same thing


@dataclass(frozen=True, slots=True)
class Count:
    """One figure of a claim, with what it counts and over which days."""

    held: HeldClaim
    figure: Figure
    unit: Unit
    window: Window


def excuse(one: Count, other: Count, context: Context) -> str | None:
    """Return why two figures that exclude each other may both hold, None where nothing is known that would let them."""
    if overflows(one, other, context):
        return None
    return _of_another_whole(one, other, context) or _of_another_time(one, other, context)


def _of_another_whole(one: Count, other: Count, context: Context) -> str | None:
    a, b = one.held, other.held
    if is_part(*by_size(one, other), context.world) and not accord(one, other, context):
        return f"counted over different places, {where(a)} and {where(b)}"
    if one.figure.universe and other.figure.universe and one.figure.universe.casefold() != other.figure.universe.casefold():
        return "not drawn from the same whole"
    return None


def _of_another_time(one: Count, other: Count, context: Context) -> str | None:
    a, b = one.held, other.held
    if not one_time(one, other, context) and not more_in_less(one, other):
        return f"counted over different days, {one.window} and {other.window}" if voice(a) == voice(b) else None
    if context.scene(a).revised or context.scene(b).revised:
        return "one count that takes the place of an earlier one"
    if _grew(one, other) or _grew(other, one):
        return "a running count, given later"
    if voice(a) == voice(b) and a.document != b.document and said_on(a) == said_on(b):
        return "two reports of one source on one day, of which the later may count more"
    return "the greater includes another count that is given beside it" if _adds_up(one, other, context) else None


def one_time(one: Count, other: Count, context: Context) -> bool:
    """Say whether two counts are largely of the same days.

    News without a day is of one of the few days that it may be of, in a place that does not see an incident a day, or where another
    count is the same.
    """
    if one.window.alike(other.window) >= ALIKE:
        return True
    news = any(_NEWS in count.held.claim.method for count in (one, other))
    wide = any(context.world.is_wide(context.world.places(count.held)) for count in (one, other))
    told = not wide or accord(one, other, context)
    return news and told and max(one.window.days, other.window.days) <= EVENT_DAYS and one.window.shared(other.window) > 0


def by_size(one: Count, other: Count) -> tuple[Count, Count]:
    """Return the lesser of two counts that exclude each other, and the greater."""
    least, most = bounds(one.figure), bounds(other.figure)
    return (one, other) if least and most and least[1] < most[0] else (other, one)


def more_in_less(one: Count, other: Count) -> bool:
    """Say whether the greater count is of a part of the days that the lesser is of: no two counts of one thing can be."""
    less, more = (count.window for count in by_size(one, other))
    return less.days > EVENT_DAYS and less.begin <= more.begin and more.until <= less.until and more != less


def overflows(one: Count, other: Count, context: Context) -> bool:
    """Say whether the greater count is of some of the days of the lesser, in one place, and the lesser is told no more narrowly."""
    less, more = by_size(one, other)
    places = context.world.places(less.held)
    if not more_in_less(one, other) or not one.unit.outcome or less.window.days > _TOTAL_DAYS or not places:
        return False
    if places != context.world.places(more.held) or any(context.world.kinds.get(place) == "country" for place in places):
        return False
    lowest, highest = bounds(less.figure), bounds(more.figure)
    if lowest is None or highest is None or highest[0] > _TIMES * lowest[0]:
        return False
    told, least = context.scene(more.held), context.scene(less.held)
    doers = rules().actors(less.held.claim, rules().doer), rules().actors(more.held.claim, rules().doer)
    return least.topics <= told.topics and least.zones <= told.zones and (not doers[0] or context.world.share_actor(*doers))


def accord(one: Count, other: Count, context: Context) -> bool:
    """Say whether two claims, beside the counts in which they differ, give the same number of others: "three killed" in both."""
    if one.held.document == other.held.document:
        return False
    first, second = context.at_hand_first(one.held, other.held)
    told = {entry for entry in context.beside(first) if entry[0] != one.unit.outcome and entry[1] > 1}
    return bool(told) and not told.isdisjoint(context.beside(second))


def is_part(one: Count, other: Count, world: World) -> bool:
    """Say whether a count is of a place, or of some of the places, that the other is of."""
    part, whole = world.places(one.held), world.places(other.held)
    return bool(part and whole) and part != whole and (part < whole or world.inside(part, whole))


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
    if one.held.document == other.held.document and rivals(one.held, other.held, context.world):  # of two sources each has its own
        lesser = one if first < second else other
        return (one.unit.outcome, abs(first - second)) in context.beside(lesser.held)
    document = (one if first > second else other).held.document
    needed = [min(first, second), abs(first - second)]
    counts = context.counts(document)
    return all(counts[one.unit.outcome or one.unit.key, value] >= needed.count(value) for value in needed)
