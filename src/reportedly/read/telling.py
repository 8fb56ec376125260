"""Telling a format by marks in its bytes that text does not have: names of files are often wrong, and standard input has none."""

from __future__ import annotations

_TAR = (257, b"ustar")
_BEGINS = (
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\x1f\x8b\x08", "packed"),
    (b"\xfd7zXZ\x00", "packed"),
)
_BZIP = (b"BZh", b"1AY&SY")


def by_magic(data: bytes) -> str | None:
    """Return the name of the format whose marks ``data`` bears, None where it bears none."""
    if data.startswith(_BZIP[0]) and data[4:10] == _BZIP[1]:
        return "packed"
    if data[_TAR[0] : _TAR[0] + len(_TAR[1])] == _TAR[1]:
        return "tar"
    return next((name for mark, name in _BEGINS if data.startswith(mark)), None)
