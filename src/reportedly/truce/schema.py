"""JSON Schema of a file of agreements, for editors: made from the lists that the loader itself checks against."""

from __future__ import annotations

import json
from typing import Any

from reportedly.model.claim import OPERATORS
from reportedly.truce.agreement import FORMS, KINDS, MOODS

Json = dict[str, Any]
_TEXT: Json = {"type": "string"}
_NAMES: Json = {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]}
_DURATION: Json = {"type": "string", "pattern": r"^(unstated|P.+)$", "description": "ISO 8601, as P7D or PT48H, or unstated"}
_MOMENT: Json = {"type": "string", "description": "a day, a minute, a clock as D or D+P2D, or unstated"}
_FORMULA: Json = {"$ref": "#/$defs/formula"}
_CITES: Json = {"$ref": "#/$defs/cites"}


def pages() -> dict[str, str]:
    """Return the schema as a page: path below ``docs/`` -> text."""
    return {"schema/agreement.json": json.dumps(agreement_schema(), indent=2) + "\n"}


def agreement_schema() -> Json:
    """Return the JSON Schema (2020-12) of one agreement."""
    window = {"from": _MOMENT, "until": _MOMENT, "for": _DURATION}
    tables = {name: _table(_TEXT) for name in ("readings", "acts", "atoms")}
    clock = _object({"at": _MOMENT, "when": _FORMULA})
    head = {
        "id": _TEXT,
        "version": {"type": "integer"},
        "kind": {"enum": list(KINDS)},
        "name": _TEXT,
        "form": {"enum": list(FORMS)},
        "complete": {"type": "boolean"},
    }
    lists = {
        "excluded": _list({"actors": _NAMES, "authority": _TEXT, "date": _TEXT, "readings": _NAMES, "cite": _CITES}),
        "guarantors": _list({"who": _TEXT, "of": _NAMES, "duty": _TEXT, "cite": _CITES}, "who"),
        "silent_on": _list({"topic": _TEXT, "cite": _CITES}, "topic"),
        "stages": _list(_stage(), "id", "terms"),
    }
    more = {
        "time_zone": _TEXT,
        "called": _NAMES,
        "dated": _TEXT,
        "replaces": _NAMES,
        "parties": _NAMES,
        "proposer": _NAMES,
        "in_force": _FORMULA,
        "cite": _CITES,
        "note": _TEXT,
    }
    places = {"zones": _table(_zone()), "clocks": _table(clock), "may_mean": _table(_NAMES)}
    whole = _object(head | more | window | tables | places | lists, *head, "parties", "stages")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "agreement", "$defs": _definitions()} | whole


def _stage() -> Json:
    reading = _table(_object({"when": _FORMULA}), null=True)
    return {"id": _TEXT, "after": _NAMES, "when": _FORMULA, "readings": reading, "terms": {"type": "array", "items": _term()}}


def _term() -> Json:
    variant = _object({"counts": _NAMES, "when": _FORMULA, "unless": _FORMULA})
    moments = dict.fromkeys(("from", "at", "by", "until"), _MOMENT) | {"for": _DURATION, "within": _DURATION}
    conditions = {"after": _NAMES, "when": _FORMULA, "unless": _FORMULA, "in_force_if": _FORMULA}
    names = {"who": _NAMES, "where": _TEXT, "except": _NAMES, "guarantor": _TEXT, "note": _TEXT}
    moods = dict.fromkeys(MOODS, _TEXT)
    term = _object({"id": _TEXT} | moods | names | moments | conditions | {"readings": _table(variant, null=True), "cite": _CITES}, "id")
    return term | {"oneOf": [{"required": [mood]} for mood in MOODS]}


def _zone() -> Json:
    corner = {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2}
    size = {"op": {"enum": list(OPERATORS)}, "n": {"type": "number", "exclusiveMinimum": 0}, "unit": _TEXT}
    area = {"type": "array", "items": corner, "minItems": 3}
    buffer = {"anyOf": [{"const": "unstated"}, _object(size, "n", "unit")]}
    zone = _object({"place": _NAMES, "area": area, "buffer": buffer, "width": _TEXT, "becomes": _TEXT})
    return zone | {"anyOf": [{"required": ["place"]}, {"required": ["area"]}]}


def _definitions() -> Json:
    inner = {"type": "array", "items": _FORMULA, "minItems": 1}
    leaves = {"done": _NAMES, "held": _TEXT, "for": _DURATION, "accepted": _NAMES, "atom": _TEXT}
    span = {"type": "integer", "minimum": 0}
    quoted = _object(
        {"document": {"type": "string", "pattern": "^sha256:[0-9a-f]{64}$"}, "start": span, "end": span}, "document", "start", "end"
    )
    cite = {"anyOf": [quoted, _object({"source": _TEXT, "url": _TEXT}, "source")]}
    return {
        "formula": {"anyOf": [_TEXT, _object({"all": inner, "any": inner, "not": _FORMULA} | leaves)]},
        "cites": {"anyOf": [cite, {"type": "array", "items": cite}]},
    }


def _object(properties: Json, *required: str) -> Json:
    return {"type": "object", "properties": properties, "required": list(required), "additionalProperties": False}


def _list(properties: Json, *required: str) -> Json:
    return {"type": "array", "items": _object(properties, *required)}


def _table(of: Json, *, null: bool = False) -> Json:
    return {"type": "object", "additionalProperties": {"anyOf": [of, {"type": "null"}]} if null else of}
