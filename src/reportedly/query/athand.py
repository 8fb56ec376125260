"""Claims that views have read are kept at hand: the next page, or the same from another day, is made of nearly the same ones."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from weakref import WeakKeyDictionary

from sqlalchemy import Connection

from reportedly.query.seen import by_numbers
from reportedly.store import Ledger, sightings
from reportedly.track.seen import Seen

_MOST = 30_000
"""Claims of a ledger that are kept, some 3 kB each."""
_held: WeakKeyDictionary[Ledger, AtHand] = WeakKeyDictionary()


class AtHand:
    """Claims of one state of a ledger, as all of what is recorded has them."""

    def __init__(self) -> None:
        self._batch, self._seen = 0, dict[int, Seen]()

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


def at_hand(ledger: Ledger) -> AtHand:
    """Return what is kept at hand of an open ledger, for as long as it is open."""
    return _held.setdefault(ledger, AtHand())
