"""Some of the pairs of claims that contradict each other, many, by their places: their kinds, and the matters that they are of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import overload

import numpy as np
from numpy.typing import NDArray

from reportedly.export.contract import Json

Places = NDArray[np.intp]


@dataclass(frozen=True)
class Pairs:
    """Pairs, look-alikes among them, in the order in which they were recorded.

    Attributes:
        rows: of the contract.
    """

    rows: Sequence[Json]

    @cached_property
    def ends(self) -> NDArray[np.int32]:
        """Two numbers for each pair: of its claims, each anew for another kind, and as of a look-alike."""
        known: dict[tuple[str, bool, str], int] = {}
        ends = (known.setdefault((row["kind"], row["not"], row[end]), len(known)) for row in self.rows for end in ("a", "b"))
        return np.fromiter(ends, np.int32, 2 * len(self.rows)).reshape(-1, 2)

    @cached_property
    def alike(self) -> NDArray[np.bool_]:
        """Which of them are look-alikes."""
        return np.fromiter((row["not"] for row in self.rows), np.bool_, len(self.rows))

    @cached_property
    def kinds(self) -> tuple[list[str], NDArray[np.int32]]:
        """The kinds, and which of them each pair is of."""
        known: dict[str, int] = {}
        found = np.fromiter((known.setdefault(row["kind"], len(known)) for row in self.rows), np.int32, len(self.rows))
        return list(known), found


class Some(Sequence[Json]):
    """Some of the pairs, in their order.

    Args:
        pairs: all of them.
        at: which, by their places.
    """

    def __init__(self, pairs: Pairs, at: Places | None = None) -> None:
        self._pairs = pairs
        self._at = np.arange(len(pairs.rows)) if at is None else at

    @property
    def places(self) -> Places:
        """Which they are, by their places."""
        return self._at

    def __len__(self) -> int:
        return len(self._at)

    @overload
    def __getitem__(self, at: int) -> Json: ...
    @overload
    def __getitem__(self, at: slice) -> list[Json]: ...
    def __getitem__(self, at: int | slice) -> Json | list[Json]:
        """Return one, or some of them."""
        rows = self._pairs.rows
        return [rows[each] for each in self._at[at]] if isinstance(at, slice) else rows[self._at[at]]

    def __iter__(self) -> Iterator[Json]:
        return map(self._pairs.rows.__getitem__, self._at)

    def real(self) -> Some:
        """Return those that are no look-alikes."""
        return Some(self._pairs, self._at[~self._pairs.alike[self._at]])

    def of_kind(self, kind: str) -> Some:
        """Return those of a kind."""
        kinds, found = self._pairs.kinds
        return Some(self._pairs, self._at[found[self._at] == (kinds.index(kind) if kind in kinds else -1)])

    def counts(self) -> Counter[str]:
        """Return how many there are of each kind, the one that was met first standing first."""
        kinds, found = self._pairs.kinds
        numbers, first, counts = np.unique(found[self._at], return_index=True, return_counts=True)
        return Counter({kinds[numbers[each]]: int(counts[each]) for each in np.argsort(first)})

    def matters(self) -> Matters:
        """Return them by matter, as :func:`reportedly.query.disputes.matters_in_dispute` does: pairs that share a claim are of one."""
        return Matters(self._pairs, self._at)


class Matters(Sequence[Some]):
    """Pairs by matter, those of most claims first, look-alikes last; each is put together when it is taken, as there are many.

    Args:
        pairs: all pairs.
        at: which of them.
    """

    def __init__(self, pairs: Pairs, at: Places) -> None:
        claims, ends = np.unique(pairs.ends[at], return_inverse=True)
        ends = ends.reshape(-1, 2)
        of_claim = _joined(len(claims), ends)
        numbers, first, which = np.unique(of_claim[ends[:, 0]], return_index=True, return_inverse=True)
        size = np.bincount(np.searchsorted(numbers, of_claim), minlength=len(numbers))
        self._pairs, self._order = pairs, np.lexsort((first, -size, pairs.alike[at[first]]))
        self._sorted, self._ends = at[np.argsort(which, kind="stable")], np.cumsum(np.bincount(which, minlength=len(numbers)))

    def __len__(self) -> int:
        return len(self._order)

    @overload
    def __getitem__(self, at: int) -> Some: ...
    @overload
    def __getitem__(self, at: slice) -> list[Some]: ...
    def __getitem__(self, at: int | slice) -> Some | list[Some]:
        """Return one, or some of them."""
        if isinstance(at, slice):
            return [self._of(each) for each in self._order[at]]
        return self._of(self._order[at])

    def of_claim(self, claim: str) -> Some:
        """Return the pairs of the matters that a claim is in, one matter after the other."""
        rows = self._pairs.rows
        here = [at for at, pair in enumerate(self._sorted.tolist()) if claim in {rows[pair]["a"], rows[pair]["b"]}]
        wanted = np.isin(self._order, np.searchsorted(self._ends, here, side="right"))
        return Some(self._pairs, np.array([at for matter in self._order[wanted] for at in self._of(matter).places], np.intp))

    def _of(self, matter: int) -> Some:
        begin = self._ends[matter - 1] if matter else 0
        return Some(self._pairs, self._sorted[begin : self._ends[matter]])


def _joined(count: int, ends: NDArray[np.intp]) -> Places:
    """Return for each of so many things the smallest one that pairs join it with (labels that are handed on until none changes)."""
    label = np.arange(count)
    while len(ends):
        least = np.minimum(label[ends[:, 0]], label[ends[:, 1]])
        made = label.copy()
        for end in (0, 1):
            np.minimum.at(made, ends[:, end], least)
            np.minimum.at(made, label[ends[:, end]], least)
        made = made[made]
        if np.array_equal(made, label):
            break
        label = made
    return label
