"""Running the server: an address, a launch token, and the link that opens it."""

from __future__ import annotations

import secrets
import socket
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import uvicorn

from reportedly.errors import OptionError
from reportedly.store import Ledger
from reportedly.web.app import make_app
from reportedly.web.guard import ENTER
from reportedly.web.site import Site

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


@dataclass(frozen=True, slots=True)
class Serving:
    """A server that is ready to run: its socket, its site, and the link that opens it."""

    socket: socket.socket
    site: Site
    link: str

    def run(self) -> None:
        """Answer requests until it is stopped."""
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
    boundaries: Path | None = None,
) -> Serving:
    """Take an address, look at the ledger, and return what is ready to run.

    Args:
        where: path of the ledger; brought to the present schema, then only read.
        packs: of the theatre.
        host: address to listen at.
        port: to listen at; 0 takes one that is free.
        token: what the launch link carries; made at random where None.
        names: further names that the server may be called by.
        boundaries: a file of boundaries and names for the map.

    Raises:
        DataError: the file of boundaries has a mistake.
        LedgerError: there is no ledger, or it cannot be opened.
        OptionError: the address cannot be had.
    """
    Ledger.open(where, create=False).close()
    taken = _listen(host, port)
    known = secrets.token_urlsafe(24) if token is None else token
    called = f"[{host}]" if ":" in host else host
    site = Site(Path(where), tuple(packs), known, frozenset({*LOOPBACK, called.lower(), *(name.lower() for name in names)}), boundaries)
    if boundaries is not None:
        site.base  # noqa: B018 - its mistakes are told before anything is served
    return Serving(taken, site, f"http://{called}:{taken.getsockname()[1]}{ENTER}?token={known}")


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
