"""Reading the HTML of one article, as feeds hold it: all of it is the article, and there is no page around it."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.errors import ReadError
from reportedly.model import Document, Failure
from reportedly.ports import ReadOptions
from reportedly.read.build import Raw, build
from reportedly.read.encoding import decode
from reportedly.read.fail import failure
from reportedly.read.html import HtmlReader
from reportedly.read.htmlblocks import page_pieces
from reportedly.read.htmlseen import visible
from reportedly.read.htmltext import parse
from reportedly.read.sniff import DOCUMENT, check_size, check_text, empty


class FragmentReader:
    """Reads the HTML of an article without its page."""

    name = "fragment"
    suffixes: frozenset[str] = frozenset()
    ceiling = DOCUMENT

    def read(self, data: bytes, path: str, options: ReadOptions) -> Iterator[Document | Failure]:
        """Yield one document, or one failure where it is empty, no text, too large, or nested too deep."""
        error: ReadError | None = check_size(len(data)) or check_text(data)
        if error is None:
            try:
                seen = visible(parse(decode(data, options.encoding).text.replace("\0", "\ufffd")))
                error = empty(seen.text)
            except ReadError as problem:
                error = problem
        if error is not None:
            yield failure(error, path, ref=options.ref, data=data)
            return
        pieces = page_pieces(seen, seen.text, options.given.title)
        yield build(Raw(data, path, seen.text, HtmlReader.name, options.given, pieces), options)
