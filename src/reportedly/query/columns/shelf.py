"""The columns on disk, beside the ledger, so that a server need not read all claims anew when it starts.

One file: an uncompressed archive of arrays, each with a checksum, and what it was made of. It is taken only where the link of the chain
that it names is the record's own, under the same schema and edition, and nothing was redacted since; else it is made anew.
"""

from __future__ import annotations

import json
import logging
import os
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, func, select

from reportedly import __version__
from reportedly.query.columns.columns import Columns, Pairs, Places
from reportedly.query.columns.words import Column, Words
from reportedly.store import schema
from reportedly.store.migrate import HEAD

_LOG = logging.getLogger(__name__)
EDITION = 1
"""Changes with what the columns are, or how they are read from the record."""
_STATE = "state"
_NESTED = {"places": Pairs, "actors": Pairs, "appearances": Places}
_WORDS = frozenset({"documents"})
_ARRAYS = frozenset({"seq", "document", "judged", "drawn", "own", "said", "number", "withheld", "claim", "once"})
Arrays = dict[str, NDArray[Any]]


def keep(columns: Columns, connection: Connection, path: Path) -> bool:
    """Write columns to a file, which takes the place of an earlier one in one step; say whether that was done.

    Args:
        columns: of a state of the ledger.
        connection: inside a read transaction, of that state or a later one.
        path: of the file.
    """
    arrays = {_STATE: _bytes(_state(connection, columns.batch)), **dict(_taken_apart(columns, ""))}
    try:
        with NamedTemporaryFile(dir=path.parent, prefix=f"{path.name}.", delete=False) as held:
            try:
                np.savez(held, allow_pickle=False, **arrays)
                held.close()
                shutil.copymode(path.with_suffix(""), held.name)
                os.replace(held.name, path)  # noqa: PTH105 - its name is no path
            except BaseException:
                Path(held.name).unlink(missing_ok=True)
                raise
    except OSError as error:
        _LOG.info("the columns were not kept: %s", error)
        return False
    return True


def kept(connection: Connection, path: Path) -> Columns | None:
    """Return the columns of a file, of the last state or an earlier one; None where there is none, or it is not of this record."""
    try:
        with path.open("rb") as held, np.load(held, allow_pickle=False) as archive:
            if not _is_of(connection, archive[_STATE]):
                return None
            found = _put_together(archive)
    except FileNotFoundError:
        return None
    except (OSError, BadZipFile, ValueError, KeyError, EOFError, TypeError) as error:
        _LOG.info("the columns that were kept cannot be read, and are made anew: %s", error)
        return None
    return found if _fits(found) else None


def _state(connection: Connection, batch: int) -> dict[str, Any]:
    link = schema.batch.c
    return {
        "edition": f"{__version__} {HEAD} {EDITION}",
        "batch": batch,
        "hash": connection.scalar(select(link.hash).where(link.seq == batch)),
        "redactions": redactions(connection),
    }


def redactions(connection: Connection) -> int:
    """Return how many redactions the record has."""
    return connection.scalar(select(func.count()).select_from(schema.redaction)) or 0


def _is_of(connection: Connection, state: NDArray[Any]) -> bool:
    told = json.loads(state.tobytes())
    return bool(told == _state(connection, told["batch"]) and told["hash"] is not None)


def _taken_apart(held: Any, under: str) -> Iterator[tuple[str, NDArray[Any]]]:  # noqa: ANN401 - one of the classes of columns
    for field in fields(held):
        value, name = getattr(held, field.name), f"{under}{field.name}"
        if field.name in _NESTED:
            yield from _taken_apart(value, f"{name}.")
        elif isinstance(value, Column):
            yield f"{name}.numbers", value.numbers
            yield f"{name}.words", _bytes(value.words.values)
        elif isinstance(value, Words):
            yield name, _bytes(value.values)
        else:
            yield name, np.asarray(value)


def _put_together(archive: Mapping[str, NDArray[Any]]) -> Columns:
    return Columns(**{field.name: _part(archive, field.name, field.name) for field in fields(Columns)})


def _part(archive: Mapping[str, NDArray[Any]], name: str, whole: str) -> Any:  # noqa: ANN401 - a field of one of the classes
    if name in _NESTED:
        kind = _NESTED[name]
        return kind(**{field.name: _part(archive, field.name, f"{name}.{field.name}") for field in fields(kind)})
    if name == "batch":
        return int(archive[whole])
    if name in _ARRAYS:
        return archive[whole]
    if name in _WORDS:
        return _words(archive[whole])
    return Column(_words(archive[f"{whole}.words"]), archive[f"{whole}.numbers"])


def _bytes(value: object) -> NDArray[np.uint8]:
    return np.frombuffer(json.dumps(value).encode(), np.uint8)


def _words(told: NDArray[Any]) -> Words:
    made = Words()
    made.numbers(json.loads(told.tobytes()))
    return made


def _fits(found: Columns) -> bool:
    """Say whether there are as many rows in each column as there should be."""
    claims, documents = len(found.seq), len(found.documents)
    of_claims = (found.document, found.judged, found.drawn, found.own, found.said, *(each.numbers for each in _columns(found)))
    of_documents = (found.publisher.numbers, found.day.numbers, found.lang.numbers, found.number, found.withheld)
    return all(len(each) == claims for each in of_claims) and all(len(each) == documents for each in of_documents)


def _columns(found: Columns) -> Iterator[Column]:
    yield from (found.type, found.frame, found.stance, found.speaker, found.actor, found.begin, found.until)
