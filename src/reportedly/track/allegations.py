"""A register of allegations of abuse: who alleges what of whom, who denies it, what who says to have found. Nothing is adjudicated."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from reportedly.model import Argument
from reportedly.model.claim import SAYING
from reportedly.track.abuse import abuse_rules
from reportedly.track.alleged import ACCUSED, Alleged, alleged, may_allege, tell, what_of
from reportedly.track.answers import Answer, answers
from reportedly.track.seen import Glass, Seen
from reportedly.track.together import incidents
from reportedly.track.track import Track

ALLEGING = SAYING | {"supposes"}
"""Stances in which something is alleged, however firmly."""
STANCES = ALLEGING | {"denies"}
TYPES = ("allegation", "attack")
INQUIRIES = ("investigates", "unconfirmed")
"""Frames of claims that something is looked into, or could not be confirmed."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What the register needs beside the claims.

    Attributes:
        words: id of a claim -> its exact words, None where they were redacted. cues: id -> words by which its speaker is said to speak.
        denials: claim -> claims that comparison found to deny it. one_act: pairs of charges of one act laid at two doors.
        charged_back: charge -> charges of the same by those whom it accuses, against those who make it.
        placed: denials that stand with what they deny, and not alone.
        verifies: an actor's word is one of verification, and of no party.
    """

    words: Mapping[str, str | None] = field(default_factory=dict)
    cues: Mapping[str, str] = field(default_factory=dict)
    denials: Mapping[str, Sequence[Seen]] = field(default_factory=dict)
    one_act: Sequence[tuple[str, str]] = ()
    charged_back: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    verifies: Callable[[str], bool] = field(default=lambda _: False)
    placed: frozenset[str] = frozenset()


NOTHING = Beside()
"""Nothing is known beside the claims."""


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody whom a charge names; ``actor`` is None where the claim has no id for them."""

    actor: str | None
    name: str


