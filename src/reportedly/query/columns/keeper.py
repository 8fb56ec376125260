"""Holding the columns in step with a ledger that others write."""

from __future__ import annotations

import logging
from threading import Lock, Thread

from sqlalchemy import Connection

from reportedly.errors import LedgerError
from reportedly.query.columns.columns import Columns
from reportedly.query.columns.load import grown, loaded
from reportedly.query.columns.shelf import keep, kept, redactions
from reportedly.store import Ledger, sightings
from reportedly.store.beside import columns_file

_LOG = logging.getLogger(__name__)
_SOON = 40
"""Batches, a document each as a rule, that are taken in while a request waits; more are taken in meanwhile."""
_OFTEN = 1_000
"""After so many batches the columns are kept on disk anew."""


class Keeper:
    """The columns of one ledger, made by the first who asks, meanwhile.

    Args:
        ledger: the open ledger.
        keep: they are kept beside it, where that can be written. What is kept already is read in any case.
    """

    def __init__(self, ledger: Ledger, *, keep: bool = False) -> None:
        self._ledger, self._path = ledger, columns_file(ledger.where)
        self._keep, self._on_disk = keep, 0
        self._redacted: int | None = None
        self._held: Columns | None = None
        self._lock, self._worker = Lock(), Thread()

    def of(self, connection: Connection) -> Columns | None:
        """Return the columns of the state that a connection sees; None where they are being made, or it is not the last state."""
        held, last = self._held, sightings.last_batch(connection)
        behind = last - (0 if held is None else held.batch)
        if behind > _SOON:
            self.make()
        if not 0 <= behind <= _SOON:
            return None
        return held if not behind else self._grow(connection, last)

    def _grow(self, connection: Connection, last: int) -> Columns | None:
        with self._lock:
            held = self._held
            if held is None or held.batch < last:
                self._redacted = redactions(connection) if held is None else self._redacted
                self._held = held = loaded(connection) if held is None else grown(connection, held)
            return held if held.batch == last else None

    def make(self) -> None:
        """Have them made, or brought up to date, meanwhile; nothing is begun where that is going on."""
        if self._worker.is_alive() or self._lock.locked():
            return
        self._worker = Thread(target=self.now, daemon=True)
        self._worker.start()

    def now(self) -> None:
        """Make them, or bring them up to date."""
        try:
            with self._lock, self._ledger.reading() as connection:
                held, redacted = self._held or self._read(connection), redactions(connection)
                held = None if self._redacted not in {None, redacted} else held  # words that are to be gone stand in them
                if held is None or held.batch != sightings.last_batch(connection):
                    held = loaded(connection) if held is None else grown(connection, held)
                self._write(connection, held, anew=redacted != self._redacted)
                self._held, self._redacted = held.ready(), redacted
        except LedgerError as error:
            _LOG.info("the columns were not made: %s", error)

    def _read(self, connection: Connection) -> Columns | None:
        found = kept(connection, self._path)
        self._on_disk = 0 if found is None else found.batch
        return found

    def _write(self, connection: Connection, held: Columns, *, anew: bool) -> None:
        """Keep the columns on disk, where there are none, something was redacted, or many batches came since."""
        behind = held.batch - self._on_disk
        if self._keep and behind and (anew or not self._on_disk or behind >= _OFTEN):
            self._on_disk = held.batch
            keep(held, connection, self._path)
