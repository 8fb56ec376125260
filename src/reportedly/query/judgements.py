"""Judgements after their claims were drawn again: those that hold on, those that carry over, those that nothing answers to any more."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Row, exists, select

from reportedly.export.contract import Json
from reportedly.store import Ledger, schema, sql
from reportedly.store.taken import by_program

_NAMES = ("seq", "claim", "act", "value", "reason", "by", "recorded", "supersedes")
_SAYS = ("type", "frame", "stance", "proposition")


def judgements(ledger: Ledger) -> list[Json]:
    """Return every judgement that no later one follows, in the order of their numbers, each with where it stands:

    ``state`` is ``current`` where its claim stands as it was judged, ``carried`` where another claim that says the same has taken its
    place, else ``orphaned``; ``now`` is the id of the claim that stands in its place, null where there is none.
    """  # noqa: D415 - the list goes on
    later = schema.judgement.alias("later")
    query = select(schema.judgement).where(~exists().where(later.c.supersedes == schema.judgement.c.seq)).order_by(schema.judgement.c.seq)
    with ledger.reading() as connection:
        return [judgement_row(connection, row) for row in connection.execute(query)]


def every(ledger: Ledger, recorded_by: str | None = None) -> list[Json]:
    """Return every judgement in the order it was recorded, followed ones among them: with ``state`` and ``now`` as :func:`judgements` has
    them, and ``undone_by``, the number of the one that follows it.
    """  # noqa: D205 - one sentence
    table = schema.judgement
    query = select(table).order_by(table.c.seq)
    if recorded_by is not None:
        query = query.where(sql.until(table.c.recorded, recorded_by))
    with ledger.reading() as connection:
        rows = connection.execute(query).all()
        followed = {row.supersedes: row.seq for row in rows}
        return [judgement_row(connection, row, recorded_by) | {"undone_by": followed.get(row.seq)} for row in rows]


def orphans(ledger: Ledger) -> list[Json]:
    """Return the judgements of :func:`judgements` that are orphaned: a person has to look at them again."""
    return [found for found in judgements(ledger) if found["state"] == "orphaned"]


def judgement_row(connection: Connection, row: Row[Any], recorded_by: str | None = None) -> Json:
    """Return a row of the judgement table as plain JSON, with ``state`` and ``now``, as they stood by ``recorded_by``."""
    told = {name: getattr(row, name) for name in _NAMES}
    told["value"] = json.loads(row.value) if row.value is not None else None
    judged = _judged(connection, row)
    now = _standing(connection, judged, recorded_by) if judged is not None else None
    if judged is None or now is None:
        return told | {"state": "orphaned", "now": None}
    same = all(getattr(judged, name) == getattr(now, name) for name in _SAYS) and (judged.actor or judged.speaker) == (
        now.actor or now.speaker
    )
    state = "orphaned" if not same else "current" if now.id == row.claim else "carried"
    return told | {"state": state, "now": now.id}


def of_claim(connection: Connection, claim: Row[Any], recorded_by: str | None = None) -> Iterator[Json]:
    """Yield the judgements of a claim, and those of the claims whose place it has taken; followed ones among them.

    What was recorded after ``recorded_by`` is not seen.
    """
    ids, number = {claim.id}, claim.supersedes
    while number is not None:
        before = connection.execute(select(schema.claim.c.id, schema.claim.c.supersedes).where(schema.claim.c.seq == number)).one()
        ids.add(before.id)
        number = before.supersedes
    query = select(schema.judgement).where(schema.judgement.c.claim.in_(ids)).order_by(schema.judgement.c.seq)
    if recorded_by is not None:
        query = query.where(sql.until(schema.judgement.c.recorded, recorded_by))
    for row in connection.execute(query).all():
        yield judgement_row(connection, row, recorded_by)


def _judged(connection: Connection, judgement: Row[Any]) -> Row[Any] | None:
    """Return the claim as it was when it was judged."""
    claim = schema.claim.c
    query = select(schema.claim).where(claim.id == judgement.claim, claim.batch <= judgement.batch).order_by(claim.seq.desc()).limit(1)
    return connection.execute(query).first()


def _standing(connection: Connection, claim: Row[Any], recorded_by: str | None) -> Row[Any] | None:
    """Return the claim that stands in the place of ``claim``: of the same id, or at the end of what took its place."""
    table = schema.claim
    same = connection.execute(select(table).where(table.c.id == claim.id, sql.standing(table, recorded_by, judged=False)).limit(1)).first()
    if same is not None:
        return same
    found: Row[Any] | None = claim
    while found is not None:
        last = found
        followed = select(table).where(table.c.supersedes == last.seq, by_program(table)).order_by(table.c.seq.desc()).limit(1)
        found = connection.execute(followed if recorded_by is None else followed.where(sql.until(table.c.recorded, recorded_by))).first()
    return connection.execute(select(table).where(table.c.seq == last.seq, sql.standing(table, recorded_by, judged=False))).first()
