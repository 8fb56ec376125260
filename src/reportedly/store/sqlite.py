"""What is SQLite's own: connections, the write lock, the search index, and what its errors mean.

It keeps the contract of :class:`reportedly.store.database.Kind`.

Measured on a 2-core virtual machine: an acknowledged commit takes 0.8 ms with ``synchronous=FULL`` and 0.07 ms with ``NORMAL``.
FULL is chosen: NORMAL may lose the last commits when the power fails, and a document once acknowledged must not be lost.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, MetaData, Select, Table, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

from reportedly.errors import IntegrityError, LedgerError, LedgerUnavailableError

APPLICATION_ID = 0x52505444
"""Stands in the file's header and tells a ledger from any other SQLite file ("RPTD")."""

BUSY_SECONDS = 30
"""How long a writer waits for another one."""

_PRAGMAS = (
    "foreign_keys=ON",
    "recursive_triggers=ON",  # else INSERT OR REPLACE would slip past the triggers
    "secure_delete=ON",  # what a redaction removes is overwritten
    "synchronous=FULL",
    "wal_autocheckpoint=4000",
    "cache_size=-32000",
)

_READING = ("query_only=ON", "cache_size=-64000", "mmap_size=1073741824")

_LOG = 8  # the log of changes grows to this part of the ledger before it is written back
_STEPS = 20_000
"""Steps of the database's machine between two looks at the clock."""

_MEANING = (
    ("disk is full", "no space is left to record this", "free some space and run the command again: nothing was half recorded"),
    ("disk i/o error", "the disk reported an error", "check the disk, then run the command again"),
    ("locked", "another process is writing, and has not ended in time", "nothing was recorded: wait for it to end and try again"),
    ("unable to open", "the ledger cannot be opened", "check that the folder exists and may be written"),
    ("readonly", "the ledger may not be written", "check the permissions of the file and of its folder"),
    ("not a database", "this file is no ledger", "name another file, or none to use the default one"),
    ("malformed", "the ledger is damaged", "restore it from a copy; `verify` on the copy says whether it is whole"),
)


def make_engine(path: Path, wait: float | None = None) -> Engine:
    """Return an engine for a ledger file, which waits so many seconds for another process that writes. Nothing is opened yet."""
    place = URL.create("sqlite", database=str(path.absolute()))  # no sign in a path has a meaning of its own, and none is kept in memory
    engine = create_engine(place, connect_args={"timeout": BUSY_SECONDS if wait is None else wait})
    event.listen(engine, "connect", _configure)
    event.listen(engine, "begin", _begin)
    return engine


def reading_engine(path: Path) -> Engine:
    """Return an engine that only reads a ledger file: it takes no lock that a writer waits for, and makes no file where there is none."""
    place = path.absolute()
    sealed = not os.access(place.parent, os.W_OK) and not Path(f"{place}-wal").exists()  # on a medium that nobody writes
    name = f"file:{quote(str(place))}?mode=ro{'&immutable=1' if sealed else ''}"

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(name, uri=True, timeout=BUSY_SECONDS, check_same_thread=False, isolation_level=None)
        for pragma in _READING:
            connection.execute(f"PRAGMA {pragma}")
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool)
    event.listen(engine, "begin", _begin)
    return engine


