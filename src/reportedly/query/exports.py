"""Claims as exports need them: with words, coordinates and what contradicts them, of one state of the record, private names taken out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields
from itertools import islice
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, or_, select

from reportedly import __version__
from reportedly.export.contract import Json
from reportedly.model import Claim
from reportedly.query.chains import ChainCounter
from reportedly.query.claims import with_documents
from reportedly.query.clocks import clocks_of
from reportedly.query.conditions import lens, repeated, selection
from reportedly.query.filters import ClaimFilter
from reportedly.query.private import private_names
from reportedly.query.unnamed import unnamed
from reportedly.store import Ledger, head_of, schema, sql

_CLOCKS = ("as_of", "known_by", "recorded_by")
_COUNTED = 20_000
"""Claims after which chains are counted anew, so that memory does not grow with what is asked for."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """How claims are exported.

    Attributes:
        unmask: leave the names of private persons as the texts have them.
        texts: give the publishers' words; else offsets alone lead to them.
        decimals: round coordinates to so many decimal places, None for as they are recorded.
    """

    unmask: bool = False
    texts: bool = True
    decimals: int | None = None


class Exported(NamedTuple):
    """Claims of one state of the record, and what is to be said of them."""

    asked: Json
    rows: Iterator[Json]


@contextmanager
def exported(ledger: Ledger, where: ClaimFilter, wanted: Wanted) -> Iterator[Exported]:
    """Give the claims that pass, in the order they were recorded, as rows of the contract; each has beside it

    ``quote``, ``prefix`` and ``suffix`` (its words and those around them, null without texts), ``located`` (its places that have
    coordinates), ``provisional`` (no place of it has any, or some have none), ``contradicted_by`` (ids of claims that contradict it),
    ``actor_kinds`` (id of an actor that it names -> its kind) and ``masked`` (a private name was taken out), and
    ``proof`` (its row in the record: number, hash, link of the chain). Its ``doc`` has ``url``,
    ``title``, ``lang`` and ``text_sha256``, too.
    """  # noqa: D415 - the list goes on
    with ledger.reading() as connection:
        yield Exported(told_of(connection, where, wanted), claim_rows(connection, where, wanted))


def told_of(connection: Connection, where: ClaimFilter, wanted: Wanted) -> Json:
    """Return what a manifest says before it counts: program, head of the record, filters, clocks, and how claims are exported."""
    given = {field.name: getattr(where, field.name) for field in fields(where) if getattr(where, field.name) != field.default}
    return {
        "program": f"reportedly {__version__}",
        "head": head_of(connection),
        "filters": {name: value for name, value in given.items() if name not in _CLOCKS},
        "clocks": {name: getattr(where, name) for name in _CLOCKS},
        "private_names": "as in the texts" if wanted.unmask else "taken out",
        "texts": wanted.texts,
        "coordinates": "as recorded" if wanted.decimals is None else f"rounded to {wanted.decimals} decimal places",
    }


def claim_rows(connection: Connection, where: ClaimFilter, wanted: Wanted) -> Iterator[Json]:
    """Yield the rows of :func:`exported` from an open connection."""
    query = selection(where).where(*repeated(where.min_chains or 0))
    if where.min_chains is None:
        yield from _chunks(connection, sql.claims(connection, query.limit(where.limit).offset(where.offset), lean=True), where, wanted)
        return
    least, stop = where.min_chains, None if where.limit is None else where.offset + where.limit
    rows = _chunks(connection, sql.claims(connection, query, lean=True), where, wanted)
    yield from islice((row for row in rows if row["chains"][0] >= least), where.offset, stop)


def _chunks(connection: Connection, found: Iterator[tuple[Row[Any], Claim]], where: ClaimFilter, wanted: Wanted) -> Iterator[Json]:
    counter, counted = ChainCounter(connection, where), 0
    while chunk := list(islice(found, sql.CHUNK)):
        counted += len(chunk)
        if counted > _COUNTED:
            counter, counted = ChainCounter(connection, where), 0
        rows = list(with_documents(connection, iter(chunk), where, counter))
        _add(connection, chunk, rows, where, wanted)
        documents = sorted({row["doc"]["id"] for row in rows})
        names = {} if wanted.unmask else private_names(connection, documents)
        yield from (unnamed(row, names.get(row["doc"]["id"], {})) for row in rows)


def _add(connection: Connection, chunk: Sequence[tuple[Row[Any], Claim]], rows: Sequence[Json], where: ClaimFilter, wanted: Wanted) -> None:
    places = _places(connection, [row.reading for row, _ in chunk], wanted.decimals)
    kinds = _kinds(connection, [row.reading for row, _ in chunk])
    against = _against(connection, [claim.id for _, claim in chunk], where)
    pages = _pages(connection, sorted({row.document for row, _ in chunk}))
    texts: dict[str, str] = {}
    for (held, claim), row in zip(chunk, rows, strict=True):
        page = pages[held.document]
        text = texts.setdefault(held.document, page.text or "") if wanted.texts else None
        located = [found for key in claim.place_ids if (found := places.get((held.reading, key)))]
        row["doc"] = row["doc"] | {"url": page.url, "title": page.title, "lang": page.lang, "text_sha256": page.text_sha256}
        more = _words(text, claim) | {"located": located, "provisional": len(located) < max(len(claim.places), 1)}
        named = [claim.speaker.actor, *(argument.actor for _, argument in claim.args)]
        row["actor_kinds"] = {actor: kind for actor in named if actor and (kind := kinds.get((held.reading, actor)))}
        row.update(more | {"contradicted_by": against.get(claim.id, []), "masked": False})
        row["proof"] = {"seq": held.seq, "hash": held.hash, "batch": held.batch}


AROUND = 32
"""Characters of the text before and after a claim that tell its words from others alike."""


def _words(text: str | None, claim: Claim) -> Json:
    if text is None:
        return dict.fromkeys(("quote", "prefix", "suffix"))
    start, end = claim.start, claim.end
    return {"quote": text[start:end], "prefix": text[max(0, start - AROUND) : start], "suffix": text[end : end + AROUND]}


def _pages(connection: Connection, documents: Sequence[str]) -> dict[str, Any]:
    document, place = schema.document, sql.first_appearance(documents)
    query = select(document.c.id, document.c.text, document.c.text_sha256, document.c.lang, place.c.url, place.c.title)
    query = query.join_from(document, place, place.c.document == document.c.id).where(document.c.id.in_(documents))
    return {row.id: row for row in connection.execute(query)}


def _places(connection: Connection, readings: Sequence[int], decimals: int | None) -> dict[tuple[int, str], Json]:
    """Return (reading, id of a place) -> where it is, of those that have coordinates."""
    mention = schema.place_mention.c
    query = select(mention.reading, mention.place, mention.name, mention.kind, mention.lat, mention.lon, mention.precision)
    query = query.where(mention.reading.in_(sorted(set(readings))), mention.place.is_not(None), mention.lat.is_not(None))
    found: dict[tuple[int, str], Json] = {}
    for row in connection.execute(query.order_by(mention.reading, mention.ordinal)):
        at = {"lat": _rounded(row.lat, decimals), "lon": _rounded(row.lon, decimals)}
        found.setdefault((row.reading, row.place), {"id": row.place, "name": row.name, "kind": row.kind, **at, "precision": row.precision})
    return found


def _kinds(connection: Connection, readings: Sequence[int]) -> dict[tuple[int, str], str]:
    """Return (reading, id of an actor) -> its kind."""
    mention = schema.actor_mention.c
    query = select(mention.reading, mention.actor, mention.kind).where(
        mention.reading.in_(sorted(set(readings))), mention.kind.is_not(None)
    )
    return {(row.reading, row.actor): row.kind for row in connection.execute(query.order_by(mention.reading, mention.ordinal)) if row.actor}


def _rounded(value: float, decimals: int | None) -> float:
    return value if decimals is None else round(value, decimals)


def _against(connection: Connection, ids: Sequence[str], where: ClaimFilter) -> dict[str, list[str]]:
    """Return claim -> the claims that are found to contradict it, as known and recorded by the clocks."""
    pair, wanted = schema.contradiction.c, set(ids)
    query = select(pair.a, pair.b).where(or_(pair.a.in_(ids), pair.b.in_(ids)), pair.look_alike.is_(False))
    if where.recorded_by is not None:
        query = query.where(sql.until(pair.recorded, where.recorded_by))
    pairs = list(connection.execute(query.where(sql.standing_pair(where.recorded_by, judged=where.judged)).order_by(pair.seq)))
    known = _standing(connection, {end for row in pairs for end in (row.a, row.b)} - wanted, where) | wanted
    found: dict[str, list[str]] = defaultdict(list)
    for a, b in pairs:
        for one, other in ((a, b), (b, a)):
            if one in wanted and other in known and other not in found[one]:
                found[one].append(other)
    return found


def _standing(connection: Connection, ids: Iterable[str], where: ClaimFilter) -> set[str]:
    claim, left, found = schema.claim.c, iter(sorted(ids)), set[str]()
    clocks = clocks_of(where)
    while part := list(islice(left, sql.CHUNK)):
        found |= set(connection.scalars(select(claim.id).where(claim.id.in_(part), *lens(clocks))))
    return found
