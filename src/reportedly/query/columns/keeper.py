"""Holding the columns in step with a ledger that others write."""

from __future__ import annotations

import logging
from threading import Lock, Thread

from sqlalchemy import Connection

from reportedly.errors import LedgerError
from reportedly.query.columns.columns import Columns
from reportedly.query.columns.load import grown, loaded
from reportedly.store import Ledger, sightings

_LOG = logging.getLogger(__name__)
_SOON = 40
"""Batches, a document each as a rule, that are taken in while a request waits; more are taken in meanwhile."""


class Keeper:
    """The columns of one ledger, made by the first who asks, meanwhile."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
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
                if self._held is None or self._held.batch != sightings.last_batch(connection):
                    self._held = loaded(connection) if self._held is None else grown(connection, self._held)
        except LedgerError as error:
            _LOG.info("the columns were not made: %s", error)
