"""Which claims persons have judged, and how: what every row that a judgement touches says of it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, exists, select

from reportedly.export.contract import Json
from reportedly.signed.judged import ACTS
from reportedly.store import Ledger, schema, sql
from reportedly.store.taken import JUDGED

_TABLE = schema.judgement
_LATER = _TABLE.alias("later")


def in_force(recorded_by: str | None = None) -> ColumnElement[bool]:
    """Return the condition that a judgement is one of a claim, and was not undone."""
    undone = exists().where(_LATER.c.supersedes == _TABLE.c.seq, _LATER.c.act == "undo")
    acts = _TABLE.c.act.in_([act for act in ACTS if act != "undo"])
    if recorded_by is None:
        return acts & ~undone
    return acts & sql.until(_TABLE.c.recorded, recorded_by) & ~undone.where(sql.until(_LATER.c.recorded, recorded_by))


def marks(connection: Connection, rows: Sequence[Row[Any]], recorded_by: str | None = None) -> dict[str, list[Json]]:
    """Return for rows of the claim table the judgements in force, as ``number``, ``act`` and ``by``; claims without any are left out."""
    roots = _roots(connection, rows)
    known = {row.id: roots.get(row.supersedes, row.id) if row.method.startswith(JUDGED) else row.id for row in rows}
    found: dict[str, list[Json]] = defaultdict(list)
    query = select(_TABLE).where(in_force(recorded_by), (_TABLE.c.claim.in_(set(known.values()))) | (_TABLE.c.act == "merge"))
    for one in connection.execute(query.order_by(_TABLE.c.seq)):
        told = {"number": one.seq, "act": one.act, "by": one.by}
        found[one.claim].append(told)
        if one.act == "merge":
            found[str(json.loads(one.value)["into"])].append(told | {"act": "merge of another"})
    own = {claim: [*found.get(root, ()), *(found.get(claim, ()) if claim != root else ())] for claim, root in known.items()}
    return {claim: sorted(told, key=_number) for claim, told in own.items()}


def touched(ledger: Ledger, recorded_by: str | None = None) -> frozenset[str]:
    """Return the ids of all claims, drawn or made by persons, that judgements in force touch."""
    with ledger.reading() as connection:
        rows = connection.execute(select(_TABLE.c.claim, _TABLE.c.act, _TABLE.c.value).where(in_force(recorded_by))).all()
        ids = {row.claim for row in rows} | {str(json.loads(row.value)["into"]) for row in rows if row.act == "merge"}
        made, drawn = schema.claim, schema.claim.alias("drawn")
        query = select(made.c.id).join(drawn, drawn.c.seq == made.c.supersedes).where(drawn.c.id.in_(ids), made.c.method.startswith(JUDGED))
        return frozenset(ids | set(connection.scalars(query)))


def _roots(connection: Connection, rows: Iterable[Row[Any]]) -> dict[int, str]:
    numbers = {row.supersedes for row in rows if row.method.startswith(JUDGED)}
    claim = schema.claim.c
    query = select(claim.seq, claim.id).where(claim.seq.in_(numbers))
    return {row.seq: row.id for row in connection.execute(query)} if numbers else {}


def _number(told: Json) -> int:
    return int(told["number"])
