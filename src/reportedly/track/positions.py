"""What parties are said to have done about a matter, act by act: their own word against what others say of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reportedly.model import Argument
from reportedly.model.claim import SAYING
from reportedly.text import words
from reportedly.track.holding import NOBODY
from reportedly.track.seen import Glass, Seen, ids
from reportedly.track.track import Track

ACTS = {
    **dict.fromkeys(("accepts", "signs", "ready", "backs", "confirms"), 1),
    **dict.fromkeys(("rejects", "refuses", "backtracks", "walks-away", "withdraws-from", "suspends", "condemns", "threatens"), -1),
    **dict.fromkeys(
        ("calls-on", "conditions", "does-not-confirm", "acknowledges-indirectly", "declines-comment", "warns", "wants", "replies"), 0
    ),
}
"""Frame -> for its matter, against it, or neither."""
_NAMES = {"calls-on": "demands", "withdraws-from": "withdraws"}
_SPEAKER = frozenset({"i", "we", "us"})
_EMPTY = frozenset("a an the this that these those any such its their his her it which what them they all".split())


@dataclass(frozen=True, slots=True)
class Act:
    """One act as one claim tells it: its day, what it is, whether the party says so itself, how firmly, and on whose word."""

    day: str
    act: str
    own: bool
    stance: str
    by: str
    claim: str


@dataclass(frozen=True, slots=True)
class Position:
    """A party and a matter, with its acts in the order of their days.

    Attributes:
        actor: id of the party, None where no claim has one. matter: the claims' words for it, the newest; empty where they tell none.
        own, others: the newest act that is for or against it: by the party's own word, and by that of others; None where there is none.
        state: ``differ`` where the two are of different signs, ``agree``, ``own word``, ``others' word``, ``no side taken``,
            ``matter not stated``, which may be several, or ``unknown`` where too few chains stand behind the newest for the lens.
        chains: independent chains behind the newest act, at least and at most.
    """

    actor: str | None
    party: str
    matter: str
    as_of: str
    state: str
    own: str | None
    others: str | None
    chains: tuple[int, int]
    acts: tuple[Act, ...]

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all its claims."""
        return frozenset(act.claim for act in self.acts)


def positions(seen: Iterable[Seen], glass: Glass) -> Iterator[Position]:
    """Yield the parties and matters that claims of positions name, those with the newest act first."""
    found: dict[tuple[str, str], list[tuple[Seen, Argument]]] = defaultdict(list)
    for one in seen:
        if one.claim.frame in ACTS and glass.sees(one):
            key = _key(one)
            for name, party in _parties(one):
                if glass.of(f"{name}|{key}"):
                    found[name, key].append((one, party))
    rows = (_row(sorted(group, key=lambda each: each[0].begin), glass) for group in found.values())
    yield from sorted(rows, key=lambda row: (row.acts[-1].day, len(row.acts)), reverse=True)


def _parties(seen: Seen) -> Iterator[tuple[str, Argument]]:
    """Yield the parties whose act a claim tells, each with what two tellings of one party share."""
    speaker = seen.claim.speaker
    for party in (each for role, each in seen.claim.args if role.partition("_")[0] == "party"):
        if party.actor is None and party.name.casefold() in _SPEAKER:  # "we call on": whoever says so
            party = replace(party, actor=None if seen.claim.own else speaker.actor, name=seen.voice)  # noqa: PLW2901 - the same party
        yield party.actor or f"{NOBODY}{party.name.casefold()}", party


def _groups(seen: Seen) -> Iterator[str]:
    yield from (f"{name}|{_key(seen)}" for name, _ in _parties(seen))


POSITIONS = Track("positions", ("position",), positions, tuple(ACTS), _groups, single=True)
"""What parties are said to have done about a matter: a row a party and matter."""


def _key(seen: Seen) -> str:
    matter = seen.arg("matter")
    if matter is None:
        return ""
    return matter.actor or matter.place or " ".join(part for part in words(matter.name) if part not in _EMPTY)


def _row(group: Sequence[tuple[Seen, Argument]], glass: Glass) -> Position:
    newest, party = group[-1]
    acts = tuple(_act(one, who, glass) for one, who in group)
    told = [(act, one) for act, (one, _) in zip(acts, group, strict=True) if sign(one)]
    own = next(((act, one) for act, one in reversed(told) if act.own), None)
    others = next(((act, one) for act, one in reversed(told) if not act.own), None)
    behind = [one for _, one in told if sign(one) == sign(told[-1][1])] if told else [newest]
    chains = glass.chains(behind)
    matter = newest.arg("matter")
    words_for_it = matter.name if matter and _key(newest) else ""
    first, second = (None if side is None else _told(side[0]) for side in (own, others))
    state = _state(own, others, chains, glass.need) if words_for_it else "matter not stated"
    return Position(party.actor, party.name, words_for_it, glass.as_of, state, first, second, chains, acts)


def sign(seen: Seen) -> int:
    """Return whether a claim tells an act for its matter (1), against it (-1), or neither; a denied acceptance is one against."""
    side = ACTS[seen.claim.frame]
    return side if seen.claim.stance in SAYING else -side if seen.claim.stance == "denies" else 0


def _told(act: Act) -> str:
    return f"denied: {act.act}" if act.stance == "denies" else act.act


def _act(seen: Seen, party: Argument, glass: Glass) -> Act:
    claim = seen.claim
    speaker = claim.speaker.actor
    same = speaker is not None and party.actor is not None and glass.related(speaker, party.actor)
    own = party.name == seen.voice or (not claim.own and same)
    return Act(seen.begin, _NAMES.get(claim.frame, claim.frame), own, claim.stance, seen.voice, ids([seen])[0])


def _state(own: tuple[Act, Seen] | None, others: tuple[Act, Seen] | None, chains: tuple[int, int], need: int) -> str:
    if own and others and sign(own[1]) != sign(others[1]):
        return "differ"
    if own is None and others is None:
        return "no side taken"
    if chains[0] < need:
        return "unknown"
    return "agree" if own and others else "own word" if own else "others' word"
