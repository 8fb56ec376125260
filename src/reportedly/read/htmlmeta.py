"""What a page says of itself outside its text, and the text of its article."""

from __future__ import annotations

import copy
import datetime as dt
import logging
import re
from dataclasses import dataclass, replace

import htmldate
import trafilatura
from lxml import etree
from lxml.html import HtmlElement

from reportedly.model import Dated, Metadata
from reportedly.read.dateparse import parse_date
from reportedly.text import fold

_FAULTS = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError, etree.Error)
"""What foreign parsers have been seen to raise on broken pages; the page is then read by its structure alone."""

_META_DATES = (
    "//head//meta/@content | //meta[@property or @itemprop]/@content | //time/@datetime | //*[@itemprop='datePublished']/@content | "
    "//script[@type='application/ld+json']/text()"
)
_URL_DATE = re.compile(r"/(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?:/|-|$)")
_LATEST = "2200-01-01"
"""Fixed, so that what is found does not depend on the day of reading."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Article:
    """The words of a page's article and of its comments, line by line; None where none was found."""

    text: str | None = None
    comments: str | None = None


def page_metadata(tree: HtmlElement, given: Metadata) -> tuple[Metadata, Article]:
    """Return ``given`` with what it lacks taken from the page, and the article. The tree is left as it was."""
    found = _extract(tree)
    url = given.url or _canonical(tree)
    published = given.published if given.published.value else find_published(tree, url)
    if found is None:
        return replace(
            given, published=published, url=url, lang=given.lang or _lang(tree), title=given.title or _head_title(tree)
        ), Article()
    metadata = replace(
        given,
        title=given.title or _clean(found.title) or _head_title(tree),
        byline=given.byline or tuple(name for part in (found.author or "").split(";") if (name := fold(part))),
        published=published,
        publisher=given.publisher or _clean(found.sitename),
        url=url,
        lang=given.lang or _lang(tree),
    )
    return metadata, Article(found.text or None, found.comments or None)


def _extract(tree: HtmlElement) -> trafilatura.settings.Document | None:
    """Return what trafilatura finds, None where it finds nothing or fails."""
    try:
        found = trafilatura.bare_extraction(
            copy.deepcopy(tree),
            include_comments=True,
            with_metadata=True,
            date_extraction_params={"extensive_search": False, "max_date": _LATEST},
        )
    except _FAULTS as problem:
        _log.info("the article extractor failed: %r", problem)
        return None
    return None if found is None or isinstance(found, dict) else found


def _clean(value: str | None) -> str | None:
    return fold(value) or None if value else None


def _head_title(tree: HtmlElement) -> str | None:
    return next((title for tag in ("h1", "title") for node in tree.iter(tag) if (title := fold(node.text_content()))), None)


def _lang(tree: HtmlElement) -> str | None:
    value = (tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "").strip().lower()
    return value.split("-")[0].split("_")[0] or None


def _canonical(tree: HtmlElement) -> str | None:
    for path in ("//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content"):
        for value in _strings(tree, path):
            if value.startswith(("http://", "https://")):
                return value.strip()
    return None


def _strings(tree: HtmlElement, path: str) -> list[str]:
    found = tree.xpath(path)
    return [str(value) for value in found] if isinstance(found, list) else []


def find_published(tree: HtmlElement, url: str | None) -> Dated:
    """Return the page's date with its origin: meta, url or text; weak where only an extensive search found it."""
    for extensive in (False, True):
        date = _htmldate(tree, url, extensive=extensive)
        if date is not None:
            return Dated(date, _origin(tree, url, date), weak=extensive)
    return Dated()


def _htmldate(tree: HtmlElement, url: str | None, *, extensive: bool) -> dt.date | None:
    try:
        value = htmldate.find_date(copy.deepcopy(tree), extensive_search=extensive, original_date=True, url=url, max_date=_LATEST)
    except _FAULTS as problem:
        _log.info("the date extractor failed: %r", problem)
        return None
    return parse_date(value) if value else None


def _origin(tree: HtmlElement, url: str | None, date: dt.date) -> str:
    if any(_mentions(value, date) for value in _strings(tree, _META_DATES)):
        return "meta"
    match = _URL_DATE.search(url or "")
    return "url" if match and parse_date("-".join(match.groups())) == date else "text"


def _mentions(value: str, date: dt.date) -> bool:
    forms = (f"{date:%Y-%m-%d}", f"{date:%Y%m%d}", f"{date:%Y/%m/%d}")
    return any(form in value for form in forms) or (len(value) < 60 and parse_date(value, "mdy") == date)  # noqa: PLR2004 - a date, not a text
