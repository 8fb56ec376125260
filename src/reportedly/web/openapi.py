"""The description of the interface (OpenAPI 3.1), made from the registry of pages, the filters and the formats of exports."""

from __future__ import annotations

from typing import Any

from reportedly import __version__
from reportedly.export.contract import Json
from reportedly.export.formats import FORMATS
from reportedly.web.bundled import MEDIA, NAME
from reportedly.web.described import keys, parameters
from reportedly.web.page import Page
from reportedly.web.shapes import REF, answer_ref, components

_FAULTS = {
    400: "a value is not understood",
    401: "the token is not that of this server",
    404: "nothing has that id, or not by these clocks",
    503: "the ledger cannot be read now; Retry-After says when to ask again",
}
_REFUSED = {403: "nothing may be recorded here", 409: "it has changed since it was shown", 413: "it is too large", 415: "it is no form"}
_ABOUT = (
    "Claims of war reports with whose word they are. Every page has JSON and CSV twins with the same names in the query string; hyphens "
    "and underscores are the same there, and empty values are left out. JSON gives a page of rows, with the address of the `next`."
)
_TOKEN = {"type": "http", "scheme": "bearer", "description": "the token of the link that `reportedly serve` prints"}


def openapi(pages: tuple[Page, ...], export: Page) -> Json:
    """Return the whole description.

    Args:
        pages: the registry.
        export: the page whose query string the files of exports take.
    """
    paths: dict[str, Any] = {}
    for page in pages:
        plain = "/overview" if page.path == "/" else page.path
        kinds = {"json": ("application/json", answer_ref(page)), "csv": ("text/csv", {"type": "string"})}
        kinds |= {form: (kind, {"type": "string"} if kind.startswith("text/") else {"type": "object"}) for form, kind in page.more.items()}
        for form, (kind, shape) in kinds.items():
            paths[f"{plain}.{form}"] = {"get": _asked(page, f"{page.name}_{form}", f"{page.title}, as {form.upper()}", kind, shape)}
        if page.post is not None:
            paths[f"{plain}.json"]["post"] = _sent(page)
    for one in FORMATS.values():
        holds: Json = {"type": "string"} | ({"contentEncoding": "binary"} if one.binary else {})
        file = _asked(export, f"export_file_{one.name}", f"Claims as {one.title}: {one.about}", one.media, holds)
        manifest = _asked(export, f"export_manifest_{one.name}", f"What a file of {one.title} holds and leaves out", "application/json", {})
        paths |= {f"{export.path}/{one.name}": {"get": file}, f"{export.path}/{one.name}/manifest": {"get": manifest}}
    about = "Claims as a signed bundle of evidence, where the server may write"
    zipped = _asked(export, "export_file_bundle", about, MEDIA, {"type": "string", "contentEncoding": "binary"})
    paths[f"{export.path}/{NAME}"] = {"get": zipped}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Reportedly", "version": __version__, "description": _ABOUT},
        "security": [{"token": []}],
        "paths": paths,
        "components": {"schemas": components(pages), "securitySchemes": {"token": _TOKEN}},
    }


def _asked(page: Page, name: str, summary: str, kind: str, shape: Json) -> Json:
    """Return what is said of a route that gives an answer."""
    answers = _answers({"description": page.about, "content": {kind: {"schema": shape}}}, _FAULTS)
    return {"operationId": name, "summary": summary, "description": page.about, "parameters": parameters(page), "responses": answers}


def _sent(page: Page) -> Json:
    """Return what is said of the route that takes a page's form."""
    fields: dict[str, Any] = {name: {"type": "string"} for name in page.fields}
    fields["by"] = {"type": "string", "description": "the name that what is recorded bears"}
    if page.files:
        fields["files"] = {"type": "array", "items": {"type": "string", "format": "binary"}}
    kind = "multipart/form-data" if page.files else "application/x-www-form-urlencoded"
    shape = {"type": "object", "properties": {"page": {"const": page.name}, "to": {"type": "string"}}, "required": ["page", "to"]}
    recorded = {"description": "what was recorded", "content": {"application/json": {"schema": shape}}}
    return {
        "operationId": f"{page.name}_send",
        "summary": f"{page.title}: what its form sends",
        "description": page.about,
        "parameters": keys(page),
        "requestBody": {"required": True, "content": {kind: {"schema": {"type": "object", "properties": fields}}}},
        "responses": _answers(recorded, _FAULTS | _REFUSED),
    }


def _answers(found: Json, faults: dict[int, str]) -> Json:
    wrong = {"application/json": {"schema": {"$ref": f"{REF}Error"}}}
    return {"200": found} | {str(status): {"description": text, "content": wrong} for status, text in faults.items()}
