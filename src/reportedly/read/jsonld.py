"""What a page says of its article in JSON-LD (schema.org): the first object that is an article, or says when it was published."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from reportedly.text import fold

_ARTICLES = (
    "Article",
    "NewsArticle",
    "ReportageNewsArticle",
    "AnalysisNewsArticle",
    "OpinionNewsArticle",
    "BackgroundNewsArticle",
    "ReviewNewsArticle",
    "BlogPosting",
    "LiveBlogPosting",
    "Report",
    "SocialMediaPosting",
    "WebPage",
)
_LONGEST = 500_000
_DEEPEST = 6

Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class Stated:
    """What an object says: words as they stand there, None and nothing where it says none; ``body`` with its line breaks, or as HTML."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    published: str | None = None
    modified: str | None = None
    section: str | None = None
    url: str | None = None
    body: str = ""


def stated(scripts: list[str]) -> Stated:
    """Return what the best of the objects in ``scripts`` says: an article before a page. Broken JSON says nothing."""
    objects = [item for words in scripts if len(words) <= _LONGEST for item in _objects(_parsed(words), 0)]
    found = next(
        (item for kind in _ARTICLES for item in objects if kind in _kinds(item) and ("datePublished" in item or "headline" in item)), None
    )
    if found is None:
        return Stated()
    return Stated(
        _text(found.get("headline")) or (_text(found.get("name")) if "WebPage" not in _kinds(found) else None),
        tuple(_people(found.get("author") or found.get("creator"))),
        next(_names(found.get("publisher")), None),
        _text(found.get("datePublished")),
        _text(found.get("dateModified")),
        next(_names(found.get("articleSection")), None),
        _address(found),
        body if isinstance(body := found.get("articleBody"), str) else "",
    )


def _parsed(words: str) -> object:
    try:
        return cast("object", json.loads(words.strip().removeprefix("<!--").removesuffix("-->"), strict=False))
    except (ValueError, RecursionError):
        return None


def _objects(value: object, depth: int) -> Iterator[Json]:
    """Yield the objects of a value from the outside in, those of its lists and graphs too."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            yield from _objects(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for name in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _objects(value.get(name), depth + 1)


def _kinds(item: Json) -> list[object]:
    kind = item.get("@type")
    return kind if isinstance(kind, list) else [kind]


def _text(value: object) -> str | None:
    return fold(value) or None if isinstance(value, str) else None


def _names(value: object) -> Iterator[str]:
    """Yield the names that a value holds: words, an object's name, or those of a list."""
    for item in value if isinstance(value, list) else [value]:
        name = _text(item.get("name") if isinstance(item, dict) else item)
        if name and not name.startswith(("http://", "https://")):
            yield name


def _people(value: object) -> Iterator[str]:
    """Yield the names of authors that are no organisations."""
    for item in value if isinstance(value, list) else [value]:
        if not (isinstance(item, dict) and "Organization" in str(item.get("@type"))):
            yield from _names(item)


def _address(found: Json) -> str | None:
    page = found.get("mainEntityOfPage")
    address = _text(page.get("@id") if isinstance(page, dict) else page) or _text(found.get("url"))
    return address if address and address.startswith(("http://", "https://")) else None
