"""Conditions on ISO days and moments, as exact as the limit is written."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, FromClause, func

from reportedly.store import schema

_DAY = 10  # characters of an ISO day


def until(column: ColumnElement[Any], limit: str) -> ColumnElement[bool]:
    """Return the condition that an ISO day or moment is not after ``limit``, as exactly as ``limit`` is written."""
    return func.substr(column, 1, len(limit)) <= limit


def since(column: ColumnElement[Any], limit: str) -> ColumnElement[bool]:
    """Return the condition that an ISO day or moment is not before ``limit``, as exactly as ``limit`` is written."""
    return func.substr(column, 1, len(limit)) >= limit


def day_known(place: FromClause = schema.appearance) -> ColumnElement[str]:
    """Return the day by which an appearance was known: of publication, else of capture. ``place`` may be an alias of the table."""
    return func.coalesce(place.c.published, func.substr(place.c.recorded, 1, _DAY))
