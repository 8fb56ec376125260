"""The bytes of one file or stream: never more than the ceilings allow, and never waiting for a pipe that nobody named."""

from __future__ import annotations

import io
import os
import stat
import sys
from pathlib import Path
from typing import BinaryIO

from reportedly.errors import AccessError, ReadError
from reportedly.read.registry import reader_for
from reportedly.read.sniff import DOCUMENT, check_size, most, too_large

Bytes = tuple[ReadError | None, bytes]
"""Why there are none, or None; and the bytes."""

_CHUNK = 1 << 20
_REMEDIES = {
    FileNotFoundError: "check the path",
    PermissionError: "check who may read it",
    IsADirectoryError: "name the files in it",
}


def bytes_of_file(path: str, *, named: bool) -> Bytes:
    """Return the bytes of a file.

    Args:
        path: where it lies.
        named: the caller named this very file: then it may be a pipe or a device, and is waited for. What was found in a folder
            may not be one, for it may never end and nobody may ever write to it.
    """
    try:
        with os.fdopen(os.open(path, os.O_RDONLY | os.O_CLOEXEC | (0 if named else os.O_NONBLOCK)), "rb") as file:
            info = os.fstat(file.fileno())
            if stat.S_ISREG(info.st_mode):
                return _of_regular(file, path, info.st_size)
            return _of_stream(file, path) if named else (pipe(), b"")
    except OSError as problem:
        return access(problem), b""
    except ValueError:
        return AccessError("the name holds a NUL character", remedy="check the path"), b""


def bytes_of_input() -> Bytes:
    """Return the bytes of standard input."""
    if sys.stdin is None:
        return AccessError("standard input is closed", remedy="pipe documents into it, or name files"), b""
    try:
        return _of_stream(sys.stdin.buffer, "-")
    except OSError as problem:
        return access(problem), b""


def access(problem: OSError) -> AccessError:
    """Return the system's error as one of ours."""
    remedy = _REMEDIES.get(type(problem), "check the disk and the path")
    return AccessError(f"it cannot be opened: {problem.strerror or problem}", remedy=remedy)


def pipe() -> AccessError:
    """Return the error of something in a folder that is no file."""
    return AccessError("this is no file: a pipe, socket or device", remedy="name it by itself to read from it")


def _of_regular(file: BinaryIO, path: str, size: int) -> Bytes:
    """Return the bytes of a file of ``size`` bytes, more where it grows meanwhile; its format says how many it may have."""
    ceiling = reader_for(path).ceiling
    error = check_size(size, ceiling)
    if error is not None:
        return error, b""
    data = _up_to(file, most(ceiling))
    return check_size(len(data), ceiling), data


def _of_stream(file: BinaryIO, path: str) -> Bytes:
    """Return the bytes of what has no size that is known; its name or its first bytes say how many it may have."""
    data = _up_to(file, most(DOCUMENT))
    ceiling = reader_for(path, data).ceiling
    if len(data) > most(DOCUMENT) and most(ceiling) > most(DOCUMENT):
        data += _up_to(file, most(ceiling) - len(data))
    return (too_large(f"more than {most(ceiling):,} bytes", ceiling), b"") if len(data) > most(ceiling) else (None, data)


def _up_to(file: BinaryIO, ceiling: int) -> bytes:
    """Return what is left of ``file``, at most one byte more than ``ceiling``, so that too much is known for what it is."""
    out = io.BytesIO()
    while (left := ceiling + 1 - out.tell()) > 0 and (chunk := file.read(min(left, _CHUNK))):
        out.write(chunk)
    return out.getvalue()


def is_folder(path: str) -> bool:
    """Say whether ``path`` is a folder; what cannot be looked at is none."""
    try:
        return Path(path).is_dir()
    except (OSError, ValueError):
        return False
