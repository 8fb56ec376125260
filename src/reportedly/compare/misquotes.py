"""Words of one speaker that two texts quote, and that differ in a number, a party, a "not", or in what a share is a share of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from reportedly.compare.context import Context
from reportedly.compare.quantities import denominator_of, disjoint, shown, unit_of
from reportedly.compare.rules import rules
from reportedly.compare.windows import said_on
from reportedly.compare.wording import link, quoted, voice, whose
from reportedly.compare.world import World
from reportedly.model import Contradiction, HeldClaim

LIKE = 0.8
"""Share of telling words that two quotations of one saying have in common."""

TOGETHER = 3
"""Days within which two texts quote one saying."""

_NOT = re.compile(r"\b(?:not|never|no|none|nobody|neither|nor|without)\b|n['’]t\b")


def keys(held: HeldClaim, world: World) -> Iterator[str]:
    """Yield what a quotation, or a share that somebody tells, is filed under: whose it is, and the days around it."""
    said = said_on(held)
    if said is None or held.claim.own or held.claim.speaker.anonymous or not (quoted(held) or _share(held)):
        return
    del world
    for day in range(said.begin - TOGETHER, said.until + TOGETHER + 1):
        yield f"{voice(held)}|{day}"


def judge(a: HeldClaim, b: HeldClaim, context: Context) -> Contradiction | None:
    """Return a contradiction where two texts give one speaker's words otherwise."""
    one, other = said_on(a), said_on(b)
    if a.document == b.document or voice(a) != voice(b) or a.claim.own or b.claim.own:
        return None
    if one is None or other is None or abs(one.begin - other.begin) > TOGETHER:
        return None
    return _share_of_another_whole(a, b, context) or _misquoted(a, b, context)


def _share(held: HeldClaim) -> bool:
    return any(figure.denominator for figure in held.claim.figures)


def _share_of_another_whole(a: HeldClaim, b: HeldClaim, context: Context) -> Contradiction | None:
    if not context.world.near(context.world.places(a), context.world.places(b)):
        return None
    for one, other in product(a.claim.figures, b.claim.figures):
        left, right = denominator_of(one), denominator_of(other)
        if left and right and not left & right and one.value is not None and (one.value, one.unit) == (other.value, other.unit):
            return link("denominator", a, b, f"{whose(a)}: {shown(one)}. {whose(b)}: {shown(other)}. One number, of another whole.")
    return None


def _misquoted(a: HeldClaim, b: HeldClaim, context: Context) -> Contradiction | None:
    left, right = context.scene(a), context.scene(b)
    if not (quoted(a) and quoted(b)) or left.alike(right) < LIKE or left.sentence == right.sentence:
        return None
    if bool(_NOT.search(a.words.casefold())) != bool(_NOT.search(b.words.casefold())):
        return link("denial", a, b, f"The words of {whose(a)} hold a negation in one of two texts that quote them, and none in the other.")
    if (a.claim.type, a.claim.frame) != (b.claim.type, b.claim.frame):
        return None
    for one, other in product(a.claim.figures[:1], b.claim.figures[:1]):
        units = unit_of(one, a.claim), unit_of(other, b.claim)
        if units[0] and units[1] and units[0].key == units[1].key and disjoint(one, other):
            return link("figure", a, b, f"One saying, {shown(one)} as {whose(a)} is quoted, {shown(other)} as {whose(b)} is.")
    doers = [rules().actors(held.claim, rules().doer | rules().holder) for held in (a, b)]
    if all(doers) and not context.world.share_actor(*doers):
        return link("cause", a, b, f"One saying of {whose(a)}, quoted with another doer in {b.publisher or b.path}.")
    return None
