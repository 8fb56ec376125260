"""Bearings as the ledger keeps them: proposed once of each document and text, and read back."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

from sqlalchemy import Connection

from reportedly import __version__, truce
from reportedly.errors import LedgerUnavailableError
from reportedly.model.pack import Pack
from reportedly.query.told import told
from reportedly.store import Ledger, kept, sightings
from reportedly.store.columns import Row, Values
from reportedly.truce.agreement import Agreement
from reportedly.truce.evidence import Bearing, Chain, Coverage, chain_of
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
    found: dict[str, dict[str, list[Row]]] = {key: {document: [] for document in documents} for key in behind}
    for start in range(0, len(documents), _PARTS):
        claims: dict[str, list[Told]] = defaultdict(list)
        for one in told(connection, None, documents[start : start + _PARTS]):
            claims[one.document].append(one)
        for key, agreement in behind.items():
            rows = propose(agreement, [one for group in claims.values() for one in group], pack, known)
            found[key] |= rows_of(rows, {one.claim.id: document for document, group in claims.items() for one in group})
    for key in behind:
        kept.put(connection, key, found[key], to)


def read(connection: Connection, key: str, agreement: str, kin: Mapping[str, str]) -> Iterator[Found]:
    """Yield what is held on a text; ``kin`` tells the families of reprints, which may have grown since."""
    for part in kept.columns(connection, key):
        chains = [_of_kin(chain, document, kin[document]) if document in kin else chain for document, chain in part.chains()]
        for claim, at, by, which in zip(part.claims, part.time, part.chain, part.which, strict=True):
            begin, until, said, known, recorded = part.times[at]
            kind, *own = part.own[which]
            if kind == _BEARING:
                name, sign, act, speaker, surely = own
                more = (begin, until, said, known, recorded, chains[by], speaker, False, surely)
                yield Bearing(claim, agreement, name, sign, act, *more)
            else:
                who, monitor, zone, given = own
                yield Coverage(claim, agreement, who, monitor, zone, given, begin, until, said, known, recorded, chains[by])


def rows_of(found: Iterable[Found], documents: Mapping[str, str]) -> dict[str, list[Row]]:
    """Return findings by document, as they are kept."""
    by: dict[str, list[Row]] = defaultdict(list)
    for row in found:
        document = documents[row.claim]
        own: Values
        if isinstance(row, Bearing):
            own = (_BEARING, row.atom, row.sign, row.act, row.speaker, row.surely)
        else:
            own = (_COVERAGE, row.observer, row.monitor, row.zone, row.given)
        by[document].append(Row(row.claim, (row.begin, row.until, row.said, row.known, row.recorded), row.chain, own))
    return by


def _of_kin(chain: Chain, document: str, family: str) -> Chain:
    """Return a chain as what it is known by now: its document may since have been found to be of a family of reprints."""
    return chain_of(f"family:{family}" if node == f"family:{document}" else node for node in chain)
