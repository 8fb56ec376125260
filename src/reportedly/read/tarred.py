"""Reading TAR archives, packed by gzip, bzip2, xz or not at all."""

from __future__ import annotations

import io
import lzma
import tarfile
import zlib
from collections.abc import Iterator
from typing import IO

from reportedly.errors import BrokenFileError
from reportedly.ids import document_id
from reportedly.model import Failure, Obtained
from reportedly.ports import Allowance, Member, ReadOptions
from reportedly.read.fail import failure
from reportedly.read.names import no_file, passed_over, shown_name, unsafe
from reportedly.read.sniff import ARCHIVE, check_size

_BROKEN = (tarfile.TarError, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError, OverflowError)


class TarContainer:
    """Takes TAR archives apart, one file after the other as they stand."""

    name = "tar"
    suffixes = frozenset({".tar"})
    ceiling = ARCHIVE

    def open(self, data: bytes, path: str, options: ReadOptions, allowance: Allowance) -> Iterator[Member | Failure]:  # noqa: ARG002 - the protocol's
        """Yield the files of the archive. Raises BrokenFileError where it cannot be read on."""
        error = check_size(len(data), ARCHIVE)
        if error is not None:
            raise error
        holder = document_id(data)
        for archive, info in _entries(data):
            if info.isdir() or passed_over(info.name):
                continue
            allowance.entry()
            name = shown_name(info.name)
            at = f"{path}/{name}"
            refused = unsafe(info.name) or (None if info.isreg() else no_file("this is a link or another thing that is no file"))
            if refused is not None:
                yield failure(refused, at)
                continue
            yield Member(_bytes(archive, info, allowance), at, name, obtained=Obtained("archive", holder=holder, record=name))


def _entries(data: bytes) -> Iterator[tuple[tarfile.TarFile, tarfile.TarInfo]]:
    """Yield archive and entry, read one after the other. Raises BrokenFileError where the archive is damaged, or ends too early."""
    try:
        with tarfile.open(fileobj=io.BytesIO(data), mode="r:") as archive:
            while (info := archive.next()) is not None:
                yield archive, info
    except _BROKEN as problem:
        raise _damaged(str(problem)) from problem


def _bytes(archive: tarfile.TarFile, info: tarfile.TarInfo, allowance: Allowance) -> bytes:
    try:
        stream: IO[bytes] | None = archive.extractfile(info)
        found = b"" if stream is None else allowance.drain(stream)
    except _BROKEN as problem:
        msg = f"{info.name!r:.80}: {problem}"
        raise _damaged(msg) from problem
    if len(found) < info.size:
        what = f"{info.name!r:.80} is cut short: {len(found):,} of {info.size:,} bytes are there"
        raise _damaged(what)
    return found


def _damaged(what: str) -> BrokenFileError:
    return BrokenFileError(f"the TAR archive cannot be read on: {what}", remedy="it is damaged or cut short; get it again")
