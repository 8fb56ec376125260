"""What servers say of the bytes that they send, as our formats."""

from __future__ import annotations

from pathlib import PurePosixPath
from urllib.parse import urlsplit

from reportedly.read.telling import by_magic

_FORMATS = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "plain",
    "application/rss+xml": "feed",
    "application/atom+xml": "feed",
    "application/feed+json": "feed",
    "message/rfc822": "mail",
}


def format_of(kind: str, data: bytes) -> str | None:
    """Return the format that a server says bytes have, None where it says none or they show another."""
    return None if by_magic(data) else _FORMATS.get(kind)


def name_of(url: str | None) -> str:
    """Return the last part of an address, by which a format may be told."""
    try:
        return PurePosixPath(urlsplit(url or "").path).name or "page"
    except ValueError:
        return "page"
