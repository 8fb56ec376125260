"""What a page says of itself outside its text: the metadata of its tags, each value with the tag that gave it."""

from __future__ import annotations

from dataclasses import replace

from lxml.html import HtmlElement

from reportedly.model import Metadata
from reportedly.read import htmldates
from reportedly.read.htmlfacts import Facts, Said


def page_metadata(tree: HtmlElement, known: Facts, given: Metadata) -> Metadata:
    """Return ``given`` with what it lacks taken from the tags of the page, its day from the page itself. The tree is left as it was."""
    told = replace(
        given,
        title=given.title or _first(known.titles),
        byline=given.byline or tuple(name for _, name in known.authors),
        publisher=given.publisher or _first(known.publishers),
        section=given.section or _first(known.sections),
        url=given.url or _first(known.urls),
        lang=given.lang or _language(known),
        origins=(*given.origins, *_origins(given, known)),
    )
    if given.published.value:
        return replace(told, modified=htmldates.modified(known))
    published, dates = htmldates.published(tree, known, told.url)
    return replace(told, published=published, dates=dates, modified=htmldates.modified(known))


def _first(said: tuple[Said, ...]) -> str | None:
    return said[0][1] if said else None


def _language(known: Facts) -> str | None:
    value = (_first(known.languages) or "").strip().lower()
    return value.split("-")[0].split("_")[0] or None


def _origins(given: Metadata, known: Facts) -> list[tuple[str, str]]:
    """Return which tag gave each value that was not given."""
    fields = (
        ("title", known.titles),
        ("byline", known.authors),
        ("publisher", known.publishers),
        ("section", known.sections),
        ("url", known.urls),
        ("lang", known.languages),
    )
    return [(name, said[0][0]) for name, said in fields if said and not getattr(given, name)]
