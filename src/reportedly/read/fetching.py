"""From an address to documents."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reportedly.errors import ReadError
from reportedly.model import Document, Failure, Metadata, Obtained
from reportedly.ports import Member, ReadOptions
from reportedly.read.fail import failure
from reportedly.read.fetch import Fetcher
from reportedly.read.given import said_by
from reportedly.read.mediatypes import format_of, name_of
from reportedly.read.urls import is_url, network_off, no_url

Read = Callable[[Member, ReadOptions], Iterator[Document | Failure]]
"""How bytes become documents."""


def read_url(url: str, path: str, options: ReadOptions, fetch: Fetcher | None, read: Read) -> Iterator[Document | Failure]:
    """Yield the documents that ``read`` finds in the page at ``url``, called ``path``; a failure where it is not fetched."""
    if fetch is None or not is_url(url):
        yield failure(network_off() if is_url(url) else no_url(url), path, ref=url[:2_000])
        return
    try:
        found = fetch(url)
    except ReadError as error:
        yield failure(error, path, ref=url[:2_000])
        return
    told = Obtained("fetch", found.when, url, found.via, None, found.type or None)
    given = said_by("fetch", Metadata(url=found.url))
    yield from read(Member(found.data, path, name_of(found.url), format_of(found.type, found.data), given, None, told), options)
