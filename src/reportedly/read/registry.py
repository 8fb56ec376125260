"""The readers, in one list. A new format is one file and one line here."""

from __future__ import annotations

from pathlib import PurePath

from reportedly.errors import OptionError
from reportedly.ports import Reader
from reportedly.read.delimited import DelimitedReader
from reportedly.read.html import HtmlReader
from reportedly.read.jsonl import JsonLinesReader
from reportedly.read.plain import PlainReader
from reportedly.read.sniff import looks_like_html, looks_like_json_lines

READERS: tuple[Reader, ...] = (PlainReader(), HtmlReader(), JsonLinesReader(), DelimitedReader())
TABLES = frozenset({"jsonl", "csv"})
"""Readers of many documents from one file: the ceiling of bytes holds for each row, not for the file."""


def reader_named(name: str) -> Reader:
    """Return the reader of a format.

    Raises:
        OptionError: there is none of that name.
    """
    for reader in READERS:
        if reader.name == name:
            return reader
    what = f"{name!r} is no format that is read"
    raise OptionError(what, where="format", remedy=f"give one of {', '.join(reader.name for reader in READERS)}")


def reader_for(path: str, data: bytes = b"") -> Reader:
    """Return the reader for a file by its suffix, else by how its bytes begin, else the one for plain text."""
    suffix = PurePath(path).suffix.lower()
    for reader in READERS:
        if suffix in reader.suffixes:
            return reader
    if looks_like_html(data):
        return reader_named("html")
    return reader_named("jsonl" if looks_like_json_lines(data) else "plain")
