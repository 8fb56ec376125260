"""Statements of our own, as PostgreSQL has them; see :mod:`reportedly.store.database` for how they are written."""

from __future__ import annotations

import re
from functools import lru_cache

_KEPT = 512
_SWAPS = (
    ("%", "%%"),
    ("json_each(?)", "ledger_each(CAST(? AS TEXT))"),
    ("instr(", "strpos("),
    (" LIKE ", " ILIKE "),
    ("LIMIT ?", "LIMIT NULLIF(?, -1)"),
    ("?", "%s"),
)
_JOINED = re.compile(r"\bgroup_concat\(([^()]*)\)")
_PART = re.compile(r"json_extract\(([\w.]+), '\$\[(\d+)\]'\)")
_TABLE = re.compile(r"\s*(CREATE TABLE|ALTER TABLE)\b")
_INDEX = re.compile(r"\s*CREATE (UNIQUE )?INDEX\b")
_LONG = re.compile(r"\((path|publisher|lower\(name\))(, claim)?\)")
"""What may be as long as somebody writes it: a key in a tree may not be, but a hash of it is short."""
_TYPES = (
    (re.compile(r"\bTEXT\b(?! COLLATE)"), 'TEXT COLLATE "C"'),
    (re.compile(r"\bINTEGER\b"), "BIGINT"),
    (re.compile(r"\s*\bWITHOUT ROWID\b"), ""),
    (re.compile(r"(?<=NOT NULL) UNIQUE\b"), ""),  # a name may be long, as above, and one process writes
)


@lru_cache(_KEPT)
def said(statement: str) -> str:
    """Return a statement of our own with the driver's marks for its values."""
    statement = made(statement)
    for ours, theirs in _SWAPS:
        statement = statement.replace(ours, theirs)
    statement = _PART.sub(r"(CAST(\1 AS json) ->> \2)", statement)
    return _JOINED.sub(r"string_agg(\1, ',')", statement)


def made(statement: str) -> str:
    """Return what makes or changes a table or an index with the types that there are; any other statement as it is."""
    if "RAISE(ABORT" in statement:  # SQLite's triggers: those of PostgreSQL refuse every change of a row, whatever columns it gets
        return "SELECT 1"
    if _TABLE.match(statement):
        for pattern, theirs in _TYPES:
            statement = pattern.sub(theirs, statement)
    elif _INDEX.match(statement):
        statement = _LONG.sub(r"USING hash (\1)", statement)
    return statement
