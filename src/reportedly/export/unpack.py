"""Reading a bundle that anybody may have made: nothing is unpacked to disk, and what is not safe to read is refused as a whole."""

from __future__ import annotations

import hashlib
import io
import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, NoReturn, Self

from reportedly.errors import BundleError
from reportedly.limits import limits

_KINDS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_PIECE = 1 << 20
_SMALL = 1 << 20  # bytes up to which a file may be as compressible as it likes
_ENCRYPTED = 1
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, OSError)
"""What reading a damaged file of a bundle may raise."""


class Unpacked:
    """The files of a bundle, by their names under its one folder."""

    def __init__(self, packed: zipfile.ZipFile, infos: dict[str, zipfile.ZipInfo]) -> None:
        self._packed, self._infos = packed, infos
        self.names = frozenset(infos)

    @contextmanager
    def open(self, name: str) -> Iterator[IO[bytes]]:
        """Give a file for reading."""
        with self._packed.open(self._infos[name]) as found:
            yield found

    def digest(self, name: str) -> str:
        """Return the SHA-256 of a file, empty where it cannot be read."""
        try:
            taken = hashlib.sha256()
            with self.open(name) as found:
                while piece := found.read(_PIECE):
                    taken.update(piece)
        except BROKEN:
            return ""
        return taken.hexdigest()

    def small(self, name: str) -> bytes:
        """Return the bytes of a list or the like; none where there is no such file, or it cannot be read.

        Raises:
            BundleError: it is larger than a list may be.
        """
        if name not in self.names:
            return b""
        if self._infos[name].file_size > limits().bundle_list_bytes:
            _refuse(f"the list {name!r:.80} is larger than {limits().bundle_list_bytes:,} bytes", "REPORTEDLY_BUNDLE_LIST_BYTES")
        try:
            with self.open(name) as found:
                return found.read()
        except BROKEN:
            return b""

    def lines(self, name: str) -> Iterator[str]:
        """Yield the lines of a file without their line feeds, as far as it can be read.

        Raises:
            BundleError: a line is longer than a list may be.
        """
        if name not in self.names:
            return
        most = limits().bundle_list_bytes
        try:
            with self.open(name) as found, io.BufferedReader(found) as buffered:  # type: ignore[type-var]  # a raw stream of its own kind
                while line := buffered.readline(most + 1):
                    if len(line) > most:
                        _refuse(f"a line of {name!r:.80} is longer than {most:,} bytes", "REPORTEDLY_BUNDLE_LIST_BYTES")
                    yield line.removesuffix(b"\n").decode("utf-8", "replace")
        except BROKEN:
            return

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._packed.close()


def unpack(path: Path) -> Unpacked:
    """Return a bundle, open.

    Raises:
        BundleError: it cannot be read, is no bundle, or is not safe to read.
    """
    try:
        packed = zipfile.ZipFile(path)
    except (*BROKEN, UnicodeDecodeError) as problem:
        what = f"this is no bundle: {getattr(problem, 'strerror', None) or problem}"
        raise BundleError(what, where=str(path), remedy="name the ZIP file that `reportedly export bundle` wrote") from problem
    try:
        return Unpacked(packed, _safe(packed))
    except BaseException:
        packed.close()
        raise


def _safe(packed: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    infos, most = packed.infolist(), limits()
    if len(infos) > most.bundle_entries:
        _refuse(f"it has more than {most.bundle_entries:,} files", "REPORTEDLY_BUNDLE_ENTRIES")
    if sum(info.file_size for info in infos) > most.bundle_bytes:
        _refuse(f"it is larger than {most.bundle_bytes:,} bytes when unpacked", "REPORTEDLY_BUNDLE_BYTES")
    found: dict[str, zipfile.ZipInfo] = {}
    tops: set[str] = set()
    for info in infos:
        if info.is_dir():
            continue
        _check(info)
        top, _, name = info.filename.partition("/")
        tops.add(top)
        if name in found:
            _refuse(f"it has two files of the name {name!r:.80}")
        found[name] = info
    if len(tops) != 1 or "bagit.txt" not in found:
        _refuse("it has not one folder with a bagit.txt in it")
    return found


def _check(info: zipfile.ZipInfo) -> None:
    parts = info.orig_filename.split("/")
    kind = stat.S_IFMT(info.external_attr >> 16)  # none is told by what packs on systems without such kinds
    if len(parts) < 2 or set(parts) & {"", ".", ".."} or any(sign in info.orig_filename for sign in "\\\0:"):  # noqa: PLR2004 - a folder and a file
        _refuse(f"the name {info.orig_filename!r:.80} leads elsewhere")
    if kind not in {0, stat.S_IFREG}:
        _refuse(f"{info.filename!r:.80} is a link or another thing that is no file")
    if info.flag_bits & _ENCRYPTED or info.compress_type not in _KINDS:
        _refuse(f"{info.filename!r:.80} is encrypted, or packed in a way that bundles are not")
    if info.file_size > _SMALL and info.file_size > limits().bundle_ratio * max(info.compress_size, 1):
        _refuse(f"{info.filename!r:.80} grows more than {limits().bundle_ratio} times when unpacked", "REPORTEDLY_BUNDLE_RATIO")


def _refuse(what: str, setting: str | None = None) -> NoReturn:
    remedy = f"set {setting} higher if you trust who made it" if setting else "ask for the bundle as it was made"
    told = f"it is not safe to read: {what}"
    raise BundleError(told, remedy=remedy)
