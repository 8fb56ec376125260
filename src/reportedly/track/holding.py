"""What claims of control say of a place: who holds it, who holds it no longer, who is denied to hold it, and that it is divided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.model.claim import SAYING
from reportedly.text import fold
from reportedly.track.seen import Seen

FRAMES = ("takes-control", "holds-control", "share-controlled", "loses-control", "contests-control")
NOBODY = "name:"
"""The party of a claim that names none."""


@dataclass(frozen=True, slots=True)
class Holding:
    """One party and one place of one claim.

    Attributes:
        kind: ``holds``, ``lost``, ``denied`` or ``divided``. part: words for the part of the place, None for all of it.
        words: what the claim calls the place. named: the claim's own words are of this place, and not of a part in it.
        taken: the place came to the party then.
    """

    place: str
    name: str
    kind: str
    party: str
    party_name: str
    seen: Seen
    part: str | None = None
    words: str = ""
    named: bool = True
    taken: bool = False


def holdings(seen: Seen) -> Iterator[Holding]:
    """Yield what a claim says of who holds a place; nothing where it says neither that it is so nor that it is not."""
    claim, where = seen.claim, _place(seen)
    if where is None or claim.frame not in FRAMES or claim.stance not in SAYING | {"denies"}:
        return
    key, name, part, words, named = where
    if claim.frame == "contests-control":
        if claim.stance in SAYING:
            yield Holding(key, name, "divided", NOBODY, "", seen, part, words, named)
        return
    lost = claim.frame == "loses-control"
    for role, kind in (("controller", "holds"), ("loser", "lost")):
        for filler in (found for given, found in claim.args if given == role):
            says = kind if claim.stance in SAYING else "denied" if (role == "loser") == lost and not lost else ""
            if says:
                party = filler.actor or f"{NOBODY}{fold(filler.name).casefold()}"
                yield Holding(key, name, says, party, filler.name, seen, part, words, named, claim.frame == "takes-control")


def _place(seen: Seen) -> tuple[str, str, str | None, str, bool] | None:
    """Return key and name of the place, the words for a part of it, the claim's words for it, and whether these name it."""
    told, claim = seen.arg("place"), seen.claim
    part = seen.arg("part")
    if told is None:
        return None
    if told.place:
        words = _share(seen) or (part.name if part else None)
        return told.place, told.name, words, told.name, True
    if not claim.place_ids or not claim.places_told:
        return None
    return claim.place_ids[0], claim.places[0] if claim.places else claim.place_ids[0], told.name, told.name, False


def _share(seen: Seen) -> str | None:
    """Return a share of the place that a figure tells, in percent."""
    found = next((figure for figure in seen.claim.figures if figure.unit == "percent"), None)
    return None if found is None or found.value is None else f"{found.op if found.op != '=' else ''}{found.value:g} percent"
