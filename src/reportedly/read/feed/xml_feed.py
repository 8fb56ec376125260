"""RSS (0.9 to 2.0, with RDF) and Atom."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from reportedly.errors import BrokenFileError
from reportedly.read.feed.item import Feed, Item, absolute, clean, day_of, is_markup, lang_of
from reportedly.read.xml import Element, parse_what_can_be, text_of

_ITEMS = frozenset({"item", "entry"})
_HOLDS = frozenset({"rss", "feed", "rdf", "channel"})
_MAIL = re.compile(r"^\s*\S+@\S+\s+\((.+)\)\s*$")
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_ATOM = "http://www.w3.org/2005/Atom"


def read_xml_feed(data: bytes) -> Feed:
    """Return a feed; what is damaged in it is told with it. Raises BrokenFileError where nothing of it can be read, or it is none."""
    root, damage = parse_what_can_be(data.lstrip(), "the feed")
    if _name(root) not in _HOLDS:
        what = f"this XML is no feed: it begins with {_name(root)!r:.40}"
        raise BrokenFileError(what, remedy="feeds (RSS, Atom) are what is read of XML; turn it into text or HTML")
    channel = next((child for child in root if _name(child) == "channel"), root)
    base = root.get(_BASE) or _link(channel, None)
    lang = lang_of(_text(channel, "language") or root.get(_LANG))
    items = tuple(_item(node, base, lang) for node in root.iter() if _name(node) in _ITEMS and _name(node.getparent()) in _HOLDS)
    return Feed(clean(_text(channel, "title")), lang, items, damage)


def _name(node: Element | None) -> str:
    tag = "" if node is None else node.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def _all(node: Element, name: str) -> Iterator[Element]:
    return (child for child in node if _name(child) == name)


def _text(node: Element, *names: str) -> str | None:
    """Return the words of the first child of a name that has any, names in order of preference."""
    found = (text_of(child) for name in names for child in _all(node, name))
    return next((words for words in found if words.strip()), None)


def _item(node: Element, base: str | None, lang: str | None) -> Item:
    base = node.get(_BASE) or base
    content, html = _content(node)
    source = next(_all(node, "source"), None)
    return Item(
        clean(_text(node, "guid", "id")),
        absolute(_link(node, base), base),
        _title(node),
        tuple(dict.fromkeys(name for each in (*_all(node, "creator"), *_all(node, "author")) if (name := _author(each)))),
        day_of(_text(node, "pubdate", "published", "issued", "date", "updated")),
        content,
        html,
        lang_of(node.get(_LANG)) or lang,
        None if source is None else clean(_text(source, "title") or text_of(source)),
        None if source is None else absolute(source.get("url") or _link(source, base), base),
        day_of(_text(node, "updated", "modified")),
    )


def _title(node: Element) -> str | None:
    words = clean(_text(node, "title"))
    if words and is_markup(words):
        try:
            return clean(text_of(etree.fromstring(words, etree.HTMLParser(no_network=True)))) or words
        except (etree.XMLSyntaxError, ValueError, AttributeError):
            return words
    return words


def _author(node: Element) -> str | None:
    """Return a name: of Atom, or of RSS, which may write ``address (name)``."""
    words = clean(_text(node, "name") or text_of(node))
    match = _MAIL.match(words or "")
    return match[1] if match else words


def _link(node: Element, base: str | None) -> str | None:
    """Return the address of the page of an item or feed: of Atom the alternate link, of RSS the link, else a guid that is one."""
    atom = [each for each in _all(node, "link") if each.get("href") and each.get("rel", "alternate") == "alternate"]
    if atom:
        return absolute(atom[0].get("href"), base)
    found = next((words for each in _all(node, "link") if (words := (each.text or "").strip())), None)
    guid = next((each for each in _all(node, "guid") if each.get("ispermalink", each.get("isPermaLink", "true")) != "false"), None)
    return found or (None if guid is None else (guid.text or "").strip())


def _content(node: Element) -> tuple[str, bool]:
    """Return the fullest words of an item, and whether they are a page's."""
    best: tuple[str, bool] = "", False
    for name in ("encoded", "content", "description", "summary"):
        for child in _all(node, name):
            found = _words(child)
            if len(found[0].strip()) > len(best[0].strip()):
                best = found
    return best


def _words(node: Element) -> tuple[str, bool]:
    kind = node.get("type", "")
    if kind == "xhtml" or (kind and len(node) and node.tag.startswith(f"{{{_ATOM}}}")):
        return "".join(etree.tostring(child, encoding="unicode", method="html") for child in node), True
    words = text_of(node)
    return words, kind == "html" or (kind != "text" and is_markup(words))
