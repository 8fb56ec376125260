"""What claims of contact tell of a meeting, call or round of talks: who met, when, and whether it is said to come, to be held, or not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from reportedly.model import Argument
from reportedly.model.claim import SAYING
from reportedly.text import words
from reportedly.track.holding import NOBODY
from reportedly.track.seen import Glass, Seen
from reportedly.track.small import SMALL
from reportedly.track.track import Brief

FRAMES = ("meets", "talks", "talks-called-off", "talks-fail", "talks-put-off", "discusses", "convenes")
OPEN = "9999-12-31"
"""The last day on which a meeting may lie that is called off or put off."""
_ROLES = ("participant", "convenor")
_NAMES = ("talks", "forum")
_PRESS = frozenset({"outlet", "agency"})
_GENERAL = SMALL | frozenset(
    "several previous next last first new recent another round rounds "
    "talk talks meeting meetings conference summit session sessions visit call conversation discussions negotiations emergency".split()
)
_SPEAKERS = frozenset({"i", "we", "us", "it", "he", "she", "they", "who"})
_STANCES = {
    "plans": "planned",
    "predicts": "planned",
    "demands": "asked for",
    "denies": "denied",
    "supposes": "supposed",
    "cannot-confirm": "not confirmed",
}
_NOT = {"talks-called-off": "called off"}
"""Frames of which what is denied is that the talks are held."""
_FROM_THE_WORD = frozenset({"called off", "put off"})
"""What is called off or put off may lie from the day of that word on."""
_FRAMES = {"talks-fail": "without result", "talks-put-off": "put off"}


class Meeting(NamedTuple):
    """What one claim tells of one meeting, in so few words that it is kept beside the claim.

    Attributes:
        number: of the claim. id: of the claim. page: the document that it stands in. voice: actor who says so, None for the page itself.
        said: day on which it was said.
        says: ``planned``, ``held``, ``without result``, ``put off``, ``called off``, ``denied``, ``asked for``, ``supposed`` or
            ``not confirmed``.
        keys: ids of those who meet. words: what it is called, without words that every meeting is called by.
        begin, until: days on which it is said to be; of one that is called off or put off, those from that word on.
        places: where it is said to be, as far as its own words tell.
    """

    number: int
    id: str
    page: str
    voice: str | None
    said: str
    says: str
    keys: tuple[str, ...]
    words: frozenset[str]
    begin: str
    until: str
    places: frozenset[str]


def tell(seen: Seen, _words: object = None) -> Brief | None:
    """Return what a claim tells of a meeting; None where it tells of none."""
    claim = seen.claim
    if claim.frame not in FRAMES:
        return None
    says = _says(claim.frame, claim.stance)
    begin = (claim.valid.begin or claim.valid.until or seen.said)[:10]
    until = max(begin, (claim.valid.until or begin)[:10])
    if says in _FROM_THE_WORD:
        begin, until = min(begin, seen.said), OPEN
    named = next((found for role in _NAMES if (found := seen.arg(role))), None)
    places = sorted(set(claim.place_ids)) if claim.places_told else []
    voice = None if claim.own else claim.speaker.actor
    keys = list(dict(parties(seen)))
    return Brief(seen.said, [claim.id, seen.held.document, voice, seen.said, says, keys, sorted(_own_words(named)), begin, until, places])


def meeting(number: int, told: Sequence[Any], glass: Glass) -> Meeting | None:
    """Return what is told of a meeting; None where it is said later than on the day looked from, or of somebody who speaks to the press."""
    key, page, voice, said, says, keys, called, begin, until, places = told
    if said > glass.as_of or any(glass.kind(each) in _PRESS for each in keys):
        return None
    return Meeting(number, key, page, voice, said, says, tuple(keys), frozenset(called), begin, until, frozenset(places))


def _says(frame: str, stance: str) -> str:
    if frame in _NOT:
        return _NOT[frame] if stance == "denies" else "supposed"
    return _FRAMES.get(frame, "held") if stance in SAYING else _STANCES.get(stance, "supposed")


def parties(seen: Seen) -> Iterator[tuple[str, str]]:
    """Yield the ids and the names of those who meet."""
    for role, found in seen.claim.args:
        if role.partition("_")[0] in _ROLES and found.name.casefold() not in _SPEAKERS:
            yield found.actor or f"{NOBODY}{found.name.casefold()}", found.name


def _own_words(named: Argument | None) -> frozenset[str]:
    return frozenset(words(named.name)) - _GENERAL if named else frozenset()
