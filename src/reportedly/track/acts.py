"""Acts of parties as claims tell them: whose they are, for what or against it, and by whose word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from reportedly.model import Argument
from reportedly.model.claim import SAYING
from reportedly.track.holding import NOBODY
from reportedly.track.seen import Glass, Seen

_SPEAKER = frozenset({"i", "we", "us"})


@dataclass(frozen=True, slots=True)
class Act:
    """One act as one claim tells it: its day, what it is, whether the party says so itself, how firmly, and on whose word."""

    day: str
    act: str
    own: bool
    stance: str
    by: str
    claim: str

    @property
    def words(self) -> str:
        """What was done, in words; of what is denied, that it is."""
        return f"denied: {self.act}" if self.stance == "denies" else self.act


class Told(NamedTuple):
    """An act, the claim that tells it, and its sign: 1 for its matter, -1 against it, 0 neither."""

    act: Act
    seen: Seen
    sign: int


class Words(NamedTuple):
    """The newest acts that take a side, by the party's own word and by that of others, and the claims that agree with the last of all."""

    own: Told | None
    others: Told | None
    behind: list[Seen]

    @property
    def signs(self) -> set[int]:
        """The sides that the two take."""
        return {side.sign for side in (self.own, self.others) if side}

    @property
    def told(self) -> tuple[str | None, str | None]:
        """The two acts in words."""
        own, others = (side.act.words if side else None for side in (self.own, self.others))
        return own, others


def parties(seen: Seen, *roles: str) -> Iterator[Argument]:
    """Yield the parties whose act a claim tells; "we" is whoever says so."""
    speaker = seen.claim.speaker
    for party in seen.args(*roles):
        if party.actor is None and party.name.casefold() in _SPEAKER:
            yield replace(party, actor=None if seen.claim.own else speaker.actor, name=seen.voice)
        else:
            yield party


def party_key(party: Argument) -> str:
    """Return what two tellings of one party share."""
    return party.actor or f"{NOBODY}{party.name.casefold()}"


def told(seen: Seen, party: Argument, side: int, name: str, glass: Glass) -> Told:
    """Return the act of a party that a claim tells.

    It is the party's own word only where the speaker is of its side for sure: one who speaks for somebody or other of a kind may be
    anybody, and a word that is nobody's in particular replaces no word of a party.

    Args:
        seen: the claim.
        party: whose act it is.
        side: sign of the act, where it is not denied.
        name: of the act.
        glass: who is of whose side.
    """
    claim = seen.claim
    speaker = claim.speaker.actor
    same = speaker is not None and party.actor is not None and glass.surely(speaker, party.actor)
    own = party.name == seen.voice or (not claim.own and same)
    sign = side if claim.stance in SAYING else -side if claim.stance == "denies" else 0
    return Told(Act(seen.begin, name, own, claim.stance, seen.voice, claim.id), seen, sign)


def words_of(acts: Sequence[Told]) -> Words:
    """Return the newest of both words among acts that stand in the order of their days."""
    sided = [each for each in acts if each.sign]
    own, others = (next((each for each in reversed(sided) if each.act.own is mine), None) for mine in (True, False))
    return Words(own, others, [each.seen for each in sided if each.sign == sided[-1].sign])
