"""What the registry says of a page, for the description of the interface."""

from __future__ import annotations

import re
from typing import Any

from reportedly.web.page import Page

_COUNTS = frozenset({"limit", "offset", "min_chains", "after"})
_FAULTS = {400: "a value is not understood", 404: "nothing has that id", 503: "the ledger cannot be read now"}


def describe(page: Page, form: str) -> dict[str, Any]:
    """Return how a route of a page is described: its names, and its answers."""
    keys = [_parameter(name, "path") for name in re.findall(r"{(\w+)}", page.path)]
    asked = [_parameter(name, "query") for name in page.takes]
    kind = "application/json" if form == "json" else "text/csv"
    told = {str(status): {"description": text} for status, text in _FAULTS.items()}
    return {
        "summary": f"{page.title}, as {form.upper()}",
        "description": page.about,
        "openapi_extra": {"parameters": keys + asked},
        "responses": {200: {"description": page.about, "content": {kind: {}}}, **{int(k): v for k, v in told.items()}},
        "response_model": None,
    }


def _parameter(name: str, place: str) -> dict[str, Any]:
    kind = "integer" if name in _COUNTS else "string"
    return {"name": name, "in": place, "required": place == "path", "schema": {"type": kind}}
