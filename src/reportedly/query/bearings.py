"""Bearings as the ledger keeps them: proposed once of each document and text, and read back."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from sqlalchemy import Connection

from reportedly import __version__, truce
from reportedly.errors import LedgerUnavailableError
from reportedly.model.pack import Pack
from reportedly.query.told import told
from reportedly.store import Ledger, kept, sightings
from reportedly.truce.agreement import Agreement
from reportedly.truce.evidence import Bearing, Coverage
from reportedly.truce.propose import propose
from reportedly.truce.told import Told

Found = Bearing | Coverage
_BEARING, _COVERAGE = 0, 1
_BATCHES, _PARTS = 2000, 200


@cache
def _edition() -> str:
    sources = sorted((path.name, path.read_bytes()) for path in files(truce).iterdir() if path.is_file())
    return hashlib.sha256(repr((__version__, sources)).encode()).hexdigest()


def text_key(agreement: Agreement, pack: Pack, known: Sequence[Agreement]) -> str:
    """Return what bearings on an agreement hang on beside the claims: its text, the others that may be meant, the pack, the program."""
    return hashlib.sha256(repr((_edition(), pack.digest, agreement, sorted(known, key=lambda each: each.id))).encode()).hexdigest()


def catch_up(ledger: Ledger, texts: Mapping[str, Agreement], pack: Pack, known: Sequence[Agreement]) -> bool:
    """Propose what the claims recorded since bear on texts, by their keys; False where the ledger cannot be written."""
    try:
        while True:
            with ledger.reading() as connection:
                if is_fresh(connection, texts):
                    return True
            with ledger.writing() as (connection, _):
                _step(connection, texts, pack, known)
    except LedgerUnavailableError:
        return False


def is_fresh(connection: Connection, texts: Iterable[str]) -> bool:
    """Say whether what bears on texts is held up to the last batch."""
    last = sightings.last_batch(connection)
    return all(kept.held_until(connection, key) == last for key in texts)


def _step(connection: Connection, texts: Mapping[str, Agreement], pack: Pack, known: Sequence[Agreement]) -> None:
    """Propose what documents bear on those texts that are held least far."""
    held = {key: kept.held_until(connection, key) or 0 for key in texts}
    least, last = min(held.values()), sightings.last_batch(connection)
    behind = {key: texts[key] for key, batch in held.items() if batch == least}
    to = min([least + _BATCHES, last, *(batch for batch in held.values() if batch > least)])
    documents = sightings.changed(connection, least, to)
    found: dict[str, dict[str, str | None]] = {key: dict.fromkeys(documents) for key in behind}
    for start in range(0, len(documents), _PARTS):
        claims: dict[str, list[Told]] = defaultdict(list)
        for one in told(connection, None, documents[start : start + _PARTS]):
            claims[one.document].append(one)
        for key, agreement in behind.items():
            rows = propose(agreement, [one for group in claims.values() for one in group], pack, known)
            found[key] |= _packed(rows, {one.claim.id: document for document, group in claims.items() for one in group})
    for key in behind:
        kept.put(connection, key, found[key], to)


def read(connection: Connection, key: str, agreement: str, kin: Mapping[str, str]) -> Iterator[Found]:
    """Yield what is held on a text; ``kin`` tells the families of reprints, which may have grown since."""
    for document, body in kept.bodies(connection, key):
        family = f"family:{kin.get(document, document)}"
        for claim, (begin, until, said, known, recorded), nodes, rows in json.loads(body):
            chain = frozenset((*nodes, family))
            for kind, own in rows:
                if kind == _BEARING:
                    name, sign, act, speaker, surely = own
                    more = (begin, until, said, known, recorded, chain, speaker, False, surely)
                    yield Bearing(claim, agreement, name, sign, act, *more)
                else:
                    who, monitor, zone, given = own
                    yield Coverage(claim, agreement, who, monitor, zone, given, begin, until, said, known, recorded, chain)


def _packed(found: Iterable[Found], documents: Mapping[str, str]) -> dict[str, str]:
    """Return findings by document as JSON, what those of one claim share told once, and all but the family of their document."""
    by: dict[str, dict[str, tuple[str, list[Any], list[str], list[tuple[int, list[Any]]]]]] = defaultdict(dict)
    for row in found:
        document = documents[row.claim]
        times = [row.begin, row.until, row.said, row.known, row.recorded]
        nodes = sorted(row.chain - {f"family:{document}"})
        own: tuple[int, list[Any]]
        if isinstance(row, Bearing):
            own = (_BEARING, [row.atom, row.sign, row.act, row.speaker, row.surely])
        else:
            own = (_COVERAGE, [row.observer, row.monitor, row.zone, row.given])
        by[document].setdefault(row.claim, (row.claim, times, nodes, []))[3].append(own)
    return {document: json.dumps(list(claims.values())) for document, claims in by.items()}
