"""What is in a ledger, in numbers."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, and_, func, select

from reportedly.export.contract import Json
from reportedly.store import Ledger, schema, sql


def overview(ledger: Ledger) -> Json:
    """Return what is in a ledger, by name.

    Counts: documents, appearances, failures, links of the chain, claims (in all, by type, by stance), claims withheld under the
    threshold of their type by the latest reading of each document (in all), appearances by publisher, documents
    by language, reprints by label, contradictions (in all, by kind), look-alikes. And the first and last day of publication.
    Counts by name go from the most to the fewest; what has no known name stands under None.
    """
    claim, place, pair = schema.claim.c, schema.appearance.c, schema.contradiction.c
    current, real = sql.current(), and_(pair.look_alike.is_(False), sql.standing_pair())
    with ledger.reading() as connection:
        first, last = connection.execute(select(func.min(place.published), func.max(place.published))).one()
        return {
            "documents": _count(connection, schema.document),
            "appearances": _count(connection, schema.appearance),
            "failures": _count(connection, schema.failure),
            "links": _count(connection, schema.batch),
            "claims": _count(connection, schema.claim, current),
            "withheld": _withheld(connection),
            "types": _by(connection, claim.type, current),
            "stances": _by(connection, claim.stance, current),
            "publishers": _by(connection, place.publisher),
            "languages": _by(connection, schema.document.c.lang),
            "reprints": _by(connection, schema.reprint.c.label, sql.standing_reprint()),
            "contradictions": _count(connection, schema.contradiction, real),
            "contradiction_kinds": _by(connection, pair.kind, real),
            "look_alikes": _count(connection, schema.contradiction, pair.look_alike.is_(True), sql.standing_pair()),
            "published": {"first": first, "last": last},
        }


def _withheld(connection: Connection) -> int:
    reading = schema.reading.c
    last = select(func.max(reading.seq)).group_by(reading.document)
    query = select(reading.layers).where(reading.seq.in_(last), reading.layers.contains('"withheld"'))
    return sum(sum(json.loads(layers)["withheld"].values()) for layers in connection.scalars(query))


def _count(connection: Connection, table: Table, *where: ColumnElement[bool]) -> int:
    return connection.scalar(select(func.count()).select_from(table).where(*where)) or 0


def _by(connection: Connection, column: ColumnElement[Any], *where: ColumnElement[bool]) -> dict[str | None, int]:
    count = func.count()
    query = select(column, count).where(*where).group_by(column).order_by(count.desc(), column)
    return {row[0]: row[1] for row in connection.execute(query)}
