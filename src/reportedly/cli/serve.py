"""``reportedly serve``."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli import options as o
from reportedly.cli.group import complain
from reportedly.cli.out import clean, written
from reportedly.errors import OptionError

if TYPE_CHECKING:
    from reportedly.review import Scheme

PORT = 8642
_SHORT = 16


def serve(
    *,
    ledger: o.LedgerOption = None,
    pack: o.Packs = None,
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Address to listen at; by default this machine alone can reach it.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port to listen at; 0 takes one that is free.")] = PORT,
    name: Annotated[
        list[str] | None, typer.Option("--name", metavar="HOST", help="A further name that the server may be called by.")
    ] = None,
    token: Annotated[
        str | None, typer.Option(envvar="REPORTEDLY_TOKEN", metavar="WORD", help="What the link carries; else made at random.")
    ] = None,
    boundaries: Annotated[
        Path | None, typer.Option(metavar="FILE", help="GeoJSON whose boundaries and names the map has in place of those that ship.")
    ] = None,
    reviewer: Annotated[
        str | None,
        typer.Option(envvar="REPORTEDLY_REPORTER", metavar="NAME", help="Who judges here; else each browser is asked for a name."),
    ] = None,
    key: Annotated[
        str | None, typer.Option(metavar="PATH", help="Key that signs what is recorded (Ed25519, PEM); made where there is none.")
    ] = None,
    scheme: Annotated[
        list[str] | None, typer.Option("--scheme", metavar="FILE", help="Scheme of grades of your own, beside the Admiralty's.")
    ] = None,
    read_only: Annotated[bool, typer.Option("--read-only", help="Show no forms, and record nothing.")] = False,
    browser: Annotated[bool, typer.Option("--open", help="Open the link in the browser.")] = False,
) -> None:
    """Show the ledger as pages in the browser, on this machine, until stopped. Nothing is fetched.

    What is judged in the browser is recorded under the reviewer's name, and signed with the key of whoever runs the server.
    The one line on standard output is the link that opens it. Programs send its token as `Authorization: Bearer TOKEN`.
    """
    _check(token)
    o.pack_of(pack)  # its mistakes are named here
    schemes = _schemes(scheme or ())
    from reportedly.packs import DEFAULT_PACKS
    from reportedly.web.serving import LOOPBACK, prepare

    with o.open_ledger(ledger) as held:
        where, address = held.where, held.address
    packs, who = tuple(pack) if pack else DEFAULT_PACKS, _named(reviewer)
    sign = None if read_only else Path(key) if key else o.own_key_path()
    ready = prepare(address, packs, written(host), port, token=token, names=name or (), reviewer=who, key=sign, boundaries=boundaries)
    ready.site.schemes = {**ready.site.schemes, **schemes}
    if f"[{host}]" not in LOOPBACK and host not in LOOPBACK:
        complain("others on the network can reach this address, and what is sent is not encrypted")
    sys.stdout.write(f"{ready.link}\n")
    sys.stdout.flush()
    if not ready.site.writes and not read_only:
        complain(f"the ledger {where} may not be written, so the pages only read it")
    complain(f"the ledger {where} is open in the browser until you stop this with Ctrl-C")
    if browser:
        import webbrowser

        webbrowser.open(ready.link)
    ready.run()


def _named(given: str | None) -> str:
    return " ".join(clean(written(given or "")).split())


def _check(token: str | None) -> None:
    """Raise OptionError where a token cannot be one."""
    if token is not None and (len(token) < _SHORT or not token.isascii() or not token.replace("-", "").replace("_", "").isalnum()):
        what = "this token is too short, or has signs that no link can carry"
        raise OptionError(what, where="--token", remedy=f"give {_SHORT} or more letters, digits, - and _, or none to have one made")


def _schemes(paths: Iterable[str]) -> dict[str, Scheme]:
    from reportedly.review import read_scheme

    return {each.name: each for each in (read_scheme(Path(path)) for path in paths)}
