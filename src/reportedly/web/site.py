"""What the pages of one server share: whose ledger, which packs, who may come in."""

from __future__ import annotations

import logging
from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from threading import Lock, RLock, Thread
from typing import TypeVar

from sqlalchemy import Connection, text

from reportedly.errors import LedgerError, LedgerUnavailableError
from reportedly.model.pack import Pack
from reportedly.packs import read_packs
from reportedly.query.columns import Columns, Keeper
from reportedly.review.grades import ADMIRALTY, Scheme
from reportedly.store import Ledger
from reportedly.store.places import on_server, shown
from reportedly.web.map.base import Base, earth
from reportedly.web.map.boundaries import boundaries
from reportedly.web.soon import Soon
from reportedly.web.uploads import Uploads

T = TypeVar("T")
_LOG = logging.getLogger(__name__)
BUSY_SECONDS = 8
"""How long a form waits for another process that writes."""

_KEPT = 64
"""Answers that are kept."""
BOUNDARIES = "boundaries.geojson"
"""The file of a pack's own boundaries."""


@dataclass
class Site:
    """What the pages of one server share.

    Attributes:
        where: path or address of the ledger.
        packs: packs of the theatre.
        token: what the launch link carries. hosts: names and addresses that the server may be called by.
        writes: forms are shown and taken.
        reviewer: the name that what is recorded bears; empty where each browser is asked for one.
        schemes: of grades, by name.
        key: file of the key that signs it, made where there is none; None where nothing is signed, and so nothing can be recorded.
        patience: seconds that a page waits for what it shows; None where it waits for all.
        boundaries: a file of boundaries and names that the map has in place of its own; else that of the last pack that has one.
    """

    where: Path | str
    packs: tuple[str, ...]
    token: str
    hosts: frozenset[str]
    writes: bool = False
    reviewer: str = ""
    key: Path | None = None
    boundaries: Path | None = None
    schemes: Mapping[str, Scheme] = field(default_factory=lambda: {ADMIRALTY.name: ADMIRALTY})
    _lock: Lock = field(default_factory=Lock, repr=False)
    _turn: Lock = field(default_factory=Lock, repr=False)
    _open: tuple[tuple[int, int], Ledger] | None = field(default=None, repr=False)
    patience: float | None = None
    _soon: Soon = field(default_factory=Soon, repr=False)
    _keepers: dict[int, Keeper] = field(default_factory=dict, repr=False)
    _kept: dict[Hashable, object] = field(default_factory=dict, repr=False)
    _making: dict[Hashable, RLock] = field(default_factory=dict, repr=False)
    _worker: Thread | None = field(default=None, repr=False)

    @cached_property
    def pack(self) -> Pack:
        """The packs together."""
        return read_packs(self.packs).pack

    @cached_property
    def base(self) -> Base:
        """What the map stands on."""
        own = (folder / BOUNDARIES for folder in map(Path, reversed(self.packs)))
        found = self.boundaries or next((path for path in own if path.is_file()), None)
        return earth() if found is None else boundaries(found)

    def ledger(self) -> Ledger:
        """Return the ledger, open for reading only; opened anew where another file has taken its place.

        Raises:
            LedgerError: it is gone, or cannot be read. It is looked for again at the next call.
        """
        with self._lock:
            there = self._there()
            if self._open is not None and self._open[0] != there:
                self._close()
            if self._open is None:
                self._open = there, Ledger.open(self.where, read_only=True)
            return self._open[1]

    @cached_property
    def uploads(self) -> Uploads:
        """What was sent to be recorded; what an earlier server left is taken up again, where the ledger may be written."""
        made = Uploads(self.where, self.packs)
        if self.writes:
            made.wake()
        return made

    @contextmanager
    def writing(self) -> Iterator[Ledger]:
        """Give the ledger, open for writing; one form is written at a time, and another process is waited for.

        Raises:
            LedgerError: it is gone, cannot be written, or another process has been writing for too long.
        """
        with self._turn, Ledger.open(self.where, create=False, wait=BUSY_SECONDS) as ledger:
            yield ledger

    def lost(self) -> None:
        """Drop what is held open after the ledger could not be read, so that it is opened anew at the next call."""
        with self._lock:
            self._close()

    def columns(self, ledger: Ledger, connection: Connection) -> Columns | None:
        """Return the claims as columns, as a connection sees them; None where they are being made, and the record is to be asked."""
        return self._keeper(ledger).of(connection)

    def hold(self) -> None:
        """Make the columns, or bring them up to date, and wait for it."""
        self._keeper(self.ledger()).now()

    def _keeper(self, ledger: Ledger) -> Keeper:
        with self._lock:
            return self._keepers.setdefault(id(ledger), Keeper(ledger, keep=self.writes))

    def remembered(self, ledger: Ledger, key: Hashable, make: Callable[[], T]) -> T:
        """Return what ``make`` gives for this state of the ledger, which every batch that is recorded changes; made once, then kept.

        Whoever asks for what another is making waits for it.
        """
        whole = self._whole(ledger, key)
        found: T | None = self._kept.get(whole)  # type: ignore[assignment]
        if found is not None:
            self._keep(whole, found)  # what is asked for stays longest
            return found
        with self._lock:
            making = self._making.setdefault(whole, RLock())
        with making:
            try:
                if whole in self._kept:
                    return self._kept[whole]  # type: ignore[return-value]
                made = make()
                self._keep(whole, made)
                return made
            finally:
                self._making.pop(whole, None)

    def soon(self, ledger: Ledger, key: Hashable, make: Callable[[], T], wait: float | None = None) -> T:
        """Return what :meth:`remembered` does, if it is there in the time that a page waits: the server's, or ``wait`` seconds.

        Raises:
            LateError: it is not; it is being made.
        """
        whole, seconds = self._whole(ledger, key), self.patience if wait is None else wait
        if self.patience is None or seconds is None or whole in self._kept:
            return self.remembered(ledger, key, make)
        return self._soon.get(whole, lambda: self.remembered(ledger, key, make), seconds)

    def recorded(self, ledger: Ledger) -> str:
        """Return the moment at which something was recorded last; empty where nothing was."""

        def make() -> str:
            with ledger.reading() as connection:
                return connection.scalar(text("SELECT max(recorded) FROM batch")) or ""

        return self.remembered(ledger, "recorded", make)

    def meanwhile(self, ledger: Ledger, key: Hashable, make: Callable[[], object]) -> None:
        """Have :meth:`remembered` give for ``key`` what ``make`` gives, as soon as that is there; one is made at a time."""
        whole = self._whole(ledger, key)

        def run() -> None:
            try:
                self._keep(whole, make())
            except LedgerError:
                _LOG.info("the ledger went while %s was counted", key)

        if not self.finish(0):
            return
        self._worker = Thread(target=run, daemon=True)
        self._worker.start()

    def finish(self, seconds: float | None = None) -> bool:
        """Wait for what is made meanwhile, and say whether it is done."""
        if self._worker is not None:
            self._worker.join(seconds)
        if seconds is None:
            self._soon.finish()
        return self._worker is None or not self._worker.is_alive()

    def _whole(self, ledger: Ledger, key: Hashable) -> Hashable:
        with ledger.reading() as connection:
            return id(ledger), connection.scalar(text("SELECT max(seq) FROM batch")), key

    def _keep(self, whole: Hashable, made: object) -> None:
        with self._lock:
            self._kept.pop(whole, None)
            self._kept[whole] = made
            while len(self._kept) > _KEPT:
                del self._kept[next(iter(self._kept))]

    def _there(self) -> tuple[int, int]:
        if on_server(self.where):
            return 0, 0
        try:
            found = Path(self.where).stat()
        except OSError as error:
            self._close()
            what = f"the ledger is gone: {error.strerror}"
            remedy = "put it back, or name another one; this page comes back with it"
            raise LedgerUnavailableError(what, where=shown(self.where), remedy=remedy) from error
        return found.st_dev, found.st_ino

    def _close(self) -> None:
        if self._open is not None:
            self._open[1].close()
        self._open = None
        self._keepers.clear()
        self._kept.clear()
