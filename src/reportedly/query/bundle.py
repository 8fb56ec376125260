"""A bundle of evidence: claims, their documents, the rows that prove that they are of the record, and a signature over all of it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from itertools import islice
from pathlib import Path
from typing import IO, TYPE_CHECKING

from sqlalchemy import Connection, select

from reportedly.errors import IntegrityError
from reportedly.export.bag import Bag
from reportedly.export.lines import json_line
from reportedly.export.tally import Json, Tally
from reportedly.ids import digest
from reportedly.query.exports import Wanted, claim_rows, told_of
from reportedly.query.filters import ClaimFilter
from reportedly.query.private import private_names
from reportedly.store import Ledger, database, schema, sql
from reportedly.store.proof import link_text, links, parts_lines, row_lines
from reportedly.track.masking import Mask

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

_WITHHELD = "documents that name private persons (bytes and text withheld)"
_LINES = "lines of the record that name private persons (withheld)"
_NOT_SHOWN = (
    "\nPrivate persons are told by numbers in the claims. Documents and lines of the record that name them are left out, and only their\n"
    "hashes stand here; data/manifest.json counts them.\n"
)


@dataclass(slots=True)
class _Gathered:
    """What is known of the claims once they were looked through: files of lines, and the links and documents they are of."""

    folder: Path
    wanted: Wanted
    tally: Tally
    batches: set[int] = field(default_factory=set)
    documents: set[str] = field(default_factory=set)

    def lines(self, name: str, lines: Iterator[str] | Sequence[str], mask: Mask) -> None:
        """Keep lines of the record, but for those that hold a private name."""
        with (self.folder / name).open("ab") as out:
            for line in lines:
                if mask.over(line) == line:
                    out.write(f"{line}\n".encode())
                else:
                    self.tally.notes[_LINES] += 1

    def read(self, name: str) -> Iterator[bytes]:
        """Yield what was kept."""
        path = self.folder / name
        if path.exists():
            with path.open("rb") as found:
                yield from found


def bundle(ledger: Ledger, where: ClaimFilter, wanted: Wanted, signer: tuple[str, Ed25519PrivateKey], out: IO[bytes]) -> Tally:
    """Write a bundle of the claims that pass, and return what is counted.

    Args:
        ledger: the open ledger.
        where: which claims.
        wanted: without texts, only hashes of documents are given; private names keep a document out unless they are asked for.
        signer: who signs, and the key.
        out: a file that can be moved about in.

    Raises:
        IntegrityError: rows of the record are not what was recorded.
    """
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat  # noqa: PLC0415 - few commands need it

    by, key = signer
    public = key.public_key()
    with tempfile.TemporaryDirectory() as folder, ledger.reading() as connection:
        asked = {"format": "bundle", **told_of(connection, where, wanted), "signed_by": by, "key": public.public_bytes_raw().hex()}
        found = _Gathered(Path(folder, "lines"), wanted, Tally(asked))
        found.folder.mkdir()
        bag = Bag(Path(folder, "bag"))
        bag.add("claims.jsonl", _claims(connection, where, found, bag))
        for name in ("rows.jsonl", "bodies.jsonl", "parts.jsonl"):
            bag.add(f"record/{name}", found.read(name))
        for number in sorted(found.batches):
            bag.add(f"record/links/{number}.txt", (line.encode() for line in link_text(connection, number)))
        if found.batches:
            bag.add("record/chain.txt", (line.encode() for line in links(connection, min(found.batches))))
        bag.add("manifest.json", found.tally.manifest())
        about = [("External-Description", "Claims with what proves them"), ("External-Identifier", str(asked["head"]))]
        bag.close(about, _readme(found.tally), public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo), key.sign)
        bag.pack(out)
    return found.tally


def _readme(tally: Tally) -> str:
    told = tally.asked
    text = files("reportedly.export").joinpath("bundle.md").read_text(encoding="utf-8")
    names = {"claims": f"{tally.written:,}", "program": told["program"], "by": told["signed_by"], "key": told["key"], "head": told["head"]}
    return text.format(**names, withheld="" if told["private_names"] == "as in the texts" else _NOT_SHOWN)


def _claims(connection: Connection, where: ClaimFilter, found: _Gathered, bag: Bag) -> Iterator[bytes]:
    """Yield the claims, and gather what proves them on the way."""
    rows = claim_rows(connection, where, found.wanted)
    while chunk := list(islice(rows, sql.CHUNK)):
        fresh = sorted({row["doc"]["id"] for row in chunk} - found.documents)
        names = {} if found.wanted.unmask else private_names(connection, sorted({row["doc"]["id"] for row in chunk}))
        _documents(connection, fresh, names, found, bag)
        _prove(connection, chunk, names, found)
        for row in chunk:
            found.tally.write(row)
            yield json_line(row)


def _prove(connection: Connection, chunk: Sequence[Json], names: dict[str, dict[str, str]], found: _Gathered) -> None:
    masks = {row["proof"]["seq"]: Mask(names.get(row["doc"]["id"], {})) for row in chunk}
    numbers = sorted(masks)
    parts, claim = parts_lines(connection, numbers), schema.claim.c
    bodies = {
        row.seq: row
        for row in connection.execute(select(claim.seq, claim.body, claim.body_sha256, claim.details).where(claim.seq.in_(numbers)))
    }
    for number, line in zip(numbers, row_lines(connection, schema.claim, "seq", numbers), strict=True):
        row = bodies[number]
        if (digest(line.text.encode()), digest(row.body.encode()), digest(parts[number].encode())) != (
            line.hash,
            row.body_sha256,
            row.details,
        ):
            what = "this claim is not the one that was recorded"
            raise IntegrityError(what, where=f"claim {number}", remedy="`reportedly verify` tells what was changed; nothing is signed")
        found.batches.add(line.batch)
        found.lines("rows.jsonl", [line.text], Mask({}))  # it holds no words, and who speaks is told
        for name, text in (("bodies.jsonl", row.body), ("parts.jsonl", parts[number])):
            found.lines(name, [text], masks[number])


def _documents(connection: Connection, fresh: Sequence[str], names: dict[str, dict[str, str]], found: _Gathered, bag: Bag) -> None:
    found.documents |= set(fresh)
    for table, key in ((schema.document, "id"), (schema.appearance, "document")):
        for name in fresh:
            for line in row_lines(connection, table, key, [name]):
                found.batches.add(line.batch)
                found.lines("rows.jsonl", [line.text], Mask(names.get(name, {})))
    if not found.wanted.texts:
        return
    document, blob = schema.document.c, schema.blob
    query = select(document.id, document.text, document.text_sha256, blob.c.bytes).join_from(schema.document, blob)
    for row in database.streamed(connection, query.where(document.id.in_(fresh)).order_by(document.seq), 50):
        if names.get(row.id):
            found.tally.notes[_WITHHELD] += 1
            continue
        found.tally.notes["documents with their bytes and text"] += 1
        bag.add(f"documents/{row.id.partition(':')[2]}", [row.bytes])
        bag.add(f"texts/{row.text_sha256}.txt", [row.text.encode()])