def _configure(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # transactions begin where we say so
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    writing = connection.get_execution_options().get("writing")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


@contextmanager
def guarded(where: str) -> Iterator[None]:
    """Turn the database's errors into ours.

    Raises:
        LedgerUnavailableError: no space, no access, locked, or no ledger at all.
        IntegrityError: the rows contradict each other, or the record was to be changed.
    """
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        own = error.orig if isinstance(error, DBAPIError) else error
        if isinstance(own, sqlite3.ProgrammingError):  # a mistake of ours, not the ledger's state
            raise
        raise _meant(own, where) from error


@contextmanager
def within(connection: Connection, milliseconds: int) -> Iterator[None]:
    """Stop what is asked inside after so long. Raises TimeoutError then, or where no time is left; the connection goes on to serve."""
    if milliseconds <= 0:
        raise TimeoutError
    driver = connection.connection.driver_connection
    end = time.monotonic() + milliseconds / 1000
    if not isinstance(driver, sqlite3.Connection):
        yield
        return
    driver.set_progress_handler(lambda: int(time.monotonic() > end), _STEPS)
    try:
        yield
    except DBAPIError as error:
        if "interrupted" in str(error.orig):
            raise TimeoutError from error
        raise
    finally:
        driver.set_progress_handler(None, 0)


def _meant(error: BaseException | None, where: str) -> LedgerError:
    words = str(error)
    if isinstance(error, sqlite3.IntegrityError):
        what = f"the record refuses this: {words}"
        return IntegrityError(what, where=where)
    for sign, what, remedy in _MEANING:
        if sign in words.lower():
            return LedgerUnavailableError(what, where=where, remedy=remedy)
    return LedgerUnavailableError(words, where=where, remedy="if it happens again, report it")


def is_ledger(connection: Connection) -> bool | None:
    """Say whether the open file is a ledger; None where it is empty."""
    if connection.exec_driver_sql("PRAGMA application_id").scalar() == APPLICATION_ID:
        return True
    return False if connection.exec_driver_sql("SELECT 1 FROM sqlite_master LIMIT 1").first() else None


def make_ready(engine: Engine) -> None:
    """Turn on the write-ahead log, which lets others read while one process writes. It stays on."""
    connection = engine.raw_connection()
    try:
        connection.cursor().execute("PRAGMA journal_mode=WAL")
    finally:
        connection.close()


def make_first(connection: Connection, first: MetaData) -> None:
    """Make the tables of the first schema; what else there is to it the first migration tells, as it was in the first edition."""
    first.create_all(connection)


def make_more(connection: Connection, table: Table) -> None:
    """Make a further table of the record; what keeps it append-only its migration tells."""
    table.create(connection)


def emptied(connection: Connection, tables: MetaData) -> None:
    """Leave tables empty, made anew with whatever columns they have now."""
    tables.drop_all(connection)
    tables.create_all(connection)


def compare_ready(connection: Connection) -> None:
    """Make ready for a job that compares many texts: marks lie all over their table; a page is written back once for many changes."""
    connection.exec_driver_sql("PRAGMA cache_size=-128000")  # KiB
    pages = int(connection.exec_driver_sql("PRAGMA page_count").scalar_one())
    connection.exec_driver_sql(f"PRAGMA wal_autocheckpoint={max(4_000, pages // _LOG)}")


def put_rows(connection: Connection, table: str, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Insert many rows."""
    names, marks = ", ".join(f'"{name}"' for name in columns), ", ".join("?" * len(columns))
    connection.exec_driver_sql(f"INSERT INTO {table} ({names}) VALUES ({marks})", list(rows))  # noqa: S608 - names are ours


def cursor(connection: Connection) -> sqlite3.Cursor:
    """Return a cursor of the driver's own."""
    made: sqlite3.Cursor = connection.connection.cursor()  # type: ignore[assignment]
    return made


def index(connection: Connection, documents: Iterable[tuple[int, str]], claims: Iterable[tuple[int, str, str]]) -> None:
    """Add documents (number, text) and claims (number, words, gloss) to the search index, in the open transaction."""
    for name, columns, rows in (("document_search", "text", documents), ("claim_search", "words, gloss", claims)):
        found = list(rows)
        if found:
            marks = ", ".join("?" * len(found[0]))
            connection.exec_driver_sql(f"INSERT INTO {name}(rowid, {columns}) VALUES ({marks})", found)  # noqa: S608 - names are ours


def unindex(connection: Connection, documents: Iterable[tuple[int, str]], claims: Iterable[tuple[int, str, str]]) -> None:
    """Take rows out of the search index; the words must be those that went in."""
    for name, columns, rows in (("document_search", "text", documents), ("claim_search", "words, gloss", claims)):
        for row in rows:
            marks = ", ".join("?" * len(row))
            connection.exec_driver_sql(f"INSERT INTO {name}({name}, rowid, {columns}) VALUES ('delete', {marks})", row)  # noqa: S608
        connection.exec_driver_sql(f"INSERT INTO {name}({name}) VALUES ('optimize')")  # noqa: S608 - merges what was taken out away


def asked(_part: str, terms: Sequence[str]) -> str:
    """Return what the search index is asked for terms."""
    return " ".join(f'"{term}"' for term in terms)


def ask(connection: Connection, statement: str, values: Sequence[object]) -> list[Sequence[Any]]:
    """Return the rows of a statement of the database's own, asked without what makes ready for any other: for many small ones."""
    driver = connection.connection.driver_connection
    if isinstance(driver, sqlite3.Connection):
        return driver.execute(statement, values).fetchall()
    return list(connection.exec_driver_sql(statement, tuple(values)))


def numbers(connection: Connection, query: Select[Any]) -> list[int]:
    """Return the numbers that a query gives: many, and so past what makes rows of them."""
    told = query.compile(connection, compile_kwargs={"render_postcompile": True})
    made: dict[str, Any] = dict(told._bind_processors)  # noqa: SLF001 - as SQLAlchemy itself does
    values = [made[name](told.params[name]) if name in made else told.params[name] for name in getattr(told, "positiontup", None) or ()]
    return [number for (number,) in ask(connection, str(told), values)]


def settled(_connection: Connection) -> None:
    """Do nothing: how it asks does not hang on how much there is."""


def damage(connection: Connection) -> list[str]:
    """Return what the database itself finds wrong with its file: tables and indexes that do not agree, pages out of place."""
    return [row for row in connection.exec_driver_sql("PRAGMA integrity_check").scalars() if row != "ok"]


def not_indexed(connection: Connection) -> list[tuple[str, int]]:
    """Return, for documents and claims, how many rows the search index lacks; those with none are left out."""
    found = []
    for table, words in (("document", "text"), ("claim", "body")):
        sql = f"SELECT count(*) FROM {table} WHERE {words} IS NOT NULL AND seq NOT IN (SELECT id FROM {table}_search_docsize)"  # noqa: S608
        count = connection.exec_driver_sql(sql).scalar()
        if count:
            found.append((table, count))
    return found


def purge(engine: Engine) -> None:
    """Write the log back into the ledger and cut it, so that no removed word is left in it."""
    connection = engine.raw_connection()
    try:
        connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    finally:
        connection.close()
