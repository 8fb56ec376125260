"""Turning read errors into failures: a document that could not be read is named, and the rest go on."""

from __future__ import annotations

from reportedly.errors import ReadError
from reportedly.model import Failure


def failure(error: ReadError, path: str, *, ref: str | None = None, data: bytes | None = None) -> Failure:
    """Return ``error`` as a Failure at ``path`` that keeps the bytes, where there are any."""
    message = error.what if error.remedy is None else f"{error.what} — {error.remedy}"
    return Failure(path, error.code, message, ref, data)
