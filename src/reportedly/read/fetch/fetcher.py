"""Fetching a page, wherever it leads."""

from __future__ import annotations

import time
from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import urljoin

from reportedly import __version__, clock
from reportedly.errors import FetchError
from reportedly.limits import limits
from reportedly.read.fetch.address import Place, Resolve, place_of, resolve_by_system
from reportedly.read.fetch.request import Answer, ask

_AGENT = f"reportedly/{__version__}"
_LEADS = frozenset({301, 302, 303, 307, 308})
_FIT = 200


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page that was fetched.

    Attributes:
        data: its bytes. type: of them, as the server says. url: where it lay. via: the addresses that led there, the one asked for first.
        when: the moment, as ISO 8601 in UTC.
    """

    data: bytes
    type: str
    url: str
    via: tuple[str, ...]
    when: str


@dataclass(frozen=True, slots=True)
class Fetcher:
    """Fetches pages, one after the other.

    Attributes:
        resolve: from names to numbers.
        allowed: numbers inside a network that may be reached, for tests on a machine's own loopback.
    """

    resolve: Resolve = resolve_by_system
    allowed: Collection[str] = ()

    def __call__(self, url: str) -> Fetched:
        """Return the page at ``url``.

        Raises:
            FetchError: the address, or one that it leads to, is not of the open web; or no page came back.
            TooLargeError: it is over the ceiling.
        """
        ceilings = limits()
        ends = time.monotonic() + ceilings.fetch_seconds
        via: list[str] = []
        while True:
            place = place_of(url, self.resolve, self.allowed)
            answer = ask(place, _AGENT, ends)
            if answer.status not in _LEADS or not answer.leads:
                return _page(place, answer, via)
            via.append(place.url)
            url = urljoin(place.url, answer.leads.strip())
            if len(via) > ceilings.fetch_redirects:
                what = f"it leads on more than {ceilings.fetch_redirects} times"
                raise FetchError(what, remedy="name the page itself, or raise REPORTEDLY_FETCH_REDIRECTS")


def _page(place: Place, answer: Answer, via: list[str]) -> Fetched:
    if answer.status != _FIT:
        what = f"the server answers with status {answer.status}"
        raise FetchError(what, remedy="look at the page in a browser; an archive may hold it")
    return Fetched(answer.data, answer.type, place.url, tuple(via), clock.stamp(clock.now()))
