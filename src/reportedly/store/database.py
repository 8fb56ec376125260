"""What databases differ in: one contract, and for each kind of database a module that keeps it.

A statement of our own, which is not built by SQLAlchemy, is written once: with ``?`` for its values, a list of values as one JSON text
that ``json_each(?)`` reads, and ``CAST`` to the type of the values where they are compared. Each kind says it in its own way.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from functools import cache
from importlib import import_module
from itertools import chain
from operator import itemgetter
from typing import Any, Protocol, cast

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Dialect,
    Engine,
    Executable,
    Integer,
    MetaData,
    Row,
    Select,
    Table,
    TableValuedAlias,
    Text,
    bindparam,
    column,
    func,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.expression import FunctionElement
from sqlalchemy.types import NullType, TypeDecorator, TypeEngine

Documents = Iterable[tuple[int, str]]
"""Number and text of documents."""
Claims = Iterable[tuple[int, str, str]]
"""Number, words and gloss of claims."""
ASKED = ("words", "runs")
"""What an index of words is asked, in two parts: which words there must be, and which of them must follow each other."""
_KINDS = {"sqlite": "reportedly.store.sqlite", "postgresql": "reportedly.store.postgres"}


class Cursor(Protocol):
    """Runs statements of our own without what makes ready for any other: for many small ones."""

    def execute(self, statement: str, values: Sequence[Any] = ..., /) -> Any:  # noqa: ANN401 - the driver's own
        """Run a statement; its rows are fetched from what is returned."""

    def executemany(self, statement: str, rows: Sequence[Sequence[Any]], /) -> Any:  # noqa: ANN401 - as above
        """Run a statement for each of some rows of values."""

    def close(self) -> object:
        """Leave it."""


class Kind(Protocol):
    """One kind of database."""

    guarded: Callable[[str], AbstractContextManager[None]]
    """Turns the database's errors into ours; is told which ledger it is."""
    within: Callable[[Connection, int], AbstractContextManager[None]]
    """Stops what is asked inside after so many milliseconds, with TimeoutError; the connection goes on to serve."""
    is_ledger: Callable[[Connection], bool | None]
    """Says whether the open database is a ledger; None where it is empty."""
    make_ready: Callable[[Engine], None]
    """Makes a database ready to be a ledger, or to be one still."""
    make_first: Callable[[Connection, MetaData], None]
    """Makes the tables of the first schema, what keeps them append-only, and the search index."""
    make_more: Callable[[Connection, Table], None]
    """Makes a further table of the record, and what keeps it append-only."""
    emptied: Callable[[Connection, MetaData], None]
    """Leaves tables that are no part of the record empty, made where there are none; who reads meanwhile is not disturbed."""
    compare_ready: Callable[[Connection], None]
    """Makes ready for a job that compares many texts."""
    asked: Callable[[str, Sequence[str]], str]
    """Gives one of the parts of what the search index is asked, for terms: runs of words that must follow each other."""
    index: Callable[[Connection, Documents, Claims], None]
    """Adds documents and claims to the search index, in the open transaction."""
    unindex: Callable[[Connection, Documents, Claims], None]
    """Takes them out again; the words must be those that went in."""
    put_rows: Callable[[Connection, str, Sequence[str], Sequence[Sequence[Any]]], None]
    """Inserts many rows into a table; the values are of the driver's own types."""
    cursor: Callable[[Connection], Cursor]
    """Gives a cursor of the driver's own, in the open transaction."""
    ask: Callable[[Connection, str, Sequence[object]], list[Sequence[Any]]]
    """Gives the rows of a statement of our own, asked without what makes ready for any other: for many small ones."""
    numbers: Callable[[Connection, Select[Any]], list[int]]
    """Gives the numbers that a query gives: many, and so past what makes rows of them."""
    settled: Callable[[Connection], None]
    """Has the database look at what there is, after much of it came at once."""
    damage: Callable[[Connection], list[str]]
    """Gives what the database itself finds wrong with its file."""
    not_indexed: Callable[[Connection], list[tuple[str, int]]]
    """Gives, for documents and claims, how many rows the search index lacks; those with none are left out."""
    purge: Callable[[Engine], None]
    """Leaves nothing of removed words in the database's own files, as far as it can."""


