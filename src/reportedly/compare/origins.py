"""Independent chains: how many origins stand behind claims that say the same, and what makes several claims one.

A chain runs from the page over its publisher and author to the outlets and persons that are cited. Claims have one origin where their
chains share the document, a family of reprints, a passage that holds both, a speaker or a relay that is named, or an author, publisher
or original source in their own voice, under whichever name each is known; who names a publisher as his source has it from what that
published. The answer is a pair. At most: whom a publisher quotes in one document, and whom in another, are two, and a hop without a name
is nobody else's. At least: chains that share any node are one, the publisher included, and a hop that is anonymous or unresolved was one
of the others. A repeat never raises either.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportedly.compare.houses import Houses, plain
from reportedly.model import Claim, HeldClaim
from reportedly.unionfind import UnionFind

Nodes = Mapping[str, Sequence[str]]
_NONE: Nodes = {}
_UNKNOWN = Houses()


@dataclass(frozen=True, slots=True)
class Origin:
    """Claims that go back to one origin.

    Attributes:
        claims: their ids. shared: the nodes that more than one of them has, which is why they are one.
        publishers: whom it reached us through; the path of a document without one.
        unresolved: hops that may be anybody.
    """

    claims: tuple[str, ...]
    shared: tuple[str, ...]
    publishers: frozenset[str]
    unresolved: frozenset[str]


def count(found: Sequence[Origin]) -> tuple[int, int]:
    """Return how many of the origins are independent, at least and at most."""
    if not found:
        return 0, 0
    sets: UnionFind[str] = UnionFind()
    for at, origin in enumerate(found):
        sets.join([f"origin:{at}", *(f"publisher:{name}" for name in origin.publishers)])
    apart = len({sets.find(f"origin:{at}") for at in range(len(found))})
    return max(1, apart - len({hop for origin in found for hop in origin.unresolved})), len(found)


def origins(claims: Sequence[HeldClaim], families: Mapping[str, str], also: Nodes = _NONE, houses: Houses = _UNKNOWN) -> list[Origin]:
    """Return the origins of claims that say the same, each with what joins its claims; none for no claims.

    Args:
        claims: claims that agree with each other, in any order.
        families: document id -> id of its family of reprints; documents that are not in it are of no family.
        also: id of a claim -> further nodes of its chain, as authors and passages.
        houses: who stands behind a name.
    """
    sets: UnionFind[str] = UnionFind()
    nodes = [[*chain_nodes(held, families, houses), *also.get(held.claim.id, ())] for held in claims]
    _lead(claims, nodes, houses)
    for of_claim in nodes:
        sets.join(of_claim)
    groups: dict[str, list[int]] = {}
    for at, of_claim in enumerate(nodes):
        groups.setdefault(sets.find(of_claim[0]), []).append(at)
    return [_origin([claims[at] for at in group], [nodes[at] for at in group], families) for _, group in sorted(groups.items())]


def _lead(claims: Sequence[HeldClaim], nodes: Sequence[list[str]], houses: Houses) -> None:
    """Add a publisher to the nodes of the first claim that he published, where other pages name him: they have it from there."""
    first: dict[str, int] = {}
    for at in sorted(range(len(claims)), key=lambda at: (claims[at].published or "9999", claims[at].claim.id)):
        if claims[at].publisher:
            first.setdefault(by(claims[at].publisher or "", houses), at)
    named_by = {node for held, of_claim in zip(claims, nodes, strict=True) for node in of_claim if node != _publisher(held, houses)}
    for node, at in first.items():
        if node in named_by:
            nodes[at].append(node)


def _publisher(held: HeldClaim, houses: Houses) -> str | None:
    return by(held.publisher, houses) if held.publisher else None


def _origin(group: Sequence[HeldClaim], nodes: Sequence[Sequence[str]], families: Mapping[str, str]) -> Origin:
    times = Counter(node for of_claim in nodes for node in set(of_claim))
    hops = frozenset(hop for held in group for hop in unresolved_hops(held, families))
    publishers = frozenset(held.publisher or held.path for held in group)
    return Origin(
        tuple(sorted({held.claim.id for held in group})), tuple(sorted(n for n, found in times.items() if found > 1)), publishers, hops
    )


def amount(claim: Claim) -> tuple[float | None, float | None] | None:
    """Return the number that a claim gives, None for none: who tells of another number of the same does not say the same."""
    given = next((figure for figure in claim.figures if not figure.derived), None)
    if given is None:
        return None
    return (given.value, None) if given.value is not None else (given.low, given.high)


def chain_nodes(held: HeldClaim, families: Mapping[str, str], houses: Houses = _UNKNOWN) -> list[str]:
    """Return the nodes of a claim's chain that are known: two claims that share one have one origin."""
    claim = held.claim
    nodes = [f"document:{held.document}", f"family:{families.get(held.document, held.document)}"]
    if claim.own:
        hands = [held.publisher, *claim.chain[1:]] if held.publisher else claim.chain
        return nodes + [by(name, houses) for name in hands if name and named(name)]
    nodes += [by(name, houses) for name in claim.chain[1:-1] if named(name)]
    speaker = claim.speaker
    if speaker.anonymous:
        return nodes
    if named(speaker.name):
        nodes.append(by(speaker.name, houses))
    if speaker.actor:
        nodes.append(f"by:{houses.house(speaker.actor)}")
    return nodes


def by(name: str, houses: Houses = _UNKNOWN) -> str:
    """Return the node of whoever has a name."""
    return f"by:{houses.key(name)}"


def unresolved_hops(held: HeldClaim, families: Mapping[str, str]) -> Iterator[str]:
    """Yield the hops of a claim's chain that may be anybody, the same id for the same words in copies of one text."""
    claim, family = held.claim, families.get(held.document, held.document)
    if claim.own:
        if not held.publisher:
            yield f"{family}|publisher"
        return
    for name in claim.chain[1:-1]:
        if not named(name):
            yield f"{family}|{plain(name)}"
    if claim.speaker.anonymous or not named(claim.speaker.name):
        yield f"{family}|{plain(claim.speaker.name)}"


def named(name: str) -> bool:
    """Say whether a hop has a name of its own; "a resident" and "activists" have none. Letters without case may be a name."""
    return any(letter.isupper() or letter.isdigit() or (letter.isalpha() and letter.lower() == letter.upper()) for letter in name)
