"""PDF, DOCX and web archives that are meant to break whoever reads them."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator

from tests.hostile.words import SAID
from tests.unit.read.making import column, pdf, zipped

_LINES = column([SAID[:70], SAID[70:]])
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_BOMB = "<!DOCTYPE l [<!ENTITY a0 'ha'>" + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10)) + "]>"


def papers() -> Iterator[tuple[str, bytes]]:
    """Yield names and bytes."""
    good = pdf([_LINES, _LINES])
    yield "paper-good.pdf", good
    yield "paper-header.pdf", b"%PDF-1.4\n"
    yield "paper-no-end.pdf", good[: good.rindex(b"xref")]
    yield "paper-loop.pdf", good.replace(b"/Kids [6 0 R", b"/Kids [2 0 R")
    yield "paper-no-pages.pdf", good.replace(b"/Count 2", b"/Count 99999999")
    yield "paper-large.pdf", good.replace(b"[0 0 612 792]", b"[0 0 9e9 9e9]")
    yield "paper-negative.pdf", good.replace(b"/Length ", b"/Length -")
    yield "paper-filter.pdf", good.replace(b"/FlateDecode", b"/JBIG2Decode")
    yield "paper-many.pdf", pdf([_LINES] * 300)
    yield "paper-pictures.pdf", pdf([None] * 3)
    yield "paper-signs.pdf", pdf([column(["(((((" * 20, "\\" * 60])])
    yield "paper-title.pdf", pdf([_LINES], title="x" * 100_000)
    yield "paper-words.pdf", pdf([[(x % 600, x % 780, "a") for x in range(20_000)]])
    yield "paper-bomb.pdf", _stream(zlib.compress(b"BT (a) Tj ET\n" * 1_500_000, 9))
    yield "paper-deep.pdf", _stream(zlib.compress(b"q " * 500_000))
    yield "paper-action.pdf", good.replace(b"/Type /Catalog", b"/Type /Catalog /OpenAction << /S /Launch /F (/bin/true) >>")
    yield from _word_files()
    yield from _web_archives()


def _stream(packed: bytes) -> bytes:
    """Return a PDF whose only page has such a packed stream."""
    bodies = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R >>",
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed),
    )
    made = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, body) for number, body in enumerate(bodies, 1))
    return b"%PDF-1.4\n" + made + b"trailer\n<< /Size 5 /Root 1 0 R >>\n%%EOF\n"


def _docx(body: str, head: str = "", **more: bytes) -> bytes:
    document = f"<?xml version='1.0'?>{head}<w:document {_W}><w:body>{body}</w:body></w:document>"
    files = {"[Content_Types].xml": _TYPES.encode(), "word/document.xml": document.encode()}
    return zipped({**files, **{name.replace("__", "/"): data for name, data in more.items()}})


def _word_files() -> Iterator[tuple[str, bytes]]:
    said = f"<w:p><w:r><w:t>{SAID}</w:t></w:r></w:p>"
    yield "word-good.docx", _docx(said)
    yield "word-bomb.docx", _docx(said.replace("Monday", "&a9;"), _BOMB)
    yield "word-outside.docx", _docx(said.replace("Monday", "&f;"), "<!DOCTYPE x [<!ENTITY f SYSTEM 'file:///etc/passwd'>]>")
    yield "word-deep.docx", _docx("<w:p>" * 50_000)
    yield "word-empty.docx", _docx("")
    yield "word-none.docx", zipped({"[Content_Types].xml": _TYPES.encode()})
    yield "word-large.docx", _docx(said * 3_000)
    yield "word-nested.docx", _docx("<w:tbl><w:tr><w:tc>" * 2_000 + said)
    yield "word-swollen.docx", _docx(said, word__media=bytes(30_000_000))
    yield "word-no-xml.docx", zipped({"[Content_Types].xml": b"\xff\xfe", "word/document.xml": b"\0" * 500})


def _record(kind: str, body: bytes, length: int | None = None, more: str = "") -> bytes:
    size = len(body) if length is None else length
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: http://a.example/mill\r\nWARC-Date: 2031-05-06T10:00:00Z\r\n"
    ids = f"WARC-Record-ID: <urn:uuid:0>\r\nContent-Type: application/http; msgtype=response\r\n{more}Content-Length: {size}\r\n\r\n"
    return (head + ids).encode() + body + b"\r\n\r\n"


def _web_archives() -> Iterator[tuple[str, bytes]]:
    page = f"<html><body><article><h1>The mill</h1>{f'<p>{SAID}</p>' * 3}</article></body></html>".encode()
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    good = _record("response", answer + page)
    to_itself = b"HTTP/1.1 302 Found\r\nLocation: http://a.example/mill\r\n\r\n"
    yield "web-good.warc", good
    yield "web-good-packed.warc.gz", gzip.compress(good, mtime=0)
    yield "web-length.warc", _record("response", answer + page, length=10**12)
    yield "web-negative.warc", _record("response", answer + page, length=-5)
    yield "web-short.warc", _record("response", answer + page, length=40) + good
    yield "web-redirect.warc", _record("response", to_itself)
    yield "web-chunked.warc", _record("response", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffff\r\n" + page)
    yield (
        "web-packed.warc",
        _record("response", b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(bytes(20_000_000), mtime=0)),
    )
    yield "web-headers.warc", _record("response", b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 50_000 + b"\r\n" + page)
    yield "web-kinds.warc", b"".join(_record(kind, page) for kind in ("request", "metadata", "resource", "bogus", "revisit")) + good
    yield "web-many.warc", good * 150
    yield "web-version.warc", good.replace(b"WARC/1.0", b"WARC/9.9")
    yield "web-status.warc", _record("response", answer.replace(b"200 OK", b"404 Not Found") + page)
    yield "web-no-uri.warc", good.replace(b"WARC-Target-URI", b"X-Nothing")
    yield "web-bomb.warc.gz", gzip.compress(_record("response", answer + b"<p>a</p>" * 3_000_000), mtime=0)
