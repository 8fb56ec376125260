"""One claim with everything behind it."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Connection, Row, func, or_, select

from reportedly.compare.houses import houses_of
from reportedly.errors import UnknownIdError
from reportedly.export.contract import Json, attribution_to_contract, explanation_to_contract
from reportedly.model import Attribution
from reportedly.packs import load_packs
from reportedly.query.chains import ChainCounter
from reportedly.query.claims import ANY, document_rows, with_documents
from reportedly.query.clocks import require, was_there
from reportedly.query.filters import ClaimFilter
from reportedly.query.first import alike, history
from reportedly.query.joined import origin_rows
from reportedly.query.judgements import of_claim
from reportedly.query.links import contradiction_row
from reportedly.query.provenance import provenance
from reportedly.query.reuse import sharing
from reportedly.signed import FORMAT, unpack
from reportedly.store import Ledger, schema, sql
from reportedly.store.rows import mark_from

AROUND = 400
"""Characters of the document shown before and after a claim."""
_CANDIDATES = 5


def one(ledger: Ledger, prefix: str, clocks: ClaimFilter = ANY) -> Json:
    """Return a claim as a row of the contract, and with it:

    ``quote`` (its exact words), ``explain`` (the rule and the words that made it; null where an earlier edition kept none),
    ``context`` (the text around it and the offset where that begins), ``attributions`` (the enclosing ones,
    innermost first), ``contradictions`` (look-alikes among them, each with the ``other`` claim in short), ``repeats`` (claims that say the
    same), ``history`` (who said it first, repeated it, corrected it or took it down), ``origins`` (the independent chains, each with why
    its claims are one), ``reprints`` (documents that share words with its own), ``judgements`` (those of the claims whose place it has
    taken among them), ``run``, ``signed`` (who signed the report it is of, null where it is of none), ``provenance`` (how its document
    was come by and read, null where the record does not say), and ``current``.

    Args:
        ledger: the open ledger.
        prefix: the beginning of the id, with or without its kind.
        clocks: its ``known_by`` and ``recorded_by`` say from when it is looked; all of it is as it stood then.

    Raises:
        UnknownIdError: no claim's id begins so, or several do, or the claim was redacted.
        LaterError: it was published or recorded after the clocks.
    """  # noqa: D415 - the list goes on
    with ledger.reading() as connection:
        row, claim = _find(connection, prefix, ledger.where, clocks)
        counter = ChainCounter(connection, clocks)
        (found,) = with_documents(connection, iter([(row, claim)]), clocks, counter)
        text = str(connection.scalar(select(schema.document.c.text).where(schema.document.c.id == row.document)))
        begin = max(0, row.start - AROUND)
        said = alike(connection, row, claim, clocks)
        stands = sql.current(clocks.recorded_by, [row.document], judged=clocks.judged)
        current = connection.scalar(select(schema.claim.c.seq).where(schema.claim.c.seq == row.seq, stands))
        return found | {
            "quote": text[row.start : row.end],
            "explain": explanation_to_contract(claim, text),
            "context": {"text": text[begin : row.end + AROUND], "start": begin},
            "current": current is not None,
            "attributions": _attributions(connection, row),
            "contradictions": _contradictions(connection, row, clocks),
            "repeats": list(_in_short(connection, [other.id for other in said if other.id != row.id], clocks).values()),
            "history": history(connection, said, clocks),
            "origins": origin_rows(connection, counter.origins([(row, claim)])[0], houses_of(load_packs())),
            "reprints": sharing(connection, row.document, clocks),
            "judgements": list(of_claim(connection, row, clocks.recorded_by)),
            "run": _run(connection, row),
            "signed": _signed(connection, row),
            "provenance": provenance(connection, row.document),
        }


def whole_id(ledger: Ledger, prefix: str) -> str:
    """Return the id of the one claim whose id begins with ``prefix``. Raises UnknownIdError as :func:`one` does."""
    with ledger.reading() as connection:
        _, claim = _find(connection, prefix, ledger.where, ANY)
    return str(claim.id)


def begins_so(connection: Connection, prefix: str, where: str) -> str:
    """Return the one id that begins with ``prefix``, with or without its kind. Raises UnknownIdError where there is none, or several."""
    claim = schema.claim
    if connection.scalar(select(claim.c.seq).where(claim.c.id == prefix).limit(1)) is not None:
        return prefix  # all others are looked through
    begins = or_(claim.c.id.startswith(prefix, autoescape=True), claim.c.id.contains(f":{prefix}", autoescape=True))
    ids = list(connection.scalars(select(claim.c.id).where(begins).distinct().order_by(claim.c.id).limit(_CANDIDATES + 1)))
    if not prefix or not ids:
        what = f"no claim has an id that begins with {prefix!r}"
        raise UnknownIdError(what, where=where, remedy="`reportedly claims` lists the claims with their ids")
    if len(ids) > 1:
        more = " and more" if len(ids) > _CANDIDATES else ""
        what = f"several claims have an id that begins with {prefix!r}: {', '.join(ids[:_CANDIDATES])}{more}"
        raise UnknownIdError(what, where=where, remedy="give more of the id")
    return str(ids[0])


def _find(connection: Connection, prefix: str, where: str, clocks: ClaimFilter) -> tuple[Row[Any], Any]:
    claim, key = schema.claim, begins_so(connection, prefix, where)
    known = claim.c.id == key, claim.c.body.is_not(None)
    recorded = () if clocks.recorded_by is None else (sql.until(claim.c.recorded, clocks.recorded_by),)
    query = select(claim).where(*known, *recorded).order_by(claim.c.seq.desc()).limit(1)
    for row, found in sql.claims(connection, query):
        require(connection, "claim", row.document, row.recorded, clocks)
        return row, found
    for row in connection.execute(select(claim).where(*known).order_by(claim.c.seq).limit(1)):
        require(connection, "claim", row.document, row.recorded, clocks)
    what = f"the words of claim {key} were redacted"
    raise UnknownIdError(what, where=where)


def _attributions(connection: Connection, row: Row[Any]) -> list[Json]:
    table = schema.attribution
    query = select(table).where(table.c.reading == row.reading).order_by(table.c.ordinal)
    known = {
        found.id: found
        for found in (mark_from("attributions", line) for line in connection.execute(query))
        if isinstance(found, Attribution)
    }
    chain: list[Attribution] = []
    key = row.attribution
    while key in known:
        found = known.pop(key)  # taken out, so that a circle ends
        chain.append(found)
        key = found.parent
    return [attribution_to_contract(found) for found in chain]


def _contradictions(connection: Connection, row: Row[Any], clocks: ClaimFilter) -> list[Json]:
    table = schema.contradiction
    ends = or_(table.c.a == row.id, table.c.b == row.id)
    pairs = list(connection.execute(select(table).where(ends, sql.standing_pair(clocks.recorded_by)).order_by(table.c.seq)))
    others = _in_short(connection, [pair.b if pair.a == row.id else pair.a for pair in pairs], clocks)
    told = [(pair, others.get(pair.b if pair.a == row.id else pair.a)) for pair in pairs]
    return [contradiction_row(pair) | {"other": other} for pair, other in told if other is not None or clocks.known_by is None]


def _in_short(connection: Connection, ids: list[str], clocks: ClaimFilter) -> dict[str, Json]:
    claim = schema.claim
    found: dict[str, Json] = {}
    text = schema.document
    words = func.substr(text.c.text, claim.c.start + 1, claim.c.end - claim.c.start).label("words")
    query = select(claim, words).join(text, text.c.id == claim.c.document)
    query = query.where(claim.c.id.in_(ids), claim.c.body.is_not(None), *was_there(claim.c.document, clocks))
    if clocks.recorded_by is not None:
        query = query.where(sql.until(claim.c.recorded, clocks.recorded_by))
    rows = list(connection.execute(query.order_by(claim.c.seq)))
    documents = document_rows(connection, {row.document for row in rows}, clocks.recorded_by)
    for row in rows:
        said = {"gloss": json.loads(row.body)["gloss"], "stance": row.stance, "speaker": row.speaker, "quote": row.words}
        found[row.id] = {"id": row.id} | said | {"doc": documents[row.document]}
    return found


def _signed(connection: Connection, row: Row[Any]) -> Json | None:
    document, blob = schema.document.c, schema.blob
    query = select(blob.c.bytes).join_from(schema.document, blob).where(document.id == row.document, document.format == FORMAT)
    data = connection.scalar(query)
    if data is None:
        return None
    signed = unpack(data)
    return {"by": signed.report.reporter, "key": signed.key, "holds": signed.holds}


def _run(connection: Connection, row: Row[Any]) -> Json | None:
    table = schema.run.c
    found = connection.execute(select(table.id, table.program, table.model, table.codebook, table.packs).where(table.id == row.run)).first()
    return dict(zip(("id", "program", "model", "codebook", "packs"), found, strict=True)) if found else None
