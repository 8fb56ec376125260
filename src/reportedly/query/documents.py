"""Documents as rows, a page at a time, and one with all its layers."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Row, Select, exists, false, func, or_, select

from reportedly.errors import UnknownIdError
from reportedly.export.contract import Json, reading_to_contract
from reportedly.query.claims import ANY, document_rows
from reportedly.query.clocks import appeared, clocks_of, require, was_there
from reportedly.query.conditions import lies_at, of_document, same
from reportedly.query.filters import ClaimFilter
from reportedly.query.provenance import provenance
from reportedly.store import Ledger, schema, sql
from reportedly.store.matching import matching

TAKES = ("publisher", "path", "ref", "doc", "published_since", "published_until", "text", "known_by", "recorded_by", "limit")
"""Filters that documents are chosen by; ``text`` looks in the whole of them."""

_NAMED = 2
Pick = Callable[[Connection], Sequence[int] | None]


class Documents(NamedTuple):
    """Rows of documents, and the cursor of those that follow; None where none do."""

    rows: list[Json]
    next: int | None


def documents(ledger: Ledger, where: ClaimFilter, size: int | None, after: int | None = None, pick: Pick | None = None) -> Documents:
    """Return the next documents that pass, in the order they were recorded: what they are, and how many claims stand in them.

    ``pick`` gives the numbers of those that pass and follow, one more than ``size``; None where it does not know them.
    """
    document = schema.document.c
    query = select(document.seq, document.id, document.format, document.lang, document.chars, document.text.is_(None).label("redacted"))
    with ledger.reading() as connection:
        known = None if pick is None or size is None else pick(connection)
        query = query.where(*(_conditions(where) if known is None else [document.seq.in_(known)])).order_by(document.seq)
        if after is not None:
            query = query.where(document.seq > after)
        if size is not None:
            query = query.limit(size + 1)
        found = list(connection.execute(query))
        shown = found if size is None else found[:size]
        rows = list(_rows(connection, shown, where))
    return Documents(rows, shown[-1].seq if len(found) > len(shown) else None)


def latest(ledger: Ledger, most: int, clocks: ClaimFilter = ANY, numbers: Sequence[int] | None = None) -> list[Json]:
    """Return the documents that were recorded last, the last first; ``numbers`` are theirs, where they are at hand."""
    document = schema.document.c
    query = select(document.seq, document.id, document.format, document.lang, document.chars, document.text.is_(None).label("redacted"))
    with ledger.reading() as connection:
        query = query.where(*was_there(document.id, clocks)) if numbers is None else query.where(document.seq.in_(numbers))
        query = query.order_by(document.seq.desc()).limit(most)
        return list(_rows(connection, list(connection.execute(query)), clocks))


def document(ledger: Ledger, prefix: str, clocks: ClaimFilter = ANY) -> Json:
    """Return a document whose id begins so, as the contract has a reading: ``doc``, ``text``, ``attributions`` and the rest.

    Beside these ``appearances``, each with path, publisher, day and URL, and ``provenance``, in short what is kept of the first. The
    clocks of ``clocks`` say from when it is looked.

    Raises:
        UnknownIdError: no document's id begins so, or several do, or it was redacted.
        LaterError: it was published or recorded after the clocks.
    """
    with ledger.reading() as connection:
        key = _whole(connection, prefix, ledger.where)
        place = schema.appearance.c
        require(connection, "document", key, connection.scalar(select(func.min(place.recorded)).where(place.document == key)) or "", clocks)
        seen = connection.execute(select(schema.appearance).where(place.document == key, *appeared(clocks)).order_by(place.seq))
        appearances = [{name: getattr(row, name) for name in ("path", "ref", "publisher", "published", "url", "title")} for row in seen]
        known = provenance(connection, key)
    return reading_to_contract(ledger.view().reading(key, clocks.recorded_by)) | {"appearances": appearances, "provenance": known}


def _whole(connection: Connection, prefix: str, where: str) -> str:
    key = schema.document.c.id
    found = list(connection.scalars(select(key).where(of_document(key, prefix)).order_by(key).limit(_NAMED)))
    if len(found) == 1:
        return str(found[0])
    what = f"{'several documents have' if found else 'no document has'} an id that begins with {prefix!r:.80}"
    raise UnknownIdError(what, where=where, remedy="give more of the id" if found else "the list of documents has their ids")


def _conditions(where: ClaimFilter) -> Iterator[ColumnElement[bool]]:
    document, place = schema.document.c, schema.appearance.c
    recorded = list(appeared(ClaimFilter(recorded_by=where.recorded_by)))
    yield from was_there(document.id, clocks_of(where))
    for test in _of_appearance(where):
        yield exists().where(place.document == document.id, test, *recorded)
    if where.doc is not None:
        yield of_document(document.id, where.doc)
    if where.text is not None:
        found = matching("document", where.text)
        yield false() if found is None else document.seq.in_(found)


def _of_appearance(where: ClaimFilter) -> Iterator[ColumnElement[bool]]:
    place = schema.appearance.c
    asked: tuple[tuple[str | None, Callable[[str], ColumnElement[bool]]], ...] = (
        (where.publisher, lambda value: or_(place.publisher_id == value, same(place.publisher, value))),
        (where.path, lambda value: lies_at(place.path, value)),
        (where.ref, lambda value: place.ref == value),
        (where.published_since, lambda value: sql.since(place.published, value)),
        (where.published_until, lambda value: sql.until(place.published, value)),
    )
    for value, test in asked:
        if value is not None:
            yield test(value)


def _rows(connection: Connection, found: list[Row[Any]], where: ClaimFilter) -> Iterator[Json]:
    ids = {row.id for row in found}
    places = document_rows(connection, ids, where.recorded_by)
    counts = dict(map(tuple, connection.execute(_claims(ids, where))))
    titles = {row.document: (row.title, json.loads(row.byline)) for row in connection.execute(_first(ids))}
    for row in found:
        title, byline = titles.get(row.id, (None, []))
        said = {"format": row.format, "lang": row.lang, "chars": row.chars, "redacted": bool(row.redacted)}
        yield places.get(row.id, {"id": row.id}) | {"title": title, "byline": byline} | said | {"claims": counts.get(row.id, 0)}


def _claims(ids: set[str], where: ClaimFilter) -> Select[Any]:
    claim = schema.claim.c
    return (
        select(claim.document, func.count())
        .where(claim.document.in_(ids), sql.current(where.recorded_by, judged=where.judged, each=True))
        .group_by(claim.document)
    )


def _first(ids: set[str]) -> Select[Any]:
    place = schema.appearance.c
    first = select(func.min(place.seq)).where(place.document.in_(ids)).group_by(place.document)
    return select(place.document, place.title, place.byline).where(place.seq.in_(first))
