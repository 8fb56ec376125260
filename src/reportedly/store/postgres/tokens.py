"""Words of a text as SQLite's search tells them apart, whatever database keeps them: so the same question finds the same rows."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from threading import local

_HERE = local()
_MAKE = (
    "CREATE VIRTUAL TABLE held USING fts5(words, content='', tokenize='unicode61 remove_diacritics 2')",
    "CREATE VIRTUAL TABLE found USING fts5vocab(held, instance)",
)


def tokens(texts: Sequence[str]) -> list[list[str]]:
    """Return the words of each text, in order, small and without marks above or below."""
    held = _held()
    out: list[list[str]] = [[] for _ in texts]
    held.executemany("INSERT INTO held(rowid, words) VALUES (?, ?)", enumerate(texts))
    for at, term in held.execute("SELECT doc, term FROM found ORDER BY doc, offset"):
        out[at].append(term)
    held.execute("INSERT INTO held(held) VALUES ('delete-all')")
    return out


def _held() -> sqlite3.Connection:
    if not hasattr(_HERE, "connection"):
        made = sqlite3.connect(":memory:", isolation_level=None)
        for statement in _MAKE:
            made.execute(statement)
        _HERE.connection = made
    found: sqlite3.Connection = _HERE.connection
    return found
