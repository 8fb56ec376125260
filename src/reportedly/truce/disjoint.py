"""How many chains have no node in common: that many origins, at least, stand behind what is said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

_STEPS = 20_000
_SEARCHED = 500
"""More chains than these are counted greedily: so many that still share their nodes are of few origins."""


def disjoint(chains: Iterable[Sequence[str]], enough: int) -> int:
    """Return how many of ``chains`` can be chosen so that no two share a node; counting ends at ``enough``.

    Each chain's nodes are in order, so that the same chain comes to the same.

    The search is exact for what is met in practice; where it would take too long, what was found by then is returned, which is at
    most the true number. A lens needs the lower one.
    """
    told = list(chains)
    if _greedy(told, enough) >= enough:
        return enough
    distinct = sorted(set(told), key=lambda nodes: (len(nodes), nodes))
    found = _greedy(distinct, enough)
    if found >= enough or len(distinct) > _SEARCHED:
        return found
    sets = [frozenset(nodes) for nodes in distinct]
    return _Search([nodes for nodes in sets if not any(other < nodes for other in sets)], enough).best


def _greedy(chains: Iterable[Sequence[str]], enough: int) -> int:
    used: set[str] = set()
    found = 0
    for nodes in chains:
        if found >= enough:
            break
        if used.isdisjoint(nodes):
            used.update(nodes)
            found += 1
    return found


class _Search:
    def __init__(self, chains: list[frozenset[str]], enough: int) -> None:
        self._chains, self._enough, self._steps = chains, enough, 0
        self.best = 0
        self._from(0, frozenset(), 0)

    def _from(self, start: int, used: frozenset[str], count: int) -> None:
        self.best = max(self.best, count)
        for at in range(start, len(self._chains)):
            self._steps += 1
            if self.best >= self._enough or self._steps > _STEPS or count + len(self._chains) - at <= self.best:
                return
            if used.isdisjoint(self._chains[at]):
                self._from(at + 1, used | self._chains[at], count + 1)
