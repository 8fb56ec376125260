"""Archives that are meant to break whoever opens them."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import struct
import tarfile
import zipfile
from collections.abc import Iterator

from tests.hostile.words import SAID
from tests.unit.read.making import tarred, zipped

_NOTE = {"note.txt": SAID.encode()}
_NAMES = (
    "../note.txt",
    "/etc/note.txt",
    "a/../../note.txt",
    "..\\note.txt",
    "C:\\note.txt",
    "a" * 300 + ".txt",
    "n\0.txt",
    "\u202etxt.exe",
    ".",
    "a//b.txt",
)


def archives() -> Iterator[tuple[str, bytes]]:
    """Yield names and bytes."""
    yield "archive-good.zip", zipped(_NOTE)
    yield "archive-good.tar.gz", tarred(_NOTE, mode="w:gz")
    yield from _zips()
    yield from _tars()
    yield from _packed()


def _zips() -> Iterator[tuple[str, bytes]]:
    for number, name in enumerate(_NAMES):
        yield f"archive-name-{number}.zip", zipped({name: SAID.encode(), **_NOTE})
    yield "archive-bomb.zip", zipped({"zeros.txt": bytes(20_000_000), **_NOTE})
    yield "archive-many.zip", zipped({f"{n}.txt": b"" for n in range(12_000)})
    nested = zipped(_NOTE)
    for depth in range(1, 7):
        nested = zipped({"inner.zip": nested, **_NOTE})
        yield f"archive-nested-{depth}.zip", nested
    wide = zipped({f"{n}.txt": bytes(900_000) for n in range(8)})
    yield "archive-bomb-nested.zip", zipped({f"{n}.zip": wide for n in range(8)})
    yield "archive-empty.zip", zipped({})
    yield "archive-encrypted.zip", _flagged(zipped(_NOTE), 1)
    yield "archive-method.zip", zipped(_NOTE).replace(struct.pack("<HH", 20, 0) + b"\x08\0", struct.pack("<HH", 20, 0) + b"\x63\0")
    yield "archive-size.zip", _sized(zipped(_NOTE), 4_000_000_000)
    yield "archive-small.zip", _sized(zipped(_NOTE), 3)
    yield "archive-comment.zip", zipped(_NOTE)[:-2] + b"\xff\xff" + b"c" * 65_535
    yield "archive-before.zip", b"MZ" + bytes(50_000) + zipped(_NOTE)
    yield "archive-doubled.zip", _doubled()
    yield "archive-overlap.zip", _overlapping()
    yield "archive-crc.zip", zipped(_NOTE, kind=zipfile.ZIP_STORED).replace(b"shelled", b"reached", 1)
    yield "archive-parts.zip", b"PK\x07\x08" + zipped(_NOTE)


def _flagged(data: bytes, flag: int) -> bytes:
    out = bytearray(data)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = out.index(mark)
        out[at + offset] |= flag
    return bytes(out)


def _sized(data: bytes, size: int) -> bytes:
    """Return an archive that says another size of its file than it has."""
    out = bytearray(data)
    for mark, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = out.index(mark)
        out[at + offset : at + offset + 4] = struct.pack("<I", size)
    return bytes(out)


def _doubled() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in ("note.txt", "NOTE.TXT", "note.txt "):
            archive.writestr(zipfile.ZipInfo(name), SAID)
    return out.getvalue()


def _overlapping() -> bytes:
    """Return an archive of 200 names for the same packed bytes (Fifield 2019)."""
    data = zipped({"a.txt": bytes(2_000_000)})
    at = data.index(b"PK\x01\x02")
    end = data.index(b"PK\x05\x06")
    entry = data[at:end]
    tail = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 200, 200, len(entry) * 200, at, 0)
    return data[:at] + entry * 200 + tail


def _tars() -> Iterator[tuple[str, bytes]]:
    for number, name in enumerate(_NAMES[:6]):
        yield f"archive-name-{number}.tar", tarred({name: SAID.encode(), **_NOTE})
    yield "archive-links.tar", tarred(_NOTE, links={"link.txt": "/etc/passwd", "up.txt": "../../x", "loop.txt": "loop.txt"})
    yield "archive-bomb.tar.gz", tarred({"zeros.txt": bytes(20_000_000)}, mode="w:gz")
    yield "archive-device.tar", _special()
    yield "archive-header.tar", tarred(_NOTE)[:257] + b"\xff" * 300
    yield "archive-huge.tar", tarred(_NOTE).replace(b"00000000124", b"77777777777", 1)
    yield "archive-nested.tar", tarred({"inner.tar": tarred({"inner.tar": tarred({"inner.tar": tarred(_NOTE)})})})
    yield "archive-many.tar", tarred({f"{n}.txt": b"" for n in range(11_000)})


def _special() -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for kind, name in ((tarfile.CHRTYPE, "tty"), (tarfile.BLKTYPE, "disk"), (tarfile.FIFOTYPE, "pipe"), (tarfile.LNKTYPE, "hard")):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, "note.txt"
            archive.addfile(info)
    return out.getvalue()


def _packed() -> Iterator[tuple[str, bytes]]:
    zeros = bytes(20_000_000)
    yield "packed-bomb.txt.gz", gzip.compress(zeros, mtime=0)
    yield "packed-bomb.txt.bz2", bz2.compress(zeros)
    yield "packed-bomb.txt.xz", lzma.compress(zeros, preset=0)
    inner = gzip.compress(gzip.compress(gzip.compress(gzip.compress(SAID.encode(), mtime=0), mtime=0), mtime=0), mtime=0)
    yield "packed-nested.txt.gz.gz.gz.gz", inner
    yield "packed-members.txt.gz", gzip.compress(SAID.encode(), mtime=0) * 300
    yield "packed-tail.txt.gz", gzip.compress(SAID.encode(), mtime=0) + b"tail"
    yield "packed-head.txt.gz", b"\x1f\x8b"
    yield "packed-memory.txt.xz", lzma.compress(SAID.encode(), preset=9 | lzma.PRESET_EXTREME)
