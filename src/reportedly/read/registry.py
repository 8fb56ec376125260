"""The readers, in one list. A new format is one file and one line here."""

from __future__ import annotations

from reportedly.errors import OptionError
from reportedly.ports import Container, Reader
from reportedly.read.delimited import DelimitedReader
from reportedly.read.docx import DocxReader
from reportedly.read.feed import FeedContainer
from reportedly.read.fragment import FragmentReader
from reportedly.read.html import HtmlReader
from reportedly.read.jsonl import JsonLinesReader
from reportedly.read.mail import MailContainer
from reportedly.read.mailheads import looks_like_mail
from reportedly.read.office import OfficeReader
from reportedly.read.packed import PackedContainer
from reportedly.read.parquet import ParquetReader
from reportedly.read.pdf import PdfReader
from reportedly.read.plain import PlainReader
from reportedly.read.sniff import looks_like_feed, looks_like_html, looks_like_json_lines
from reportedly.read.tarred import TarContainer
from reportedly.read.telling import by_magic
from reportedly.read.urls import UrlListReader, looks_like_urls
from reportedly.read.warc import WarcContainer
from reportedly.read.zipped import ZipContainer

READERS: tuple[Reader | Container, ...] = (
    PlainReader(),
    HtmlReader(),
    JsonLinesReader(),
    DelimitedReader(),
    ParquetReader(),
    PdfReader(),
    DocxReader(),
    OfficeReader(),
    FragmentReader(),
    FeedContainer(),
    MailContainer(),
    WarcContainer(),
    UrlListReader(),
    ZipContainer(),
    TarContainer(),
    PackedContainer(),
)
_LOOKS = (
    ("feed", looks_like_feed),
    ("html", looks_like_html),
    ("jsonl", looks_like_json_lines),
    ("mail", looks_like_mail),
    ("urls", looks_like_urls),
)
_NAMED = {reader.name: reader for reader in READERS}
_ENDINGS = sorted(((suffix, reader) for reader in READERS for suffix in reader.suffixes), key=lambda pair: -len(pair[0]))


def reader_named(name: str) -> Reader | Container:
    """Return the reader of a format.

    Raises:
        OptionError: there is none of that name.
    """
    if name in _NAMED:
        return _NAMED[name]
    what = f"{name!r} is no format that is read"
    raise OptionError(what, where="format", remedy=f"give one of {', '.join(_NAMED)}")


def reader_for(path: str, data: bytes = b"") -> Reader | Container:
    """Return the reader for a file: by marks that only its format has, by its suffix, by how its bytes begin, else that of plain text."""
    name = by_magic(data)
    if name is not None:
        return _NAMED[name]
    lower = path.lower()
    for suffix, reader in _ENDINGS:
        if lower.endswith(suffix):
            return _NAMED["urls"] if reader.name == "plain" and looks_like_urls(data) else reader
    return _NAMED[next((name for name, tells in _LOOKS if tells(data)), "plain")]
