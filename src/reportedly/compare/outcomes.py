"""What was said to come, against what is said to have come: told not to be coming and come, or announced and not come."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.compare.context import Context
from reportedly.compare.windows import Window, day_window, event_window, said_on
from reportedly.compare.wording import gloss, link, whose
from reportedly.compare.world import World
from reportedly.model import Contradiction, HeldClaim
from reportedly.model.actor import identity
from reportedly.model.claim import SAYING

REACH = 30
"""Days within which what is to come without a day is to have come."""

_NEGATED = frozenset({"negation"})
_OPEN = frozenset({"condition", "question"})
_ALIKE = {"holds-control": "takes-control"}
_NEVER = "unscorable"
_SUCH = frozenset({"control", "siege", "route", "contact", "compliance", "humanitarian", "movement"})


def keys(held: HeldClaim, world: World) -> Iterator[str]:
    """Yield what a forecast and an outcome are filed under: what is to come, and where, with the days in which it is to."""
    matter, window = _matter(held), _days(held)
    if matter is None or window is None:
        return
    for place in sorted(world.places(held)):
        for cell in window.cells():
            yield f"{matter}|{place}|{cell}"


def foretells(held: HeldClaim) -> bool:
    """Say whether a claim is of what is to come, without a condition; only pairs of one and another claim are looked at."""
    claim = held.claim
    if claim.stance != "predicts" or any(marker.kind in _OPEN for marker in claim.markers):
        return False
    return claim.forecast is None or (claim.forecast.condition is None and claim.forecast.verdict != _NEVER)


def judge(a: HeldClaim, b: HeldClaim, context: Context) -> Contradiction | None:
    """Return a contradiction where what was foretold of a place and its parties is said, in its time, to have come out otherwise."""
    told, came = (a, b) if foretells(a) else (b, a)
    if not foretells(told) or foretells(came) or came.claim.stance not in SAYING | {"denies"}:
        return None
    one, other, said, later = _matter(told), _matter(came), said_on(told), event_window(came)
    if one is None or one != other or said is None or later is None or later.begin < said.until or _negated(told) == _negated(came):
        return None
    window = _days(told)
    if window is None or not window.shared(later) or not (context.world.places(told) & context.world.places(came)):
        return None
    mine, theirs = ({actor for _, arg in held.claim.args if (actor := identity(arg.actor))} for held in (told, came))
    if not mine or not theirs or not context.world.share_actor(mine, theirs):
        return None
    return link("outcome", a, b, f"{whose(told)} on {told.claim.asserted}: {gloss(told)}. {whose(came)}: {gloss(came)}, {later}.")


def _matter(held: HeldClaim) -> str | None:
    """Return what is to come or has come: type and frame, of a forecast those of what it is about."""
    claim = held.claim
    if claim.type == "prediction":
        kind, frame = (claim.about.type, claim.about.frame) if claim.about else ("", "")
    else:
        kind, frame = claim.type, claim.frame
    return f"{kind}/{_ALIKE.get(frame, frame)}" if kind in _SUCH else None


def _negated(held: HeldClaim) -> bool:
    return held.claim.stance == "denies" or any(marker.kind in _NEGATED for marker in held.claim.markers)


def _days(held: HeldClaim) -> Window | None:
    """Return the days in which a forecast is to come true, up to its deadline; of another claim those on which it was so."""
    if not foretells(held):
        return event_window(held)
    said = said_on(held)
    deadline = day_window(held.claim.forecast.deadline) if held.claim.forecast and held.claim.forecast.deadline else None
    return Window(said.begin, max(said.until, deadline.until) if deadline else said.until + REACH) if said else None
