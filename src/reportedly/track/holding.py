"""What claims of control say of a place: who holds it, who holds it no longer, who is denied to hold it, and that it is divided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reportedly.model.claim import SAYING
from reportedly.text import fold, words
from reportedly.track.seen import Seen

FRAMES = ("takes-control", "holds-control", "share-controlled", "loses-control", "contests-control")
_POINTING = frozenset("the this that entire whole all of same".split())
_TOWNS = frozenset("city town village settlement".split())
_QUARTERS = frozenset("district neighbourhood quarter suburb".split())
_PROVINCES = frozenset("governorate province region".split())
_NOUNS = {
    **dict.fromkeys("city town village settlement hamlet".split(), _TOWNS),
    **dict.fromkeys("district neighbourhood neighborhood quarter suburb".split(), _QUARTERS | _TOWNS),
    **dict.fromkeys("province governorate region".split(), _PROVINCES),
    "country": frozenset({"country"}),
    **{
        noun: frozenset({noun}) for noun in "hill base airport airbase crossing bridge road camp depot academy hospital mill island".split()
    },
}
"""Noun for one place -> kinds of place that it may be said of."""
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
    key, name, part, called, named = where
    if claim.frame == "contests-control":
        if claim.stance in SAYING:
            yield Holding(key, name, "divided", NOBODY, "", seen, part, called, named)
        return
    if claim.frame == "takes-control" and claim.stance == "denies" and seen.arg("controller") is None:
        yield Holding(key, name, "denied", NOBODY, "", seen, part, called, named)  # "it has not fallen": to whom is left open
    lost = claim.frame == "loses-control"
    for role, kind in (("controller", "holds"), ("loser", "lost")):
        for filler in (found for given, found in claim.args if given == role):
            says = kind if claim.stance in SAYING else "denied" if (role == "loser") == lost and not lost else ""
            if says:
                party = filler.actor or f"{NOBODY}{fold(filler.name).casefold()}"
                yield Holding(key, name, says, party, filler.name, seen, part, called, named, claim.frame == "takes-control")


def whole(holding: Holding, kind: str | None) -> Holding:
    """Return a holding without its part, where what is called a part is the place itself told again: "the district" of a district.

    Args:
        holding: what a claim says.
        kind: kind of its place, None where it is not known: then any noun for one place is taken for it.
    """
    told = set(words(holding.words)) - _POINTING
    again = holding.part == holding.words and len(told) == 1 and not told.isdisjoint(_NOUNS)
    return replace(holding, part=None) if again and (kind is None or kind in _NOUNS[told.pop()]) else holding


def _place(seen: Seen) -> tuple[str, str, str | None, str, bool] | None:
    """Return key and name of the place, the words for a part of it, the claim's words for it, and whether these name it."""
    told, claim = seen.arg("place"), seen.claim
    part = seen.arg("part")
    if told is None:
        return None
    if told.place:
        of = _share(seen) or (part.name if part else None)
        return told.place, told.name, of, told.name, True
    if not claim.place_ids or not claim.places_told:
        return None
    return claim.place_ids[0], claim.places[0] if claim.places else claim.place_ids[0], told.name, told.name, False


def _share(seen: Seen) -> str | None:
    """Return a share of the place that a figure tells, in percent."""
    found = next((figure for figure in seen.claim.figures if figure.unit == "percent"), None)
    return None if found is None or found.value is None else f"{found.op if found.op != '=' else ''}{found.value:g} percent"
