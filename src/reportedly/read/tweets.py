"""Messages from social networks that stand glued into running text: their words, links, and the name, account and day behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.read.lines import Piece

_CREDIT = re.compile(
    r"(?:(?:https?:?/?/?t\.?co\S*|pic\.twitter\.com\S*)\s+){0,3}(?:[—–-]{1,2}\s?)?(?P<name>(?:[A-Z][\w.'’-]{0,40} ){1,5})\(@?\w{3,20}\)\s"
    r"(?:[A-Z][a-z]{2,8} \d{1,2},? \d{4}|\d{1,2} [A-Z][a-z]{2,8} \d{4})"
)
_LINK = re.compile(r"(?:https?:?/?/?t\.?co|pic\.twitter\.com)\S*")
_STOP = re.compile(r"(?<=[.!?\"”)\]])\s+(?=[\"“(#@]?[A-Z\d])|\n\s*")
_LONGEST = 140
_LINK_SIZE = 23
"""Characters that a message may have, and that a link counts for in it (Twitter, until November 2017)."""


def tweets(text: str, start: int, end: int) -> Iterator[Piece]:
    """Yield the messages in ``text[start:end]`` with who sent them; of those whose words fit in no message only the credit."""
    reach = start
    for match in _CREDIT.finditer(text, start, end):
        room = _LONGEST - _LINK_SIZE * len(_LINK.findall(match.group()))
        begin = _begin(text, reach, match.start(), room)
        yield Piece("embedded_document", begin, match.end(), "tweet", speaker=match["name"].strip())
        reach = match.end()


def _begin(text: str, start: int, credit: int, room: int) -> int:
    """Return where the furthest sentence before a credit begins from which on no more than ``room`` characters are used."""
    window = max(start, credit - 3 * _LONGEST)
    starts = [stop.end() for stop in _STOP.finditer(text, window, credit)]
    if window == start:
        starts.insert(0, start + len(text[start:credit]) - len(text[start:credit].lstrip()))
    return next((at for at in starts if _size(text[at:credit]) <= room), credit)


def _size(words: str) -> int:
    return len(_LINK.sub("x" * _LINK_SIZE, " ".join(words.split())))
