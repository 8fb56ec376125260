"""A ledger: the open record. A Writer adds to it, a View reads it."""

from __future__ import annotations

import types
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from sqlalchemy import Connection, Engine

from reportedly.errors import LedgerUnavailableError
from reportedly.store import database, sqlite
from reportedly.store.batch import Batch
from reportedly.store.migrate import prepare
from reportedly.store.places import is_there, make_folder, on_server, path_of, shown, url_of
from reportedly.store.run import Run
from reportedly.store.view import View
from reportedly.store.writer import Writer


class Ledger:
    """An open ledger. Use :meth:`open`, and as a context manager.

    One process writes at a time, others wait; any number may read meanwhile.

    Attributes:
        where: how it is called where people read it. address: what it is opened by.
    """

    def __init__(self, engine: Engine, where: str, address: str) -> None:
        self.engine, self.where, self.address = engine, where, address
        self._guarded = database.of(engine).guarded

    @classmethod
    def open(cls, target: str | Path, *, create: bool = True, read_only: bool = False, wait: float | None = None) -> Ledger:
        """Open the ledger at a path, a ``sqlite:///`` or a ``postgresql://`` URL, and bring it to the present schema.

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
        ledger = _on_server(str(target), wait, read_only=read_only) if on_server(target) else _in_file(target, wait, create, read_only)
        try:
            with ledger._guarded(ledger.where):  # noqa: SLF001 - our own
                prepare(ledger.engine, ledger.where, create=create, read_only=read_only)
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
        with self._guarded(self.where), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[tuple[Connection, Batch]]:
        """Give a connection that holds the write lock, and the batch of its rows; all of it is recorded at the end, or nothing."""
        with self._guarded(self.where), self.engine.connect().execution_options(writing=True) as connection, connection.begin():
            batch = Batch(connection)
            yield connection, batch
            batch.close()

    def writer(self, run: Run | None = None) -> Writer:
        """Return a writer; ``run`` is what the claims it will be given were drawn with."""
        return Writer(self.writing, run)

    def view(self) -> View:
        """Return a view."""
        return View(self.reading)


def _on_server(address: str, wait: float | None, *, read_only: bool) -> Ledger:
    url = url_of(address).render_as_string(hide_password=False)
    from reportedly.store import postgres  # noqa: PLC0415 - few ledgers need it, and what it needs may not be installed

    return Ledger(postgres.make_engine(url, read_only=read_only, wait=wait), shown(address), address)


def _in_file(target: str | Path, wait: float | None, create: bool, read_only: bool) -> Ledger:  # noqa: FBT001 - as they were given
    path = path_of(target)
    where = str(path)
    if not is_there(path, where):
        if not create:
            what = "there is no ledger here"
            raise LedgerUnavailableError(what, where=where, remedy="add documents to it first, or name another one")
        make_folder(path)
    return Ledger(sqlite.reading_engine(path) if read_only else sqlite.make_engine(path, wait), where, where)
