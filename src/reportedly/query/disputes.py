"""Contradictions as matters in dispute: pairs that share a claim are of one matter."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.export.phrases import Row
from reportedly.unionfind import UnionFind

HEADINGS = {
    "figure": "different numbers",
    "internal": "one source against itself",
    "denominator": "shares of different wholes",
    "control": "who holds it",
    "denial": "said and denied",
    "cause": "who did it",
    "mirror": "each accuses the other",
    "existence": "whether it happened",
    "scope": "how much of it",
    "hedge": "how sure it is",
    "date": "when it was",
    "characterisation": "what it was",
    "position": "who is for it",
    "truce": "kept or broken",
    "meeting": "whether they met",
    "outcome": "what was foretold, and what came",
}
"""What a kind of contradiction is about, in plain words; kinds without one are shown by their name."""


def matters_in_dispute(pairs: Sequence[Row]) -> list[list[Row]]:
    """Return the pairs by matter, those of most claims first: pairs of one kind that share a claim are of one."""
    sets: UnionFind[str] = UnionFind()
    for pair in pairs:
        sets.join(f"{pair['kind']}|{pair['not']}|{pair[end]}" for end in ("a", "b"))
    found: dict[str, list[Row]] = {}
    for pair in pairs:
        found.setdefault(sets.find(f"{pair['kind']}|{pair['not']}|{pair['a']}"), []).append(pair)
    return sorted(found.values(), key=lambda group: (group[0]["not"], -len(ids_of(group))))


def ids_of(pairs: Sequence[Row]) -> list[str]:
    """Return the ids of the claims of pairs, each once."""
    return list(dict.fromkeys(pair[end] for pair in pairs for end in ("a", "b")))


def denies(claim: Row) -> bool:
    """Say whether a claim denies something."""
    return bool(claim["stance"] == "denies" or claim["type"] == "denial")
