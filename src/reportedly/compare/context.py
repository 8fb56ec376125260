"""What the rules for single kinds of contradiction are told besides the two claims."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from reportedly.compare.quantities import unit_of
from reportedly.compare.scene import Scene, scene_of, sentences, topics_before
from reportedly.compare.world import World
from reportedly.model import HeldClaim

Counts = Counter[tuple[str, float]]
Placed = Sequence[tuple[int, str, float]]


@dataclass(frozen=True, slots=True)
class Context:
    """The world, and the other claims of the documents that two claims stand in; nothing else of the ledger has a bearing.

    Args:
        world: what is known of places and actors.
        of_document: returns the claims of a document.
    """

    world: World
    of_document: Callable[[str], Sequence[HeldClaim]]
    _scenes: dict[str, Scene] = field(default_factory=dict)
    _around: dict[str, frozenset[str]] = field(default_factory=dict)
    _counts: dict[str, tuple[Counts, Placed]] = field(default_factory=dict)

    @classmethod
    def of(cls, claims: Iterable[HeldClaim], world: World) -> Context:
        """Return the context of all claims held."""
        found: dict[str, list[HeldClaim]] = defaultdict(list)
        for held in claims:
            found[held.document].append(held)
        return cls(world, lambda document: found[document])

    def counts(self, document: str) -> Counts:
        """Return how often each exact count stands in a document: (what happened, value) -> times."""
        return self._counted(document)[0]

    def _counted(self, document: str) -> tuple[Counts, Placed]:
        """Return the counts of a document, and those of what happened to people: (offset of the claim, what happened, value)."""
        found = self._counts.get(document)
        if found is None:
            claims = self.of_document(document)
            found = self._counts[document] = _counts_of(claims), _placed_counts_of(claims)
        return found

    def at_hand_first(self, a: HeldClaim, b: HeldClaim) -> tuple[HeldClaim, HeldClaim]:
        """Return two claims, first that whose document's claims are known: what those rule out need not be looked up for the other."""
        return (a, b) if a.document in self._counts else (b, a)

    def beside(self, held: HeldClaim) -> frozenset[tuple[str, float]]:
        """Return the counts (what happened, value) that stand in a claim's sentence, its own among them."""
        before, whole = sentences(held)
        begin = held.claim.start - len(before)
        return frozenset((outcome, value) for at, outcome, value in self._counted(held.document)[1] if 0 <= at - begin < len(whole))

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


def _counts_of(claims: Iterable[HeldClaim]) -> Counts:
    found = {
        (figure.start if figure.start is not None else held.claim.id, unit.outcome or unit.key, figure.value)
        for held in claims
        for figure in held.claim.figures
        if figure.value is not None and (unit := unit_of(figure, held.claim)) is not None
    }
    return Counter((outcome, value) for _, outcome, value in found)


def _placed_counts_of(claims: Iterable[HeldClaim]) -> Placed:
    return [
        (held.claim.start, unit.outcome, figure.value)
        for held in claims
        for figure in held.claim.figures
        if figure.value is not None and (unit := unit_of(figure, held.claim)) is not None and unit.outcome
    ]
