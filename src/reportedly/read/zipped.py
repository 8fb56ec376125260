"""Reading ZIP archives: each file in one is read by the reader of its own format."""

from __future__ import annotations

import io
import lzma
import stat
import zipfile
import zlib
from collections.abc import Iterator

from reportedly.errors import BrokenFileError, EncryptedError, ReadError
from reportedly.ids import document_id
from reportedly.model import Failure, Obtained
from reportedly.ports import Allowance, Member, ReadOptions
from reportedly.read.fail import failure
from reportedly.read.names import no_file, passed_over, shown_name, unsafe
from reportedly.read.sniff import ARCHIVE, check_size

BROKEN = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, NotImplementedError, ValueError, IndexError, RuntimeError)
"""What the module raises on archives that are damaged, or packed in a way it does not know."""

_ENCRYPTED = 0x1
_KINDS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA})


class ZipContainer:
    """Takes ZIP archives apart."""

    name = "zip"
    suffixes = frozenset({".zip"})
    ceiling = ARCHIVE

    def open(self, data: bytes, path: str, options: ReadOptions, allowance: Allowance) -> Iterator[Member | Failure]:  # noqa: ARG002 - the protocol's
        """Yield the files in the order of the archive's list."""
        error = check_size(len(data), ARCHIVE)
        if error is not None:
            raise error
        holder = document_id(data)
        with opened(data) as archive:
            for info in archive.infolist():
                if info.is_dir() or passed_over(info.filename):
                    continue
                allowance.entry()
                yield _member(archive, info, path, holder, allowance)


def opened(data: bytes) -> zipfile.ZipFile:
    """Return an archive, open. Raises BrokenFileError where it is none."""
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except BROKEN as problem:
        what = f"the ZIP archive cannot be opened: {problem}"
        raise BrokenFileError(what, remedy="it is damaged or cut short; get it again") from problem


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, path: str, holder: str, allowance: Allowance) -> Member | Failure:
    name = shown_name(info.orig_filename)
    at = f"{path}/{name}"
    error = refused(info)
    if error is not None:
        return failure(error, at)
    try:
        with archive.open(info) as stream:
            data = allowance.drain(stream)
    except BROKEN as problem:
        return failure(BrokenFileError(f"it cannot be unpacked: {problem}", remedy="the archive is damaged; get it again"), at)
    return Member(data, at, name, obtained=Obtained("archive", holder=holder, record=name))


def refused(info: zipfile.ZipInfo) -> ReadError | None:
    """Return why a file of an archive is not unpacked, None where it is."""
    error = unsafe(info.orig_filename)
    if error is not None:
        return error
    if stat.S_IFMT(info.external_attr >> 16) not in {0, stat.S_IFREG}:  # none is told by what packs on systems without such kinds
        return no_file("this is a link or another thing that is no file")
    if info.flag_bits & _ENCRYPTED:
        return EncryptedError("it is encrypted in the archive", remedy="unpack it with its password, and add the file")
    if info.compress_type not in _KINDS:
        return BrokenFileError(f"it is packed in a way that is not read ({info.compress_type})", remedy="unpack it, and add the file")
    return None
