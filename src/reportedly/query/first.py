"""Who said it first among the documents held, who repeated it, and who corrected it or took it down."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Row, func, select

from reportedly.compare.houses import houses_of
from reportedly.compare.origins import amount
from reportedly.compare.versions import fate
from reportedly.export.contract import Json
from reportedly.model import Claim
from reportedly.model.claim import SAYING
from reportedly.packs import load_packs
from reportedly.query.conditions import lens
from reportedly.query.filters import ClaimFilter
from reportedly.query.reuse import versions_by_url
from reportedly.store import schema, sql

_MOST, _DAY = 50, 10
_BECAME = {"kept": "kept", "changed": "corrected", "gone": "taken-down"}


def alike(connection: Connection, row: Row[Any], claim: Claim, clocks: ClaimFilter) -> list[Row[Any]]:
    """Return the rows of the claims that say the same with the same number, this one among them, in order of recording; at most fifty.

    The clocks of ``clocks`` say from when it is looked.
    """
    table, (place, first) = schema.claim, sql.first_of(schema.claim.c.document)
    publisher = func.coalesce(place.c.publisher, place.c.publisher_id).label("publisher")
    query = select(table, place.c.path, place.c.published, publisher, place.c.url).where(first)
    query = query.where(table.c.proposition == row.proposition, table.c.stance == row.stance, *lens(clocks, each=True)).order_by(
        table.c.seq
    )
    same = (other for other, found in sql.claims(connection, query) if amount(found) == amount(claim))
    return list(islice(same, _MOST))


def history(connection: Connection, same: Sequence[Row[Any]], clocks: ClaimFilter) -> list[Json]:
    """Return what became of a claim, in order of publication, from the rows of those that say it (:func:`alike`).

    Each has its ``role``: ``first`` (published on the earliest day known, and names none of that day as its source), ``repeated``,
    ``undated`` (when is not known), ``misdated`` (the day given lies before what is told); ``kept``, ``corrected`` (a later version of
    its URL has other words) or ``taken-down`` (it has none of them). With it stand the ``claim``, the document, its path, publisher
    and day, and the ``words`` that stand there, null for none.
    """
    days = [one.published for one in same if _dated(one)]
    first = [one for one in same if _dated(one) and one.published == min(days)]
    taken = {one.id for one in first if _takes(one, first)}
    by_place = {(one.document, one.url): one.id for one in same if one.url}
    found, told = list[Json](), set[str]()
    for one in sorted(same, key=lambda one: (not _dated(one), one.published or "9999", one.id in taken, one.path, one.start)):
        if one.id in told:
            continue
        role = _role(one, first=one in first and one.id not in taken)
        found.append(_row(role, one.id, one.document, one, _text(connection, one.document)[one.start : one.end]))
        for later in _later(connection, one, clocks):
            own = by_place.get((later["doc"], one.url))
            if own:
                told.add(own)
            if own or later["role"] != "kept":
                found.append(later | {"claim": own or one.id})
    return found


def _role(one: Row[Any], *, first: bool) -> str:
    if not _dated(one):
        return "misdated" if one.published else "undated"
    return "first" if first else "repeated"


def _dated(one: Row[Any]) -> bool:
    """Say whether it is known when a claim was published: not before the day that it tells of, unless it tells of what is to come."""
    if not one.published or one.stance not in SAYING or not one.begin:
        return bool(one.published)
    size = min(len(one.published), len(one.begin), _DAY)
    return bool(one.published[:size] >= one.begin[:size])


def _takes(one: Row[Any], others: Sequence[Row[Any]]) -> bool:
    """Say whether a claim names the publisher of another of the same day as one through whom it came."""
    houses = houses_of(load_packs())
    hands = {houses.key(name) for name in json.loads(one.body)["chain"][1:]}
    own = houses.key(one.publisher or "")
    return any(other.publisher and houses.key(other.publisher) in hands - {own} for other in others)


def _later(connection: Connection, one: Row[Any], clocks: ClaimFilter) -> Iterator[Json]:
    """Yield the later versions of a claim's URL, with what stands there in place of its words."""
    known = versions_by_url(connection, one.url, clocks).get(one.url, []) if one.url else []
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
