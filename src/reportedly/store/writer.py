"""The one place that writes the record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from typing import Any

from sqlalchemy import Connection, Row, Select, Table, exists, select

from reportedly.errors import IntegrityError, UnknownIdError
from reportedly.ids import digest, span_id
from reportedly.model import Contradiction, Document, Failure, Reading, Reprint
from reportedly.store import database, schema, sql
from reportedly.store.batch import Batch
from reportedly.store.carry import Before, Replaced, replaced, successors, who
from reportedly.store.checks import check_reading
from reportedly.store.hashing import sha, text_hash
from reportedly.store.provenance import provenance_row
from reportedly.store.reuse import put_reprints
from reportedly.store.rows import (
    appearance_row,
    claim_body,
    claim_details,
    claim_row,
    details_hash,
    mark_rows,
    segment_values,
)
from reportedly.store.run import Run, run_of
from reportedly.store.taken import by_program

Writing = Callable[[], AbstractContextManager[tuple[Connection, Batch]]]
_CHUNK = 5_000  # ids in one query


class Writer:
    """Adds to the record; every call is one transaction and one link of the hash chain.

    Args:
        writing: gives a connection that holds the write lock, and its batch.
        run: what the claims to come were drawn with; recorded with the first of them.
    """

    def __init__(self, writing: Writing, run: Run | None = None) -> None:
        self._writing, self._run = writing, run

    def add(self, reading: Reading) -> str:
        """Record a reading.

        Returns:
            ``added``; ``appearance`` where the bytes are known and the place, publisher or date is new; ``known`` where all of it is.

        Raises:
            IntegrityError: bytes, text and spans do not agree, or a claim's run is not known.
            LedgerUnavailableError: no space, or the ledger is locked; nothing of the reading is recorded.
        """
        check_reading(reading)
        document = reading.document
        place = _appearance(document)
        with self._writing() as (connection, batch):
            if _has(connection, schema.appearance, place["id"]):
                return "known"
            new = not _has(connection, schema.document, document.id)
            if new:
                _put_document(connection, batch, document)
            batch.put(schema.appearance, place)
            batch.put(schema.provenance, provenance_row(document, str(place["id"])))
            if new:
                self._put_runs(connection, batch, reading)
                self._put_reading(connection, batch, reading, str(place["id"]), {})
            return "added" if new else "appearance"

    def reread(self, reading: Reading) -> Replaced | None:
        """Record a later reading of a document that is recorded, whose claims take the place of those before; nothing is taken away.

        Returns:
            What became of the claims; None where its latest reading is of this run already, and nothing is recorded.

        Raises:
            UnknownIdError: the document is not recorded, or was redacted.
            IntegrityError: bytes, text and spans do not agree, or a claim's run is not known.
        """
        check_reading(reading)
        with self._writing() as (connection, batch):
            last = _last_reading(connection, reading.document)
            if self._run is not None and run_of(connection, last.seq, last.layers) == self._run.id:
                return None
            self._put_runs(connection, batch, reading)
            before = _claims_before(connection, last.seq)
            taken = successors(before, reading.claims or ())
            self._put_reading(connection, batch, reading, last.appearance, {new: old.seq for new, old in taken.items()})
        return replaced(before, reading.claims or (), taken)

    def fail(self, failure: Failure) -> None:
        """Record that a document could not be read, with its bytes where there are any; the same failure is recorded once."""
        blob = digest(failure.data) if failure.data is not None else None
        known = span_id("failure", failure.path, failure.ref, failure.code, failure.message, blob)
        with self._writing() as (connection, batch):
            if _has(connection, schema.failure, known):
                return
            if failure.data is not None:
                _put_blob(connection, batch, failure.data)
            values = {"path": failure.path, "ref": failure.ref, "code": failure.code, "message": failure.message}
            batch.put(schema.failure, {"id": known, "blob": blob, **values})

    def link(self, reprints: Iterable[Reprint], contradictions: Iterable[Contradiction]) -> None:
        """Record what comparison found; links that are there already, and say the same, are left alone.

        Raises:
            IntegrityError: a link names a document or claim that is not recorded.
        """
        against = {found.id: found for found in contradictions}
        with self._writing() as (connection, batch):
            ends = {end for found in against.values() for end in (found.a, found.b)}
            missing = ends - sql.present(connection, schema.claim, sorted(ends))
            if missing:
                what = f"a contradiction names a claim that is not recorded: {min(missing)}"
                raise IntegrityError(what, remedy="add its document first")
            put_reprints(connection, batch, reprints)
            _put_contradictions(connection, batch, against)

    def judge(
        self,
        claim: str,
        act: str,
        *,
        by: str,
        value: object = None,
        reason: str | None = None,
        supersedes: int | None = None,
        then: Callable[[Connection, Batch, int], None] | None = None,
    ) -> int:
        """Record what a person holds of a claim, signed; an earlier judgement is never changed, only followed.

        ``then`` is told the judgement's number inside the same transaction: what it puts into the batch is recorded with the judgement.

        Returns:
            The judgement's number.

        Raises:
            UnknownIdError: no claim has that id.
            IntegrityError: the judgement that is superseded is not recorded.
        """
        with self._writing() as (connection, batch):
            if not _has(connection, schema.claim, claim):
                what = f"no claim has the id {claim}"
                raise UnknownIdError(what)
            values = {"claim": claim, "act": act, "value": value, "reason": reason, "by": by, "supersedes": supersedes}
            number = batch.put(schema.judgement, values)
            if then is not None:
                then(connection, batch, number)
            return number

    def _put_runs(self, connection: Connection, batch: Batch, reading: Reading) -> None:
        own = {self._run.id} if self._run is not None else set()
        for run in sorted({claim.run for claim in reading.claims or () if claim.run} | own):
            if _has(connection, schema.run, run):
                continue
            if self._run is None or self._run.id != run:
                what = f"the claims name the run {run}, which is not recorded"
                raise IntegrityError(what, where=reading.document.path, remedy="open the writer with that run")
            values = {"program": self._run.program, "model": self._run.model, "codebook": self._run.codebook, "packs": self._run.packs}
            batch.put(schema.run, {"id": run, **values})

    def _put_reading(self, connection: Connection, batch: Batch, reading: Reading, appearance: str, before: Mapping[str, int]) -> None:
        """Put a reading with its marks and claims; ``before`` has, by the id of a claim, the number of the one whose place it takes."""
        layers: dict[str, object] = {}
        rows = {}
        for layer, table in schema.LAYERS.items():
            marks = getattr(reading, layer)
            rows[layer] = mark_rows(layer, marks or ())
            layers[layer] = None if marks is None else details_hash([(table, rows[layer])])
        layers["claims"] = None if reading.claims is None else sha([claim.id for claim in reading.claims])
        if reading.withheld:
            layers["withheld"] = dict(Counter(claim.type for claim in reading.withheld))
        if self._run is not None:
            layers["run"] = self._run.id
        number = batch.put(schema.reading, {"document": reading.document.id, "appearance": appearance, "layers": layers})
        for layer, table in schema.LAYERS.items():
            batch.put_details(table, "reading", number, rows[layer])
        _put_claims(connection, batch, reading, number, before)


def _has(connection: Connection, table: Table, key: object) -> bool:
    return bool(connection.scalar(select(exists().where(table.c.id == key))))


def _appearance(document: Document) -> dict[str, object]:
    row = appearance_row(document.metadata)
    publisher = row["publisher_id"] or row["publisher"]
    key = span_id("appearance", document.id, document.path, document.ref, row["url"], publisher, row["published"])
    return {"id": key, "document": document.id, "path": document.path, "ref": document.ref, **row}


def _put_blob(connection: Connection, batch: Batch, data: bytes) -> str:
    sha256 = digest(data)
    if not connection.scalar(select(exists().where(schema.blob.c.sha256 == sha256))):
        batch.put(schema.blob, {"sha256": sha256, "size": len(data), "bytes": data})
    return sha256


def _put_document(connection: Connection, batch: Batch, document: Document) -> None:
    values = {
        "id": document.id,
        "blob": _put_blob(connection, batch, document.data),
        "text": document.text,
        "text_sha256": text_hash(document.text),
        "chars": len(document.text),
        "format": document.format,
        "lang": document.metadata.lang,
        "segments": segment_values(document.segments),
    }
    seq = batch.put(schema.document, values)
    database.of(connection).index(connection, [(seq, document.text)], [])


def _last_reading(connection: Connection, document: Document) -> Row[Any]:
    table, held = schema.reading.c, schema.document.c
    if connection.scalar(select(held.seq).where(held.id == document.id, held.text.is_not(None))) is None:
        what = f"no document has the id {document.id}"
        raise UnknownIdError(what, where=document.path, remedy="add it first")
    query: Select[Any] = select(schema.reading).where(table.document == document.id).order_by(table.seq.desc()).limit(1)
    return connection.execute(query).one()


def _claims_before(connection: Connection, reading: int) -> list[Before]:
    claim = schema.claim
    query = select(claim).where(claim.c.reading == reading, by_program(claim)).order_by(claim.c.ordinal)
    names = ("seq", "id", "type", "frame", "stance", "proposition", "start", "end")
    rows = connection.execute(query)
    return [Before(**{name: getattr(row, name) for name in names}, who=who(row.actor, row.speaker)) for row in rows]


def _put_contradictions(connection: Connection, batch: Batch, against: Mapping[str, Contradiction]) -> None:
    """Put the pairs that are not there; one that is there, but of claims that said otherwise then, under an id of its own."""
    known = sql.present(connection, schema.contradiction, list(against))
    pair = schema.contradiction.c
    kept: set[tuple[str, str, str]] = set()
    ends = sorted({found.a for key, found in against.items() if key in known})
    for start in range(0, len(ends), _CHUNK):
        query = select(pair.kind, pair.a, pair.b).where(pair.a.in_(ends[start : start + _CHUNK]), sql.standing_pair())
        kept.update((row.kind, row.a, row.b) for row in connection.execute(query))
    for key, found in against.items():
        if key not in known or (found.kind, found.a, found.b) not in kept:
            name = f"{key}.{batch.number}" if key in known else key
            values = {"kind": found.kind, "a": found.a, "b": found.b, "why": found.why, "look_alike": found.look_alike}
            batch.put(schema.contradiction, {"id": name, **values})


def _put_claims(connection: Connection, batch: Batch, reading: Reading, number: int, before: Mapping[str, int]) -> None:
    text = reading.document.text
    words = []
    for ordinal, claim in enumerate(reading.claims or ()):
        details, body = claim_details(claim), claim_body(claim)
        keys = {"reading": number, "ordinal": ordinal, "document": reading.document.id, "supersedes": before.get(claim.id)}
        hashes = {"body": body, "body_sha256": text_hash(body), "details": details_hash(details)}
        seq = batch.put(schema.claim, claim_row(claim) | keys | hashes)
        for table, rows in details:
            batch.put_details(table, "claim", seq, rows)
        words.append((seq, text[claim.start : claim.end], claim.gloss))
    database.of(connection).index(connection, [], words)
