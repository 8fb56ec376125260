"""Rows in and out, by the driver's own ways where there are many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import psycopg
from sqlalchemy import Connection, Select
from sqlalchemy.exc import DBAPIError

from reportedly.store.postgres.said import said

_STOPPED = "57014"


class _Cursor:
    def __init__(self, own: psycopg.Cursor[Any]) -> None:
        self._own = own

    def execute(self, statement: str, values: Sequence[Any] = (), /) -> psycopg.Cursor[Any]:
        return self._own.execute(said(statement), values)

    def executemany(self, statement: str, rows: Sequence[Sequence[Any]], /) -> None:
        if rows:
            self._own.executemany(said(statement), rows)

    def close(self) -> None:
        self._own.close()


def cursor(connection: Connection) -> _Cursor:
    """Return a cursor of the driver's own."""
    return _Cursor(_driver(connection).cursor())


def _driver(connection: Connection) -> psycopg.Connection[Any]:
    found: psycopg.Connection[Any] = connection.connection.driver_connection  # type: ignore[assignment]
    return found


def ask(connection: Connection, statement: str, values: Sequence[object]) -> list[Sequence[Any]]:
    """Return the rows of a statement of our own."""
    return list(cursor(connection).execute(statement, values).fetchall())


def numbers(connection: Connection, query: Select[Any]) -> list[int]:
    """Return the numbers that a query gives."""
    return list(connection.scalars(query))


def put_rows(connection: Connection, table: str, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Insert many rows."""
    names = ", ".join(f'"{name}"' for name in columns)
    with _driver(connection).cursor() as own, own.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def settled(connection: Connection) -> None:
    """Count what the tables hold, by which the server chooses how it asks."""
    connection.exec_driver_sql("ANALYZE")


def compare_ready(_connection: Connection) -> None:
    """Do nothing: the server knows how much of a table it keeps at hand."""


@contextmanager
def within(connection: Connection, milliseconds: int) -> Iterator[None]:
    """Stop a statement that is asked inside after so long. Raises TimeoutError then, or where no time is left."""
    if milliseconds <= 0:
        raise TimeoutError
    try:
        with connection.begin_nested():  # so that the connection goes on to serve
            connection.exec_driver_sql(f"SET LOCAL statement_timeout = {int(milliseconds)}")
            yield
            connection.exec_driver_sql("SET LOCAL statement_timeout TO DEFAULT")
    except (DBAPIError, psycopg.Error) as error:
        own = error.orig if isinstance(error, DBAPIError) else error
        if getattr(own, "sqlstate", None) == _STOPPED:
            raise TimeoutError from error
        raise
