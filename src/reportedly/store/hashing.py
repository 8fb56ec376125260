"""Hashes of rows: what the chain is made of."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

from sqlalchemy import Boolean, Column, Float, Integer, LargeBinary, Table
from sqlalchemy.sql.elements import KeyedColumnElement

from reportedly.errors import IntegrityError
from reportedly.ids import canonical, digest

GENESIS = "0" * 64
"""What the first link of the chain follows."""

Value = str | int | float | bool | bytes | None
Row = dict[str, Value]


def sha(value: object) -> str:
    """Return the SHA-256 of a value's canonical JSON, as 64 hex figures.

    Raises:
        IntegrityError: it holds half of a surrogate pair, which no database keeps.
    """
    return text_hash(canonical(value))


def text_hash(text: str) -> str:
    """Return the SHA-256 of a text in UTF-8, as 64 hex figures.

    Raises:
        IntegrityError: it holds half of a surrogate pair, which no database keeps.
    """
    try:
        return digest(text.encode())
    except UnicodeEncodeError as error:
        what = f"a text holds half of a surrogate pair at {error.start}, which cannot be stored"
        raise IntegrityError(what, remedy="decode the input with another --encoding") from error


@cache
def hashed_columns(table: Table) -> tuple[KeyedColumnElement[Value], ...]:
    """Return the columns that a row's hash covers: all but the hash, the batch (the chain has it) and what a hash stands for."""
    return tuple(c for c in table.columns if c.name not in {"hash", "batch"} and c.info.get("hashed", True))


@cache
def hashed_names(table: Table) -> tuple[str, ...]:
    """Return the names of those columns."""
    return tuple(column.name for column in hashed_columns(table))


def row_hash(table: Table, values: Iterable[Value]) -> str:
    """Return the hash of a row of a sealed table; ``values`` in the order of :func:`hashed_columns`."""
    return sha([table.name, *values])


def rows_hash(groups: Iterable[tuple[str, list[list[Value]]]]) -> str:
    """Return one hash of the rows of several child tables: (table name, rows without the parent's key)."""
    return sha([[name, rows] for name, rows in groups])


def content_hash(seq: int, recorded: str, rows: Iterable[tuple[str, str]]) -> str:
    """Return what one link of the chain covers: its number, its time and (table, row hash) of every row it wrote.

    Rows come in the order of ``schema.SEALED`` and, within a table, of their numbers.
    """
    out = hashlib.sha256(f"{seq} {recorded}\n".encode())
    for name, value in rows:
        out.update(f"{name} {value}\n".encode())
    return out.hexdigest()


def link_hash(previous: str, content: str) -> str:
    """Return the hash of a link: SHA-256 of the previous link's hash followed by the content hash, both as hex figures."""
    return digest((previous + content).encode())


def normal(table: Table, values: Mapping[str, object]) -> Row:
    """Return a full row of ``table`` with every value in the type its column gives back.

    Raises:
        IntegrityError: a figure is not finite.
    """
    get = values.get
    return {name: None if (value := get(name)) is None else convert(value) for name, convert in _converters(table)}


@cache
def _converters(table: Table) -> tuple[tuple[str, Callable[[Any], Value]], ...]:
    return tuple((column.name, _converter(column)) for column in table.columns)


def _converter(column: Column[Value]) -> Callable[[Any], Value]:
    if column.info.get("json"):
        return canonical
    kinds: dict[type[Any], Callable[[Any], Value]] = {Float: _finite, Boolean: bool, Integer: int, LargeBinary: bytes}
    return kinds.get(type(column.type), str)


def _finite(value: float) -> float:
    if not math.isfinite(value):
        what = f"{value} is no finite number"
        raise IntegrityError(what, remedy="leave out what is not known")
    return float(value) + 0.0  # minus zero does not survive every database
