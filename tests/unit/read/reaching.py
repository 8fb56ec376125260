"""Tries what a process that reads foreign bytes may not do, and prints what came of it: for ``test_read_apart``."""

from __future__ import annotations

import ctypes
import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from reportedly.read.apart.confine import confine


def _refused(what: Callable[[], object]) -> bool:
    try:
        what()
    except PermissionError:
        return True
    return False


def main(path: str) -> None:
    """Try it all on the file ``path``."""
    libc, at, parent = ctypes.CDLL(None), path.encode(), os.getppid()
    by_kernel = confine()
    tries: tuple[Callable[[], object], ...] = (
        socket.socket,
        lambda: Path(path).write_text("other"),
        lambda: subprocess.run(["true"], check=False),  # noqa: S607 - it is refused
        lambda: os.system("true"),  # noqa: S605, S607 - as above
        lambda: Path(path).unlink(),
        lambda: os.kill(parent, 0),
    )
    sys.stdout.write(f"{[_refused(what) for what in tries]}{Path(os.devnull).read_text()}\n")
    if by_kernel:
        raw = (libc.socket(2, 1, 0), libc.open(at, 0o101, 0o644), libc.unlink(at), libc.execv(b"/bin/true", None), libc.kill(parent, 0))
        sys.stdout.write(f"{set(raw)} {libc.open(b'/dev/null', 0) > 0}\n")


if __name__ == "__main__":
    main(sys.argv[1])
