"""The codebook as documentation and as JSON Schema: generated, so that neither can differ from what is drawn."""

from __future__ import annotations

import json
from typing import Any

from reportedly.codebook.load import load_codebook
from reportedly.codebook.schema import json_object as _object
from reportedly.codebook.schema import more_of_claim
from reportedly.codebook.slots import __doc__ as slots_doc
from reportedly.model.claim import CLAIM_TYPES, FIGURE_ROLES, OPERATORS, STANCES
from reportedly.model.frame import ClaimType, Codebook, Frame


def pages() -> dict[str, str]:
    """Return the pages made from the codebook: path below ``docs/`` -> text."""
    book = load_codebook()
    return {"codebook.md": codebook_page(book), "schema/claim.json": json.dumps(claim_schema(book), indent=2, ensure_ascii=False) + "\n"}


def codebook_page(book: Codebook) -> str:
    """Return the codebook as Markdown: each type with its definition, frames, roles and examples, then the slots."""
    head = [
        "# Codebook",
        "",
        f"Edition {book.version}. Made from `src/reportedly/codebook/`; do not edit this page.",
        "",
        "A claim has one type and one frame. A frame says which roles it has; a claim that lacks a required one is not drawn.",
        "",
    ]
    body = [line for kind in book.types for line in _type_lines(kind)]
    return "\n".join([*head, *body, "## Slots", "", (slots_doc or "").partition("\n\n")[2].strip(), ""])


def _type_lines(kind: ClaimType) -> list[str]:
    lines = [f"## {kind.id}", "", kind.definition, ""]
    for frame in kind.frames:
        lines += [f"### {frame.id}", "", f"Gloss: `{frame.gloss}`", "", "| role | required | filled by |", "|---|---|---|"]
        lines += [f"| {role.name} | {'yes' if role.required else 'no'} | {role.of} |" for role in frame.roles]
        lines += ["", *_example_lines(frame)]
    return lines


def _example_lines(frame: Frame) -> list[str]:
    return [*(f"* {example.text}" for example in frame.examples), ""] if frame.examples else []


def claim_schema(book: Codebook) -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of one claim as ``annotate --json`` prints it."""
    text = {"type": "string"}
    maybe = {"type": ["string", "null"]}
    number = {"type": ["number", "null"]}
    offset = {"type": "integer", "minimum": 0}
    argument = _object({"name": text, "actor": maybe, "place": maybe, "start": offset, "end": offset}, ("name", "start", "end"))
    figure = _object(
        {
            "value": number,
            "low": number,
            "high": number,
            "op": {"enum": list(OPERATORS)},
            "unit": text,
            "denominator": maybe,
            "universe": maybe,
            "as_of": maybe,
            "derived": {"type": "boolean"},
            "vague": {"type": "boolean"},
            "role": {"enum": [*FIGURE_ROLES, None]},
            "window": {"type": ["array", "null"], "items": maybe},
        },
        ("value", "op", "unit"),
    )
    valid = _object({"begin": maybe, "until": maybe, "edtf": maybe}, ("begin", "until", "edtf"))
    speaker = _object({"actor": maybe, "name": text, "anonymous": {"type": "boolean"}}, ("actor", "name", "anonymous"))
    properties = {
        "id": text,
        "start": offset,
        "end": offset,
        "type": {"enum": list(CLAIM_TYPES)},
        "frame": {"enum": [frame.id for frame in book.frames()]},
        "gloss": text,
        "args": {"type": "object", "additionalProperties": argument},
        "stance": {"enum": list(STANCES)},
        "hedge": maybe,
        "speaker": speaker,
        "chain": {"type": "array", "items": text},
        "own": {"type": "boolean"},
        "valid": valid,
        "asserted": maybe,
        "places": {"type": "array", "items": text},
        "places_told": {
            "type": "boolean",
            "description": "false where they are those of what stands before the claim's sentence",
        },
        "figure": {"anyOf": [figure, {"type": "null"}]},
        "figures": {"type": "array", "items": figure},
        "about": {"type": ["object", "null"]},
        "agreement": maybe,
        "method": text,
        "score": {"type": "number", "minimum": 0, "maximum": 1},
        **more_of_claim(),
    }
    schema = _object(properties, tuple(properties))
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Claim", **schema}
