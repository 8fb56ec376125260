"""A large invented ledger: a million claims, always the same, with the shares that a corpus of war reports has.

usage: python -m benchmarks.ledgers PATH [CLAIMS]      (1,000,000 where no number is given)

Rows are put in by SQL and not by the writer: they carry no hashes of their own, and `verify` would refuse them. Places, parties, speakers
and publishers are drawn by Zipf's law, so that a few have most; one document in twelve copies one of the fifty before it. Of every twenty
claims one is drawn, and told again of nineteen later times, in other documents.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.invented import EACH, SPAN, Corpus
from reportedly.store import Ledger, schema

_TIMES = 20
_COPIES = {
    "batch": {"seq": "seq + :d", "hash": "printf('%064d', seq + :d)"},
    "blob": {"seq": "seq + :d", "sha256": "printf('%064d', seq + :d)"},
    "document": {"seq": "seq + :d", "id": "printf('sha256:%064d', seq + :d)", "blob": "printf('%064d', seq + :d)"},
    "appearance": {"seq": "seq + :d", "id": "id || ' ' || :d", "document": "#document", "published": "@published"},
    "reading": {"seq": "seq + :d", "document": "#document", "appearance": "appearance || ' ' || :d"},
    "reprint": {"seq": "seq + :r", "id": "id || ' ' || :d", "a": "#a", "b": "#b"},
    "claim": {
        "seq": "seq + :c", "id": "printf('c:%016d', seq + :c)", "reading": "reading + :d", "document": "#document", "begin": "@begin",
        "until": "@until", "asserted": "@asserted", "proposition": "proposition || ' ' || :d",
    },
    "actor_mention": {"reading": "reading + :d"},
    "attribution": {"reading": "reading + :d"},
    "contradiction": {"seq": "seq + :x", "id": "id || ' ' || :d", "a": "!a", "b": "!b"},
    "claim_place": {"claim": "claim + :c"},
    "claim_actor": {"claim": "claim + :c"},
    "figure": {"claim": "claim + :c"},
}  # fmt: skip
"""Columns that differ in a later telling: # stands for a document's id, ! for a claim's, @ for a day."""
_OF = {"claim_place": "claim", "claim_actor": "claim", "figure": "claim", "actor_mention": "reading", "attribution": "reading"}
"""Tables whose rows are of another's -> that one, and the column that names it."""
_SEARCHED = (
    "INSERT INTO document_search(rowid, text) SELECT seq, text FROM document",
    """INSERT INTO claim_search(rowid, words, gloss) SELECT claim.seq, substr(text, "start" + 1, "end" - "start"),
    json_extract(body, '$.gloss') FROM claim JOIN document ON document.id = claim.document""",
)


def make(path: Path, claims: int) -> None:
    """Write a ledger of so many claims."""
    Ledger.open(path).close()
    documents = -(-claims // EACH // _TIMES)
    corpus = Corpus(documents)
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA synchronous=OFF")
        connection.execute("PRAGMA foreign_keys=OFF")
        tables: dict[str, list[dict[str, Any]]] = {}
        for number in range(1, documents + 1):
            for table, row in corpus.rows(number):
                tables.setdefault(table, []).append(row)
        _insert(connection, tables)
        for time in range(1, _TIMES):
            for table in tables:
                _copy(
                    connection,
                    table,
                    time,
                    {name: len(tables[name]) for name in ("document", "reading", "claim", "reprint", "contradiction")},
                )
            connection.commit()
        for statement in _SEARCHED:
            connection.execute(statement)


def _copy(connection: sqlite3.Connection, table: str, time: int, counts: dict[str, int]) -> None:
    names = [column.name for column in schema.metadata.tables[table].columns]
    values = ", ".join(_value(({"batch": "batch + :d"} | _COPIES[table]).get(name, f'"{name}"')) for name in names)
    first, most = _OF.get(table, "seq"), counts.get(_OF.get(table, table), counts["document"])
    query = f"INSERT INTO {table} SELECT {values} FROM {table} WHERE {first} <= :most"  # noqa: S608 - names are ours
    more = {"d": time * counts["document"], "c": time * counts["claim"], "r": time * counts["reprint"], "x": time * counts["contradiction"]}
    connection.execute(query, more | {"days": f"+{time * SPAN} days", "most": most})


def _value(told: str) -> str:
    if told.startswith("#"):
        return f"printf('sha256:%064d', CAST(substr({told[1:]}, 8) AS INTEGER) + :d)"
    if told.startswith("!"):
        return f"printf('c:%016d', CAST(substr({told[1:]}, 3) AS INTEGER) + :c)"
    return f"date({told[1:]}, :days)" if told.startswith("@") else told


def _insert(connection: sqlite3.Connection, tables: dict[str, list[dict[str, Any]]]) -> None:
    for table, rows in tables.items():
        names = [column.name for column in schema.metadata.tables[table].columns]
        quoted = ", ".join(f'"{name}"' for name in names)
        statement = f"INSERT INTO {table} ({quoted}) VALUES ({', '.join('?' * len(names))})"  # noqa: S608 - names are ours
        connection.executemany(statement, [[row.get(name) for name in names] for row in rows])


def main(words: Sequence[str]) -> int:
    """Write it."""
    make(Path(words[0]), int(words[1]) if len(words) > 1 else 1_000_000)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
