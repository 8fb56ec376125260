"""Independent chains: how many origins stand behind claims that say the same.

Two chains are one where they share a node: a document, a family of reprints, a publisher in its own voice, a speaker, a relay that is
named. A hop that is anonymous or unresolved may be anybody, so that the answer is a pair: at least, if each such hop was one of the
others; at most, if none was.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reportedly.compare.unionfind import UnionFind
from reportedly.model import HeldClaim
from reportedly.text import fold


def independent_chains(claims_of_one_matter: Sequence[HeldClaim], families: Mapping[str, str]) -> tuple[int, int]:
    """Return the number of independent chains behind claims that say the same: at least and at most; (0, 0) for no claims.

    Args:
        claims_of_one_matter: claims that agree with each other, in any order.
        families: document id -> id of its family of reprints; documents that are not in it are of no family.
    """
    sets: UnionFind[str] = UnionFind()
    open_hops: set[str] = set()
    for held in claims_of_one_matter:
        sets.join(chain_nodes(held, families))
        open_hops.update(unresolved_hops(held, families))
    most = len(sets.groups())
    return (max(1, most - len(open_hops)), most) if most else (0, 0)


def chain_nodes(held: HeldClaim, families: Mapping[str, str]) -> list[str]:
    """Return the nodes of a claim's chain that are known: two claims that share one have one origin."""
    claim = held.claim
    nodes = [f"document:{held.document}", f"family:{families.get(held.document, held.document)}"]
    if claim.own:
        return nodes + ([f"name:{_folded(held.publisher)}"] if held.publisher else [])
    nodes += [f"name:{_folded(name)}" for name in claim.chain[1:-1] if _named(name)]
    if not claim.speaker.anonymous and _named(claim.speaker.name):
        nodes.append(f"name:{_folded(claim.speaker.name)}")
    if claim.speaker.actor and not claim.speaker.anonymous:
        nodes.append(f"actor:{claim.speaker.actor}")
    return nodes


def unresolved_hops(held: HeldClaim, families: Mapping[str, str]) -> Iterator[str]:
    """Yield the hops of a claim's chain that may be anybody, the same id for the same words in copies of one text."""
    claim, family = held.claim, families.get(held.document, held.document)
    if claim.own:
        if not held.publisher:
            yield f"{family}|publisher"
        return
    for name in claim.chain[1:-1]:
        if not _named(name):
            yield f"{family}|{_folded(name)}"
    if claim.speaker.anonymous or not _named(claim.speaker.name):
        yield f"{family}|{_folded(claim.speaker.name)}"


def _named(name: str) -> bool:
    """Say whether a hop has a name of its own; "a resident" and "activists" have none. Letters without case may be a name."""
    return any(letter.isupper() or letter.isdigit() or (letter.isalpha() and letter.lower() == letter.upper()) for letter in name)


def _folded(name: str | None) -> str:
    return fold(name or "").casefold()
