"""The embedded gazetteer: made at first use from the packages, kept in the user's cache, and made anew when a package changes."""

from __future__ import annotations

import contextlib
import hashlib
import logging
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from platformdirs import user_cache_path

from reportedly.errors import GazetteerError
from reportedly.gazetteer import packages, tables
from reportedly.gazetteer.index import Gazetteer, is_of

try:
    import fcntl
except ImportError:  # not on Windows, where each process makes the file for itself and the last one stays
    fcntl = None  # type: ignore[assignment]

_MADE = 3
"""Number of the way in which the packages are read; raised when it changes."""

log = logging.getLogger(__name__)


@cache
def the_world() -> Gazetteer:
    """Return the places of the world, made now where they are not there yet (some seconds, once).

    Of processes that need it at once, one makes it and the others wait. Where the cache cannot be written, it is made in
    the folder for temporary files.

    Raises:
        GazetteerError: a package is not installed or its data cannot be read, or neither folder can be written.
    """
    digest = identity()
    problem: Exception | None = None
    name = f"world-{hashlib.sha256(digest.encode()).hexdigest()[:12]}.gazetteer"
    for where in (_cache, _temporary):
        try:
            path = where() / name
            if not is_of(path, digest):
                _make(path, digest)
            return Gazetteer(path)
        except (OSError, sqlite3.Error) as found:
            problem = found
            log.debug("no gazetteer: %s", found)
    what = f"the gazetteer of the world could not be written: {problem}"
    raise GazetteerError(what, where=str(_cache()), remedy="make room there, or name another folder in XDG_CACHE_HOME") from problem


def identity() -> str:
    """Return what the embedded gazetteer is made of: the packages by version, and how they are read."""
    return f"{packages.digest()} form {tables.FORM} made {_MADE}"


def _cache() -> Path:
    return user_cache_path("reportedly", appauthor=False)


def _temporary() -> Path:
    """Return a folder of this user among those for temporary files. Raises PermissionError where another one laid it there first."""
    if not hasattr(os, "getuid"):
        return Path(tempfile.gettempdir()) / "reportedly-user"
    folder = Path(tempfile.gettempdir()) / f"reportedly-{os.getuid()}"
    folder.mkdir(exist_ok=True, mode=0o700)
    if folder.is_symlink() or folder.stat().st_uid != os.getuid():
        what = f"{folder} is another user's"
        raise PermissionError(what)
    return folder


def _make(path: Path, digest: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with _alone(path.with_suffix(".lock")):
        if is_of(path, digest):
            return
        tables.write(path, packages.everything(), {"digest": digest}, skeletons=False)
    for old in path.parent.glob("world-*.gazetteer"):
        if old != path:
            with contextlib.suppress(OSError):
                old.unlink()


@contextlib.contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """Let one process at a time through."""
    with lock.open("w") as held:
        if fcntl is not None:
            fcntl.flock(held, fcntl.LOCK_EX)
        yield
