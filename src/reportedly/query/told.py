"""The ledger's claims as what may bear on agreements: what that needs of them, and no more, so that a hundred thousand are soon read."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, func, select

from reportedly.compare.houses import Houses, houses_of
from reportedly.compare.origins import by, chain_nodes, unresolved_hops
from reportedly.compare.reprints import families
from reportedly.model import Argument, Claim, HeldClaim, Speaker, ValidTime
from reportedly.packs import load_packs
from reportedly.query.published import published
from reportedly.signed.bearing import ACT
from reportedly.store import database, schema, sql
from reportedly.truce.evidence import ANYBODY, Chain, chain_of
from reportedly.truce.rules import rules
from reportedly.truce.told import Told

_DAY = 10
_COLUMNS = "id start end type frame stance own proposition asserted speaker actor anonymous begin until body document recorded".split()


def told(connection: Connection, recorded_by: str | None, documents: Sequence[str] | None = None, *, judged: bool = True) -> Iterator[Told]:
    """Yield the claims that stand, as recorded by a day or moment, whose frames may bear on something, or that a person judged so.

    The claims have no figures, terms or explanation. ``judged``: as persons judged
    them. Where documents are named, only theirs come, and each document is a family of its own.
    """
    kin = families(sql.reprints(connection, recorded_by=recorded_by, bare=True)) if documents is None else {}
    days, houses = published(connection, recorded_by, documents), houses_of(load_packs())
    known: dict[tuple[Any, ...], Chain] = {}
    for row in database.streamed(connection, _query(recorded_by, documents, judged), sql.CHUNK):
        claim = _claim(row)
        key = (row.document, claim.own, claim.chain, claim.speaker)
        if key not in known:
            known[key] = _nodes(HeldClaim(claim, row.document, row.path, row.published, row.publisher), kin, houses)
        day = days.get(row.document)
        yield Told(claim, day or row.recorded[:_DAY], row.recorded, known[key], day, row.document)


def _query(recorded_by: str | None, documents: Sequence[str] | None, judged: bool) -> Select[Any]:  # noqa: FBT001
    claim, place = schema.claim, sql.first_appearance(documents)
    publisher = func.coalesce(place.c.publisher, place.c.publisher_id).label("publisher")
    borne = select(schema.judgement.c.claim).where(schema.judgement.c.act == ACT)
    query = select(*(claim.c[name] for name in _COLUMNS), place.c.path, place.c.published, publisher)
    query = query.join_from(claim, place, place.c.document == claim.c.document)
    query = query.where(
        sql.current(recorded_by, documents, judged=judged), claim.c.frame.in_(sorted(rules().frames)) | claim.c.id.in_(borne)
    )
    if recorded_by is not None:
        query = query.where(sql.until(claim.c.recorded, recorded_by))
    return query.order_by(claim.c.seq)


def _claim(row: Row[Any]) -> Claim:
    id_, start, end, type_, frame, stance, own, proposition, asserted, speaker, actor, anonymous, begin, until, text, *_ = _values(row)
    body = json.loads(text)
    return Claim(
        id=id_,
        start=start,
        end=end,
        type=type_,
        frame=frame,
        gloss=body["gloss"],
        args=tuple((role, Argument(**argument)) for role, argument in body["args"]),
        stance=stance,
        speaker=Speaker(speaker, actor, anonymous),
        chain=tuple(body["chain"]),
        own=own,
        proposition=proposition,
        valid=ValidTime(begin, until),
        asserted=asserted,
        place_ids=tuple(body["place_ids"]),
    )


def _values(row: Row[Any]) -> tuple[Any, ...]:
    return tuple(row)


def _nodes(held: HeldClaim, kin: Mapping[str, str], houses: Houses) -> Chain:
    """Return the nodes of a claim's chain; a hop that is unnamed or unresolved may be anybody."""
    hops = {ANYBODY} if any(unresolved_hops(held, kin)) else set()
    publisher = {by(held.publisher, houses)} if held.publisher else set()
    return chain_of({*chain_nodes(held, kin, houses), *publisher, *hops})
