"""The search index: lexemes of each row, by which it is found, and its words in order, by which runs of words are."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, Engine

from reportedly.store.postgres.tokens import tokens

_LONGEST = 200
"""Characters of a lexeme; whether a longer word is the one that is asked for is looked up among the words in order."""
_MOST = 400_000
"""Characters of lexemes of one row. One with more is a candidate for whatever is asked: its words in order tell."""
_ANY = "*"
"""The lexeme of such a row; no word is written so."""
_PUT = """INSERT INTO {name} (rowid, words, lexemes) SELECT number, told, array_to_tsvector(string_to_array(lexed, ' '))
FROM unnest(CAST(%s AS BIGINT[]), CAST(%s AS TEXT[]), CAST(%s AS TEXT[])) AS given(number, told, lexed)"""
_EMPTIED = ("document_search", "claim_search", "document", "claim", "blob", "figure", "claim_place", "claim_actor")


def index(connection: Connection, documents: Iterable[tuple[int, str]], claims: Iterable[tuple[int, str, str]]) -> None:
    """Add documents (number, text) and claims (number, words, gloss) to the search index, in the open transaction."""
    for name, rows in (("document_search", list(documents)), ("claim_search", list(claims))):
        if rows:
            _put(connection, name, rows)


def _put(connection: Connection, name: str, rows: Sequence[Sequence[int | str]]) -> None:
    parts = [iter(tokens([str(row[at]) for row in rows])) for at in range(1, len(rows[0]))]
    words = list(zip(*parts, strict=True))  # of each row, of each of its columns
    told = ["|".join(f" {' '.join(own)} " for own in row) for row in words]
    values = ([row[0] for row in rows], told, [_lexed({term for own in row for term in own}) for row in words])
    driver = connection.connection.driver_connection
    driver.execute(_PUT.format(name=name), values)  # type: ignore[union-attr]


def _lexed(terms: set[str]) -> str:
    found = " ".join(sorted({term[:_LONGEST] for term in terms}))
    return found if len(found) <= _MOST else _ANY


def asked(part: str, terms: Sequence[str]) -> str:
    """Return what the search index is asked for terms: the lexemes that there must be, or the runs of words as a list."""
    runs = [run for run in tokens(terms) if run]
    if part == "runs":
        return json.dumps([f" {' '.join(run)} " for run in runs])
    lexemes = sorted({term[:_LONGEST] for run in runs for term in run})
    all_of = " & ".join("'" + lexeme.replace("\\", "\\\\").replace("'", "''") + "'" for lexeme in lexemes)
    return f"({all_of}) | '{_ANY}'" if all_of else ""


def unindex(connection: Connection, documents: Iterable[tuple[int, str]], claims: Iterable[tuple[int, str, str]]) -> None:
    """Take rows out of the search index."""
    for name, rows in (("document_search", documents), ("claim_search", claims)):
        driver = connection.connection.driver_connection
        driver.execute(f"DELETE FROM {name} WHERE rowid = ANY(%s)", ([row[0] for row in rows],))  # type: ignore[union-attr]  # noqa: S608


def not_indexed(connection: Connection) -> list[tuple[str, int]]:
    """Return, for documents and claims, how many rows the search index lacks; those with none are left out."""
    found = []
    for table, words in (("document", "text"), ("claim", "body")):
        held = f"SELECT 1 FROM {table}_search s WHERE s.rowid = t.seq"  # noqa: S608 - names are ours
        sql = f"SELECT count(*) FROM {table} t WHERE {words} IS NOT NULL AND NOT EXISTS ({held})"  # noqa: S608 - names are ours
        count = connection.exec_driver_sql(sql).scalar()
        if count:
            found.append((table, count))
    return found


def damage(_connection: Connection) -> list[str]:
    """Return nothing: the server checks its own pages as it reads them, and tells of a broken one by an error."""
    return []


def purge(engine: Engine) -> None:
    """Write the tables anew that words were removed from, so that none is left in them; where others use them, only clear them up."""
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        driver = connection.connection.driver_connection
        for table in _EMPTIED:
            try:
                driver.execute("SET lock_timeout = 5000")  # type: ignore[union-attr]
                driver.execute(f"VACUUM (FULL) {table}")  # type: ignore[union-attr]
            except Exception as error:
                if getattr(error, "sqlstate", None) != "55P03":
                    raise
                driver.execute(f"VACUUM {table}")  # type: ignore[union-attr]
        driver.execute("SET lock_timeout TO DEFAULT")  # type: ignore[union-attr]
