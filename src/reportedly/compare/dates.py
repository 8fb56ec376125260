"""One event told for two days that exclude each other: a town taken, a truce begun, so many killed in one place."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.compare.context import Context
from reportedly.compare.incidents import one_house
from reportedly.compare.quantities import unit_of
from reportedly.compare.rules import rules
from reportedly.compare.windows import Window, event_window, said_on
from reportedly.compare.wording import link, where, whose
from reportedly.compare.world import World
from reportedly.model import Contradiction, HeldClaim
from reportedly.model.claim import SAYING

APART = 7
"""Days up to which two days told are taken for days of one event; of two months told, those that follow each other."""

_EVENT, _LEAST, _MONTH = 2, 27, 31  # days that a day has at most, and a month
_LIKE, _SAME = 0.45, 0.65  # shares of telling words in common
_FEW = 4  # a toll of fewer is told of many incidents
_ONCE = frozenset({"control/takes-control", "control/loses-control", "compliance/in-force", "compliance/collapses", "contact/meets"})
_TOLLS = frozenset({"casualty/killed", "casualty/injured", "casualty/death-toll"})


def keys(held: HeldClaim, world: World) -> Iterator[str]:
    """Yield what an event is filed under: frame, place and, of a toll, the number; days with some around them."""
    window, frame = _window(held, world), _frame(held)
    if window is None:
        return
    wide = Window(window.begin - APART, window.until + APART)
    for place in sorted(world.places(held)):
        for cell in wide.cells():
            yield f"{frame}|{place}|{_number(held) if frame in _TOLLS else ''}|{cell}"


def judge(a: HeldClaim, b: HeldClaim, context: Context) -> Contradiction | None:
    """Return a contradiction where two reports of one event name different days for it."""
    one, other = _window(a, context.world), _window(b, context.world)
    if one is None or other is None or _frame(a) != _frame(b) or one_house(a, b) or one.shared(other):
        return None
    gap = max(one.begin, other.begin) - min(one.until, other.until) - 1
    if gap > APART - 1 or (one.days > _EVENT) != (other.days > _EVENT) or not _one_event(a, b, context):
        return None
    return link("date", a, b, f"{where(a) or where(b)}: {one} ({whose(a)}) against {other} ({whose(b)}), of what reads as one event.")


def _frame(held: HeldClaim) -> str:
    return f"{held.claim.type}/{held.claim.frame}"


def _window(held: HeldClaim, world: World) -> Window | None:
    """Return the day, or the month, that a claim's own sentence names for such an event; None where it names none."""
    frame, claim = _frame(held), held.claim
    if claim.stance not in SAYING or frame not in _ONCE | _TOLLS or (frame in _TOLLS and _number(held) is None):
        return None
    if (frame.startswith("control") and world.is_wide(world.places(held))) or not rules().dated.search(held.words.casefold()):
        return None
    window, said = event_window(held) if claim.valid.begin is not None else None, said_on(held)
    if window is None or (said is not None and window.begin > said.until):
        return None  # a day to come is no day on which something happened
    return window if window.days <= _EVENT or _LEAST < window.days <= _MONTH else None


def _number(held: HeldClaim) -> float | None:
    figure = held.claim.figures[0] if held.claim.figures else None
    return figure.value if figure and figure.value is not None and figure.value >= _FEW else None


def _one_event(a: HeldClaim, b: HeldClaim, context: Context) -> bool:
    """Say whether place, doers, numbers and words speak for one event."""
    world, table = context.world, rules()
    one, other = (table.actors(held.claim, table.doer | table.holder | table.loser) for held in (a, b))
    if world.places(a) != world.places(b) or (one and other and not world.share_actor(one, other)):
        return False
    left, right = context.scene(a), context.scene(b)
    if left.another or right.another or left.aside or right.aside or left.habit or right.habit:
        return False
    if left.means and right.means and not left.means & right.means:
        return False
    alike = left.alike(right)
    if _frame(a) in _TOLLS:
        units = [unit_of(held.claim.figures[0], held.claim) for held in (a, b)]
        same = units[0] is not None and units[1] is not None and units[0].key == units[1].key and _number(a) == _number(b)
        return same and (alike >= _SAME or (alike >= _LIKE and not world.is_wide(world.places(a))))
    return alike >= _LIKE and bool((one and other) or alike >= _SAME)
