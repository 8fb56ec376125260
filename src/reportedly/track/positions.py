"""What parties are said to have done about a matter, act by act: their own word against what others say of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reportedly.model import Argument
from reportedly.text import words
from reportedly.track.acts import Act, Told, Words, parties, party_key, told, words_of
from reportedly.track.seen import Glass, Seen
from reportedly.track.small import SMALL
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
            for party in parties(one, "party"):
                name = party_key(party)
                if glass.of(f"{name}|{key}"):
                    found[name, key].append((one, party))
    rows = (_row(sorted(group, key=lambda each: each[0].begin), glass) for group in found.values())
    yield from sorted(rows, key=lambda row: (row.acts[-1].day, len(row.acts)), reverse=True)


def _groups(seen: Seen) -> Iterator[str]:
    yield from (f"{party_key(party)}|{_key(seen)}" for party in parties(seen, "party"))


POSITIONS = Track("positions", ("position",), positions, tuple(ACTS), _groups, single=True)
"""What parties are said to have done about a matter: a row a party and matter."""


def _key(seen: Seen) -> str:
    matter = seen.arg("matter")
    if matter is None:
        return ""
    return matter.actor or matter.place or " ".join(part for part in words(matter.name) if part not in SMALL)


def _row(group: Sequence[tuple[Seen, Argument]], glass: Glass) -> Position:
    newest, party = group[-1]
    acts = [_told(one, who, glass) for one, who in group]
    both = words_of(acts)
    chains = glass.chains(both.behind or [newest])
    matter = newest.arg("matter")
    words_for_it = matter.name if matter and _key(newest) else ""
    state = _state(both, chains, glass.need) if words_for_it else "matter not stated"
    return Position(party.actor, party.name, words_for_it, glass.as_of, state, *both.told, chains, tuple(each.act for each in acts))


def _told(seen: Seen, party: Argument, glass: Glass) -> Told:
    frame = seen.claim.frame
    return told(seen, party, ACTS[frame], _NAMES.get(frame, frame), glass)


def _state(both: Words, chains: tuple[int, int], need: int) -> str:
    if len(both.signs) != 1:
        return "differ" if both.signs else "no side taken"
    if chains[0] < need:
        return "unknown"
    return "agree" if both.own and both.others else "own word" if both.own else "others' word"
