"""Who said it first among the documents held, who repeated it, and who corrected it or took it down."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, func, select

from reportedly.compare.houses import houses_of
from reportedly.compare.versions import fate
from reportedly.export.contract import Json
from reportedly.packs import load_packs
from reportedly.query.reuse import versions_by_url
from reportedly.store import schema, sql

_MOST = 50
_BECAME = {"kept": "kept", "changed": "corrected", "gone": "taken-down"}


def history(connection: Connection, row: Row[Any]) -> list[Json]:
    """Return what became of a claim, in order of publication; at most fifty that say the same are followed.

    Each has its ``role``: ``first`` (published on the earliest day known, and names none of that day as its source), ``repeated``,
    ``undated`` (when is not known); ``kept``, ``corrected`` (a later version of its URL has other words) or ``taken-down`` (it has none
    of them). With it stand the ``claim``, the document, its path, publisher and day, and the ``words`` that stand there, null for none.
    """
    said = _said(connection, row)
    days = [one.published for one in said if one.published]
    first = [one for one in said if days and one.published == days[0]]
    taken = {one.id for one in first if _takes(one, first)}
    said.sort(key=lambda one: (one.published or "9999", one.id in taken))
    by_place = {(one.document, one.url): one.id for one in said if one.url}
    found, told = list[Json](), set[str]()
    for one in said:
        if one.id in told:
            continue
        role = "undated" if not one.published else "first" if one in first and one.id not in taken else "repeated"
        found.append(_row(role, one.id, one.document, one, _text(connection, one.document)[one.start : one.end]))
        for later in _later(connection, one):
            own = by_place.get((later["doc"], one.url))
            if own:
                told.add(own)
            if own or later["role"] != "kept":
                found.append(later | {"claim": own or one.id})
    return found


def _said(connection: Connection, row: Row[Any]) -> list[Row[Any]]:
    claim, place = schema.claim, sql.first_appearance()
    same = (claim.c.proposition == row.proposition, claim.c.stance == row.stance, sql.current())
    publisher = func.coalesce(place.c.publisher, place.c.publisher_id).label("publisher")
    columns = (claim.c.id, claim.c.document, claim.c.start, claim.c.end, claim.c.body, place.c.path, place.c.published, publisher)
    query: Select[Any] = select(*columns, place.c.url).join(place, place.c.document == claim.c.document)
    rows = connection.execute(query.where(*same).order_by(claim.c.seq).limit(_MOST))
    return sorted(rows, key=lambda one: (one.published or "9999", one.path, one.start))


def _takes(one: Row[Any], others: Sequence[Row[Any]]) -> bool:
    """Say whether a claim names the publisher of another of the same day as one through whom it came."""
    houses = houses_of(load_packs())
    hands = {houses.key(name) for name in json.loads(one.body)["chain"][1:]}
    own = houses.key(one.publisher or "")
    return any(other.publisher and houses.key(other.publisher) in hands - {own} for other in others)


def _later(connection: Connection, one: Row[Any]) -> Iterator[Json]:
    """Yield the later versions of a claim's URL, with what stands there in place of its words."""
    known = versions_by_url(connection, one.url).get(one.url, []) if one.url else []
    at = next((number for number, place in enumerate(known) if place.document == one.document), len(known))
    if not known[at + 1 :]:
        return
    words = _text(connection, one.document)[one.start : one.end]
    for place in known[at + 1 :]:
        text = _text(connection, place.document)
        became, span = fate(words, text)
        yield _row(_BECAME[became], one.id, place.document, place, text[slice(*span)] if span else None)


def _text(connection: Connection, document: str) -> str:
    return connection.scalar(select(schema.document.c.text).where(schema.document.c.id == document)) or ""


def _row(role: str, claim: str, document: str, place: Row[Any], words: str | None) -> Json:
    where = {"doc": document, "path": place.path, "publisher": place.publisher, "published": place.published}
    return {"role": role, "claim": claim, **where, "words": words or None}
