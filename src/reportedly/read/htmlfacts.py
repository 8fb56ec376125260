"""What a page says of itself in the tags of its head and in its first headings, each with the tag that says it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from lxml.html import HtmlElement

from reportedly.read.jsonld import stated
from reportedly.text import fold

_TITLES = "og:title twitter:title dc.title dcterms.title title parsely-title sailthru.title headline".split()
_AUTHORS = "author article:author dc.creator dcterms.creator byl parsely-author sailthru.author citation_author authors".split()
_SITES = "og:site_name dc.publisher dcterms.publisher article:publisher application-name al:android:app_name citation_publisher".split()
_PUBLISHED = """
article:published_time og:article:published_time datepublished parsely-pub-date sailthru.date pubdate publishdate publish_date
publication_date dc.date.issued dcterms.created dcterms.date dc.date date article.published originalpublicationdate
cxenseparse:recs:publishtime rnews:datepublished ptime displaydate citation_publication_date
""".split()
_MODIFIED = "article:modified_time og:updated_time datemodified dcterms.modified dc.date.modified lastmod last-modified".split()
_SECTIONS = "article:section og:section section parsely-section dc.subject category".split()
_LANGUAGES = "og:locale content-language dc.language language".split()
_BY = re.compile(r"^\W*(?:by|par|von|por|di|door)\s+", re.IGNORECASE)
_PARTS = re.compile(r"\s*(?:;|\||,? (?:and|et|und|y|&) (?=[A-ZÀ-Þ])|,(?= [A-ZÀ-Þ]))\s*")
_NAME_WORDS = 6
_SUFFIX_WORDS = 6
_BAR = re.compile(r"\s+(?:[|–—·•»:]|-{1,2})\s+")

_MARKS = " |–—·•»:-"

Said = tuple[str, str]
"""Words, and which tag says them."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What tags say, the surest first, and the text of the article where they hold it; empty where none does."""

    titles: tuple[Said, ...] = ()
    authors: tuple[Said, ...] = ()
    publishers: tuple[Said, ...] = ()
    published: tuple[Said, ...] = ()
    modified: tuple[Said, ...] = ()
    sections: tuple[Said, ...] = ()
    urls: tuple[Said, ...] = ()
    languages: tuple[Said, ...] = ()
    body: str = ""


def facts(tree: HtmlElement) -> Facts:
    """Return what the tags of a page say of it."""
    scripts = [script.text or "" for script in tree.iter("script") if (script.get("type") or "").strip().lower() == "application/ld+json"]
    told, tags = stated(scripts), _tags(tree)
    heads = [words for node in tree.iter("h1") if (words := fold(node.text_content()))]
    window = next((fold(node.text_content()) for node in tree.iter("title")), "")
    sites = _said([("json-ld", told.publisher)], tags, _SITES)
    titles = [*_said([("json-ld", told.title)], tags, _TITLES), *([("h1", heads[0])] if len(heads) == 1 else [])]
    head, suffix = split_title(window, [*(words for _, words in titles), *heads], [words for _, words in sites])
    lang = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang")
    return Facts(
        tuple((tag, _without(words, [site for _, site in sites])) for tag, words in (*titles, *_some([("title", head)]))),
        tuple(_people([("json-ld", name) for name in told.authors]) or _people(_said([], tags, _AUTHORS))),
        (*sites, *_some([("title", suffix)])),
        (*_said([("json-ld", told.published)], tags, _PUBLISHED), *_times(tree, "datePublished")),
        (*_said([("json-ld", told.modified)], tags, _MODIFIED), *_times(tree, "dateModified")),
        tuple(_said([("json-ld", told.section)], tags, _SECTIONS)),
        tuple((tag, url) for tag, url in _urls(tree, tags, told.url) if url.startswith(("http://", "https://"))),
        tuple(_said([("html", lang)], tags, _LANGUAGES)),
        told.body,
    )


def split_title(window: str, titles: Iterable[str], sites: Iterable[str]) -> tuple[str, str | None]:
    """Return the title of a window without the site's name before or behind it, and that name, where one of the two is known."""
    parts = _BAR.split(window)
    if len(parts) < 2:  # noqa: PLR2004 - a title and a name
        return window, None
    heads, names = ({words.casefold() for words in known} for known in (titles, sites))
    behind = window[: window.rindex(parts[-1])].rstrip(_MARKS), parts[-1]
    before = window[len(parts[0]) :].lstrip(_MARKS), parts[0]
    for title, site in (behind, before):
        if site.casefold() in names or (title.casefold() in heads and len(site.split()) <= _SUFFIX_WORDS):
            return title, site
    return window, None


def _tags(tree: HtmlElement) -> dict[str, str]:
    """Return the content of every meta element by each name that it has, in small letters; the first of a name holds."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        content = fold(meta.get("content") or "")
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            name = (meta.get(attribute) or "").strip().lower()
            if name and content:
                found.setdefault(name, content)
    return found


def _said(first: list[tuple[str, str | None]], tags: dict[str, str], names: Iterable[str]) -> list[Said]:
    return [*_some(first), *((f"meta {name}", tags[name]) for name in names if name in tags)]


def _some(found: Iterable[tuple[str, str | None]]) -> list[Said]:
    return [(tag, words) for tag, words in found if words]


def _times(tree: HtmlElement, name: str) -> list[Said]:
    """Return what elements marked as a date of this name say, and for publication those marked ``pubdate``."""
    found = []
    for node in tree.iter("time", "span", "abbr"):
        if name in (node.get("itemprop") or "") or (name == "datePublished" and "pubdate" in node.attrib):
            found += _some([(node.tag, node.get("datetime") or node.get("content") or node.get("title") or fold(node.text_content()))])
    return found


def _urls(tree: HtmlElement, tags: dict[str, str], told: str | None) -> list[Said]:
    links = [(f"link {link.get('rel')}", (link.get("href") or "").strip()) for link in tree.iter("link") if link.get("rel") == "canonical"]
    return [*links, *_said([], tags, ["og:url"]), *_some([("json-ld", told)])]


def _without(title: str, sites: Iterable[str]) -> str:
    """Return a title without the site's name behind it."""
    for site in sites:
        parts = _BAR.split(title)
        if len(parts) > 1 and parts[-1].casefold() == site.casefold():
            return title[: title.rindex(parts[-1])].rstrip(_MARKS)
    return title


def _people(found: Iterable[Said]) -> list[Said]:
    """Return the names of persons among ``found``: those of the first tag that holds any."""
    made: list[Said] = []
    for tag, words in found:
        if made and made[0][0] != tag:
            break
        made += [(tag, name) for part in _PARTS.split(_BY.sub("", words)) if _is_name(name := part.strip(" .,"))]
    return list(dict.fromkeys(made))


def _is_name(words: str) -> bool:
    small = len(words.split()) <= _NAME_WORDS
    return bool(words) and small and any(char.isupper() for char in words) and not re.search(r"https?:|www\.|@|\d|/", words)
