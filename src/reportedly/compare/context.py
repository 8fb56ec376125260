"""What the rules for single kinds of contradiction are told besides the two claims."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from reportedly.compare.quantities import unit_of
from reportedly.compare.scene import Scene, scene_of, sentences, topics_before
from reportedly.compare.world import World
from reportedly.model import HeldClaim


@dataclass(frozen=True, slots=True)
class Context:
    """The world, and what the counts of each document are.

    Attributes:
        world: what is known of places and actors.
        counts: how often each exact count stands in a document: (document, what happened, value) -> times.
        standing: document -> its counts of what happened to people: (offset of the claim, what happened, value).
    """

    world: World
    counts: Counter[tuple[str, str, float]]
    standing: Mapping[str, Sequence[tuple[int, str, float]]] = field(default_factory=dict)
    _scenes: dict[str, Scene] = field(default_factory=dict)
    _around: dict[str, frozenset[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, claims: Iterable[HeldClaim], world: World) -> Context:
        """Return the context of all claims held."""
        held_claims = tuple(claims)
        found = {
            (held.document, figure.start if figure.start is not None else held.claim.id, unit.outcome or unit.key, figure.value)
            for held in held_claims
            for figure in held.claim.figures
            if figure.value is not None and (unit := unit_of(figure, held.claim)) is not None
        }
        standing: dict[str, list[tuple[int, str, float]]] = defaultdict(list)
        for held in held_claims:
            for figure in held.claim.figures:
                unit = unit_of(figure, held.claim)
                if unit is not None and unit.outcome and figure.value is not None:
                    standing[held.document].append((held.claim.start, unit.outcome, figure.value))
        return cls(world, Counter((document, outcome, value) for document, _, outcome, value in found), standing)

    def beside(self, held: HeldClaim) -> frozenset[tuple[str, float]]:
        """Return the counts (what happened, value) that stand in a claim's sentence, its own among them."""
        before, whole = sentences(held)
        begin = held.claim.start - len(before)
        return frozenset((outcome, value) for at, outcome, value in self.standing.get(held.document, ()) if 0 <= at - begin < len(whole))

    def scene(self, held: HeldClaim) -> Scene:
        """Return what the sentence of a claim tells of the incident."""
        found = self._scenes.get(held.claim.id)
        if found is None:
            found = self._scenes[held.claim.id] = scene_of(held)
        return found

    def topics(self, held: HeldClaim) -> frozenset[str]:
        """Return by what and on what it was done that a claim is about, by its sentence or else by the words before it."""
        return self.scene(held).topics or self.topics_around(held)

    def topics_around(self, held: HeldClaim) -> frozenset[str]:
        """Return the topics of a claim's sentence and of the words before it."""
        found = self._around.get(held.claim.id)
        if found is None:
            found = self._around[held.claim.id] = self.scene(held).topics | topics_before(held)
        return found
