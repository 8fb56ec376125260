"""Control of one place on the same days claimed for different parties."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.compare.context import Context
from reportedly.compare.matters import SAYING, window_of
from reportedly.compare.rules import rules
from reportedly.compare.wording import link, voice, where, whose
from reportedly.compare.world import World
from reportedly.model import Contradiction, HeldClaim


@dataclass(frozen=True, slots=True)
class Holding:
    """Who holds a place (``held``), or holds it no longer, according to a claim."""

    actors: frozenset[str]
    held: bool


def keys(held: HeldClaim, world: World) -> Iterator[str]:
    """Yield what a claim of control is filed under: place and time; none for a town or wider place, which several may share."""
    window = window_of(held)
    if window is None or held.claim.stance not in SAYING or not _holdings(held) or world.is_wide(world.places(held)):
        return
    for place in sorted(world.places(held)):
        for cell in window.cells():
            yield f"{place}|{cell}"


def judge(a: HeldClaim, b: HeldClaim, context: Context) -> Contradiction | None:
    """Return how two claims of control stand to each other: a contradiction, a look-alike, or None where both may hold."""
    left, right = window_of(a), window_of(b)
    if left is None or right is None or not left.shared(right) or context.world.places(a) != context.world.places(b):
        return None
    if not any(_clash(one, other, context.world) for one in _holdings(a) for other in _holdings(b)):
        return None
    why = f"{where(a)}: {_said(a)}, {left}, against {_said(b)}, {right}"
    one_voice = a.document == b.document and voice(a) == voice(b)
    if one_voice and {a.claim.frame, b.claim.frame} != {"holds-control"}:
        return link("control", a, b, f"{why}: one account, in which the place may have changed hands.", look_alike=True)
    return link("internal" if one_voice else "control", a, b, f"{why}.")


def _holdings(held: HeldClaim) -> list[Holding]:
    table, claim = rules(), held.claim
    now = table.actors(claim, table.holder) if claim.frame in table.held | table.lost else frozenset()
    gone = table.actors(claim, table.loser) if claim.frame in table.held | table.lost else frozenset()
    return [Holding(actors, held=state) for actors, state in ((now, True), (gone, False)) if actors]


def _clash(one: Holding, other: Holding, world: World) -> bool:
    """Say whether two holdings exclude each other: different holders, or one party both holding and not."""
    related = world.share_actor(one.actors, other.actors)
    if one.held and other.held:
        return not related
    return one.held != other.held and related


def _said(held: HeldClaim) -> str:
    holding = _holdings(held)[0]
    names = {arg.name for _, arg in held.claim.args if arg.actor in holding.actors}
    verb = "in control" if holding.held else "no longer in control"
    return f"{' and '.join(sorted(names))} {verb} ({whose(held)})"
