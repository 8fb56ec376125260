"""Reading HTML: all the visible text, and which of it is the article.

The article is found by trafilatura (Barbaresi 2021), whose blocks are looked up in the visible text; what it leaves out is
told by the page's structure to be navigation, comment, licence or caption. The date is htmldate's (Barbaresi 2020).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from reportedly.errors import ReadError
from reportedly.model import Document, Failure, Metadata
from reportedly.ports import ReadOptions
from reportedly.read.build import Raw, build
from reportedly.read.encoding import decode
from reportedly.read.extraction import article_text
from reportedly.read.fail import failure
from reportedly.read.htmlblocks import page_pieces
from reportedly.read.htmlfacts import facts
from reportedly.read.htmlmenus import without
from reportedly.read.htmlmeta import page_metadata
from reportedly.read.htmlseen import visible
from reportedly.read.htmltext import parse
from reportedly.read.htmltold import with_told
from reportedly.read.sniff import DOCUMENT, check_size, check_text, empty

_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:-]{2,40})|<\?xml[^>]{0,100}encoding\s*=\s*[\"']([\w:-]{2,40})", re.IGNORECASE
)
_HEAD_BYTES = 8_192


class HtmlReader:
    """Reads web pages."""

    name = "html"
    suffixes = frozenset({".html", ".htm", ".xhtml"})
    ceiling = DOCUMENT

    def read(self, data: bytes, path: str, options: ReadOptions) -> Iterator[Document | Failure]:
        """Yield one document, or one failure where the page is empty, no text, too large, or nested too deep."""
        error = check_size(len(data)) or check_text(data)
        if error is not None:
            yield failure(error, path, data=data)
            return
        page = decode(data, options.encoding, declared_charset(data)).text
        read = read_page(page, path, data, options.given)
        yield read if isinstance(read, Failure) else build(read, options)


def declared_charset(data: bytes) -> str | None:
    """Return the encoding that a page names in its first bytes."""
    match = _CHARSET.search(data[:_HEAD_BYTES])
    return (match[1] or match[2]).decode("ascii") if match else None


def read_page(page: str, path: str, data: bytes, given: Metadata) -> Raw | Failure:
    """Return what a page holds, or why it cannot be read; metadata in ``given`` goes before the page's own."""
    try:
        tree: HtmlElement = parse(page.replace("\0", "\ufffd"))
    except ReadError as error:
        return failure(error, path, data=data)
    known = facts(tree)
    seen, told = with_told(visible(tree), known.body)
    nothing = empty(seen.text)
    if nothing is not None:
        return failure(nothing, path, data=data)
    without(seen.menus)
    metadata = page_metadata(tree, known, given)
    pieces = page_pieces(seen, told or article_text(tree, seen.prose()), metadata.title)
    return Raw(data, path, seen.text, HtmlReader.name, metadata, pieces, left_out=tuple(seen.left))
