"""What is in a ledger, in numbers."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, func, select

from reportedly.export.contract import Json
from reportedly.query import conditions, links
from reportedly.query.claims import ANY
from reportedly.query.clocks import appeared, was_there
from reportedly.query.columns import Columns, Tally, passing, tallied, there
from reportedly.query.filters import ClaimFilter
from reportedly.query.pairing import Some
from reportedly.query.standing import Reprinted, reprinted
from reportedly.store import Ledger, schema, sql

Held = Callable[[Connection], Columns | None]
Pairs = Callable[[], Some]
Shared = Callable[[Connection, Columns], Reprinted]


def overview(
    ledger: Ledger, where: ClaimFilter = ANY, held: Held | None = None, pairs: Pairs | None = None, shared: Shared = reprinted
) -> Json:
    """Return what is in a ledger, by name.

    Counts: documents, appearances, failures, links of the chain, claims (in all, by type, by stance), claims withheld under the
    threshold of their type by the latest reading of each document (in all), appearances by publisher, documents
    by language, reprints by label, contradictions (in all, by kind), look-alikes. And the first and last day of publication.
    Counts by name go from the most to the fewest; what has no known name stands under None. The clocks of ``where`` say from when it is
    looked; its day (``as_of``) chooses claims and their contradictions. ``held`` gives the claims as columns, where they are at hand;
    ``pairs`` those that contradict each other of which one passes, look-alikes among them; ``shared`` the documents that share words.
    """
    with ledger.reading() as connection:
        columns = None if held is None else held(connection)
        mask = None if columns is None else passing(columns, connection, where)
        if columns is None or mask is None:
            counts, labels = _asked(connection, where), _reprints(connection, where)
        else:  # and so nothing was recorded after the clock
            where = replace(where, recorded_by=None)
            counts = tallied(columns, mask, where.known_by)
            labels = shared(connection, columns).counts(there(columns, where.known_by))
        kinds, alike = _disputes(connection, where) if pairs is None else _told(pairs())
        return {
            "documents": counts.documents,
            "appearances": counts.appearances,
            "failures": _count(connection, schema.failure, *_recorded(schema.failure, where)),
            "links": _count(connection, schema.batch, *_recorded(schema.batch, where)),
            "claims": sum(counts.types.values()),
            "withheld": counts.withheld,
            "types": counts.types,
            "stances": counts.stances,
            "publishers": counts.publishers,
            "languages": counts.languages,
            "reprints": labels,
            "contradictions": sum(kinds.values()),
            "contradiction_kinds": kinds,
            "look_alikes": alike,
            "published": {"first": counts.first, "last": counts.last},
        }


def _asked(connection: Connection, where: ClaimFilter) -> Tally:
    """Return what there is of claims and documents, as the record counts it."""
    claim, place, document = schema.claim.c, schema.appearance.c, schema.document.c
    passes, there = [*conditions.lens(where), *conditions.conditions(where)], list(was_there(document.id, where))
    first, last = connection.execute(select(func.min(place.published), func.max(place.published)).where(*appeared(where))).one()
    return Tally(
        documents=_count(connection, schema.document, *there),
        appearances=_count(connection, schema.appearance, *appeared(where)),
        withheld=_withheld(connection, where),
        types=_by(connection, claim.type, *passes),
        stances=_by(connection, claim.stance, *passes),
        publishers=_by(connection, place.publisher, *appeared(where)),
        languages=_by(connection, document.lang, *there),
        first=first,
        last=last,
    )


def _recorded(table: Table, clocks: ClaimFilter) -> list[ColumnElement[bool]]:
    return [] if clocks.recorded_by is None else [sql.until(table.c.recorded, clocks.recorded_by)]


def _reprints(connection: Connection, clocks: ClaimFilter) -> Mapping[str | None, int]:
    pair = schema.reprint.c
    ends = (end for each in (pair.a, pair.b) for end in was_there(each, ClaimFilter(known_by=clocks.known_by)))
    return _by(connection, pair.label, sql.standing_reprint(clocks.recorded_by), *ends)


def _disputes(connection: Connection, where: ClaimFilter) -> tuple[dict[str | None, int], int]:
    """Return how many contradictions there are by kind, and how many pairs only seem to be one."""
    pair, count = schema.contradiction.c, func.count()
    query = select(pair.look_alike, pair.kind, count).where(
        sql.standing_pair(where.recorded_by, judged=where.judged), *links.known_ends(where)
    )
    query = query.where(*([links.of_claims(where)] if where.as_of is not None else ()))
    rows = connection.execute(query.group_by(pair.look_alike, pair.kind).order_by(count.desc(), pair.kind)).all()
    return {kind: number for alike, kind, number in rows if not alike}, sum(number for alike, _, number in rows if alike)


def _told(pairs: Some) -> tuple[dict[str | None, int], int]:
    real = pairs.real()
    return dict(sorted(real.counts().items(), key=lambda one: (-one[1], one[0]))), len(pairs) - len(real)


def _withheld(connection: Connection, clocks: ClaimFilter) -> int:
    reading = schema.reading.c
    last = select(func.max(reading.seq)).where(*_recorded(schema.reading, clocks), *was_there(reading.document, clocks))
    last = last.group_by(reading.document)
    query = select(reading.layers).where(reading.seq.in_(last), reading.layers.contains('"withheld"'))
    return sum(sum(json.loads(layers)["withheld"].values()) for layers in connection.scalars(query))


def _count(connection: Connection, table: Table, *where: ColumnElement[bool]) -> int:
    return connection.scalar(select(func.count()).select_from(table).where(*where)) or 0


def _by(connection: Connection, column: ColumnElement[Any], *where: ColumnElement[bool]) -> dict[str | None, int]:
    count = func.count()
    query = select(column, count).where(*where).group_by(column).order_by(count.desc(), column)
    return {row[0]: row[1] for row in connection.execute(query)}
