"""What claims of contact tell of a meeting, call or round of talks: who met, when, and whether it is said to come, to be held, or not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.model import Argument
from reportedly.model.claim import SAYING
from reportedly.text import words
from reportedly.track.holding import NOBODY
from reportedly.track.seen import Glass, Seen
from reportedly.track.small import SMALL

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
_FRAMES = {"talks-fail": "without result", "talks-put-off": "put off"}


@dataclass(frozen=True, slots=True)
class Meeting:
    """What one claim tells of one meeting.

    Attributes:
        says: ``planned``, ``held``, ``without result``, ``put off``, ``called off``, ``denied``, ``asked for``, ``supposed`` or
            ``not confirmed``.
        parties: id -> name of those who meet. words: what it is called, without words that every meeting is called by.
        begin, until: days on which it is said to be; of one that is called off or put off, those from that word on.
        places: where it is said to be, as far as its own words tell.
    """

    seen: Seen
    says: str
    parties: tuple[tuple[str, str], ...]
    words: frozenset[str]
    begin: str
    until: str
    places: frozenset[str]

    @property
    def keys(self) -> frozenset[str]:
        """The ids of those who meet."""
        return frozenset(key for key, _ in self.parties)


def meeting(seen: Seen, glass: Glass) -> Meeting | None:
    """Return what a claim tells of a meeting; None where it tells of none, or of somebody who speaks to the press."""
    claim = seen.claim
    if claim.frame not in FRAMES or seen.said > glass.as_of:
        return None
    parties = tuple(dict(_parties(seen)).items())
    if any(glass.kind(key) in _PRESS for key, _ in parties):
        return None
    says = _says(claim.frame, claim.stance)
    begin = (claim.valid.begin or claim.valid.until or seen.said)[:10]
    until = max(begin, (claim.valid.until or begin)[:10])
    if from_the_word(claim.frame, claim.stance):
        begin, until = min(begin, seen.said), OPEN
    named = next((found for role in _NAMES if (found := seen.arg(role))), None)
    places = frozenset(claim.place_ids) if claim.places_told else frozenset[str]()
    return Meeting(seen, says, parties, _own_words(named), begin, until, places)


def from_the_word(frame: str, stance: str) -> bool:
    """Say whether a claim of a frame and stance calls a meeting off or puts it off: it may lie from the day of that word on."""
    return _says(frame, stance) in {"called off", "put off"}


def _says(frame: str, stance: str) -> str:
    if frame in _NOT:
        return _NOT[frame] if stance == "denies" else "supposed"
    return _FRAMES.get(frame, "held") if stance in SAYING else _STANCES.get(stance, "supposed")


def _parties(seen: Seen) -> Iterator[tuple[str, str]]:
    for role, found in seen.claim.args:
        if role.partition("_")[0] in _ROLES and found.name.casefold() not in _SPEAKERS:
            yield found.actor or f"{NOBODY}{found.name.casefold()}", found.name


def _own_words(named: Argument | None) -> frozenset[str]:
    return frozenset(words(named.name)) - _GENERAL if named else frozenset()
