"""What the rules for single kinds of contradiction are told besides the two claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from reportedly.compare.quantities import unit_of
from reportedly.compare.scene import Scene, scene_of, topics_before
from reportedly.compare.world import World
from reportedly.model import HeldClaim


@dataclass(frozen=True, slots=True)
class Context:
    """The world, and for each document how often each exact count stands in it: (document, what happened, value) -> times."""

    world: World
    counts: Counter[tuple[str, str, float]]
    _scenes: dict[str, Scene] = field(default_factory=dict)

    @classmethod
    def of(cls, claims: Iterable[HeldClaim], world: World) -> Context:
        """Return the context of all claims held."""
        found = {
            (held.document, figure.start if figure.start is not None else held.claim.id, unit.outcome or unit.key, figure.value)
            for held in claims
            for figure in held.claim.figures
            if figure.value is not None and (unit := unit_of(figure, held.claim)) is not None
        }
        return cls(world, Counter((document, outcome, value) for document, _, outcome, value in found))

    def scene(self, held: HeldClaim) -> Scene:
        """Return what the sentence of a claim tells of the incident."""
        found = self._scenes.get(held.claim.id)
        if found is None:
            found = self._scenes[held.claim.id] = scene_of(held)
        return found

    def topics(self, held: HeldClaim) -> frozenset[str]:
        """Return by what and on what it was done that a claim is about, by its sentence or else by the words before it."""
        return self.scene(held).topics or topics_before(held)

    def topics_around(self, held: HeldClaim) -> frozenset[str]:
        """Return the topics of a claim's sentence and of the words before it."""
        return self.scene(held).topics | topics_before(held)
