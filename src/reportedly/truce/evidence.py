"""What claims say that bears on agreements: bearings and coverage, with the clocks that they are asked by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

ANYBODY = "?"
"""The node of a chain that stands for somebody unnamed or unresolved: it may be anybody, so that all chains with it share it."""


Chain = tuple[str, ...]
"""The nodes that something came through, as :func:`chain_of` orders them."""


def chain_of(nodes: Iterable[str]) -> Chain:
    """Return the chain of nodes: each once, in order, so that the same nodes are the same chain."""
    return tuple(sorted(set(nodes)))


def atom(name: str, actor: str | None = None) -> str:
    """Return the name of what claims bear on: a term with the one who owes it, an acceptance with the one who accepts, or else a name."""
    return f"{name}@{actor}" if actor else name


ACCEPTED = "accepted"


class Bearing(NamedTuple):
    """How a claim bears on something. A ledger may have a hundred thousand: they are tuples, which are soon made.

    Attributes:
        claim: its id. agreement: id of the agreement.
        atom: ``S1.a@NORTH``, ``accepted@NORTH``, ``exists`` or another atom of the agreement.
        sign: 1 for it, -1 against it, 0 for what says neither, as a condition of acceptance does.
        act: of a term, the act it is about; of an acceptance, the position act. The term's own act where it is empty.
        begin, until: when what is claimed is said to hold; ISO days or less. said: when it was said.
        known: day on which it was published, else captured. recorded: when the ledger took it in.
        chain: nodes that it came through; two claims that share one are of one origin.
        speaker: id of who says it.
        confirmed: a person has confirmed that it bears so.
        surely: it is about the zone of the term for sure, not only perhaps.
    """

    claim: str
    agreement: str
    atom: str
    sign: int
    act: str = ""
    begin: str | None = None
    until: str | None = None
    said: str | None = None
    known: str | None = None
    recorded: str | None = None
    chain: Chain = (ANYBODY,)
    speaker: str | None = None
    confirmed: bool = False
    surely: bool = True


@dataclass(frozen=True, slots=True)
class Coverage:
    """A claim that somebody could, or could not, see a zone for a time.

    Attributes:
        observer: who. monitor: they are no party to what they watch.
        zone: id of a zone of the agreement; None is all of the ground that it is about.
        given: False where access was refused.
    """

    claim: str
    agreement: str
    observer: str
    monitor: bool
    zone: str | None = None
    given: bool = True
    begin: str | None = None
    until: str | None = None
    said: str | None = None
    known: str | None = None
    recorded: str | None = None
    chain: Chain = (ANYBODY,)
    confirmed: bool = False


class Evidence:
    """Bearings by agreement and atom, coverage by agreement; each in the order given."""

    def __init__(self, bearings: Iterable[Bearing] = (), coverage: Iterable[Coverage] = ()) -> None:
        self.bearings: dict[tuple[str, str], list[Bearing]] = defaultdict(list)
        self.coverage: dict[str, list[Coverage]] = defaultdict(list)
        for bearing in bearings:
            self.bearings[bearing.agreement, bearing.atom].append(bearing)
        for covered in coverage:
            self.coverage[covered.agreement].append(covered)
