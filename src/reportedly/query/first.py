"""Who said it first among the documents held, who repeated it, and who corrected it or took it down."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row, Select, select

from reportedly.compare.versions import fate
from reportedly.export.contract import Json
from reportedly.query.reuse import versions_by_url
from reportedly.store import schema, sql

_MOST = 50


def history(connection: Connection, row: Row[Any]) -> list[Json]:
    """Return what became of a claim, in order of publication; at most fifty that say the same are followed.

    Each is ``first`` (published on the earliest day known), ``repeated``, ``undated`` (when is not known), ``corrected`` (a later version
    of its URL has other words) or ``taken-down`` (a later version has none of it), with the claim, the document and the day.
    """
    claim, place = schema.claim, sql.first_appearance()
    same = (claim.c.proposition == row.proposition, claim.c.stance == row.stance, sql.current())
    columns = (claim.c.id, claim.c.document, claim.c.start, claim.c.end, place.c.path, place.c.published, place.c.publisher, place.c.url)
    query: Select[Any] = select(*columns).join(place, place.c.document == claim.c.document).where(*same).order_by(claim.c.seq).limit(_MOST)
    said = sorted(connection.execute(query), key=lambda one: (one.published or "9999", one.path, one.start))
    days = [one.published for one in said if one.published]
    found = []
    for one in said:
        role = "undated" if not one.published else "first" if one.published == days[0] else "repeated"
        found.append(_row(role, one.id, one.document, one))
        found += _later(connection, one)
    return found


def _later(connection: Connection, one: Row[Any]) -> list[Json]:
    """Return the later versions of a claim's URL that do not have its words any more."""
    known = versions_by_url(connection, one.url).get(one.url, []) if one.url else []
    at = next((number for number, place in enumerate(known) if place.document == one.document), len(known))
    if not known[at + 1 :]:
        return []
    words = _text(connection, one.document)[one.start : one.end]
    fates = ((place, fate(words, _text(connection, place.document))) for place in known[at + 1 :])
    roles = {"changed": "corrected", "gone": "taken-down"}
    return [_row(roles[became], one.id, place.document, place) for place, became in fates if became in roles]


def _text(connection: Connection, document: str) -> str:
    return connection.scalar(select(schema.document.c.text).where(schema.document.c.id == document)) or ""


def _row(role: str, claim: str, document: str, place: Row[Any]) -> Json:
    return {"role": role, "claim": claim, "doc": document, "path": place.path, "publisher": place.publisher, "published": place.published}
