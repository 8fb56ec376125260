"""Where the article of a page links to. Read anew from the bytes when asked for: a link is no part of the visible text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from reportedly.errors import ReadError
from reportedly.model import Document
from reportedly.model.document import READ_KINDS
from reportedly.read.encoding import decode
from reportedly.read.html import declared_charset
from reportedly.read.htmltext import parse

_MARKED = re.compile(r"\[(?P<words>[^\]\[\n]{1,200})\]\((?P<url>[^)\s]{0,500})\)")
_BARE = re.compile(r"(?<![(\w])https?://[^\s<>\"”)\]]{3,500}")
_MOST = 2_000


@dataclass(frozen=True, slots=True)
class WebLink:
    """A link of an article: the half-open code points of its words, and where it leads; None where that was lost."""

    start: int
    end: int
    url: str | None


def weblinks(document: Document) -> list[WebLink]:
    """Return the links of what is read of a document, in order; those of menus, comments and licences are left out."""
    kept = [part for part in document.segments if part.kind in READ_KINDS]
    found = _of_page(document) if document.format == "html" else _of_text(document.text)
    return [link for link in found if any(part.start <= link.start < part.end for part in kept)]


def same_place(url: str) -> str:
    """Return a URL as two that lead to one page are written alike: without scheme, "www.", query for tracking, fragment or last slash."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url.strip()
    query = "&".join(part for part in parts.query.split("&") if part and not part.startswith(("utm_", "fbclid", "gclid", "ref=")))
    host = (parts.netloc or "").lower().removeprefix("www.")
    return f"{host}{parts.path.rstrip('/')}{'?' if query else ''}{query}"


def host_of(url: str) -> str:
    """Return the host of a URL without "www.", empty where there is none."""
    return same_place(url).partition("/")[0].partition("?")[0].partition(":")[0]


def _of_text(text: str) -> Iterator[WebLink]:
    for match in _MARKED.finditer(text):
        if _leads(match["url"]):
            yield WebLink(match.start("words"), match.end("words"), _target(match["url"]))
    for match in _BARE.finditer(text):
        url = match.group().rstrip(".,;:")
        yield WebLink(match.start(), match.start() + len(url), url)


def _of_page(document: Document) -> Iterator[WebLink]:
    """Yield the links of a page, where their words stand in its visible text after those of the link before."""
    try:
        tree: HtmlElement = parse(decode(document.data, None, declared_charset(document.data)).text.replace("\0", "\ufffd"))
    except ReadError:
        return
    at = 0
    for number, anchor in enumerate(tree.iter("a")):
        words = " ".join((anchor.text_content() or "").split())
        href = anchor.get("href") or ""
        if number >= _MOST or not words or not _leads(href):
            continue
        found = document.text.find(words, at)
        if found >= 0:
            at = found + len(words)
            yield WebLink(found, at, _target(href))


def _leads(href: str) -> bool:
    """Say whether a link leads to another page, or did before it was lost; a link within the site tells of no source."""
    return href.strip() in {"", "#"} or href.strip().lower().startswith(("http://", "https://", "//"))


def _target(href: str) -> str | None:
    return href.strip() if href.strip() not in {"", "#"} else None
