"""What each reviewer holds of each claim, field by field: what agreement is measured on."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, select

from reportedly.ids import canonical
from reportedly.model import Claim
from reportedly.query.marks import in_force
from reportedly.store import Ledger, schema, sql

FIELDS = ("verdict", "type", "span", "speaker", "place", "date", "figure")
"""Fields that agreement is measured on; grades come beside them, a scale each."""

Ratings = dict[str, dict[str, dict[str, str]]]
"""Field -> claim -> reviewer -> value."""

_KEEPS, _VERDICTS = ("accept", "correct", "merge", "split"), ("accept", "reject", "correct", "merge", "split")
_TABLE = schema.judgement
_OWN: Mapping[str, tuple[str, ...]] = {
    "type": ("type", "frame"),
    "span": ("start", "end"),
    "speaker": ("speaker",),
    "place": ("places",),
    "date": ("valid",),
    "figure": ("figure",),
}


def ratings(ledger: Ledger, recorded_by: str | None = None) -> Ratings:
    """Return what each reviewer last held of each claim, undone judgements left out.

    Whoever accepts or corrects a claim holds the program's own value for every field that they did not correct.
    """
    with ledger.reading() as connection:
        rows = connection.execute(select(_TABLE).where(in_force(recorded_by)).order_by(_TABLE.c.seq)).all()
        drawn = _drawn(connection, {row.claim for row in rows})
        found: Ratings = defaultdict(lambda: defaultdict(dict))
        for row in rows:
            value = json.loads(row.value or "null") or {}
            for field, held in _held(row.act, value, drawn.get(row.claim), found, (row.claim, row.by)):
                found[field][row.claim][row.by] = held
        return found


def _held(act: str, value: Mapping[str, Any], claim: Claim | None, found: Ratings, who: tuple[str, str]) -> Iterator[tuple[str, str]]:
    if act == "grade":
        yield from ((f"{value.get('scheme')}: {scale}", grade) for scale, grade in value.get("grade", {}).items())
    if act not in _VERDICTS:
        return
    yield "verdict", "reject" if act == "reject" else "keep"
    if act == "reject" or claim is None or "part" in value:
        return
    changed = value.get("set", {}) if act == "correct" else {}
    key, by = who
    for field, names in _OWN.items():
        if any(name in changed for name in names):
            yield field, canonical([changed.get(name) for name in names])
        elif by not in found[field][key]:
            yield field, "as drawn"


def _drawn(connection: Connection, ids: set[str]) -> dict[str, Claim]:
    query = select(schema.claim).where(schema.claim.c.id.in_(ids), schema.claim.c.body.is_not(None)).order_by(schema.claim.c.seq)
    return {row.id: claim for row, claim in sql.claims(connection, query, lean=True)}


def disputed(connection: Connection) -> set[str | int]:
    """Return the ids, and the numbers, of claims that one reviewer rejects and another keeps."""
    claim, kept = schema.claim.c, defaultdict[str, dict[str, bool]](dict)
    query = select(_TABLE.c.claim, _TABLE.c.by, _TABLE.c.act).where(in_force(), _TABLE.c.act.in_(_VERDICTS)).order_by(_TABLE.c.seq)
    for key, by, act in connection.execute(query):
        kept[key][by] = act != "reject"
    ids = {key for key, held in kept.items() if len(set(held.values())) > 1}
    return {*ids, *connection.scalars(select(claim.seq).where(claim.id.in_(ids)))}
