"""A ledger: the open record. A Writer adds to it, a View reads it."""

from __future__ import annotations

import stat
import types
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from sqlalchemy import Connection, Engine

from reportedly.errors import LedgerUnavailableError
from reportedly.store import sqlite
from reportedly.store.batch import Batch
from reportedly.store.migrate import prepare
from reportedly.store.run import Run
from reportedly.store.view import View
from reportedly.store.writer import Writer


class Ledger:
    """An open ledger. Use :meth:`open`, and as a context manager.

    One process writes at a time, others wait; any number may read meanwhile.
    """

    def __init__(self, engine: Engine, where: str) -> None:
        self.engine, self.where = engine, where

    @classmethod
    def open(cls, target: str | Path, *, create: bool = True, read_only: bool = False, wait: float | None = None) -> Ledger:
        """Open the ledger at a path or ``sqlite:///`` URL, and bring it to the present schema.

        Args:
            target: a path; or an URL.
            create: make a new ledger where there is none.
            read_only: write nothing, make nothing, and take no lock that a writer beside it would wait for.
            wait: seconds that a writer waits for another one; the program's own where None.

        Raises:
            LedgerUnavailableError: it cannot be opened, is no ledger, or is not there and ``create`` is false.
            LedgerVersionError: a later edition of the program wrote it; or an earlier one, and it is not to be written.
        """
        create = create and not read_only
        path = _path(target)
        where = str(path)
        if not _is_there(path, where):
            if not create:
                what = "there is no ledger here"
                raise LedgerUnavailableError(what, where=where, remedy="add documents to it first, or name another one")
            _make_folder(path)
        ledger = cls(sqlite.reading_engine(path) if read_only else sqlite.make_engine(path, wait), where)
        try:
            with sqlite.guarded(where):
                prepare(ledger.engine, where, create=create, read_only=read_only)
        except BaseException:
            ledger.close()
            raise
        return ledger

    def close(self) -> None:
        """Close every connection. The ledger may not be used after."""
        self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: types.TracebackType | None) -> None:
        self.close()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees one state of the record, whatever is written meanwhile."""
        with sqlite.guarded(self.where), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[tuple[Connection, Batch]]:
        """Give a connection that holds the write lock, and the batch of its rows; all of it is recorded at the end, or nothing."""
        with sqlite.guarded(self.where), self.engine.connect().execution_options(writing=True) as connection, connection.begin():
            batch = Batch(connection)
            yield connection, batch
            batch.close()

    def writer(self, run: Run | None = None) -> Writer:
        """Return a writer; ``run`` is what the claims it will be given were drawn with."""
        return Writer(self.writing, run)

    def view(self) -> View:
        """Return a view."""
        return View(self.reading)


def _path(target: str | Path) -> Path:
    if isinstance(target, Path) or "://" not in target:
        return Path(target)
    if target.startswith("sqlite:///"):
        return Path(target.removeprefix("sqlite:///"))
    what = f"this edition keeps ledgers in SQLite only, not in {target.partition(':')[0]}"
    raise LedgerUnavailableError(what, where=target.rpartition("@")[2], remedy="give a path")


def _is_there(path: Path, where: str) -> bool:
    """Say whether there is a file at ``path``. Raises LedgerUnavailableError where something else is, or that cannot be told."""
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return False
    except (OSError, ValueError) as error:
        what = f"it cannot be looked at: {getattr(error, 'strerror', None) or error}"
        raise LedgerUnavailableError(what, where=where, remedy="check the path, and who may read it") from error
    if stat.S_ISDIR(mode):
        what = "this is a folder, not a ledger"
        raise LedgerUnavailableError(what, where=where, remedy="name a file in it")
    if not stat.S_ISREG(mode):
        what = "this is a pipe, socket or device, not a ledger"
        raise LedgerUnavailableError(what, where=where, remedy="name a file")
    return True


def _make_folder(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        what = f"its folder cannot be made: {error.strerror}"
        raise LedgerUnavailableError(what, where=str(path), remedy="name a place where you may write") from error
