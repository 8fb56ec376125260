"""What the names of a query string ask for: filters as the commands' help has them, and what a page says of its own."""

from __future__ import annotations

import re
from typing import Any

from reportedly.asking import HELP, LENS, VIEWED
from reportedly.export.contract import Json
from reportedly.query.filters import NAMES, shape_of
from reportedly.web.page import Page

_TEXT: Json = {"type": "string"}
_OPENS = "Look from the end of this day; where none is given, of today, or of the last dated report where that is more than 30 days past."
_VIEWED = {**VIEWED, "as_of": _OPENS}
_LENS = {**_TEXT, "pattern": r"^(all|chains:\d+)$", "default": "all"}
_AFTER = {"type": "integer", "minimum": 0}
_SHARED: dict[str, tuple[str, Json]] = {
    "lens": (LENS, _LENS),
    "after": ("Cursor of a page: as `next` of the one before has it, and never made up.", _AFTER),
    "id": ("Id of what is shown, as rows of other pages have it.", _TEXT),
}


def parameters(page: Page) -> list[Json]:
    """Return the parameters of a page's routes: the keys of its path, then the names of its query string."""
    more = ("judgements",) if "recorded_by" in page.takes and "judgements" not in page.takes else ()
    return keys(page) + [_parameter(page, name, "query") for name in (*page.takes, *more)]


def keys(page: Page) -> list[Json]:
    """Return the parameters that stand in its path."""
    return [_parameter(page, name, "path") for name in re.findall(r"{(\w+)}", page.path)]


def _parameter(page: Page, name: str, place: str) -> Json:
    told, shape = _told(page, name)
    found: dict[str, Any] = {"name": name, "in": place, "required": place == "path", "description": told, "schema": shape}
    return found | ({"style": "form", "explode": False} if shape.get("type") == "array" else {})


def _told(page: Page, name: str) -> tuple[str, Json]:
    """Return what a name asks for, and the schema of its values."""
    own = page.asks.get(name)
    filtered = name in NAMES and name not in page.own
    shape = shape_of(name) if filtered else _SHARED.get(name, ("", _TEXT))[1]
    if own is not None:
        return (own, shape) if isinstance(own, str) else (own[0], {"enum": list(own[1])})
    if filtered:
        return (_VIEWED if "lens" in page.takes and name in VIEWED else HELP)[name], shape
    return _SHARED[name][0], shape
