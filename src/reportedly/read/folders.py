"""From paths to bytes to documents: files, folders and standard input, one file in memory at a time."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from reportedly.errors import AccessError, ColumnError, ReadError
from reportedly.model import Document, Failure
from reportedly.ports import ReadOptions
from reportedly.read.encoding import check_encoding
from reportedly.read.fail import failure
from reportedly.read.registry import TABLES, reader_for, reader_named
from reportedly.read.sniff import check_size
from reportedly.read.table import check_columns

STANDARD_INPUT = "-"


def read_paths(paths: Sequence[str], options: ReadOptions) -> Iterator[Document | Failure]:
    """Yield the documents of ``paths`` in order, read as they are asked for.

    Args:
        paths: files, folders (read in the order of their names, with the folders in them, hidden ones left out), or ``-`` for
            standard input, whose format is told by how it begins.
        options: what the caller says about the input.

    Raises:
        ColumnError: a table lacks a column that the caller named.
        OptionError: an option is not understood. Nothing else is raised: what cannot be read is a Failure, and the rest go on.
    """
    check_options(options)
    for path in paths:
        if path == STANDARD_INPUT:
            yield from read_bytes(sys.stdin.buffer.read(), path, options)
        else:
            for file in walk(path):
                yield from [file] if isinstance(file, Failure) else _read_found(file, path, options)


def _read_found(file: str, named: str, options: ReadOptions) -> Iterator[Document | Failure]:
    """Read ``file``; a table without text that the caller neither named nor gave columns for is a failure among others."""
    try:
        yield from _read_file(file, options)
    except ColumnError as error:
        if file == named or options.columns:
            raise
        yield Failure(shown(file), error.code, f"{error.what} — {error.remedy}")


def read_bytes(data: bytes, path: str, options: ReadOptions, format: str | None = None) -> Iterator[Document | Failure]:  # noqa: A002 - the field's word
    """Yield the documents of ``data``, called ``path``, in ``format`` or in the one that its name or its first bytes show.

    Raises:
        ColumnError: a table lacks a column that the caller named.
        OptionError: an option is not understood, or there is no such format.
    """
    check_options(options)
    reader = reader_for(path, data) if format is None else reader_named(format)
    yield from reader.read(data, path, options)


def check_options(options: ReadOptions) -> None:
    """Raise OptionError where an option is not understood."""
    check_columns(options)
    if options.encoding is not None:
        check_encoding(options.encoding)


def walk(path: str) -> Iterator[str | Failure]:
    """Yield ``path``, or the files of a folder in the order of their names; what cannot be looked into is a Failure."""
    if not Path(path).is_dir():
        yield path
        return
    try:
        entries = sorted(os.scandir(path), key=lambda entry: entry.name)
    except OSError as problem:
        yield failure(_access(problem), shown(path))
        return
    for entry in entries:
        if not entry.name.startswith("."):
            yield from _entry(entry)


def _entry(entry: os.DirEntry[str]) -> Iterator[str | Failure]:
    inside = entry.path
    if entry.is_symlink() and entry.is_dir():
        what = "a link to a folder is not followed"
        yield failure(AccessError(what, remedy="name the folder itself"), shown(inside))
    elif entry.is_dir():
        yield from walk(inside)
    elif entry.is_file() or entry.is_symlink():
        yield inside
    else:
        what = "this is no file: a pipe, socket or device"
        yield failure(AccessError(what, remedy="name it by itself to read from it"), shown(inside))


def _read_file(path: str, options: ReadOptions) -> Iterator[Document | Failure]:
    try:
        error, data = _bytes(path)
    except OSError as problem:
        error, data = _access(problem), b""
    except ValueError:
        error, data = AccessError("the name holds a NUL character", remedy="check the path"), b""
    if error is not None:
        yield failure(error, shown(path))
    else:
        yield from read_bytes(data, shown(path), options)


def _bytes(path: str) -> tuple[ReadError | None, bytes]:
    """Return the bytes of a file, or the error that it is too large; a file of many documents may be of any size."""
    info = Path(path).stat()
    if stat.S_ISREG(info.st_mode) and reader_for(path).name not in TABLES:
        error = check_size(info.st_size)
        if error is not None:
            return error, b""
    return None, Path(path).read_bytes()


def _access(problem: OSError) -> AccessError:
    remedies = {
        FileNotFoundError: "check the path",
        PermissionError: "check who may read it",
        IsADirectoryError: "name the files in it",
    }
    remedy = remedies.get(type(problem), "check the disk and the path")
    return AccessError(f"it cannot be opened: {problem.strerror or problem}", remedy=remedy)


def shown(path: str) -> str:
    """Return ``path`` as text that can be written, bytes of its name that are no UTF-8 as escapes."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")
