"""What the registry says of a page, for the description of the interface."""

from __future__ import annotations

import re
from typing import Any

from reportedly.web.page import Page

_COUNTS = frozenset({"limit", "offset", "min_chains", "after"})
_REFUSED = {403: "nothing may be recorded here", 409: "it has changed since it was shown", 413: "it is too large"}
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


def describe_form(page: Page) -> dict[str, Any]:
    """Return how the route that takes a page's form is described: its fields, and its answers."""
    kind = "multipart/form-data" if page.files else "application/x-www-form-urlencoded"
    fields: dict[str, Any] = {name: {"type": "string"} for name in ("by", *page.fields)}
    if page.files:
        fields["files"] = {"type": "array", "items": {"type": "string", "format": "binary"}}
    keys = [_parameter(name, "path") for name in re.findall(r"{(\w+)}", page.path)]
    body = {"content": {kind: {"schema": {"type": "object", "properties": fields}}}}
    told = {int(status): {"description": text} for status, text in (_FAULTS | _REFUSED).items()}
    return {
        "summary": f"{page.title}: what its form sends",
        "description": page.about,
        "openapi_extra": {"parameters": keys, "requestBody": body},
        "responses": {200: {"description": "what was recorded", "content": {"application/json": {}}}, **told},
        "response_model": None,
    }


def _parameter(name: str, place: str) -> dict[str, Any]:
    kind = "integer" if name in _COUNTS else "string"
    return {"name": name, "in": place, "required": place == "path", "schema": {"type": kind}}