@dataclass(frozen=True, slots=True)
class Charge:
    """One allegation as one claim makes it.

    Attributes:
        words: the exact words, None where they were redacted. what: words for what is alleged. by: who alleges it; chain: on whose word,
            from the page inward. found: the speaker is one to verify, and says to have found it. of_own: the accused are of the speaker's
            own side, as the program reads it: seldom what is meant.
        charged_back: claims in which those it accuses accuse its speakers of the same.
    """

    claim: str
    said: str
    begin: str
    last: str
    what: str
    words: str | None
    stance: str
    hedge: str | None
    by: str
    chain: tuple[str, ...]
    accused: tuple[Party, ...]
    victims: tuple[Party, ...]
    found: bool
    of_own: bool
    charged_back: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Incident:
    """Allegations of one place, time and kind of act, with all that answers them.

    Attributes:
        act: class of what is alleged, empty where its words are of none.
        state: ``alleged``; ``denied``, where somebody denies it; ``under verification``, where one who is no party looks into it;
            ``verified, attributed`` and ``verified, not attributed``, where one who is no party says to have found it, and whose doing it
            was, or not whose. It says how far it was looked into, never what is so. A lens that what was found has too few chains for
            leaves that out.
        denied: somebody denies it, whatever its state.
        accused: all who are accused, by any charge: one act may be laid at several doors.
        chains: independent chains behind the charges, at least and at most.
    """

    place: str | None
    name: str
    act: str
    begin: str
    last: str
    as_of: str
    state: str
    denied: bool
    accused: tuple[Party, ...]
    chains: tuple[int, int]
    charges: tuple[Charge, ...]
    answers: tuple[Answer, ...]

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all its claims."""
        return frozenset({each.claim for each in self.charges} | {each.claim for each in self.answers})


def allegations(seen: Iterable[Seen], glass: Glass, beside: Beside = NOTHING) -> Iterator[Incident]:
    """Yield incidents, those last told of first; a denial of what nobody here alleges stands alone."""
    known = dict(enumerate(one for one in seen if glass.sees(one)))
    told = ((number, tell(one, lambda one: beside.words.get(one.claim.id))) for number, one in known.items())
    found = [each for number, brief in told if brief is not None and (each := alleged(number, brief.told)).stance in STANCES]
    inquiries: dict[str, list[Seen]] = defaultdict(list)
    for one in known.values():
        if one.claim.frame in INQUIRIES:
            inquiries[one.held.document].append(one)
    charged = {each.id for each in found if each.stance in ALLEGING}
    placed = beside.placed | {one.claim.id for charge in charged for one in beside.denials.get(charge, ())}  # with what they deny
    groups = (group for group in incidents(found, beside.one_act, glass) if not {each.id for each in group} <= placed)
    rows = [_row(group, known, inquiries, glass, beside) for group in groups]
    yield from sorted(rows, key=lambda row: (row.last, len(row.charges), row.begin, min(row.ids)), reverse=True)


def order(group: Iterable[Alleged], glass: Glass) -> tuple[str, int, str]:
    """Return what incidents are put in order by, as far as it can be told by what is alleged: the last of them first."""
    last = max(date.fromordinal(each.last).isoformat() for each in group)
    return min(last, glass.as_of), sum(each.stance in ALLEGING for each in group), min(each.since for each in group)


def _row(
    group: Sequence[Alleged], known: Mapping[int, Seen], inquiries: Mapping[str, Sequence[Seen]], glass: Glass, beside: Beside
) -> Incident:
    charges = [each for each in group if each.stance in ALLEGING]
    told = [_charge(each, known[each.number], glass, beside) for each in charges]
    denials = [known[each.number] for each in group if each.stance == "denies"]
    denials += [one for each in charges for one in beside.denials.get(each.id, ()) if glass.sees(one)]
    given = answers([(known[each.number], each.act) for each in group], denials, inquiries, beside.words)
    accused = dict.fromkeys(party for each in told for party in each.accused)
    found = [each for each, charge in zip(charges, told, strict=True) if charge.found]
    at = known[next((each for each in group if each.places), group[0]).number].claim
    return Incident(
        at.place_ids[0] if at.place_ids else None,
        at.places[0] if at.places else "",
        next((each.act for each in group if each.act), ""),
        min(each.since for each in group),
        max(glass.last(known[each.number]) for each in group),
        glass.as_of,
        _state(found, known, given, glass, beside.verifies),
        bool(denials),
        tuple(accused),
        glass.chains([known[each.number] for each in charges]) if charges else (0, 0),
        tuple(told),
        given,
    )


def _charge(each: Alleged, seen: Seen, glass: Glass, beside: Beside) -> Charge:
    claim = seen.claim
    speaker = claim.speaker.actor
    accused = tuple(dict.fromkeys(map(_party, seen.args(*ACCUSED))))
    party = speaker is not None and any(one.actor and glass.surely(one.actor, speaker) for one in accused)
    says = abuse_rules().found.search(beside.cues.get(claim.id, "").casefold()) and claim.stance in SAYING
    found = bool(says and each.act) and not claim.own and not claim.hedge and not party and speaker is not None and beside.verifies(speaker)
    victims = tuple(dict.fromkeys(map(_party, seen.args("victims", "target"))))
    back = beside.charged_back.get(claim.id, ())
    return Charge(
        claim.id,
        seen.said,
        seen.begin,
        glass.last(seen),
        what_of(seen),
        beside.words.get(claim.id),
        claim.stance,
        claim.hedge,
        seen.voice,
        claim.chain,
        accused,
        victims,
        found,
        party,
        back,
    )


def _party(argument: Argument) -> Party:
    return Party(argument.actor, argument.name)


def _state(
    found: Sequence[Alleged], known: Mapping[int, Seen], given: Sequence[Answer], glass: Glass, verifies: Callable[[str], bool]
) -> str:
    if found and glass.chains([known[each.number] for each in found])[0] >= glass.need:
        return "verified, attributed" if any(each.accused for each in found) else "verified, not attributed"
    if any(answer.kind == "inquiry" and answer.actor and verifies(answer.actor) for answer in given):
        return "under verification"
    return "denied" if any(answer.kind == "denial" for answer in given) else "alleged"


ALLEGATIONS = Track("allegations", TYPES, allegations, few=("attack", may_allege), tell=tell)
"""Charges of one place, time and kind of act, with what answers them in their texts."""
