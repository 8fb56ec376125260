"""Acts that exclude each other by the table of ``rules.yaml``: a truce kept and broken, a plan accepted and refused."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.compare.context import Context
from reportedly.compare.rules import rules
from reportedly.compare.windows import Window, event_window, said_on
from reportedly.compare.wording import link, voice, whose
from reportedly.compare.world import World
from reportedly.model import Contradiction, HeldClaim
from reportedly.model.claim import SAYING
from reportedly.text import words

TOGETHER = 10
"""Days within which two acts, or the reports of them, are of one matter."""

_PARTY = frozenset({"party", "besieger"})
_MATTER = frozenset({"matter", "agreement", "plan"})
_TELLING = 4  # letters of a word that tells something


def keys(held: HeldClaim, world: World) -> Iterator[str]:
    """Yield what a claim of such an act is filed under: type, and party or document, and days."""
    claim, window = held.claim, _days(held)
    if claim.stance not in SAYING or window is None or f"{claim.type}/{claim.frame}" not in rules().opposed:
        return
    for anchor in sorted({world.top(actor) for actor in rules().actors(claim, _PARTY)} | {held.document}):
        for cell in window.cells():
            yield f"{claim.type}|{anchor}|{cell}"


def judge(a: HeldClaim, b: HeldClaim, context: Context) -> Contradiction | None:
    """Return a contradiction where two acts of one party, on one matter and of one time, exclude each other."""
    one, other = (f"{held.claim.type}/{held.claim.frame}" for held in (a, b))
    kind = rules().opposites.get((one, other))
    if kind is None or (a.document == b.document and voice(a) == voice(b)) or not _one_time(a, b):
        return None
    if not _one_party(a, b, context.world) or not _one_matter(a, b):
        return None
    said = (f"{whose(held)}: {held.claim.gloss.strip().rstrip('.')}" for held in (a, b))
    return link(kind, a, b, f"{'. '.join(said)}.")


def _days(held: HeldClaim) -> Window | None:
    """Return the days of an act, else of the saying of it, with some before them."""
    window = event_window(held) or said_on(held)
    return Window(window.begin - TOGETHER, window.until) if window else None


def _one_time(a: HeldClaim, b: HeldClaim) -> bool:
    one, other = _days(a), _days(b)
    return one is not None and other is not None and max(one.days, other.days) <= 2 * TOGETHER and one.shared(other) > 0


def _one_party(a: HeldClaim, b: HeldClaim, world: World) -> bool:
    """Say whether it is one party's act; of an agreement as a whole, or where none is named, any."""
    one, other = (rules().actors(held.claim, _PARTY) for held in (a, b))
    return world.share_actor(one, other) if one and other else a.document == b.document


def _one_matter(a: HeldClaim, b: HeldClaim) -> bool:
    """Say whether the matters share a telling word; where only one is named, whether both stand in one text of one place."""
    one, other = (_stems(held) for held in (a, b))
    if one and other:
        return bool(one & other)
    return a.document == b.document and a.claim.place_ids == b.claim.place_ids


def _stems(held: HeldClaim) -> set[str]:
    named = (word for role, arg in held.claim.args if role in _MATTER for word in words(arg.name))
    return {word[:5] for word in named if len(word) >= _TELLING}
