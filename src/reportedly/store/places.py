"""Where a ledger is: a file, or a database on a server."""

from __future__ import annotations

import re
import stat
from importlib.util import find_spec
from pathlib import Path

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from reportedly.errors import LedgerUnavailableError
from reportedly.ids import digest

_SERVERS = ("postgresql://", "postgres://")
_FILE = "sqlite:///"


def on_server(target: str | Path) -> bool:
    """Say whether a ledger is a database on a server."""
    return isinstance(target, str) and target.startswith(_SERVERS)


def path_of(target: str | Path) -> Path:
    """Return the path of a ledger that is a file. Raises LedgerUnavailableError where no ledger is kept so."""
    if isinstance(target, Path) or "://" not in target:
        return Path(target)
    if target.startswith(_FILE):
        return Path(target.removeprefix(_FILE))
    what = f"ledgers are kept in files and in PostgreSQL, not in {target.partition(':')[0]}"
    raise LedgerUnavailableError(what, where=target.rpartition("@")[2], remedy="give a path, or postgresql://USER@HOST/DATABASE")


def url_of(address: str) -> URL:
    """Return the address of a database on a server, as it is connected to.

    Raises:
        LedgerUnavailableError: it is no address, or what connects is not installed.
    """
    try:
        url = make_url(f"postgresql://{address.partition('://')[2]}")
    except (ArgumentError, ValueError) as error:
        what = "this is no address of a database"
        raise LedgerUnavailableError(what, where=address.rpartition("@")[2], remedy="give postgresql://USER@HOST/DATABASE") from error
    if find_spec("psycopg") is None:
        what = "what connects to PostgreSQL is not installed"
        raise LedgerUnavailableError(what, where=shown(address), remedy="install it: pip install 'reportedly[postgresql]'")
    return url


def shown(address: str | Path) -> str:
    """Return how a ledger is called where people read it: without a password."""
    if not on_server(address):
        return str(path_of(address))
    return make_url(f"postgresql://{str(address).partition('://')[2]}").set(password=None, query={}).render_as_string()


def beside(address: str | Path, end: str) -> Path:
    """Return the path of what lies beside a ledger: beside its file, or for one on a server in your own data folder."""
    if not on_server(address):
        path = path_of(address)
        return path.with_name(f"{path.name}{end}")
    from platformdirs import user_data_path  # noqa: PLC0415 - only here is it needed

    name = shown(address).partition("://")[2].rpartition("@")[2]
    plain = re.sub(r"[^\w.-]+", "_", name)
    return user_data_path("reportedly", appauthor=False) / "servers" / f"{plain}-{digest(name.encode())[:8]}{end}"


def is_there(path: Path, where: str) -> bool:
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


def make_folder(path: Path) -> None:
    """Make the folder that a ledger is to lie in. Raises LedgerUnavailableError where it cannot be made."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        what = f"its folder cannot be made: {error.strerror}"
        raise LedgerUnavailableError(what, where=str(path), remedy="name a place where you may write") from error
