"""Taking feeds apart."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.errors import BrokenFileError, EmptyDocumentError
from reportedly.ids import document_id
from reportedly.model import Dated, Failure, LeftOut, Metadata, Obtained, OriginalSource
from reportedly.ports import Allowance, Member, ReadOptions
from reportedly.read.encoding import replace_surrogates
from reportedly.read.fail import failure
from reportedly.read.feed.item import Item
from reportedly.read.feed.json_feed import read_json_feed
from reportedly.read.feed.xml_feed import read_xml_feed
from reportedly.read.given import said_by
from reportedly.read.sniff import check_size


class FeedContainer:
    """Takes feeds apart: each item is a document with its own date, author, address and source."""

    name = "feed"
    suffixes = frozenset({".rss", ".atom", ".xml", ".rdf", ".jsonfeed"})
    ceiling = "table_bytes"

    def open(self, data: bytes, path: str, options: ReadOptions, allowance: Allowance) -> Iterator[Member | Failure]:
        """Yield the items in order; one without words is a failure. Raises BrokenFileError where it is no feed."""
        error = check_size(len(data), self.ceiling)
        if error is not None:
            raise error
        json = data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{"
        feed = read_json_feed(data) if json else read_xml_feed(data)
        holder = document_id(data)
        for number, item in enumerate(feed.items, 1):
            allowance.entry()
            at = f"{path}#{number}"
            if not item.content.strip():
                error = EmptyDocumentError("the item has no words of its own", remedy="fetch the page that it leads to")
                yield failure(error, at, ref=item.id)
                continue
            yield _member(item, at, feed.title or options.publisher, Obtained("feed", None, item.url, (), holder, str(number)))
        if feed.damage is not None:
            what = f"{feed.damage}; the {len(feed.items)} items that can be made out were read, others may be lost"
            yield failure(BrokenFileError(what, remedy="get the feed again"), path, data=data)


def _member(item: Item, path: str, publisher: str | None, told: Obtained) -> Member:
    data = replace_surrogates(item.content.replace("\0", "\ufffd")).encode()
    source = OriginalSource(item.source or item.source_url or "", item.source_url, 0, 0) if item.source or item.source_url else None
    published = Dated(item.published, "meta") if item.published else Dated()
    modified = Dated(item.modified, "meta") if item.modified else Dated()
    said = Metadata(item.title, item.authors, published, None, publisher, source, item.url, item.lang, modified=modified)
    given = said_by("feed", said)
    left = (LeftOut("teaser", "the item breaks off: its page has more"),) if item.teaser else ()
    return Member(data, path, path, "fragment" if item.html else "plain", given, item.id, told, left)
