"""Reading what is packed by itself: gzip, bzip2 and xz around one file, which may be a TAR archive."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from reportedly.errors import BrokenFileError
from reportedly.ids import document_id
from reportedly.model import Failure, Obtained
from reportedly.ports import Allowance, Member, ReadOptions, Source
from reportedly.read.sniff import ARCHIVE, check_size

_BROKEN = (zlib.error, lzma.LZMAError, EOFError, OSError, ValueError)
_SHORT = {".tgz": ".tar", ".tbz2": ".tar", ".txz": ".tar"}
_MEMORY = 64_000_000  # bytes of a dictionary that a header of xz may ask for


class PackedContainer:
    """Unpacks one file."""

    name = "packed"
    suffixes = frozenset({".gz", ".bz2", ".xz", *_SHORT})
    ceiling = ARCHIVE

    def open(self, data: bytes, path: str, options: ReadOptions, allowance: Allowance) -> Iterator[Member | Failure]:  # noqa: ARG002 - the protocol's
        """Yield the one file, named as the outer one without its last ending. Raises BrokenFileError where it is damaged."""
        error = check_size(len(data), ARCHIVE)
        if error is not None:
            raise error
        allowance.entry()
        try:
            found = allowance.drain(_stream(data))
        except _BROKEN as problem:
            what = f"it cannot be unpacked: {problem}"
            raise BrokenFileError(what, remedy="it is damaged or cut short; get it again") from problem
        outer = PurePosixPath(path)
        ending = _SHORT.get(outer.suffix.lower(), "")
        name = outer.stem + ending if outer.suffix.lower() in self.suffixes else outer.name
        yield Member(found, path, name, obtained=Obtained("archive", holder=document_id(data), record=name))


def _stream(data: bytes) -> Source:
    raw = io.BytesIO(data)
    if data.startswith(b"BZh"):
        return bz2.BZ2File(raw)
    if data.startswith(b"\xfd7zXZ\0"):
        return io.BufferedReader(_Xz(raw))
    return gzip.GzipFile(fileobj=raw)


class _Xz(io.RawIOBase):
    """An xz stream whose header may not ask for more memory than is sane."""

    def __init__(self, raw: io.BytesIO) -> None:
        self._raw, self._unpack = raw, lzma.LZMADecompressor(memlimit=_MEMORY)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # the buffer that BufferedReader gives
        found = b""
        while not found and not self._unpack.eof:
            chunk = self._raw.read(1 << 16) if self._unpack.needs_input else b""
            if not chunk and self._unpack.needs_input:
                message = "the end of the stream is missing"
                raise EOFError(message)
            found = self._unpack.decompress(chunk, len(buffer))
        buffer[: len(found)] = found
        return len(found)
