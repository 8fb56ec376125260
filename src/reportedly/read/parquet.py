"""Reading Parquet: a table whose columns are mapped as those of CSV are."""

from __future__ import annotations

import datetime as dt
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal

import duckdb

from reportedly.errors import BrokenFileError, ReadError
from reportedly.model import Document, Failure
from reportedly.ports import ReadOptions
from reportedly.read.fail import failure
from reportedly.read.sniff import TABLE, check_size
from reportedly.read.table import COLUMNS, Columns, match_columns, read_row

_ROWS = 256
_MEMORY = "400MB"
_PLAIN = (str, int, float, bool)


class ParquetReader:
    """Reads Parquet tables, by DuckDB. Rows are numbered from 1."""

    name = "parquet"
    suffixes = frozenset({".parquet", ".pq"})
    ceiling = TABLE

    def read(self, data: bytes, path: str, options: ReadOptions) -> Iterator[Document | Failure]:
        """Yield one document or failure per row, in order.

        Raises:
            ColumnError: a column is not in the table.
            OptionError: an option is not understood.
        """
        error: ReadError | None = check_size(len(data), TABLE)
        if error is not None:
            yield failure(error, path, data=data)
            return
        try:
            yield from self._rows(data, path, options)
        except (duckdb.Error, RuntimeError, UnicodeError) as problem:  # names of columns that are no UTF-8, among others
            told = next(iter(str(problem).splitlines()), "")[:300]
            what = f"the Parquet table cannot be read: {told}"
            yield failure(BrokenFileError(what, remedy="it is damaged or cut short; get it again"), path, data=data)

    def _rows(self, data: bytes, path: str, options: ReadOptions) -> Iterator[Document | Failure]:
        """Yield the rows. DuckDB reads files only: the bytes lie in one without a name that others know, and nothing else is open to it."""
        with _held(data) as place, duckdb.connect(":memory:", config={"threads": 1, "memory_limit": _MEMORY}) as connection:
            connection.execute("SET allowed_paths = [$path]", {"path": place})
            connection.execute("SET enable_external_access = false")
            table = connection.execute("SELECT * FROM read_parquet($path) LIMIT 0", {"path": place}).description or []
            present = [str(column[0]) for column in table]
            columns = match_columns(present, options, path)
            wanted = [name for ours in COLUMNS if (name := columns.names.get(ours, ours)) in present]
            query = f"SELECT {', '.join(map(_quoted, wanted))} FROM read_parquet($path)"  # noqa: S608 - names of its own columns
            yield from _documents(connection.execute(query, {"path": place}), wanted, columns, path, options)


@contextmanager
def _held(data: bytes) -> Iterator[str]:
    """Give a path at which the bytes can be read: in memory where the system can, for the process that reads may write no file."""
    if hasattr(os, "memfd_create"):
        number = os.memfd_create("parquet")
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(number, rest) :]
            yield f"/proc/self/fd/{number}"
        finally:
            os.close(number)
        return
    with tempfile.NamedTemporaryFile(suffix=".parquet") as held:
        held.write(data)
        held.flush()
        yield held.name


def _documents(
    found: duckdb.DuckDBPyConnection, names: list[str], columns: Columns, path: str, options: ReadOptions
) -> Iterator[Document | Failure]:
    number = 0
    while rows := found.fetchmany(_ROWS):
        for row in rows:
            number += 1
            values = {name: _value(value) for name, value in zip(names, row, strict=True)}
            yield read_row(values, columns, f"{path}#{number}", options, ParquetReader.name)


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _value(value: object) -> object:
    """Return a field as tables of text would have it."""
    if isinstance(value, dt.date | dt.datetime):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return str(value) if isinstance(value, Decimal) or not isinstance(value, (*_PLAIN, list, dict, type(None))) else value
