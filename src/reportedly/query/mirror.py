"""The tables of a ledger for the analytic mirror, and the joins over the whole corpus."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, inspect, select, text

from reportedly import compare
from reportedly.engine.mirror import Mirrored, answer, state_of, write
from reportedly.query.groups import Run
from reportedly.query.sightings import catch_up, edition
from reportedly.store import Ledger, database, head_of, schema, sql
from reportedly.store.beside import mirror_folder
from reportedly.store.held import latest

_TYPES = {"INTEGER": "BIGINT", "BIGINT": "BIGINT", "FLOAT": "DOUBLE", "DOUBLE PRECISION": "DOUBLE", "BOOLEAN": "BOOLEAN", "TEXT": "VARCHAR"}
_OURS = ("alembic_", "document_search", "claim_search")
_CHUNK = 1000


def mirror(ledger: Ledger, folder: Path) -> dict[str, int]:
    """Write every table of one state of the ledger, and of what comparison and views keep, and return how many rows each has.

    Bytes of documents and the search index are left out.

    Raises:
        OptionError: the folder cannot be written to.
    """
    catch_up(ledger)
    with ledger.reading() as connection:
        return dict(write(_tables(connection), folder, _state(connection)))


def default_folder(ledger: Ledger) -> Path:
    """Return where a mirror lies if nothing else is said."""
    return mirror_folder(ledger.address)


def _state(connection: Connection) -> dict[str, str]:
    return {"head": head_of(connection), "edition": edition()}


def mirror_run(connection: Connection, folder: Path) -> tuple[Run | None, bool]:
    """Return what asks a mirror, None where it is not of the record's present head and of this edition; and whether that is so."""
    held = state_of(folder)
    if held is None:
        return None, False
    state = _state(connection)
    return (partial(_answered, folder, state), False) if held == state else (None, True)


def _answered(folder: Path, state: dict[str, str], statement: str, values: Sequence[object]) -> list[tuple[Any, ...]]:
    return answer(folder, state, statement, values)


def mirrored(ledger: Ledger) -> Iterator[Mirrored]:
    """Yield the tables that are mirrored, of one state of the ledger."""
    with ledger.reading() as connection:
        yield from _tables(connection)


def _tables(connection: Connection) -> Iterator[Mirrored]:
    seen = inspect(connection)
    for name in sorted(seen.get_table_names()):
        if not name.startswith(_OURS):
            columns = {column["name"]: _TYPES.get(str(column["type"]).partition(" COLLATE")[0]) for column in seen.get_columns(name)}
            kept = {column: kind for column, kind in columns.items() if kind is not None}
            yield Mirrored(name, kept, _rows(connection, name, list(kept)))


def reuse_join() -> str:
    """Return the SQL text of the join: pairs of families of texts that share telling marks, and how many."""
    return files(compare).joinpath("reuse.sql").read_text(encoding="utf-8")


def matters_join() -> str:
    """Return the SQL text of the join: pairs of claims, by number, that are compared with each other."""
    return files(compare).joinpath("matters.sql").read_text(encoding="utf-8")


def recorded_matters(ledger: Ledger) -> set[tuple[int, int]]:
    """Return the pairs of claims, by number, that are recorded to contradict each other or to look so, and that stand."""
    pair, ends = schema.contradiction, (schema.claim.alias("one"), schema.claim.alias("other"))
    query = select(ends[0].c.seq, ends[1].c.seq).select_from(pair)
    for end, own in zip(ends, (pair.c.a, pair.c.b), strict=True):
        query = query.join(end, end.c.id == own).where(latest(end), end.c.body.is_not(None))
    with ledger.reading() as connection:
        return {(min(row), max(row)) for row in connection.execute(query.where(sql.standing_pair()))}


def recorded_families(ledger: Ledger) -> set[tuple[int, int]]:
    """Return the pairs of different families that recorded pairs of documents are of."""
    with ledger.reading() as connection:
        rows = connection.execute(text("SELECT document, family FROM reuse_text"))
        family: dict[str, int] = {row.document: row.family for row in rows}
        pairs = {(family[pair.a], family[pair.b]) for pair in sql.reprints(connection, bare=True) if pair.a in family and pair.b in family}
    return {(min(pair), max(pair)) for pair in pairs if len(set(pair)) > 1}


def _rows(connection: Connection, table: str, columns: list[str]) -> Iterator[Sequence[Any]]:
    names = ", ".join(f'"{column}"' for column in columns)
    statement = text(f'SELECT {names} FROM "{table}"')  # noqa: S608 - names are of the ledger's own schema
    for row in database.streamed(connection, statement, _CHUNK):
        yield tuple(row)
