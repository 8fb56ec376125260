"""Same matter: claims about one thing, whatever the wording, spelling of places, label of actors or granularity of dates.

Claims are filed under *keys* (what, where or who, when) so that only claims which share one are ever looked at in pairs; see
:mod:`reportedly.compare.blocks`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from reportedly.compare.blocks import pairs
from reportedly.compare.quantities import disjoint, unit_of
from reportedly.compare.windows import Window, event_window, state_window
from reportedly.compare.world import World
from reportedly.model import Argument, Claim, HeldClaim
from reportedly.model.actor import identity
from reportedly.model.claim import SAYING
from reportedly.unionfind import UnionFind

ALIKE = 0.5
"""Share of their days that two claims have in common from which on they are about the same time."""

STATES = frozenset({"control", "siege", "route"})
"""Claim types about a state that lasts, which holds at least on the day on which it is said to."""

_DENYING = frozenset({"denies"})

_NUMBERED = re.compile(r"_\d+$")  # a second filler of a role has a number: attacker_2


def window_of(held: HeldClaim) -> Window | None:
    """Return the days a claim is about, None where they are unknown."""
    return state_window(held) if held.claim.type in STATES else event_window(held)


def matter_keys(held: HeldClaim, world: World) -> Iterator[str]:
    """Yield the keys under which a claim meets others on the same matter: type, place or else actor, time; none where one is unknown."""
    window = window_of(held)
    where = world.places(held) or {actor for _, arg in held.claim.args if (actor := identity(arg.actor))}
    for cell in window.cells() if window else ():
        for place in sorted(where):
            yield f"{held.claim.type}|{place}|{cell}"


def same_matter(a: HeldClaim, b: HeldClaim, world: World) -> bool:
    """Say whether two claims are about one thing: same frame, same places, fillers of the same roles related, days largely shared.

    What they say of it may differ. Claims whose places or days are unknown match only as one proposition.
    """
    if a.claim.proposition == b.claim.proposition:
        return True
    if (a.claim.type, a.claim.frame) != (b.claim.type, b.claim.frame) or world.places(a) != world.places(b):
        return False
    left, right = window_of(a), window_of(b)
    if left is None or right is None or left.alike(right) < ALIKE:
        return False
    actors = _actors(a), _actors(b)
    common = actors[0].keys() & actors[1].keys()
    return (bool(world.places(a)) or bool(common)) and all(world.share_actor(actors[0][role], actors[1][role]) for role in common)


def agree(a: HeldClaim, b: HeldClaim, world: World) -> bool:
    """Say whether two claims say the same thing of the same matter: both for it or both against, no figures that exclude each other."""
    stances = {a.claim.stance, b.claim.stance}
    return (stances <= SAYING or stances <= _DENYING) and same_matter(a, b, world) and not _rival(a.claim, b.claim)


def matters(claims: Sequence[HeldClaim], world: World | None = None) -> list[tuple[str, ...]]:
    """Return groups of claim ids, one per matter, two or more in each; ids in order, groups in order of their first id."""
    relations = world or World()
    sets: UnionFind[str] = UnionFind()
    for first, second in pairs(claims, lambda held: _keys_or_proposition(held, relations)):
        if same_matter(first, second, relations):
            sets.join([first.claim.id, second.claim.id])
    return [tuple(group) for group in sets.groups()]


def _keys_or_proposition(held: HeldClaim, world: World) -> Iterator[str]:
    yield held.claim.proposition
    yield from matter_keys(held, world)


def _actors(held: HeldClaim) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for role, arg in held.claim.args:
        if _is_actor(arg):
            found[_NUMBERED.sub("", role)].add(str(arg.actor))
    return found


def _is_actor(arg: Argument) -> bool:
    return identity(arg.actor) is not None


def _rival(left: Claim, right: Claim) -> bool:
    units = [(figure, unit_of(figure, right)) for figure in right.figures]
    return any(
        disjoint(one, other) for one in left.figures if (unit := unit_of(one, left)) for other, its in units if its and its.key == unit.key
    )
