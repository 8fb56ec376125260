"""What the record holds of a claim that is judged: its row as it was drawn, as it stands, and the judgements of it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, exists, select

from reportedly.errors import UnknownIdError
from reportedly.query.judgements import judgement_row
from reportedly.review.fold import WHOLE, Act, Standing, fold
from reportedly.signed.judged import ACTS, Judged, unseal_judged
from reportedly.store import schema, sql
from reportedly.store.judged import Own, judged_id
from reportedly.store.taken import JUDGED

_JUDGEMENT = schema.judgement


@dataclass(frozen=True, slots=True)
class Held:
    """A claim that is judged.

    Attributes:
        own: as it was drawn. part: which part of it the id names.
        acts: judgements of it, undone ones among them. standing: what they come to.
        hash: of the row that the id names.
    """

    own: Own
    part: int
    acts: tuple[Act, ...]
    standing: Standing
    hash: str


def held(connection: Connection, claim: str) -> Held:
    """Return what the record holds of a claim, drawn or made by a person, by its whole id.

    Raises:
        UnknownIdError: it was redacted, or a later reading has taken its place.
    """
    table = schema.claim
    named = connection.execute(select(table).where(table.c.id == claim).order_by(table.c.seq.desc()).limit(1)).one()
    root = claim if not named.method.startswith(JUDGED) else connection.scalar(select(table.c.id).where(table.c.seq == named.supersedes))
    own = own_of(connection, str(root))
    if own is None:
        what = f"{claim} was redacted, or a later reading of its document has taken its place"
        raise UnknownIdError(what, where=claim, remedy="judge the claim that stands in its place")
    acts = tuple(acts_of(connection, own.claim.id))
    standing, part = fold(acts), WHOLE
    if named.method.startswith(JUDGED) and standing.spans:
        number = int(named.method.removeprefix(JUDGED))
        part = next((at for at in range(len(standing.spans)) if judged_id(own.claim.id, number, at) == claim), WHOLE)
    return Held(own, part, acts, standing, named.hash)


def row_now(connection: Connection, found: Held, key: str) -> str:
    """Return the hash of the row that the id names; of the claim as it was drawn, of that which stands in its place, if one does."""
    table = schema.claim.c
    if key != found.own.claim.id or found.standing.spans or found.standing.untouched:
        return found.hash
    query = select(table.hash).where(table.supersedes == found.own.row.seq, table.batch > found.own.row.batch)
    now = connection.scalar(query.order_by(table.seq.desc()).limit(1))
    return str(now or found.hash) if found.part == WHOLE else found.hash


def shown_as(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """Return for ids of claims the hashes of the rows that a judgement of them is of now, so that a change since is noticed."""
    table, later, wanted = schema.claim.c, schema.claim.alias("later").c, list(ids)
    query = select(table.id, table.hash).where(table.id.in_(wanted)).order_by(table.seq)
    found = {row.id: str(row.hash) for row in connection.execute(query)}
    judged = exists().where(later.supersedes == table.seq, later.method.startswith(JUDGED))
    for key in connection.scalars(select(table.id).where(table.id.in_(wanted), judged).distinct()):
        with suppress(UnknownIdError):  # a later reading has taken its place: nothing can be judged there
            found[key] = row_now(connection, held(connection, key), key)
    return found


def own_of(connection: Connection, claim: str) -> Own | None:
    """Return a claim as it was drawn and stands, persons left out; None where it does not."""
    table, document = schema.claim, schema.document.c
    query = select(table).where(table.c.id == claim, sql.current(judged=False))
    for row, found in sql.claims(connection, query):
        text = connection.scalar(select(document.text).where(document.id == row.document))
        return None if text is None else Own(row, found, text)
    return None


def acts_of(connection: Connection, claim: str) -> list[Act]:
    """Return the judgements of a claim as it was drawn, and those that carry over to it; undone ones among them.

    One whose signature does not hold is left out.
    """
    ids = lineage(connection, claim)
    query = select(_JUDGEMENT).where(_JUDGEMENT.c.claim.in_(ids), _JUDGEMENT.c.act.in_(ACTS)).order_by(_JUDGEMENT.c.seq)
    rows = [row for row in connection.execute(query).all() if judgement_row(connection, row)["state"] != "orphaned"]
    told = ((row, judged_of(row)) for row in rows)
    return [Act(row.seq, row.act, row.by, judged.said, row.supersedes) for row, judged in told if judged is not None]


def judged_of(row: Row[Any]) -> Judged | None:
    """Return the judgement that a row holds; None where it is none of these, or is not signed as it should be."""
    return unseal_judged(row.claim, row.act, row.by, row.reason, json.loads(row.value or "null"), row.supersedes)


def lineage(connection: Connection, claim: str) -> list[str]:
    """Return the id of a claim and of all whose place it has taken."""
    table, ids = schema.claim.c, [claim]
    number = connection.scalar(select(table.supersedes).where(table.id == claim).order_by(table.seq.desc()).limit(1))
    while number is not None:
        before = connection.execute(select(table.id, table.supersedes).where(table.seq == number)).one()
        ids.append(before.id)
        number = before.supersedes
    return list(dict.fromkeys(ids))
