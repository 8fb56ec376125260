"""What a sentence lost on the way: a hedge that one telling of a claim has and another of the same speaker has not."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.compare.context import Context
from reportedly.compare.matters import matter_keys, same_matter
from reportedly.compare.rules import rules
from reportedly.compare.wording import link, voice, whose
from reportedly.compare.world import World
from reportedly.model import Contradiction, HeldClaim
from reportedly.model.claim import SAYING

LIKE = 0.65
"""Share of telling words that two tellings of one claim have in common."""


def keys(held: HeldClaim, world: World) -> Iterator[str]:
    """Yield what a claim is filed under: who says it, and what, where and when."""
    if held.claim.stance in SAYING and not held.claim.speaker.anonymous and held.claim.type != "statement":
        yield from (f"{voice(held)}|{key}" for key in matter_keys(held, world))


def judge(a: HeldClaim, b: HeldClaim, context: Context) -> Contradiction | None:
    """Return a lost hedge: one speaker, the same said of the same in like words, hedged once and once not."""
    plain, hedged = (a, b) if b.claim.hedge else (b, a)
    if a.claim.own and a.document != b.document:
        return None
    if not hedged.claim.hedge or plain.claim.hedge or voice(a) != voice(b) or not same_matter(a, b, context.world):
        return None
    one, other = context.scene(plain), context.scene(hedged)
    if one.sentence == other.sentence or one.alike(other) < LIKE or rules().hedged.search(one.sentence):
        return None
    return link("hedge", a, b, f"“{hedged.claim.hedge}” ({whose(hedged)}) is not said again ({whose(plain)}).")
