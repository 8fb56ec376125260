"""The analytic mirror: tables of the record as Parquet files, asked with DuckDB. It is disposable, and never the record."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from reportedly.errors import OptionError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


@dataclass(frozen=True, slots=True)
class Mirrored:
    """A table to mirror: its name, its columns with their types (``BIGINT``, ``DOUBLE``, ``BOOLEAN``, ``VARCHAR``), and its rows."""

    name: str
    columns: Mapping[str, str]
    rows: Iterable[Sequence[Any]]


HEAD = "mirror.json"
"""The file of a mirror that says what it is of; it is written last."""


def write(tables: Iterable[Mirrored], folder: Path, state: Mapping[str, str] = MappingProxyType({})) -> Iterator[tuple[str, int]]:
    """Write each table as ``NAME.parquet``, over an earlier one, and yield its name and how many rows it has.

    Args:
        tables: all of one state of the ledger.
        folder: where they go.
        state: what the mirror is of, as :func:`state_of` gives it back once all tables are written.

    Raises:
        OptionError: the folder cannot be written to.
    """
    import duckdb  # noqa: PLC0415 - only a mirror needs it

    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / HEAD).unlink(missing_ok=True)
        with duckdb.connect() as connection:
            for table in tables:
                yield table.name, _copied(connection, table, folder / f"{table.name}.parquet")
        (folder / HEAD).write_text(json.dumps(dict(state)), encoding="utf-8")
    except OSError as error:
        what = f"the mirror cannot be written: {error.strerror or error}"
        raise OptionError(what, where=str(folder), remedy="name a folder where you may write") from error


def state_of(folder: Path) -> dict[str, str] | None:
    """Return what a mirror is of; None where there is none, or it was not written to its end."""
    try:
        found = json.loads((folder / HEAD).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) else None


@lru_cache(maxsize=4)
def _held(folder: Path, _state: tuple[tuple[str, str], ...]) -> DuckDBPyConnection:
    import duckdb  # noqa: PLC0415 - only a mirror needs it

    connection = duckdb.connect()
    for path in sorted(folder.glob("*.parquet")):
        connection.read_parquet(str(path)).create_view(path.stem)
    return connection


def answer(folder: Path, state: Mapping[str, str], statement: str, values: Sequence[object]) -> list[tuple[Any, ...]]:
    """Return the rows that a query with ``?`` for its values gives over a mirror of a state; it is kept open for the next one."""
    return list(_held(folder, tuple(sorted(state.items()))).cursor().execute(statement, values).fetchall())


def ask(statement: str, folder: Path) -> list[tuple[Any, ...]]:
    """Return the rows that a query gives over the mirror; its tables have the names of the files."""
    import duckdb  # noqa: PLC0415 - only a mirror needs it

    with duckdb.connect() as connection:
        for path in sorted(folder.glob("*.parquet")):
            connection.read_parquet(str(path)).create_view(path.stem)
        return [tuple(row) for row in connection.execute(statement).fetchall()]


def _copied(connection: DuckDBPyConnection, table: Mirrored, path: Path) -> int:
    count = 0
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".json", dir=path.parent) as lines:
        for row in table.rows:
            count += 1
            lines.write(json.dumps(dict(zip(table.columns, row, strict=True))) + "\n")
        lines.flush()
        found = connection.read_json(lines.name, format="newline_delimited", columns=dict(table.columns))
        found.write_parquet(str(path), compression="zstd")
    return count