@cache
def kind(dialect: str) -> Kind:
    """Return the kind of database that a dialect is of; what it needs is loaded now."""
    return cast("Kind", import_module(_KINDS[dialect]))


def of(connection: Connection | Engine) -> Kind:
    """Return the kind of database that a connection is to."""
    return kind(connection.dialect.name)


def ask(connection: Connection, statement: str, values: Sequence[object]) -> list[Sequence[Any]]:
    """Return the rows of a statement of our own."""
    return of(connection).ask(connection, statement, values)


def numbers(connection: Connection, query: Select[Any]) -> list[int]:
    """Return the numbers that a query gives."""
    return of(connection).numbers(connection, query)


def within(connection: Connection, milliseconds: int) -> AbstractContextManager[None]:
    """Stop what is asked inside after so long. Raises TimeoutError then, or where no time is left."""
    return of(connection).within(connection, milliseconds)


def parts(connection: Connection, query: Executable, size: int, values: Mapping[str, object] | None = None) -> Iterator[Sequence[Row[Any]]]:
    """Yield the rows of a query, so many at a time, and no more of them in memory."""
    with connection.execute(query, values or {}, execution_options={"yield_per": size}) as result:
        yield from result.partitions(size)


def streamed(connection: Connection, query: Executable, size: int) -> Iterator[Row[Any]]:
    """Yield the rows of a query, of which so many are in memory."""
    return chain.from_iterable(parts(connection, query, size))


def put_table(connection: Connection, into: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert many rows into a table; each holds all columns, with values of the driver's own types."""
    names = into.columns.keys()
    of(connection).put_rows(connection, into.name, names, list(map(itemgetter(*names), rows)))


class _Listed(TypeDecorator[Any]):
    """Values as one parameter: JSON, or a list where the database has such."""

    impl = Text
    cache_ok = True

    def __init__(self, each: TypeEngine[Any]) -> None:
        super().__init__()
        self.each = each

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return _array(self.each) if dialect.name == "postgresql" else Text()

    def process_bind_param(self, value: Sequence[Any] | None, dialect: Dialect) -> object:
        return value if dialect.name == "postgresql" or value is None else json.dumps(value)


def _array(each: TypeEngine[Any]) -> TypeEngine[Any]:
    from sqlalchemy.dialects.postgresql import ARRAY  # noqa: PLC0415 - few ledgers need it

    return ARRAY(each)


def _listed(values: Collection[int | str], each: TypeEngine[Any]) -> BindParameter[Any]:
    return bindparam("listed", list(values), unique=True, type_=_Listed(each))


class _Among(FunctionElement[bool]):
    name = "among"
    inherit_cache = True
    type = NullType()  # type: ignore[assignment]  # a condition already: of a truth value SQLite would be asked whether it is 1, and use no index


@compiles(_Among)
def _among_each(element: _Among, compiler: Any, **options: Any) -> str:  # noqa: ANN401 - SQLAlchemy's own
    key, values = (compiler.process(part, **options) for part in element.clauses)
    return f"{key} IN (SELECT value FROM json_each({values}))"  # noqa: S608 - built of parts that SQLAlchemy made


@compiles(_Among, "postgresql")
def _among_any(element: _Among, compiler: Any, **options: Any) -> str:  # noqa: ANN401 - SQLAlchemy's own
    key, values = (compiler.process(part, **options) for part in element.clauses)
    return f"{key} = ANY ({values})"


def among(key: ColumnElement[Any], values: Collection[int | str]) -> ColumnElement[bool]:
    """Return the condition that a key is one of these values: one text however many they are, and so built once."""
    return _Among(key, _listed(values, Integer() if isinstance(key.type, Integer) else Text()))


def each_of(values: Collection[int | str], of_type: TypeEngine[Any]) -> TableValuedAlias:
    """Return values, however many, as a table with the columns ``key``, which counts them from 0, and ``value``."""
    return func.json_each(_listed(values, of_type)).table_valued(column("key", Integer), column("value", of_type))


__all__ = ["Cursor", "Kind", "among", "ask", "each_of", "kind", "numbers", "of", "parts", "put_table", "streamed", "within"]
