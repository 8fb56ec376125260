"""Charge and counter-charge: one act laid at two doors, or two parties that accuse each other of the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.compare.answers import placed, slack_window
from reportedly.compare.blocks import GUEST
from reportedly.compare.context import Context
from reportedly.compare.denials import accused
from reportedly.compare.rules import rules
from reportedly.compare.scene import EVERYDAY
from reportedly.compare.wording import link, whose
from reportedly.compare.world import World
from reportedly.model import Contradiction, HeldClaim
from reportedly.model.actor import is_provisional
from reportedly.model.claim import SAYING

_CHARGES = frozenset({"accuses", "alleged-abuse", "forbidden-means", "judges"})
_ABOUT = frozenset({"about"})
_NEAR = 800  # characters within which two charges of one text are about one act, if by a means of every day


@dataclass(frozen=True, slots=True)
class Charge:
    """Who is charged, and who charges them."""

    accused: frozenset[str]
    accusers: frozenset[str]


def keys(held: HeldClaim, world: World) -> Iterator[str]:
    """Yield what a charge is filed under: days and both sides of it, so that it meets those in which one side is on the other's."""
    charge, window = charge_of(held), slack_window(held)
    if charge is None or window is None:
        return
    for party in sorted({world.top(actor) for actor in charge.accused | charge.accusers}):
        for cell in window.cells():
            yield f"{party}|{cell.removesuffix(GUEST)}"


def judge(a: HeldClaim, b: HeldClaim, context: Context) -> Contradiction | None:
    """Return a contradiction where the accused of one charge lays the same act at another door."""
    one, other = charge_of(a), charge_of(b)
    if one is None or other is None or context.world.share_actor(one.accused, other.accused):
        return None
    there, back = (context.world.share_actor(left.accusers, right.accused) for left, right in ((one, other), (other, one)))
    if not (there or back) or not _one_act(a, b, context):
        return None
    why = f"{whose(a)}: {_gloss(a)}. {whose(b)}: {_gloss(b)}."
    return link("mirror" if there and back else "cause", a, b, why)


def charge_of(held: HeldClaim) -> Charge | None:
    """Return the charge that a claim makes, None where it makes none or where it is not known against whom or by whom."""
    claim, table = held.claim, rules()
    if claim.stance not in SAYING:
        return None
    accusers = table.actors(claim, table.accuser) | ({claim.speaker.actor} if claim.speaker.actor else set())
    blamed = accused(held)
    if claim.frame not in _CHARGES:
        if claim.type == "statement" or not table.charge.search(held.words.casefold()):
            return None
        blamed = blamed or table.actors(claim, _ABOUT)
    known = frozenset(actor for actor in blamed - accusers if not is_provisional(actor))
    return Charge(known, accusers - known) if known and accusers - known else None


def _one_act(a: HeldClaim, b: HeldClaim, context: Context) -> bool:
    """Say whether two charges are about one act: a topic in common, and in one text close to each other, in two of one place."""
    shared = context.topics(a) & context.topics(b)
    if a.document == b.document:
        shared |= context.topics_around(a) & context.topics_around(b)
        return bool(shared - EVERYDAY) or (bool(shared) and abs(a.claim.start - b.claim.start) <= _NEAR)
    there = placed(a, b, context.world, same=False) or placed(b, a, context.world, same=False)
    return bool(shared - EVERYDAY) and there


def _gloss(held: HeldClaim) -> str:
    return held.claim.gloss.strip().rstrip(".")
