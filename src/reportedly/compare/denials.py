"""A denial and the claim that it denies."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from reportedly.compare.context import Context
from reportedly.compare.matters import SAYING
from reportedly.compare.windows import Window, event_window, said_on
from reportedly.compare.wording import link, whose
from reportedly.compare.world import World
from reportedly.model import Contradiction, HeldClaim
from reportedly.model.actor import identity

BEFORE = 14
"""Days before a denial within which what it denies was said or happened, where the denial names no day."""

SOON = 3
"""The same, where it does not say what it denies either."""

_MONTH = 30
_SPEECH = frozenset({"denial", "prediction", "statement"})
_ANY = ""  # stands for what is denied where the denial does not say
_ACCUSING = frozenset({"allegation", "attack", "casualty", "movement", "siege", "support"})


def keys(held: HeldClaim, world: World) -> Iterator[str]:
    """Yield what a claim is filed under as a denial or as something that may be denied: type, place or actor, month."""
    target, window = _target(held), _window(held)
    if window is None or (target is None and not _deniable(held)):
        return
    subjects = [target[0]] if target else [held.claim.type, _ANY] if held.claim.type in _ACCUSING else [held.claim.type]
    anchors = world.places(held) | {world.top(actor) for actor in _actors(held) | _speakers(held)}
    for subject, anchor in product(subjects, sorted(anchors)):
        for month in range(window.begin // _MONTH, window.until // _MONTH + 1):
            yield f"{subject}|{anchor}|{month}"


def denies(held: HeldClaim) -> bool:
    """Say whether a claim denies something; only pairs of a denial and another claim are looked at."""
    return _target(held) is not None


def judge(a: HeldClaim, b: HeldClaim, context: Context) -> Contradiction | None:
    """Return a contradiction where one of the two denies what the other says, else None."""
    denial, assertion = (a, b) if denies(a) else (b, a)
    target = _target(denial)
    if target is None or not _deniable(assertion) or not _meets(denial, target, assertion, context.world):
        return None
    said = assertion.claim.gloss.strip().rstrip(".")
    return link("denial", a, b, f"{whose(assertion)}: {said}. Denied by {whose(denial)}.")


def _target(held: HeldClaim) -> tuple[str, str] | None:
    """Return type and frame of what a claim denies, both empty where it does not say; None where it denies nothing."""
    claim = held.claim
    if claim.stance != "denies" and (claim.type != "denial" or claim.stance not in SAYING):
        return None
    if claim.about:
        return claim.about.type, claim.about.frame
    return (_ANY, _ANY) if claim.type == "denial" else (claim.type, claim.frame)


def _deniable(held: HeldClaim) -> bool:
    return held.claim.stance in SAYING and held.claim.type not in _SPEECH


def _meets(denial: HeldClaim, target: tuple[str, str], assertion: HeldClaim, world: World) -> bool:
    """Say whether an assertion is what is denied: same type and time, nothing against it, and a party or else an incident in common."""
    denied, said = _window(denial), _window(assertion)
    if denied is None or said is None or not denied.shared(said) or target[0] not in {_ANY, assertion.claim.type}:
        return False
    places, others = world.places(denial), world.places(assertion)
    near, accused, named = world.near(places, others), _actors(assertion), _actors(denial)
    if (places and others and not near) or (named and accused and not world.share_actor(named, accused)):
        return False
    if denied.days > _MONTH or not _within(BEFORE, denial, assertion):
        return False
    same_frame, wide = target[1] == assertion.claim.frame, world.is_wide(places | others)
    # a denial that does not say of what answers only a charge against the one who denies
    parties = _speakers(denial) if target[0] == _ANY else named | _speakers(denial)
    if world.share_actor(parties, accused):
        return same_frame or (near and (not wide or _within(SOON, denial, assertion)))
    return same_frame and near and event_window(denial) is not None and not wide


def _within(days: int, denial: HeldClaim, assertion: HeldClaim) -> bool:
    """Say whether the two were said within so many days of each other; unknown days stand in nobody's way."""
    one, other = said_on(denial), said_on(assertion)
    return one is None or other is None or abs(one.begin - other.begin) <= days


def _window(held: HeldClaim) -> Window | None:
    window, said, target = event_window(held), said_on(held), _target(held)
    if window is not None or said is None or target is None:
        return window or said
    return Window(said.begin - (SOON if target[0] == _ANY else BEFORE), said.until)


def _actors(held: HeldClaim) -> set[str]:
    return {actor for _, arg in held.claim.args if (actor := identity(arg.actor))}


def _speakers(held: HeldClaim) -> set[str]:
    return {held.claim.speaker.actor} if held.claim.speaker.actor else set()
