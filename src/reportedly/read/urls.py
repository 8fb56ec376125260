"""Lists of addresses: what they name is fetched where the caller asks for it, and else named as not read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.errors import FetchError
from reportedly.model import Document, Failure
from reportedly.ports import ReadOptions
from reportedly.read.encoding import decode
from reportedly.read.fail import failure
from reportedly.read.sniff import DOCUMENT, check_size

URLS = "urls"
_URL = re.compile(r"(?i)https?://\S+")
_SAMPLE = 65_536


class UrlListReader:
    """Reads a list of addresses, one a line; blank lines and those that begin with # are passed over."""

    name = URLS
    suffixes = frozenset({".urls"})
    ceiling = DOCUMENT

    def read(self, data: bytes, path: str, options: ReadOptions) -> Iterator[Document | Failure]:
        """Yield a failure for each address: nothing is fetched here."""
        error = check_size(len(data))
        if error is not None:
            yield failure(error, path, data=data)
            return
        for number, line in lines_of(data, options.encoding):
            yield failure(network_off() if is_url(line) else no_url(line), f"{path}#{number}", ref=line[:2_000])


def is_url(path: str) -> bool:
    """Say whether a path is an address of the web."""
    return _URL.fullmatch(path) is not None


def lines_of(data: bytes, encoding: str | None = None) -> list[tuple[int, str]]:
    """Return the lines of a list of addresses, with their numbers from 1."""
    text = decode(data, encoding).text
    told = ((number, line.strip()) for number, line in enumerate(text.splitlines(), 1))
    return [(number, line) for number, line in told if line and not line.startswith("#")]


def looks_like_urls(data: bytes) -> bool:
    """Say whether ``data`` is nothing but addresses."""
    if not re.match(rb"(?i)\s*(?:#[^\n]*\n\s*)*https?://", data[:_SAMPLE]):
        return False
    found = lines_of(data[:_SAMPLE])
    whole = found[:-1] if len(data) > _SAMPLE else found
    return all(is_url(line) for _, line in whole) and bool(whole)


def network_off() -> FetchError:
    """Return the error of an address that nobody asked to fetch."""
    return FetchError("it is an address, and the network is off", remedy="say --fetch to have it fetched, or save the page and add that")


def no_url(line: str) -> FetchError:
    """Return the error of a line that is no address."""
    return FetchError(f"{line[:60]!r} is no address of the web", remedy="write one http or https address on each line")
