"""What views have read is kept at hand: the next page, or the same from another day, is made of nearly the same claims."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from sqlalchemy import Connection

from reportedly.query.kin import Learnt
from reportedly.query.seen import by_numbers
from reportedly.store import Ledger, database, sightings
from reportedly.track.seen import Seen

Held = Sequence[tuple[int, int, int, int, list[Any]]]
"""Of each claim its number, the days by which it is looked up, from which on it is seen, and on which it was known, and what is told."""
R = TypeVar("R")
_MOST = 30_000
"""Claims of a ledger that are kept, some 3 kB each."""
_PAIRS = 100_000
"""Pairs of documents that share words, some 1 kB each."""
_TOLD = 50_000
"""Claims of which what is told in few words is kept, of each view."""
_CLOCKS = 6
"""Views and clocks of which the rows are kept."""
_ROWS = "SELECT claim, day, since, known, told FROM sighting_brief WHERE track = ?"
_held: WeakKeyDictionary[Ledger, AtHand] = WeakKeyDictionary()


@dataclass(frozen=True, slots=True, eq=False)
class Same:
    """A thing as a key: it alone is the same, whatever it holds."""

    of: object

    def __eq__(self, other: object) -> bool:
        """Say whether another is of this very thing."""
        return isinstance(other, Same) and other.of is self.of

    def __hash__(self) -> int:
        """Return its number."""
        return id(self.of)


class AtHand:
    """Claims of one state of a ledger, as all of what is recorded has them."""

    def __init__(self) -> None:
        self._batch, self._seen = 0, dict[int, Seen]()
        self._learnt = 0, Learnt()
        self._told: dict[int, tuple[int, Held]] = {}
        self._rows: dict[tuple[int, Hashable], Any] = {}

    def fetch(self, connection: Connection, numbers: Collection[int]) -> Mapping[int, Seen]:
        """Return claims by their numbers; those that are not at hand are read."""
        batch = sightings.last_batch(connection)
        seen = self._seen if self._batch == batch else {}
        found = {number: one for number in numbers if (one := seen.get(number)) is not None}
        fresh = by_numbers(connection, [number for number in numbers if number not in found])
        if batch >= self._batch:
            kept = {} if len(seen) + len(fresh) > _MOST else seen
            self._batch, self._seen = batch, kept | fresh if len(fresh) <= _MOST else {}
        return dict(sorted((found | fresh).items()))

    def learnt(self, connection: Connection) -> Learnt:
        """Return what was looked up of pairs of documents; what is looked up is to be added."""
        batch, (at, learnt) = sightings.last_batch(connection), self._learnt
        if at == batch and len(learnt.pairs) <= _PAIRS:
            return learnt
        self._learnt = batch, (fresh := Learnt())
        return fresh

    def told(self, connection: Connection, track: int) -> Held:
        """Return what is told in few words of all claims of a view, which is kept in the ledger."""
        batch = sightings.last_batch(connection)
        held = self._told.get(track)
        if held is not None and held[0] == batch:
            return held[1]
        rows = database.ask(connection, _ROWS, (track,))
        values = json.loads(f"[{','.join(row[4] for row in rows)}]")  # at once: thousands at times
        found = [(*row[:4], told) for row, told in zip(rows, values, strict=True)]
        if len(found) <= _TOLD:
            self._told[track] = batch, found
        return found

    def rows(self, connection: Connection, key: Hashable, make: Callable[[], R]) -> R:
        """Return what ``make`` gives, once for each key in one state of the ledger: which claims are of which rows, whichever are shown."""
        whole = sightings.last_batch(connection), key
        if whole not in self._rows:
            left = [each for each in self._rows.items() if each[0][0] == whole[0]][1 - _CLOCKS :]
            self._rows = dict(left) | {whole: make()}
        found: R = self._rows[whole]
        return found


def at_hand(ledger: Ledger) -> AtHand:
    """Return what is kept at hand of an open ledger, for as long as it is open."""
    return _held.setdefault(ledger, AtHand())
