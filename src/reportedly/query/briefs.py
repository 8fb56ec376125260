"""What is told of claims in few words: as the ledger keeps it, or as it is worked out of claims at hand."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache, partial
from typing import Any, NamedTuple, Protocol

from sqlalchemy import Connection

from reportedly.ids import number_for
from reportedly.store import database
from reportedly.store.briefs import Brief
from reportedly.track.allegations import ALLEGATIONS
from reportedly.track.contacts import CONTACTS
from reportedly.track.matrix import matrix_of
from reportedly.track.mirrors import mirror_track
from reportedly.track.seen import Seen
from reportedly.track.track import Track

BRIEFLY: tuple[Track[Any], ...] = (CONTACTS, ALLEGATIONS, matrix_of(), mirror_track())
"""The views of which this is kept."""
_SEEN = "since <= ? AND known <= ?"
_DAYS = f"SELECT claim, day FROM sighting_brief WHERE track = ? AND {_SEEN} ORDER BY day DESC LIMIT ?"  # noqa: S608 - our own
_SINCE = f"SELECT claim, told FROM sighting_brief WHERE track = ? AND day >= ? AND {_SEEN}"  # noqa: S608 - our own
_ON = """
SELECT b.claim, b.told FROM sighting_shelf s CROSS JOIN sighting_brief b
WHERE s.track = ? AND s.shelf = ? AND s.day >= ? AND b.track = s.track AND b.day = s.day AND b.claim = s.claim
AND b.since <= ? AND b.known <= ?
"""
_OF = """
SELECT b.claim, b.told FROM (SELECT CAST(value AS BIGINT) AS claim FROM json_each(?)) a CROSS JOIN sighting_brief b
WHERE b.claim = a.claim AND b.track = ? AND b.since <= ? AND b.known <= ?
"""


class Told(NamedTuple):
    """What is told of a claim, by its number."""

    number: int
    values: list[Any]


class Briefs(Protocol):
    """Where it is looked up; whatever is returned is seen by the clocks."""

    def days(self, most: int) -> list[tuple[int, int]]:
        """Return the numbers and days of claims, the latest first; not more than so many, all of them where that is below zero."""

    def since(self, day: int) -> list[Told]:
        """Return what is looked up by a day or a later one, an ordinal."""

    def on(self, shelf: str, day: int) -> list[Told]:
        """Return that of claims on a shelf."""

    def of(self, numbers: Collection[int]) -> list[Told]:
        """Return that of claims by their numbers."""


class KeptBriefs:
    """Briefs as the ledger keeps them, of a view and what is seen from a day and was known by one, as ordinals."""

    def __init__(self, connection: Connection, track: Track[Any], as_of: int, known: int) -> None:
        self._ask, self._clocks = partial(database.ask, connection), (as_of, known)
        self._track = brief_number(track)

    def days(self, most: int) -> list[tuple[int, int]]:
        """Return the numbers and days of claims, the latest first."""
        return [(number, day) for number, day in self._ask(_DAYS, (self._track, *self._clocks, most))]

    def since(self, day: int) -> list[Told]:
        """Return what is looked up by a day or a later one."""
        return _read(self._ask(_SINCE, (self._track, day, *self._clocks)))

    def on(self, shelf: str, day: int) -> list[Told]:
        """Return that of claims on a shelf."""
        return _read(self._ask(_ON, (self._track, number_for(shelf), day, *self._clocks)))

    def of(self, numbers: Collection[int]) -> list[Told]:
        """Return that of claims by their numbers."""
        return _read(self._ask(_OF, (json.dumps(list(numbers)), self._track, *self._clocks)))


class HeldBriefs(KeptBriefs):
    """The same of a view of which what is told of all claims was read before: ``held``, as :class:`~.athand.AtHand` has it."""

    def __init__(
        self, connection: Connection, track: Track[Any], clocks: tuple[int, int], held: Iterable[tuple[int, int, int, int, list[Any]]]
    ) -> None:
        super().__init__(connection, track, *clocks)
        seen, by = clocks
        self._held = [(number, day, told) for number, day, since, known, told in held if since <= seen and known <= by]

    def numbers(self) -> list[int]:
        """Return the numbers of all claims."""
        return [number for number, _, _ in self._held]

    def since(self, day: int) -> list[Told]:
        """Return what is looked up by a day or a later one."""
        return [Told(number, told) for number, at, told in self._held if at >= day]


class BriefsAtHand:
    """Briefs of claims at hand, which were known by the clocks, as seen from a day."""

    def __init__(self, rows: Iterable[Brief], as_of: int) -> None:
        self._rows = {row.claim: row for row in rows if row.since <= as_of}
        self._shelves: dict[int, list[Brief]] = defaultdict(list)
        for row in self._rows.values():
            for shelf in row.shelves:
                self._shelves[shelf].append(row)

    def days(self, most: int) -> list[tuple[int, int]]:
        """Return the numbers and days of claims, the latest first."""
        found = sorted(self._rows.values(), key=lambda row: row.day, reverse=True)
        return [(row.claim, row.day) for row in found[: None if most < 0 else most]]

    def since(self, day: int) -> list[Told]:
        """Return what is looked up by a day or a later one."""
        return _read((row.claim, row.told) for row in self._rows.values() if row.day >= day)

    def on(self, shelf: str, day: int) -> list[Told]:
        """Return that of claims on a shelf."""
        return _read((row.claim, row.told) for row in self._shelves[number_for(shelf)] if row.day >= day)

    def of(self, numbers: Collection[int]) -> list[Told]:
        """Return that of claims by their numbers."""
        return _read((row.claim, row.told) for number in numbers if (row := self._rows.get(number)) is not None)


def _read(rows: Iterable[Sequence[Any]]) -> list[Told]:
    found = list(rows)
    values = json.loads(f"[{','.join(told for _, told in found)}]")  # at once: thousands at times
    return [Told(number, each) for (number, _), each in zip(found, values, strict=True)]


def brief_number(track: Track[Any]) -> int:
    """Return the number that what is told for a view is kept under."""
    return next(at for at, each in enumerate(BRIEFLY) if each.name == track.name)


def briefs_of(number: int, one: Seen, known: int, words: Callable[[Seen], str | None]) -> Iterator[Brief]:
    """Yield what is told of a claim, for each view that tells its rows apart by that.

    Args:
        number: of the claim.
        one: the claim.
        known: day on which it was published, an ordinal.
        words: gives its exact words.
    """
    for at, track in enumerate(BRIEFLY):
        if track.tell is not None and track.takes(one) and (told := track.tell(one, words)) is not None:
            shelves = tuple(sorted({number_for(name) for name in told.shelves}))
            values = json.dumps(told.told, ensure_ascii=False, separators=(",", ":"))
            yield Brief(at, _ordinal(told.day), number, _ordinal(one.begin), known, values, shelves)


@lru_cache(20_000)
def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def words_in(connection: Connection) -> Callable[[Seen], str | None]:
    """Return what gives the exact words of claims, None where they were redacted; the text of the last document is remembered."""
    held: dict[str, str | None] = {}

    def words(one: Seen) -> str | None:
        if one.held.document not in held:
            held.clear()
            rows = database.ask(connection, "SELECT text FROM document WHERE id = ?", (one.held.document,))
            held[one.held.document] = rows[0][0] if rows else None
        text = held[one.held.document]
        return None if text is None else text[one.claim.start : one.claim.end]

    return words
