"""Keeping the table of sightings in step with the record: of every claim that stands, the groups of every view that it is in."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from sqlalchemy import Connection, func, select

from reportedly import __version__, track
from reportedly.ids import number_for
from reportedly.query.briefs import BRIEFLY, briefs_of, words_in
from reportedly.query.seen import numbered
from reportedly.query.tracks import TRACKS
from reportedly.query.uses import pages_in
from reportedly.store import Ledger, schema, sightings, sql
from reportedly.store.briefs import Brief
from reportedly.store.sightings import Sighting
from reportedly.store.uses import Page
from reportedly.track.seen import Seen
from reportedly.track.track import Track

_BATCHES = 1000
"""Batches, each of a document as a rule, that are taken in by one transaction."""
_PARTS = 100
Kept = Sighting | Brief | Page


@cache
def edition() -> str:
    """Return what the rows hang on beside the record: the program, and the text of all views."""
    sources = sorted((path.name, path.read_bytes()) for path in files(track).iterdir() if path.is_file())
    names = [each.name for each in (*TRACKS, *BRIEFLY)]
    return hashlib.sha256(repr((__version__, sightings.SHAPE, names, sources)).encode()).hexdigest()


def catch_up(ledger: Ledger) -> None:
    """Take in what was recorded since the table was last written; the whole record where there is none, or it is of another edition.

    Raises:
        LedgerUnavailableError: the ledger cannot be written.
    """
    while True:
        with ledger.reading() as connection:
            if sightings.is_fresh(connection, edition()):
                return
        with ledger.writing() as (connection, _):
            _step(connection)


def _step(connection: Connection) -> None:
    held = sightings.held_until(connection, edition())
    if held is None:
        sightings.begin_anew(connection, edition())
        held = 0
    to = min(held + _BATCHES, sightings.last_batch(connection))
    documents = sightings.changed(connection, held, to)
    rows: list[Kept] = []
    for start in range(0, len(documents), _PARTS):
        rows += rows_of(connection, documents[start : start + _PARTS])
    sightings.put(connection, documents, rows, to)


def rows_of(connection: Connection, documents: list[str]) -> Iterator[Kept]:
    """Yield the rows of the claims of documents that stand, and what is kept of the documents' words."""
    first, words = _first_known(connection, documents), words_in(connection)
    standing: dict[str, dict[str, int]] = defaultdict(dict)
    for number, one in numbered(connection, None, sql.current(documents=documents)):
        standing[one.held.document][one.claim.id] = number
        yield from briefs_of(number, one, _ordinal(first[one.held.document]), words)
        for at, each in enumerate(TRACKS):
            if each.takes(one):
                yield from sightings_of(at, each, number, one, first[one.held.document])
    yield from pages_in(connection, documents, standing)


def sightings_of(at: int, of: Track[Any], number: int, one: Seen, known: str) -> Iterator[Sighting]:
    """Yield the rows of a claim in a view, whose number is ``at``: those of groups that it stands beside have the number below zero."""
    found = [(where, set(names(one))) for where, names in ((at, of.groups), (~at, of.beside))]
    if any(names for _, names in found):
        days = (_ordinal(of.rank(one)), number, _ordinal(of.since(one)), _ordinal(known))
        yield from (Sighting(where, number_for(name), *days) for where, names in found for name in names)


@cache
def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def _first_known(connection: Connection, documents: Iterable[str]) -> dict[str, str]:
    place = schema.appearance.c
    day = func.min(sql.day_known()).label("day")
    query = select(place.document, day).where(place.document.in_(documents)).group_by(place.document)
    return {row.document: row.day for row in connection.execute(query)}
