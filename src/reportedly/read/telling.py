"""Telling a format by marks in its bytes that text does not have: names of files are often wrong, and standard input has none."""

from __future__ import annotations

import zlib

_BEGINS = (
    (b"%PDF-", "pdf"),
    (b"WARC/", "warc"),
    (b"PAR1", "parquet"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\x1f\x8b\x08", "packed"),
    (b"\xfd7zXZ\x00", "packed"),
)
_TAR = 257, b"ustar"
_BZIP = b"BZh", b"1AY&SY"
_HEAD = 4_096


def by_magic(data: bytes) -> str | None:
    """Return the name of the format whose marks ``data`` bears, None where it bears none."""
    if data.startswith(_BZIP[0]) and data[4:10] == _BZIP[1]:
        return "packed"
    if data[_TAR[0] : _TAR[0] + len(_TAR[1])] == _TAR[1]:
        return "tar"
    found = next((name for mark, name in _BEGINS if data.startswith(mark)), None)
    if found == "zip":
        return _office(data) or "zip"
    return "warc" if found == "packed" and _unpacked(data).startswith(b"WARC/") else found


def _office(data: bytes) -> str | None:
    """Return what a ZIP archive is where it is an office document: of those, texts are read."""
    if b"[Content_Types].xml" in data:
        return "docx" if b"word/" in data else "office"
    head = data[:_HEAD]
    return "office" if b"mimetypeapplication/vnd.oasis." in head else None


def _unpacked(data: bytes) -> bytes:
    """Return the beginning of what gzip packed."""
    try:
        return zlib.decompressobj(31).decompress(data[:_HEAD], 16)
    except zlib.error:
        return b""
