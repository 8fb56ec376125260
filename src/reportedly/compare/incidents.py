"""How much speaks for it that two reports of one day are about one incident: place, doer, means, target, wording.

Points are added up. A place that sees one incident a day is enough by itself; a town needs a doer, a target or like words besides.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from reportedly.compare.context import Context
from reportedly.compare.rules import rules
from reportedly.compare.scene import EVERYDAY
from reportedly.compare.wording import voice
from reportedly.compare.world import World
from reportedly.earth import kilometres
from reportedly.model import HeldClaim

ENOUGH = 2.0
"""Points from which on two reports are taken to be about one incident."""

NEAR = 15.0
"""Kilometres within which two villages may be named for one incident."""

_NOWHERE = -9.0  # points that no others make good
_WHOLE_DAY = 0.75  # points for what one side is said to have done to a whole town on one day
_UNKNOWN = -0.75  # points for two places of one region of which it is not known how far they are apart
_WIDEST = frozenset({"governorate", "country", "region"})
_BY = frozenset({"air", "shells", "bomb", "mine", "sniper"})  # means of which one incident has one; gas comes by any
_TOLLS = frozenset({"death-toll", "casualties"})
_CLOSE, _LIKE = 0.65, 0.45  # shares of telling words in common


def one_incident(a: HeldClaim, b: HeldClaim, context: Context) -> float:
    """Return the points for two claims being about one incident; below ``ENOUGH`` nothing is known of it."""
    return sum(_points(a, b, context))


def _points(a: HeldClaim, b: HeldClaim, context: Context) -> Iterator[float]:
    yield _place(a, b, context.world)
    doer = _doer(a, b, context.world)
    yield doer + (_WHOLE_DAY if doer > 0 and _of_one_day(a, b, context.world) else 0.0)
    one, other = context.scene(a), context.scene(b)
    yield _means(a, b, context)
    for left, right, shared, apart_ in (
        (one.targets, other.targets, 1.25, -0.75),
        (one.zones, other.zones, 0.25, -1.5 if a.document == b.document else -0.75),
    ):
        if left and right:
            yield shared if left & right else apart_
    alike = one.alike(other)
    yield 1.5 if alike >= _CLOSE else 0.75 if alike >= _LIKE else 0.0
    if alike < _LIKE and a.claim.valid != b.claim.valid and (a.claim.valid.begin is None or b.claim.valid.begin is None):
        yield -1.0
    yield _voices(a, b, context.world)
    if one.another or other.another or ((one.aside or other.aside) and one_house(a, b)):
        yield -1.5 if one_house(a, b) else 0.0 if alike >= _CLOSE else -0.75


def _of_one_day(a: HeldClaim, b: HeldClaim, world: World) -> bool:
    """Say whether both name the same town as a whole, and one and the same day: what one side did there that day."""
    one, other = a.claim, b.claim
    town = world.places(a) == world.places(b) and bool(world.places(a) & world.quartered)
    day = one.valid == other.valid and one.valid.begin is not None and one.valid.begin == one.valid.until
    return town and day and one.places_told and other.places_told and not one_house(a, b)


def _means(a: HeldClaim, b: HeldClaim, context: Context) -> float:
    """Return the points for the weapons told; a toll whose sentence tells nothing ("he put it at nine") is of what was told before it."""
    one, other = context.scene(a), context.scene(b)
    if one.means and other.means:
        shared = one.means & other.means
        return (1.5 if shared - EVERYDAY else 0.75) if shared else -1.5 if one.means & _BY and other.means & _BY else 0.0
    left, right = (scene.means or (frozenset() if scene.topics else context.topics_around(held)) for scene, held in ((one, a), (other, b)))
    return 0.5 if left & right else 0.0


def _voices(a: HeldClaim, b: HeldClaim, world: World) -> float:
    if a.document == b.document:
        return 1.5 if rivals(a, b, world) else -1.0 if voice(a) == voice(b) else -3.0
    return -1.5 if one_house(a, b) and voice(a) != voice(b) and not rivals(a, b, world) else 0.0


def one_house(a: HeldClaim, b: HeldClaim) -> bool:
    """Say whether two claims stand in one document, or in two of one publisher."""
    return a.document == b.document or (a.publisher is not None and a.publisher == b.publisher)


def rivals(a: HeldClaim, b: HeldClaim, world: World) -> bool:
    """Say whether two speakers of one publisher are set against each other: neither is the publisher, nor a part of the other.

    A toll that the publisher tells in its own voice counts as another's too: it is somebody's count, whose is not told.
    """
    if voice(a) == voice(b) or any(held.claim.own and held.claim.frame not in _TOLLS for held in (a, b)):
        return False
    one, other = (held.claim.speaker for held in (a, b))
    if one.actor and other.actor:
        return not world.related(one.actor, other.actor)
    return not any("source" in speaker.name.casefold() for speaker in (one, other))


def _place(a: HeldClaim, b: HeldClaim, world: World) -> float:
    left, right = world.places(a), world.places(b)
    if not left or not right:
        return 0.5 if a.document == b.document else -2.0
    if left == right:
        return _alone(left, world)
    if left & right:
        nested = left < right or right < left
        return (2.0 if nested else 1.0) if not world.is_wide(left & right) else 0.5
    if world.near(left, right):
        return 0.0 if not _is_widest(left | right, world) else -1.0
    told = a.claim.places_told and b.claim.places_told
    gap = min((apart(one, other, world) for one in left for other in right), default=math.inf)
    if gap <= NEAR:
        return -0.75 if told else 0.5
    regions = ({world.region(place) for place in places} for places in (left, right))
    if gap < math.inf or not set.intersection(*regions):
        return _NOWHERE
    return _UNKNOWN if told else 0.0  # how far one is from the other is not known


def _alone(places: frozenset[str], world: World) -> float:
    """Return the points for one place by itself: a spot, a town, a town with many quarters, a province."""
    if not world.is_wide(places):
        return 2.0
    if _is_widest(places, world):
        return -0.5
    return 0.75 if places & world.quartered else 1.5


def _doer(a: HeldClaim, b: HeldClaim, world: World) -> float:
    table = rules()
    one, other = table.actors(a.claim, table.doer), table.actors(b.claim, table.doer)
    if not one or not other:
        return 0.0
    if not world.share_actor(one, other):
        return -2.0 if world.is_wide(world.places(a)) else -1.25
    return 0.5 if (one | other) & world.vague else 1.25


def _is_widest(places: frozenset[str], world: World) -> bool:
    return any(world.kinds.get(place) in _WIDEST for place in places)


def apart(place: str, other: str, world: World) -> float:
    """Return how many kilometres lie between two places; infinitely many where a point is not known."""
    one, two = world.points.get(place), world.points.get(other)
    return math.inf if one is None or two is None else kilometres(*one, *two)
