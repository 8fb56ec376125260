"""Texts of the ledger with what is needed to say whose words stand in them."""

from __future__ import annotations

import json
from collections.abc import Container, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, Select, func, select

from reportedly.compare.reprints import families
from reportedly.model import Attribution, Span
from reportedly.model.document import Segment
from reportedly.query.filters import ClaimFilter
from reportedly.query.published import published
from reportedly.store import database, schema, sql
from reportedly.store.rows import segments_from

_DAY = 10


class Page(NamedTuple):
    """A text: its publisher (else its path), the day of publication (else of recording), and the reprints that it is one of."""

    document: str
    text: str
    source: str
    path: str
    day: str
    family: str
    segments: tuple[Segment, ...]
    attributions: list[Attribution]


def pages_of(
    connection: Connection, clocks: ClaimFilter, chosen: Container[str] | None = None, among: Sequence[str] | None = None
) -> Iterator[Mapping[int, Page]]:
    """Yield the texts that were not redacted, by the number of their latest reading, some at a time, as known and recorded by a day.

    Args:
        connection: inside a read transaction.
        clocks: only ``known_by`` and ``recorded_by`` matter.
        chosen: ids of documents, None for all.
        among: only these are looked at, for a few; of which reprints they are is left open then.
    """
    kin = families(sql.reprints(connection, recorded_by=clocks.recorded_by, bare=True)) if among is None else {}
    days = published(connection, clocks.recorded_by, among)
    for rows in database.parts(connection, _query(clocks, among), sql.CHUNK):
        pages: dict[int, Page] = {}
        for row in rows:
            day = days.get(row.document) or row.recorded[:_DAY]
            known = clocks.known_by is None or day[: len(clocks.known_by)] <= clocks.known_by
            if known and (chosen is None or row.document in chosen):
                pages[row.seq] = _page(row, day, kin)
        _attribute(connection, pages)
        yield pages


def _query(clocks: ClaimFilter, among: Sequence[str] | None) -> Select[Any]:
    reading, document, place = schema.reading.c, schema.document.c, sql.first_appearance(among)
    last = select(func.max(reading.seq)).group_by(reading.document)
    if clocks.recorded_by is not None:
        last = last.where(sql.until(reading.recorded, clocks.recorded_by))
    if among is not None:
        last = last.where(reading.document.in_(among))
    source = func.coalesce(place.c.publisher, place.c.publisher_id, place.c.path).label("source")
    query = select(reading.seq, reading.document, reading.recorded, document.text, document.segments, source, place.c.path)
    query = query.join(schema.document, document.id == reading.document).join(place, place.c.document == reading.document)
    return query.where(reading.seq.in_(last), document.text.is_not(None)).order_by(reading.seq)


def _page(row: Row[Any], day: str, kin: Mapping[str, str]) -> Page:
    return Page(row.document, row.text, row.source, row.path, day, kin.get(row.document, row.document), segments_from(row.segments), [])


def _attribute(connection: Connection, pages: Mapping[int, Page]) -> None:
    found = schema.attribution.c
    query = select(found.reading, found.id, found.kind, found.content, found.speaker, found.speaker_name)
    for row in connection.execute(query.where(found.reading.in_(pages))):
        content = tuple(Span(start, end) for start, end in json.loads(row.content))
        pages[row.reading].attributions.append(Attribution(row.id, row.kind, content, speaker=row.speaker, speaker_name=row.speaker_name))
