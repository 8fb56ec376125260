"""Running the server: an address, a launch token, and the link that opens it."""

from __future__ import annotations

import os
import secrets
import socket
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

import uvicorn
from sqlalchemy import text

from reportedly.errors import OptionError
from reportedly.limits import limits
from reportedly.store import Ledger
from reportedly.store.places import on_server, path_of
from reportedly.web.app import make_app
from reportedly.web.guard import ENTER
from reportedly.web.pages import PAGES
from reportedly.web.site import Site
from reportedly.web.warming import keep_going

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


@dataclass(frozen=True, slots=True)
class Serving:
    """A server that is ready to run: its socket, its site, and the link that opens it."""

    socket: socket.socket
    site: Site
    link: str

    def run(self) -> None:
        """Answer requests until it is stopped; what pages show where nothing is asked of them is made meanwhile.

        What was sent to an earlier server, and is not recorded yet, is taken up now, and not when somebody first looks at uploads.
        """
        self.site.uploads  # noqa: B018 - made by being asked for
        Thread(target=keep_going, args=(self.site, PAGES), daemon=True).start()
        config = uvicorn.Config(make_app(self.site), log_level="warning", access_log=False, server_header=False, lifespan="off")
        uvicorn.Server(config).run(sockets=[self.socket])


def prepare(
    where: str,
    packs: Sequence[str],
    host: str,
    port: int,
    *,
    token: str | None,
    names: Sequence[str] = (),
    reviewer: str = "",
    key: Path | None = None,
    boundaries: Path | None = None,
) -> Serving:
    """Take an address, look at the ledger, and return what is ready to run.

    Args:
        where: path or address of the ledger; brought to the present schema.
        packs: of the theatre.
        host: address to listen at.
        port: to listen at; 0 takes one that is free.
        token: what the launch link carries; made at random where None.
        names: further names that the server may be called by.
        reviewer: the name that what is recorded bears; each browser is asked for one where it is empty.
        key: file of the key that signs it; where it is None, or the ledger cannot be written, the pages only read.
        boundaries: a file of boundaries and names for the map.

    Raises:
        DataError: the file of boundaries has a mistake.
        LedgerError: there is no ledger, or it cannot be opened.
        OptionError: the address cannot be had.
    """
    with Ledger.open(where, create=False) as ledger:
        writes = key is not None and may_write(ledger)
    taken = _listen(host, port)
    known = secrets.token_urlsafe(24) if token is None else token
    called = f"[{host}]" if ":" in host else host
    hosts = frozenset({*LOOPBACK, called.lower(), *(name.lower() for name in names)})
    place = where if on_server(where) else path_of(where)
    site = Site(place, tuple(packs), known, hosts, writes, reviewer, key, boundaries)
    site.patience = limits().page_milliseconds / 1000
    if boundaries is not None:
        site.base  # noqa: B018 - its mistakes are told before anything is served
    return Serving(taken, site, f"http://{called}:{taken.getsockname()[1]}{ENTER}?token={known}")


def may_write(ledger: Ledger) -> bool:
    """Say whether a ledger, and what the database puts beside it, may be written."""
    if on_server(ledger.address):
        with ledger.reading() as connection:
            return bool(connection.scalar(text("SELECT has_table_privilege('batch', 'INSERT') AND NOT pg_is_in_recovery()")))
    path = path_of(ledger.address)
    return os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK)


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM)
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((host, port))
        made.listen(128)
    except (OSError, OverflowError) as error:
        made.close()
        what = f"this address cannot be had: {getattr(error, 'strerror', None) or error}"
        raise OptionError(what, where=f"{host}:{port}", remedy="name another port with --port, or 0 for one that is free") from error
    return made
