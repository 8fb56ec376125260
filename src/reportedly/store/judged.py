"""Writes what a person made of a claim: claims in its place, that it is gone, or that it stands again as it was drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, func, select

from reportedly.ids import digest, span_id
from reportedly.model import Claim
from reportedly.store import database, schema
from reportedly.store.batch import Batch
from reportedly.store.hashing import text_hash
from reportedly.store.rows import claim_body, claim_details, claim_row, details_hash
from reportedly.store.taken import BACK, JUDGED


class Own(NamedTuple):
    """The program's claim, with its row and the text of its document."""

    row: Row[Any]
    claim: Claim
    text: str


def put_judged(connection: Connection, batch: Batch, own: Own, number: int, made: Mapping[int, Claim]) -> list[int]:
    """Put claims in the place of one; where there are none, the claim is gone.

    Args:
        connection: that holds the write lock.
        batch: of the judgement.
        own: the claim that was drawn.
        number: of the judgement.
        made: what stands in its place, by its part. Ids and methods are given here.

    Returns:
        The numbers of the claims.
    """
    seqs, words, ordinal = [], [], _next(connection, own.row)
    for at, (part, each) in enumerate(made.items()):
        new = replace(each, id=judged_id(own.claim.id, number, part), method=f"{JUDGED}{number}")
        details, body = claim_details(new), claim_body(new)
        keys = _keys(own.row, ordinal + at) | {"body": body, "body_sha256": text_hash(body), "details": details_hash(details)}
        seq = batch.put(schema.claim, claim_row(new) | keys)
        for table, rows in details:
            batch.put_details(table, "claim", seq, rows)
        words.append((seq, own.text[new.start : new.end], new.gloss))
        seqs.append(seq)
    if not made:
        _bare(batch, own, ordinal, f"{JUDGED}{number}")
    database.of(connection).index(connection, [], words)
    return seqs


def judged_id(claim: str, number: int, part: int) -> str:
    """Return the id of the claim that a judgement made of another, or of a part of it."""
    return span_id("c", claim, JUDGED, number, part)


def put_back(connection: Connection, batch: Batch, own: Own, number: int) -> None:
    """Let the program's claim stand again as it was drawn."""
    _bare(batch, own, _next(connection, own.row), f"{BACK}{number}")


def _bare(batch: Batch, own: Own, ordinal: int, method: str) -> None:
    new = replace(own.claim, id=span_id("c", own.claim.id, method), method=method)
    nothing = details_hash([(table, []) for table in schema.DETAIL[schema.claim]])
    batch.put(schema.claim, claim_row(new) | _keys(own.row, ordinal) | {"body": None, "body_sha256": digest(b""), "details": nothing})


def _keys(row: Row[Any], ordinal: int) -> dict[str, object]:
    return {"reading": row.reading, "ordinal": ordinal, "document": row.document, "supersedes": row.seq}


def _next(connection: Connection, row: Row[Any]) -> int:
    claim = schema.claim.c
    return (connection.scalar(select(func.max(claim.ordinal)).where(claim.reading == row.reading)) or 0) + 1
