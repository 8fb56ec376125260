"""Entities as plain data and back, for what is stored and shown as a whole."""

from __future__ import annotations

import types
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints


def plain(value: Any) -> Any:  # noqa: ANN401 - any entity, however deep
    """Return dataclasses as mappings and tuples as lists, all the way down."""
    if is_dataclass(value):
        return {name: plain(getattr(value, name)) for name in _names(value.__class__)}
    return [plain(item) for item in value] if isinstance(value, tuple | list) else value


def restore(kind: Any, value: Any) -> Any:  # noqa: ANN401 - any entity, however deep
    """Return the entity of type ``kind`` that :func:`plain` made ``value`` of; fields that it lacks have their defaults."""
    if value is None or kind in {str, int, float, bool, Any}:
        return value
    origin = get_origin(kind)
    if origin in {Union, types.UnionType}:
        return restore(next(part for part in get_args(kind) if part is not type(None)), value)
    if origin is tuple:
        parts = get_args(kind)
        inner = [parts[0]] * len(value) if parts[-1] is Ellipsis else parts
        return tuple(restore(part, item) for part, item in zip(inner, value, strict=True))
    hints = _hints(kind)
    return kind(**{name: restore(hints[name], item) for name, item in value.items()})


@cache
def _names(kind: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


@cache
def _hints(kind: type[Any]) -> dict[str, Any]:
    return get_type_hints(kind)
