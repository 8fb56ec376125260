"""Contradictions that came, and those that went."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Row, or_, select

from reportedly.changes.change import Change
from reportedly.changes.rows import Shelf
from reportedly.changes.stretch import Stretch, known
from reportedly.export.contract import Json
from reportedly.export.phrases import Row as Phrased
from reportedly.export.phrases import named
from reportedly.query.briefly import briefly
from reportedly.query.conditions import conditions
from reportedly.query.disputes import HEADINGS, matters_in_dispute
from reportedly.query.links import contradiction_row
from reportedly.store import Ledger, schema, sql

_SHOWN = 2
_EACH = 8
"""Matters that are looked at for each group of a view that is."""


def disputes(ledger: Ledger, shelf: Shelf) -> Iterator[Change]:
    """Yield matters in dispute that have a new pair of claims, those of the pairs recorded last; and those that have one no more."""
    stretch = shelf.stretch
    there = list(_came(stretch))
    matters = matters_in_dispute([contradiction_row(row) for row in there])
    if shelf.most is not None and len(matters) > shelf.most * _EACH:
        place = {row.id: at for at, row in enumerate(there)}
        newest = sorted(matters, key=lambda group: -max(place[pair["id"]] for pair in group))[: shelf.most * _EACH]
        shelf.left["contradictions"] = len(matters) - len(newest)
        matters = newest
    gone = matters_in_dispute([contradiction_row(row) for row in _went(stretch, {row.id for row in there})])
    wanted = {pair[end] for group in (*matters, *gone) for pair in group[:_SHOWN] for end in ("a", "b")}
    claims = briefly(ledger, wanted)
    yield from (_change(pairs, claims, came=True) for pairs in matters)
    yield from (_change(pairs, claims, came=False) for pairs in gone)


def _change(pairs: Sequence[Phrased], claims: dict[str, Json], *, came: bool) -> Change:
    ids = tuple(dict.fromkeys(pair[end] for pair in pairs for end in ("a", "b")))
    told = [claims[each] for each in ids if each in claims]
    by = tuple(dict.fromkeys(claim["speaker"]["name"] for claim in told))
    what = f"{HEADINGS.get(pairs[0]['kind'], pairs[0]['kind'])}: {pairs[0]['why']}"
    count = named(len(pairs), "pair of claims", "pairs of claims")
    day = max((claim["doc"]["published"] or "" for claim in told), default="")
    before, after = (None, count) if came else (count, "no longer found")
    return Change("contradiction", what, before, after, by, ids, f"/claim/{ids[0]}", {}, day)


def _came(stretch: Stretch) -> Iterator[Row[Any]]:
    pair, claim = schema.contradiction.c, schema.claim.c
    view = stretch.after.view
    query = (
        select(schema.contradiction)
        .where(pair.look_alike.is_(False), sql.standing_pair(view.recorded_by, judged=view.judged))
        .order_by(pair.seq)
    )
    query = query.where(pair.batch <= stretch.after.batch, *(_seen(end, view.known_by) for end in (pair.a, pair.b)))
    fresh: list[ColumnElement[bool]] = [pair.batch > stretch.before.batch]
    if stretch.before.view.known_by is not None and stretch.before.view.known_by != view.known_by:
        late = select(claim.id).where(~known(claim.document, stretch.before.view.known_by))
        fresh += [end.in_(late) for end in (pair.a, pair.b)]
    yield from _of(stretch, query.where(or_(*fresh)))


def _went(stretch: Stretch, there: set[str]) -> Iterator[Row[Any]]:
    """Yield the pairs that stood at the earlier look, and that were withdrawn since, or of which a claim was replaced."""
    pair, later = schema.contradiction.c, schema.contradiction.alias("since").c
    view = stretch.before.view
    if view.recorded_by == stretch.after.view.recorded_by:
        return
    turned = sorted({one.claim.id for one in stretch.replaced[0].values()})[: sql.CHUNK]
    again = select(later.a).where(later.batch > stretch.before.batch, later.a == pair.a, later.b == pair.b, later.kind == pair.kind)
    query = select(schema.contradiction).where(pair.batch <= stretch.before.batch, pair.look_alike.is_(False)).order_by(pair.seq)
    query = query.where(
        or_(again.exists(), pair.a.in_(turned), pair.b.in_(turned)), sql.standing_pair(view.recorded_by, judged=view.judged)
    )
    stands = {(row.kind, row.a, row.b) for row in stretch.connection.execute(_standing(stretch))}
    for row in _of(stretch, query):
        if row.id not in there and (row.kind, row.a, row.b) not in stands:
            yield row


def _standing(stretch: Stretch) -> Any:  # noqa: ANN401 - a query of three columns
    pair = schema.contradiction.c
    return select(pair.kind, pair.a, pair.b).where(
        sql.standing_pair(stretch.after.view.recorded_by, judged=stretch.after.view.judged), pair.look_alike.is_(False)
    )


def _seen(end: ColumnElement[Any], by: str | None) -> ColumnElement[bool]:
    claim = schema.claim.c
    query = select(claim.id).where(claim.id == end)
    return (query if by is None else query.where(known(claim.document, by))).exists()


def _of(stretch: Stretch, query: Any) -> Iterator[Row[Any]]:  # noqa: ANN401
    """Yield the pairs of which a claim passes the filter."""
    found = stretch.connection.execute(query)
    if stretch.whole:
        yield from found
        return
    rows, claim = list(found), schema.claim.c
    ids = sorted({end for row in rows for end in (row.a, row.b)})
    passing: set[str] = set()
    for start in range(0, len(ids), sql.CHUNK):
        part = ids[start : start + sql.CHUNK]
        passing.update(stretch.connection.scalars(select(claim.id).where(claim.id.in_(part), *conditions(stretch.where))))
    yield from (row for row in rows if {row.a, row.b} & passing)
