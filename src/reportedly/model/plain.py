"""Entities as plain data and back, for what is stored and shown as a whole."""

from __future__ import annotations

import types
from collections.abc import Callable
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
    return _maker(kind)(value)


@cache
def _maker(kind: Any) -> Callable[[Any], Any]:  # noqa: ANN401 - any type
    """Return what makes entities of a type: worked out once, as a page of claims has tens of thousands."""
    if kind in {str, int, float, bool, Any}:
        return _same
    origin = get_origin(kind)
    if origin in {Union, types.UnionType}:
        return _maker(next(part for part in get_args(kind) if part is not type(None)))
    if origin is tuple:
        parts = get_args(kind)
        return _many(_maker(parts[0])) if parts[-1] is Ellipsis else _each(tuple(map(_maker, parts)))

    def made(value: Any) -> Any:  # noqa: ANN401 - plain data
        makers = _makers(kind)  # not before: an entity may hold one of its own type
        return None if value is None else kind(**{name: makers[name](item) for name, item in value.items()})

    return made


def _same(value: Any) -> Any:  # noqa: ANN401 - plain data
    return value


def _many(inner: Callable[[Any], Any]) -> Callable[[Any], Any]:
    if inner is _same:
        return lambda value: None if value is None else tuple(value)
    return lambda value: None if value is None else tuple(map(inner, value))


def _each(inner: tuple[Callable[[Any], Any], ...]) -> Callable[[Any], Any]:
    return lambda value: None if value is None else tuple(make(item) for make, item in zip(inner, value, strict=True))


@cache
def _makers(kind: type[Any]) -> dict[str, Callable[[Any], Any]]:
    return {name: _maker(hint) for name, hint in get_type_hints(kind).items()}


@cache
def _names(kind: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
