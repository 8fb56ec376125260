"""JSON Schema of what a claim holds whole: terms, plan, markers, forecast and checks, made from their own types."""

from __future__ import annotations

import types
from dataclasses import MISSING, fields
from typing import Any, Union, get_args, get_origin, get_type_hints

from reportedly.model import Check, Forecast, Marker, Plan, Term
from reportedly.model.check import CHECKS
from reportedly.model.claim import OPERATORS
from reportedly.model.mood import MARKERS, SCORABLE
from reportedly.model.term import MOMENTS, MOODS

Json = dict[str, Any]
_SIMPLE = {str: "string", bool: "boolean", int: "integer", float: "number"}
_LISTS: dict[tuple[str, str], tuple[str, ...]] = {
    ("Term", "mood"): MOODS,
    ("Moment", "kind"): MOMENTS,
    ("Buffer", "op"): OPERATORS,
    ("Marker", "kind"): MARKERS,
    ("Forecast", "verdict"): SCORABLE,
    ("Check", "kind"): CHECKS,
}


def more_of_claim() -> Json:
    """Return the properties of a claim that hold entities of their own, by name."""
    term = schema_of(Term)
    unstated = {"type": "array", "items": {"enum": ["who", "where", "moments"]}}
    term = json_object(term["properties"] | {"unstated": unstated}, (*term["required"], "unstated"))
    return {
        "terms": {"type": "array", "items": term},
        "plan": schema_of(Plan | None),
        "markers": {"type": "array", "items": schema_of(Marker)},
        "forecast": schema_of(Forecast | None),
        "checks": {"type": "array", "items": schema_of(Check)},
    }


def schema_of(kind: Any) -> Json:  # noqa: ANN401 - any type that an entity holds
    """Return the JSON Schema of a type: a plain one, a tuple, an optional one, or a dataclass with all its fields."""
    if kind in _SIMPLE:
        return {"type": _SIMPLE[kind]}
    origin, parts = get_origin(kind), get_args(kind)
    if origin in {Union, types.UnionType}:
        inner = schema_of(next(part for part in parts if part is not type(None)))
        return {"type": [inner["type"], "null"]} if set(inner) == {"type"} else {"anyOf": [inner, {"type": "null"}]}
    if origin is tuple:
        return {"type": "array", "items": schema_of(parts[0])}
    hints = get_type_hints(kind)
    lists = {name: {"enum": list(_LISTS[kind.__name__, name])} for name in hints if (kind.__name__, name) in _LISTS}
    required = tuple(f.name for f in fields(kind) if f.default is MISSING)
    return json_object({name: lists.get(name) or schema_of(hint) for name, hint in hints.items()}, required)


def json_object(properties: Json, required: tuple[str, ...]) -> Json:
    """Return the schema of an object with ``properties``, of which the ``required`` must be there."""
    return {"type": "object", "properties": properties, "required": list(required)}
