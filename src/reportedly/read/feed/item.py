"""What the kinds of feed have in common."""

from __future__ import annotations

import datetime as dt
import email.utils
import re
from dataclasses import dataclass
from urllib.parse import urljoin

from reportedly.text import fold

_DAY = re.compile(r"\s*(\d{4}-\d{2}-\d{2})")
_MARKUP = re.compile(r"<[A-Za-z/!][^>]*>|&(?:#\d+|#x[0-9a-fA-F]+|[A-Za-z]{2,10});")
_TEASER = re.compile(r"(?:\[?(?:…|\.\.\.)\]?|(?:read|continue) (?:more|reading)\W*)\s*(?:</\w+>\s*)*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a feed.

    Attributes:
        content: its words, as a page's or plain. html: they are a page's.
        source, source_url: where the feed says that it took the item from.
    """

    id: str | None
    url: str | None
    title: str | None
    authors: tuple[str, ...]
    published: dt.date | None
    content: str
    html: bool
    lang: str | None = None
    source: str | None = None
    source_url: str | None = None
    modified: dt.date | None = None

    @property
    def teaser(self) -> bool:
        """Say whether the words break off, as those do that lead to a page."""
        return _TEASER.search(self.content[-200:]) is not None


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: who publishes it, in which language, its items in order, and what is damaged in it."""

    title: str | None
    lang: str | None
    items: tuple[Item, ...]
    damage: str | None = None


def day_of(told: str | None) -> dt.date | None:
    """Return the day of a date as feeds write it (RFC 822 or RFC 3339), by the clock that it was written by."""
    if not told:
        return None
    match = _DAY.match(told)
    try:
        return dt.date.fromisoformat(match[1]) if match else email.utils.parsedate_to_datetime(told.strip()).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def absolute(url: str | None, base: str | None) -> str | None:
    """Return an address in full, None where it is none of the web."""
    try:
        made = urljoin(base or "", (url or "").strip())
    except ValueError:
        return None
    return made if made.startswith(("http://", "https://")) else None


def clean(value: object) -> str | None:
    """Return a value on one line, None where it is no text or blank."""
    return fold(value) or None if isinstance(value, str) else None


def is_markup(words: str) -> bool:
    """Say whether words are written as a page's are."""
    return _MARKUP.search(words) is not None


def lang_of(told: str | None) -> str | None:
    """Return a language by its first part."""
    return (told or "").strip().lower().replace("_", "-").split("-")[0] or None
