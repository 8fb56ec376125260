"""Reading plain text: one file is one document, its text unchanged but for newlines."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.model import Document, Failure
from reportedly.ports import ReadOptions
from reportedly.read.build import Raw, build
from reportedly.read.encoding import decode
from reportedly.read.fail import failure
from reportedly.read.sniff import DOCUMENT, check_size, check_text, empty
from reportedly.text import canonical_newlines


class PlainReader:
    """Reads a text file. Markdown is read as the text it is."""

    name = "plain"
    suffixes = frozenset({".txt", ".text", ".md", ".markdown"})
    ceiling = DOCUMENT

    def read(self, data: bytes, path: str, options: ReadOptions) -> Iterator[Document | Failure]:
        """Yield one document, or one failure where the bytes are empty, no text, or too many."""
        error = check_size(len(data)) or check_text(data)
        if error is None:
            text = canonical_newlines(decode(data, options.encoding).text)
            error = empty(text)
        if error is not None:
            yield failure(error, path, data=data)
            return
        yield build(Raw(data, path, text, self.name, options.given), options)
