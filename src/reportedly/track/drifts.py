"""One speaker's number of one day as several texts tell it: with another operator, or as a share of something else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from reportedly.model import Figure
from reportedly.track.seen import Seen

_MOST = 12
"""Tellings of one number that are set against each other; more are stock words."""


@dataclass(frozen=True, slots=True)
class Drift:
    """Two claims of one speaker, in two texts, and ``what`` differs: ``operator`` or ``denominator``."""

    a: str
    b: str
    what: str


def drifts(found: Iterable[tuple[Seen, Figure, str]]) -> Iterator[Drift]:
    """Yield what became of numbers on the way from one text to another.

    Args:
        found: claims, a figure of each, and the day that it is of; all of one unit and place. A page's own numbers are its own.
    """
    told: dict[tuple[str, str, float], list[tuple[Seen, Figure]]] = defaultdict(list)
    for seen, figure, day in found:
        value = figure.value if figure.value is not None else figure.low
        if not seen.claim.own and not seen.claim.speaker.anonymous and value is not None and not figure.derived:
            told[seen.claim.speaker.actor or seen.claim.speaker.name, day, value].append((seen, figure))
    for group in told.values():
        for (one, a), (other, b) in combinations(group[:_MOST], 2):
            if one.held.document != other.held.document and (a.op, a.denominator) != (b.op, b.denominator):
                yield Drift(one.claim.id, other.claim.id, "operator" if a.op != b.op else "denominator")
