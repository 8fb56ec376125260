"""JSON Feed, versions 1 and 1.1."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from reportedly.errors import BrokenFileError
from reportedly.read.encoding import decode, replace_surrogates
from reportedly.read.feed.item import Feed, Item, absolute, clean, day_of, lang_of

Json = Mapping[str, Any]


def read_json_feed(data: bytes) -> Feed:
    """Return a feed. Raises BrokenFileError where it is none."""
    try:
        found = json.loads(decode(data).text)
    except (ValueError, RecursionError) as problem:
        what = f"the JSON Feed cannot be read: {problem}"
        raise BrokenFileError(what, remedy="it is damaged or cut short; get it again") from problem
    items = found.get("items") if isinstance(found, dict) else None
    if not isinstance(items, list):
        what = "the JSON Feed has no list of items"
        raise BrokenFileError(what, remedy="check what the file is")
    lang, base = lang_of(clean(found.get("language"))), clean(found.get("home_page_url"))
    made = tuple(_item(item if isinstance(item, dict) else {}, lang, base) for item in items)
    return Feed(clean(found.get("title")), lang, made)


def _item(item: Json, lang: str | None, base: str | None) -> Item:
    html, text = item.get("content_html"), item.get("content_text") or item.get("summary")
    told = html if isinstance(html, str) and html.strip() else text if isinstance(text, str) else ""
    own, outer = absolute(clean(item.get("url")), base), absolute(clean(item.get("external_url")), base)
    key = item.get("id")
    return Item(
        replace_surrogates(str(key)) if isinstance(key, str | int) and str(key).strip() else None,
        own or outer,
        clean(item.get("title")),
        _authors(item),
        day_of(clean(item.get("date_published"))),
        replace_surrogates(told),
        told is html,
        lang_of(clean(item.get("language"))) or lang,
        None,
        outer if own else None,
        day_of(clean(item.get("date_modified"))),
    )


def _authors(item: Json) -> tuple[str, ...]:
    held = item.get("authors") or [item.get("author")]
    found = [clean(each.get("name")) for each in held if isinstance(each, dict)] if isinstance(held, list) else []
    return tuple(name for name in found if name)
