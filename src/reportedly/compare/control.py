"""Control of one place on the same days claimed for different parties."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.compare.context import Context
from reportedly.compare.matters import window_of
from reportedly.compare.rules import rules
from reportedly.compare.windows import Window
from reportedly.compare.wording import link, voice, where, whose
from reportedly.compare.world import World
from reportedly.model import Contradiction, HeldClaim
from reportedly.model.actor import is_provisional
from reportedly.model.claim import SAYING

_LONG = 31  # days from which on it is not told when a place was held
_SOON = 3  # days after a place was taken on which nobody else can still hold it
_NEAR = 40  # characters before a claim's words in which its verb may stand
_ATTACKS = frozenset({"attacks", "attempts"})
_TAKING = frozenset({"takes-control"})


@dataclass(frozen=True, slots=True)
class Holding:
    """Who holds a place (``held``), or holds it no longer, according to a claim."""

    actors: frozenset[str]
    held: bool


def keys(held: HeldClaim, world: World) -> Iterator[str]:
    """Yield what a claim of control is filed under: place and time; none for a town or wider place, which several may share."""
    window = window_of(held)
    if window is None or held.claim.stance not in SAYING or not _holdings(held) or not _placed(held, world):
        return
    if held.claim.frame in _TAKING:
        window = Window(window.begin, window.until + _SOON)  # meets those who are said to hold it still
    for place in sorted(narrow(held, world)):
        for cell in window.cells():
            yield f"{place}|{cell}"


def narrow(held: HeldClaim, world: World) -> frozenset[str]:
    """Return the places of a claim that one party holds at a time, towns and wider places left out."""
    return frozenset(place for place in world.places(held) if not world.is_wide([place]))


def judge(a: HeldClaim, b: HeldClaim, context: Context) -> Contradiction | None:
    """Return how two claims of control stand to each other: a contradiction, a look-alike, or None where both may hold."""
    left, right = window_of(a), window_of(b)
    if left is None or right is None or max(left.days, right.days) > _LONG:
        return None
    if not left.shared(right) and not (_held_still(a, left, b, right) or _held_still(b, right, a, left)):
        return None
    if not narrow(a, context.world) & narrow(b, context.world):
        return None
    clashes = [(one, other) for one in _holdings(a) for other in _holdings(b) if _clash(one, other, context.world)]
    if not any(one.held == other.held or not _left_after(one, left, right) for one, other in clashes):
        return None
    why = f"{where(a)}: {_said(a)}, {left}, against {_said(b)}, {right}"
    one_voice = a.document == b.document and voice(a) == voice(b)
    if one_voice and {a.claim.frame, b.claim.frame} != {"holds-control"}:
        return link("control", a, b, f"{why}: one account, in which the place may have changed hands.", look_alike=True)
    return link("internal" if one_voice else "control", a, b, f"{why}.")


def _left_after(one: Holding, left: Window, right: Window) -> bool:
    """Say whether a place may have been held on the days that the one claim tells, and left on later ones that the other tells."""
    kept, gone = (left, right) if one.held else (right, left)
    return gone.begin >= kept.begin and gone.until > kept.until


def _held_still(taken: HeldClaim, then: Window, kept: HeldClaim, now: Window) -> bool:
    """Say whether one claim has a place taken some days before another says that somebody "remains" or "still is" in control of it."""
    if taken.claim.frame not in _TAKING or kept.claim.frame in _TAKING or voice(taken) == voice(kept):
        return False
    return 0 < now.begin - then.until <= _SOON and rules().still.search(kept.words.casefold()) is not None


def _holdings(held: HeldClaim) -> list[Holding]:
    table, claim = rules(), held.claim
    words = f"{held.before[-_NEAR:]}{held.words}".casefold()
    now = table.actors(claim, table.holder) if claim.frame in table.held | table.lost else frozenset()
    gone = table.actors(claim, table.loser) if claim.frame in table.lost else frozenset()
    if claim.frame in _TAKING and table.intended.search(words):
        now = frozenset()  # "an offensive to capture it" took nothing
    if claim.frame in _ATTACKS and table.foiled.search(words):
        now = table.actors(claim, table.patient)  # whose attack came to nothing did not take the place
    found = ((frozenset(actor for actor in actors if not is_provisional(actor)), state) for actors, state in ((now, True), (gone, False)))
    return [Holding(actors, held=state) for actors, state in found if actors]


def _placed(held: HeldClaim, world: World) -> bool:
    """Say whether it is the place itself that is held, and not "the last road" into a wider part of a town."""
    named = [arg for role, arg in held.claim.args if role == "place"]
    wider = any(world.kinds.get(place) == "area" for place in world.places(held))
    return not wider or not named or any(arg.place for arg in named)


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
