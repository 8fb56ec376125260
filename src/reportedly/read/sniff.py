"""Telling text from other bytes, and HTML and JSON lines from plain text, where no file name says it."""

from __future__ import annotations

import codecs
import json
import re

from reportedly.errors import BinaryDocumentError, EmptyDocumentError, ReadError, TooLargeError
from reportedly.limits import limits

DOCUMENT, PAGED, TABLE, ARCHIVE = "document_bytes", "paged_bytes", "table_bytes", "archive_bytes"
"""The ceilings on the bytes of a file."""

_ONE = {DOCUMENT: "document", PAGED: "PDF or DOCX", TABLE: "table", ARCHIVE: "archive"}
_SAMPLE = 65_536
_HEAD = 1_024
_TELL = "check what the file is; text and HTML are read"
_CONTROL_SHARE = 0.05
_WIDE_BOMS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)
_CONTROL = bytes(set(range(32)) - set(b"\t\n\x0b\x0c\r\x1b"))
_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x28\xb5\x2f\xfd", "Zstandard"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"PAR1", "Parquet"),
    (b"{\\rtf", "rich text (RTF)"),
)
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,500}?-->\s*){0,5}<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_FEED = re.compile(
    rb"(?:<\?xml[^>]{0,200}>\s*)?(?:<\?[^>]{0,400}>\s*|<!--.{0,500}?-->\s*|<!doctype\s+rss[^>]{0,300}>\s*){0,5}<(?:rss|feed|rdf:RDF)\b",
    re.IGNORECASE | re.DOTALL,
)


def wide(data: bytes) -> str | None:
    """Return the name of a UTF-16 or UTF-32 encoding where a mark or the pattern of NUL bytes shows one, else None."""
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return "utf-32"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    sample = data[:_SAMPLE]
    pairs = len(sample) // 2
    if pairs < 4 or len(data) % 2:  # noqa: PLR2004 - too short to show a pattern
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > pairs * 0.6 and even < pairs * 0.01:
        return "utf-16-le"
    return "utf-16-be" if even > pairs * 0.6 and odd < pairs * 0.01 else None


def check_text(data: bytes) -> ReadError | None:
    """Return why ``data`` cannot be a document's text, None where it can."""
    error = check_table(data)
    if error is not None or wide(data):
        return error
    if b"\0" in data:
        return BinaryDocumentError("the bytes hold NUL: this is no text", remedy=_TELL)
    sample = data[:_SAMPLE]
    control = len(sample) - len(sample.translate(None, _CONTROL))
    if control > _CONTROL_SHARE * len(sample):
        return BinaryDocumentError("the bytes are mostly no characters of a text", remedy=_TELL)
    return None


def check_table(data: bytes) -> ReadError | None:
    """Return why ``data`` cannot be a table, None where it can; its rows are checked one by one, a NUL here and there is theirs."""
    if not data.strip():
        return EmptyDocumentError("the document is empty", remedy="nothing to do: there are no words in it")
    for magic, name in _MAGIC:
        if data.startswith(magic):
            return BinaryDocumentError(f"this is {name}, which is not read", remedy="turn it into text or HTML first")
    head = data[:_HEAD]
    if head.count(0) > _CONTROL_SHARE * len(head) and not wide(data):
        return BinaryDocumentError("the bytes hold NUL: this is no text", remedy=_TELL)
    return None


def check_size(size: int, ceiling: str = DOCUMENT) -> ReadError | None:
    """Return why a file of ``size`` bytes is over a ceiling; None where it is not."""
    return None if size <= most(ceiling) else too_large(f"{size:,} bytes", ceiling)


def most(ceiling: str) -> int:
    """Return how many bytes a ceiling allows."""
    return int(getattr(limits(), ceiling))


def too_large(size: str, ceiling: str = DOCUMENT) -> TooLargeError:
    """Return the error of a file of ``size``, given in words, over a ceiling."""
    what = f"{size} are over the ceiling of {most(ceiling):,} for one {_ONE[ceiling]}"
    return TooLargeError(what, remedy=f"split it, or raise REPORTEDLY_{ceiling.upper()}")


def looks_like_html(data: bytes) -> bool:
    """Say whether ``data`` begins as an HTML page does."""
    return _HTML.match(data[:4096].removeprefix(codecs.BOM_UTF8)) is not None


def looks_like_feed(data: bytes) -> bool:
    """Say whether ``data`` begins as a feed does: of XML by its first element, of JSON by its version."""
    head = data[:4096].removeprefix(codecs.BOM_UTF8).lstrip()
    return _FEED.match(head) is not None or (head.startswith(b"{") and b"jsonfeed.org/version" in head)


def looks_like_json_lines(data: bytes) -> bool:
    """Say whether the first line of ``data`` that is not blank is one JSON object."""
    first = data.removeprefix(codecs.BOM_UTF8).lstrip()[:_SAMPLE].split(b"\n", 1)[0]
    if not first.startswith(b"{"):
        return False
    try:
        return isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return False


def empty(text: str) -> ReadError | None:
    """Return why ``text`` is no document: there is no letter and no figure in it; None where there is."""
    if any(char.isalnum() for char in text):
        return None
    return EmptyDocumentError("the document holds no words", remedy="nothing to do: there is nothing to read in it")
