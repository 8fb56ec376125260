"""Things that belong together because pairs of them do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable


def joined(count: int, pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Return the numbers under ``count`` in sets that no pair leads out of, each in order, in the order of their first."""
    group = list(range(count))  # the smaller member that each was joined to

    def top(at: int) -> int:
        while group[at] != at:
            group[at] = at = group[group[at]]
        return at

    for pair in pairs:
        low, high = sorted(map(top, pair))
        group[high] = low
    sets: dict[int, list[int]] = defaultdict(list)
    for at in range(count):
        sets[top(at)].append(at)
    return list(sets.values())
