"""A meeting that one account holds, and another calls off or says not to have been."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.compare.context import Context
from reportedly.compare.rules import rules
from reportedly.compare.windows import Window, event_window, said_on
from reportedly.compare.wording import gloss, link, voice, whose
from reportedly.compare.world import World
from reportedly.model import Contradiction, HeldClaim
from reportedly.model.claim import SAYING

APART = 10
"""Days within which two meetings of the same parties are taken for one."""

_PARTICIPANT = frozenset({"participant"})
_HELD = SAYING | {"plans", "predicts"}
_NEGATED = frozenset({"negation", "denial"})
_PASSED = 2  # days between a meeting told as held and one called off, from which on they are two
_MOST = 31  # days from which on it is not told when it was


def keys(held: HeldClaim, world: World) -> Iterator[str]:
    """Yield what a meeting is filed under: its text, and those who meet with the days around it."""
    if held.claim.type != "contact" or not (_is_held(held) or calls_off(held)):
        return
    yield held.document
    window = _days(held)
    for party in sorted({world.top(actor) for actor in rules().actors(held.claim, _PARTICIPANT)}):
        for cell in window.cells() if window else ():
            yield f"{party}|{cell}"


def calls_off(held: HeldClaim) -> bool:
    """Say whether a claim says that a meeting was not held, or will not be."""
    claim = held.claim
    if claim.stance == "denies":
        return not held.words or rules().off.search(held.words.casefold()) is not None
    return claim.stance not in SAYING and any(marker.kind in _NEGATED for marker in claim.markers)


def judge(a: HeldClaim, b: HeldClaim, context: Context) -> Contradiction | None:
    """Return a contradiction where one account calls off a meeting that another holds or announces; of one voice it is news."""
    against, held = (a, b) if calls_off(a) else (b, a)
    if not calls_off(against) or not _is_held(held) or voice(a) == voice(b) or not _one_meeting(held, against, context.world):
        return None
    return link("meeting", a, b, f"{whose(held)}: {gloss(held)}. {whose(against)} says that this is not so.")


def _is_held(held: HeldClaim) -> bool:
    return held.claim.stance in _HELD and not any(marker.kind in _NEGATED for marker in held.claim.markers)


def _days(held: HeldClaim) -> Window | None:
    window = event_window(held) or said_on(held)
    return Window(window.begin - APART, window.until + APART) if window and window.days <= _MOST else None


def _one_meeting(held: HeldClaim, against: HeldClaim, world: World) -> bool:
    """Say whether two of the parties are the same; or, in one text where one names none, whether it is the talks told of before."""
    one, other = ({world.top(actor) for actor in rules().actors(each.claim, _PARTICIPANT)} for each in (held, against))
    left, right = _days(held), _days(against)
    if held.claim.stance in SAYING and left is not None and right is not None and abs(left.begin - right.begin) > _PASSED:
        return False  # what took place a week before is not what is called off now
    if held.document != against.document:
        near = left is not None and right is not None and left.shared(right) > APART
        return near and len(one & other) > 1 and _where(held, against, world)
    if one and other:
        return len(one & other) > 1 or (bool(one & other) and min(len(one), len(other)) == 1)
    return held.claim.frame == against.claim.frame == "talks" and _where(held, against, world)


def _where(a: HeldClaim, b: HeldClaim, world: World) -> bool:
    """Say whether the places told may be one."""
    one, other = world.places(a), world.places(b)
    return not (a.claim.places_told and b.claim.places_told) or not one or not other or world.near(one, other)
