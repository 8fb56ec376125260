"""JSON Schema of what pages answer: the envelope, its rows, and what is wrong."""

from __future__ import annotations

import inspect
import re
from typing import Any

from reportedly.codebook import load_codebook
from reportedly.codebook.document import claim_schema
from reportedly.codebook.schema import json_object, schema_of
from reportedly.export.contract import Json
from reportedly.web.page import CLAIM, Page

REF = "#/components/schemas/"

_TEXT: Json = {"type": "string"}
_MAYBE: Json = {"type": ["string", "null"]}
_CHAINS: Json = {"type": "array", "items": {"type": "integer"}, "description": "independent chains, at least and at most"}
_TOLD: dict[str, Json] = {"as_of": _TEXT, "known_by": _MAYBE, "recorded_by": _MAYBE, "chains": {}, "total": {"type": "integer"}}
_LEAST: dict[str, Json] = {"least": {"const": True, "description": "there where the total is how many rows there are at least"}}
_PLACED: dict[str, Json] = {
    "doc": {"type": "object", "description": "the document: id, path, publisher, day of publication and all appearances"},
    "place_ids": {"type": "array", "items": _MAYBE},
    "chains": _CHAINS,
    "recorded": {**_TEXT, "description": "when it was recorded"},
    "quote": {**_MAYBE, "description": "the words that it was drawn from; null where they were redacted"},
}


def components(pages: tuple[Page, ...]) -> Json:
    """Return the schemas that the description of the interface refers to, by name."""
    return {
        "Error": _error(),
        "Claim": _claim(),
        "ClaimRow": {"allOf": [{"$ref": f"{REF}Claim"}, json_object(_PLACED, tuple(_PLACED))]},
        **{_name(page, "Row"): _row(page) for page in pages if page.row != CLAIM},
        **{_name(page, "Answer"): _answer(page) for page in pages},
    }


def _claim() -> Json:
    """Return the schema of a claim; one that was recorded by an earlier codebook may have a frame that is none any more."""
    drawn = claim_schema(load_codebook())
    frame = {**_TEXT, "examples": drawn["properties"]["frame"]["enum"]}
    return {"title": drawn["title"], **json_object(drawn["properties"] | {"frame": frame}, tuple(drawn["required"]))}


def answer_ref(page: Page) -> Json:
    """Return the reference to the schema of what a page answers."""
    return {"$ref": REF + _name(page, "Answer")}


def _name(page: Page, what: str) -> str:
    return page.name.capitalize() + what


def _answer(page: Page) -> Json:
    rows = f"{REF}{'ClaimRow' if page.row == CLAIM else _name(page, 'Row')}"
    query = {"type": "object", "additionalProperties": _TEXT, "description": "what was asked, names with underscores"}
    properties: dict[str, Any] = {"page": {"const": page.name}, "query": query}
    if page.loose:
        properties["loose"] = {"const": page.loose, "description": "why the answer may change at any clock"}
    told = _TOLD if {"lens", "after"} <= set(page.takes) else {}
    following = {**_MAYBE, "description": "address of the rows that follow, to be asked as it is; null after the last"}
    properties |= {**told, "rows": {"type": "array", "items": {"$ref": rows}}, "next": following}
    more = _LEAST if told else {}
    return {"description": page.about, **json_object(properties | more, tuple(properties))}


def _row(page: Page) -> Json:
    kind = page.row
    if isinstance(kind, type):
        return {"description": _doc(kind), **schema_of(kind)}
    names = kind if isinstance(kind, tuple) else page.columns
    return {"description": page.about, **json_object({name: {} for name in names}, tuple(names))}


def _doc(kind: Any) -> str:  # noqa: ANN401 - a class
    """Return what a class says of itself, as Markdown."""
    text = re.sub(r":\w+:`~?([\w.]*\.)?(\w+)`", r"`\2`", inspect.cleandoc(kind.__doc__ or ""))
    return text.replace("``", "`").replace("\nAttributes:\n", "\n")


def _error() -> Json:
    properties: dict[str, Any] = {
        "status": {"type": "integer", "description": "of HTTP"},
        "code": {**_TEXT, "pattern": r"^R\d{3}$", "description": "what kind of mistake it is; each stays what it is"},
        "what": {**_TEXT, "description": "what is wrong"},
        "where": {**_MAYBE, "description": "the name or value that it is about"},
        "remedy": {**_MAYBE, "description": "what to do about it"},
    }
    return json_object({"error": json_object(properties, tuple(properties))}, ("error",))
