"""From paths to bytes to documents: files, folders and standard input, one file in memory at a time."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from reportedly.errors import AccessError, ColumnError, OptionError
from reportedly.model import Document, Failure
from reportedly.ports import Member, ReadOptions
from reportedly.read.apart import read_apart, warm
from reportedly.read.encoding import check_encoding
from reportedly.read.fail import failure
from reportedly.read.fetch import Fetcher
from reportedly.read.fetching import read_url
from reportedly.read.opening import access, bytes_of_file, bytes_of_input, is_folder, pipe
from reportedly.read.registry import reader_for
from reportedly.read.table import check_columns
from reportedly.read.unpack import read_member
from reportedly.read.urls import URLS, is_url, lines_of

STANDARD_INPUT = "-"
_POSIX = os.name == "posix"


def read_paths(paths: Sequence[str], options: ReadOptions, fetch: Fetcher | None = None) -> Iterator[Document | Failure]:
    """Return the documents of ``paths`` in order, read as they are asked for.

    Args:
        paths: files, folders (read in the order of their names, with the folders in them, hidden ones left out), or ``-`` for
            standard input, whose format is told by how it begins, or addresses.
        options: what the caller says about the input.
        fetch: fetches addresses, those of lists among them; without it the network is off, and each is a failure.

    Raises:
        ColumnError: a table lacks a column that the caller named.
        OptionError: an option is not understood, or the only file that was named is not what an option says of it.
            Nothing else is raised: what cannot be read is a Failure, and the rest go on.
    """
    if _POSIX:
        warm()  # the process that reads starts while this one gets ready for what it finds
    return _each(paths, options, fetch)


def _each(paths: Sequence[str], options: ReadOptions, fetch: Fetcher | None) -> Iterator[Document | Failure]:
    check_options(options)
    for path in paths:
        if path == STANDARD_INPUT:
            error, data = bytes_of_input()
            yield from _read(data, path, options, fetch) if error is None else (failure(error, path),)
        elif is_url(path):
            yield from read_url(path, path, options, fetch, _apart)
        else:
            for file in walk(path):
                if isinstance(file, Failure):
                    yield file
                else:
                    yield from _read_found(file, options, fetch, named=file == path, alone=len(paths) == 1)


def _read_found(file: str, options: ReadOptions, fetch: Fetcher | None, *, named: bool, alone: bool) -> Iterator[Document | Failure]:
    """Read ``file``; one among others that is not what the options say, or a table without text, is a failure like any other."""
    error, data = bytes_of_file(file, named=named)
    if error is not None:
        yield failure(error, shown(file))
        return
    try:
        yield from _read(data, shown(file), options, fetch)
    except ColumnError as problem:
        if options.columns or (named and alone):
            raise
        yield Failure(shown(file), problem.code, f"{problem.what} — {problem.remedy}", None, data)
    except OptionError as problem:
        if named and alone:
            raise
        yield Failure(shown(file), problem.code, f"{problem.what} — {problem.remedy}", None, data)


def _read(data: bytes, path: str, options: ReadOptions, fetch: Fetcher | None) -> Iterator[Document | Failure]:
    """Read bytes that came from outside; what a list of addresses names is fetched, where that is asked for."""
    if fetch is None or reader_for(path, data).name != URLS:
        yield from _apart(Member(data, path, path, None, options.given, options.ref, options.obtained), options)
        return
    for number, line in lines_of(data, options.encoding):
        yield from read_url(line, f"{path}#{number}", options, fetch, _apart)


def _apart(member: Member, options: ReadOptions) -> Iterator[Document | Failure]:
    """Read bytes in a process apart, where the system has such processes."""
    read = read_apart if _POSIX else read_member
    yield from read(member, options)


def read_bytes(data: bytes, path: str, options: ReadOptions, format: str | None = None) -> Iterator[Document | Failure]:  # noqa: A002 - the field's word
    """Yield the documents of ``data``, called ``path``, in ``format`` or in the one that its name or its first bytes show.

    Raises:
        ColumnError: a table lacks a column that the caller named.
        OptionError: an option is not understood, or there is no such format.
    """
    check_options(options)
    yield from read_member(Member(data, path, path, format, options.given, options.ref, options.obtained), options)


def check_options(options: ReadOptions) -> None:
    """Raise OptionError where an option is not understood."""
    check_columns(options)
    if options.encoding is not None:
        check_encoding(options.encoding)


def walk(path: str) -> Iterator[str | Failure]:
    """Yield ``path``, or the files of a folder in the order of their names; what cannot be looked into is a Failure."""
    if not is_folder(path):
        yield path
        return
    open_folders = [_entries(path)]
    while open_folders:
        entry = next(open_folders[-1], None)
        if entry is None:
            open_folders.pop()
            continue
        found = entry if isinstance(entry, Failure) else _look(entry)
        if found is not None:
            yield found
        elif isinstance(entry, os.DirEntry):
            open_folders.append(_entries(entry.path))


def _entries(folder: str) -> Iterator[os.DirEntry[str] | Failure]:
    """Yield what lies in a folder and is not hidden, in the order of names; or why it cannot be looked into."""
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError as problem:
        yield failure(access(problem), shown(folder))
        return
    yield from (entry for entry in entries if not entry.name.startswith("."))


def _look(entry: os.DirEntry[str]) -> str | Failure | None:
    """Return the path of a file, or why it is none that is read; None for a folder, which is to be looked into."""
    try:
        linked, folder, file = entry.is_symlink(), entry.is_dir(), entry.is_file()
    except OSError as problem:  # a circle of links
        return failure(access(problem), shown(entry.path))
    if folder and not linked:
        return None
    if folder:
        return failure(AccessError("a link to a folder is not followed", remedy="name the folder itself"), shown(entry.path))
    if file or (linked and not os.path.exists(entry.path)):  # noqa: PTH110 - the path may be no UTF-8
        return entry.path
    return failure(pipe(), shown(entry.path))


def shown(path: str) -> str:
    """Return ``path`` as text that can be written, bytes of its name that are no UTF-8 as escapes."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")
