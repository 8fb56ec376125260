"""Small files of every format, made of invented words."""

from __future__ import annotations

import io
import tarfile
import zipfile
import zlib
from collections.abc import Iterable, Mapping, Sequence

Placed = tuple[float, float, str]
"""Words with where they begin: points from the left, and from the top of the page."""

WIDTH, HEIGHT = 612, 792
_PICTURE = (
    b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n\0\nendstream"
)


def pdf(pages: Sequence[Sequence[Placed] | None], *, size: float = 10, title: str | None = None) -> bytes:
    """Return a PDF with words at places; a page that is None is a picture."""
    bodies = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>", _PICTURE]
    kids = []
    for page in pages:
        drawn = b"q 500 0 0 700 50 50 cm /P Do Q" if page is None else _drawn(page, size)
        packed = zlib.compress(drawn)
        bodies.append(b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed))
        uses = b"/Resources << /Font << /F 3 0 R >> /XObject << /P 4 0 R >> >>"
        bodies.append(b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] %s /Contents %d 0 R >>" % (WIDTH, HEIGHT, uses, len(bodies)))
        kids.append(b"%d 0 R" % len(bodies))
    bodies[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(kids))
    bodies.append(b"<< /Title (%s) >>" % (title or "").encode())
    return _numbered(bodies)


def _drawn(page: Sequence[Placed], size: float) -> bytes:
    signs = {ord("("): r"\(", ord(")"): r"\)", ord("\\"): r"\\"}
    lines = [f"BT /F {size} Tf 1 0 0 1 {left} {HEIGHT - top} Tm ({words.translate(signs)}) Tj ET" for left, top, words in page]
    return "\n".join(lines).encode("cp1252")


def _numbered(bodies: Sequence[bytes]) -> bytes:
    out, offsets = io.BytesIO(b"%PDF-1.4\n"), []
    out.seek(0, io.SEEK_END)
    for number, body in enumerate(bodies, 1):
        offsets.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    at = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1) + b"".join(b"%010d 00000 n \n" % offset for offset in offsets))
    out.write(b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(bodies) + 1, len(bodies), at))
    return out.getvalue()


def column(lines: Iterable[str], *, left: float = 60, top: float = 100, step: float = 12) -> list[Placed]:
    """Return lines below each other; an empty one leaves a gap."""
    return [(left, top + step * at, words) for at, words in enumerate(lines) if words]


def zipped(files: Mapping[str, bytes], *, kind: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a ZIP archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", kind) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data, kind)
    return out.getvalue()


def tarred(files: Mapping[str, bytes], *, mode: str = "w", links: Mapping[str, str] | None = None) -> bytes:
    """Return a TAR archive, packed as ``mode`` says, with symbolic links."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:  # type: ignore[call-overload]  # one of the modes
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
        for name, target in (links or {}).items():
            info = tarfile.TarInfo(name)
            info.type, info.linkname = tarfile.SYMTYPE, target
            archive.addfile(info)
    return out.getvalue()
