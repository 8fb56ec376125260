"""What the rules for single kinds of contradiction are told besides the two claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.compare.quantities import unit_of
from reportedly.compare.world import World
from reportedly.model import HeldClaim


@dataclass(frozen=True, slots=True)
class Context:
    """The world, and for each document how often each exact count stands in it: (document, what happened, value) -> times."""

    world: World
    counts: Counter[tuple[str, str, float]]

    @classmethod
    def of(cls, claims: Iterable[HeldClaim], world: World) -> Context:
        """Return the context of all claims held."""
        found = {
            (held.document, figure.start if figure.start is not None else held.claim.id, unit.outcome or unit.key, figure.value)
            for held in claims
            for figure in held.claim.figures
            if figure.value is not None and (unit := unit_of(figure, held.claim.frame)) is not None
        }
        return cls(world, Counter((document, outcome, value) for document, _, outcome, value in found))
