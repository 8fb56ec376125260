"""Disjoint sets (Tarjan 1975) with path halving; the smallest member stands for its set, whatever the order of joining."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

Item = TypeVar("Item", str, int)


class UnionFind(Generic[Item]):
    """Sets that grow together."""

    def __init__(self) -> None:
        self._parent: dict[Item, Item] = {}

    def find(self, item: Item) -> Item:
        """Return the smallest member of the item's set; an item met for the first time is a set of its own."""
        parent = self._parent
        parent.setdefault(item, item)
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    def join(self, items: Iterable[Item]) -> None:
        """Make one set of the sets of all ``items``."""
        roots = sorted({self.find(item) for item in items})
        for root in roots[1:]:
            self._parent[root] = roots[0]

    def groups(self) -> list[list[Item]]:
        """Return all sets, members in order, sets in order of their smallest member."""
        found: dict[Item, list[Item]] = {}
        for item in sorted(self._parent):
            found.setdefault(self.find(item), []).append(item)
        return list(found.values())
