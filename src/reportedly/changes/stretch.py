"""Which claims are seen at the later of two looks and not at the earlier one, or the other way round."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from sqlalchemy import ColumnElement, Connection, Integer, Select, exists, func, or_, select

from reportedly.changes.since import Since
from reportedly.query.conditions import conditions
from reportedly.query.filters import ClaimFilter
from reportedly.query.seen import numbered
from reportedly.store import database, schema, sql
from reportedly.track.seen import Seen
from reportedly.truce.view import View

_FEW = 2_000


@dataclass(frozen=True)
class Look:
    """One of two looks: from where, and the numbers of the last batch and claim that were recorded by then."""

    view: View
    batch: int
    claim: int


@dataclass(frozen=True)
class Stretch:
    """What lies between two looks at one state of the ledger.

    Attributes:
        connection: inside a read transaction. where: which claims count.
        before, after: the two looks.
    """

    connection: Connection
    where: ClaimFilter
    before: Look
    after: Look
    _known: dict[int, tuple[frozenset[int], frozenset[int]]] = field(default_factory=dict)

    @classmethod
    def of(cls, connection: Connection, where: ClaimFilter, looks: Since) -> Stretch:
        """Return the stretch between two looks; clocks and number of rows in ``where`` have no bearing."""
        plain = replace(where, as_of=None, known_by=None, recorded_by=None, limit=None, offset=0, min_chains=None, judgements=None)
        return cls(connection, plain, _look(connection, looks.before), _look(connection, looks.after))

    @property
    def whole(self) -> bool:
        """Whether every claim counts."""
        return self.where == ClaimFilter()

    @cached_property
    def new(self) -> frozenset[int]:
        """The numbers of claims that stand today, are seen at the later look, and not at the earlier one."""
        claim, view = schema.claim.c, self.after.view
        few = self._came()  # so that no reading of another document is looked at
        stands = sql.current(documents=few, judged=view.judged) if few is not None else sql.current(judged=view.judged)
        query = select(claim.seq).where(stands, claim.seq <= self.after.claim, self.fresh(claim.batch, claim.document))
        query = query.where(*conditions(self.where))
        query = query if view.known_by is None else query.where(known(claim.document, view.known_by))
        return frozenset(self.connection.scalars(query if few is None else query.where(claim.document.in_(few))))

    def _came(self) -> list[str] | None:
        """Return the documents that have claims which were recorded since, where that is all that makes them new, and they are few."""
        then = self.before.view.known_by
        if then is not None and then != self.after.view.known_by:
            return None
        found = self._read_since(self.before.batch)
        return sorted(found) if len(found) <= _FEW else None

    def _read_since(self, batch: int) -> set[str]:
        """Return the documents that were read, or judged, after a batch."""
        reading, claim, judgement = schema.reading.c, schema.claim.c, schema.judgement.c
        judged = select(claim.document).join(schema.judgement, judgement.claim == claim.id).where(judgement.batch > batch)
        read = select(reading.document).where(reading.batch > batch)
        return {*self.connection.scalars(read), *self.connection.scalars(judged)}

    def fresh(self, batch: ColumnElement[Any], document: ColumnElement[Any]) -> ColumnElement[bool]:
        """Return the condition that something of a document was recorded since the earlier look, or was published since."""
        then = self.before.view.known_by
        if then is None or then == self.after.view.known_by:
            return batch > self.before.batch
        return or_(batch > self.before.batch, ~known(document, then))

    @cached_property
    def replaced(self) -> tuple[Mapping[int, Seen], Mapping[int, Seen]]:
        """The claims that stood at each look and do not stand today, by their numbers."""
        return self._gone(self.before), self._gone(self.after)

    @cached_property
    def turned(self) -> Mapping[int, Seen]:
        """Those of the replaced that pass and were seen at one look only."""
        then, now = self.replaced
        either = {number: one for number, one in {**then, **now}.items() if (number in then) != (number in now)}
        return either if self.whole else {number: either[number] for number in self._passing(sorted(either))}

    @cached_property
    def absent(self) -> tuple[frozenset[int], frozenset[int]]:
        """Numbers of claims that stand today, were recorded by each look, and did not stand then: what was undone since."""
        return self._turned(self.before)[1], self._turned(self.after)[1]

    def _gone(self, look: Look) -> dict[int, Seen]:
        claim, numbers = schema.claim.c, sorted(self._turned(look)[0])
        parts = (numbers[start : start + sql.CHUNK] for start in range(0, len(numbers), sql.CHUNK))
        return {number: one for part in parts for number, one in numbered(self.connection, None, *_of(claim, part))}

    def _turned(self, look: Look) -> tuple[frozenset[int], frozenset[int]]:
        """Return the claims that stood at a look and do not stand today, and the other way round."""
        if look.batch not in self._known:
            claim, then, now = schema.claim.c, set[int](), set[int]()
            documents = self._touched(look.batch) if look.batch else []
            for start in range(0, len(documents), sql.CHUNK):
                part = documents[start : start + sql.CHUNK]
                query, judged = select(claim.seq).where(claim.seq <= look.claim), look.view.judged
                then.update(self.connection.scalars(query.where(sql.current(look.view.recorded_by, part, judged=judged))))
                now.update(self.connection.scalars(query.where(sql.current(documents=part, judged=judged))))
            self._known[look.batch] = frozenset(then - now), frozenset(now - then)
        return self._known[look.batch]

    def _touched(self, batch: int) -> list[str]:
        """Return the documents that were there at a batch and were read again, or judged, after it."""
        reading = schema.reading.c
        found, wanted = list[str](), sorted(self._read_since(batch))
        for start in range(0, len(wanted), sql.CHUNK):
            there = (
                select(reading.document).distinct().where(reading.document.in_(wanted[start : start + sql.CHUNK]), reading.batch <= batch)
            )
            found += self.connection.scalars(there)
        return sorted(found)

    def _passing(self, numbers: list[int]) -> Iterator[int]:
        claim = schema.claim.c
        for start in range(0, len(numbers), sql.CHUNK):
            part = numbers[start : start + sql.CHUNK]
            yield from self.connection.scalars(select(claim.seq).where(claim.seq.in_(part), *conditions(self.where)))

    def seen(self, side: int, numbers: Iterable[int], found: Mapping[int, Seen], replaced: Iterable[Seen]) -> list[Seen]:
        """Return those claims of a group that are seen at a look: of those that stand today, and of those that were replaced since."""
        look, absent = (self.before, self.after)[side], self.absent[side]
        there = [found[number] for number in numbers if number <= look.claim and number not in absent]
        by = look.view.known_by
        return [one for one in (*there, *replaced) if by is None or one.known[: len(by)] <= by]


def _of(claim: Any, readings: list[int]) -> tuple[ColumnElement[bool], ...]:  # noqa: ANN401 - columns of the claim table
    return claim.reading.in_(readings), claim.body.is_not(None)


def _look(connection: Connection, view: View) -> Look:
    batch, claim = schema.batch.c, schema.claim.c
    query = select(func.max(batch.seq))
    if view.recorded_by is not None:
        query = query.where(sql.until(batch.recorded, view.recorded_by))
    last = connection.scalar(query) or 0
    newest = select(claim.seq).where(claim.batch <= last).order_by(claim.batch.desc(), claim.seq.desc()).limit(1)
    return Look(view, last, connection.scalar(newest) or 0)


def listed(numbers: Iterable[int]) -> Select[Any]:
    """Return the query of numbers that are at hand, however many."""
    return select(database.each_of(sorted(numbers), Integer()).c.value)


def known(document: ColumnElement[Any], by: str) -> ColumnElement[bool]:
    """Return the condition that a document was published by a day, else recorded by it."""
    place = schema.appearance.alias("known")
    return exists().where(place.c.document == document, sql.until(sql.day_known(place), by))
