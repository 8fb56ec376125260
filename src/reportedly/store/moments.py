"""Conditions on ISO days and moments, as exact as the limit is written."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, func


def until(column: ColumnElement[Any], limit: str) -> ColumnElement[bool]:
    """Return the condition that an ISO day or moment is not after ``limit``, as exactly as ``limit`` is written."""
    return func.substr(column, 1, len(limit)) <= limit


def since(column: ColumnElement[Any], limit: str) -> ColumnElement[bool]:
    """Return the condition that an ISO day or moment is not before ``limit``, as exactly as ``limit`` is written."""
    return func.substr(column, 1, len(limit)) >= limit
