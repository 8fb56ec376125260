"""Making a ledger in an empty database: tables, the triggers that keep them append-only, the search index."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from sqlalchemy import Connection, Engine, MetaData, Table

from reportedly.errors import LedgerUnavailableError

_SIGN = "reportedly"
"""Stands as the comment of a table and tells a ledger from any other database."""
_REFUSE = "RAISE EXCEPTION 'the record is append-only'"
_FUNCTIONS = (
    'CREATE DOMAIN ledger_text AS TEXT COLLATE "C"',
    """CREATE FUNCTION ledger_each(listed TEXT) RETURNS TABLE(key BIGINT, value ledger_text) LANGUAGE sql IMMUTABLE AS
    $$ SELECT o - 1, v FROM json_array_elements_text(CAST(listed AS json)) WITH ORDINALITY AS e(v, o) $$""",
    """CREATE FUNCTION ledger_each(listed TEXT[]) RETURNS TABLE(key BIGINT, value ledger_text) LANGUAGE sql IMMUTABLE AS
    $$ SELECT o - 1, v FROM unnest(listed) WITH ORDINALITY AS e(v, o) $$""",
    """CREATE FUNCTION ledger_each(listed BIGINT[]) RETURNS TABLE(key BIGINT, value BIGINT) LANGUAGE sql IMMUTABLE AS
    $$ SELECT o - 1, v FROM unnest(listed) WITH ORDINALITY AS e(v, o) $$""",
    """CREATE FUNCTION ledger_follow(words TEXT, runs TEXT) RETURNS BOOLEAN LANGUAGE sql IMMUTABLE AS $$
    SELECT NOT EXISTS (SELECT 1 FROM json_array_elements_text(CAST(runs AS json)) AS e(run) WHERE strpos(words, run) = 0) $$""",
    f"CREATE FUNCTION ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {_REFUSE}; END $$",
)
_COLUMNS = """SELECT c.relname, a.attname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
WHERE c.relnamespace = to_regnamespace(current_schema()) AND c.relname = ANY(%s)"""
_SEARCH = (
    'CREATE TABLE {0} (rowid BIGINT NOT NULL PRIMARY KEY, words TEXT COLLATE "C" NOT NULL, lexemes tsvector NOT NULL)',
    "CREATE INDEX {0}_lexemes ON {0} USING gin (lexemes)",
)
_OF_DOCUMENT = {
    "blob": ("bytes", "SELECT 1 FROM redaction r JOIN document d ON d.id = r.document WHERE d.blob = OLD.sha256"),
    "document": ("text", "SELECT 1 FROM redaction r WHERE r.document = OLD.id"),
    "claim": ("body", "SELECT 1 FROM redaction r WHERE r.document = OLD.document"),
    "provenance": ("left_out", "SELECT 1 FROM redaction r WHERE r.document = OLD.document"),
}
"""Table -> the column that a redaction empties, and the query that says whether its document was redacted."""
_PARTS = {
    "reading": ("attribution", "time_expression", "place_mention", "actor_mention"),
    "claim": ("figure", "claim_place", "claim_actor"),
}
"""Parent -> tables of which a redaction deletes rows."""


def is_ledger(connection: Connection) -> bool | None:
    """Say whether the open database is a ledger; None where it is empty."""
    sign = "SELECT coalesce(obj_description(to_regclass('batch'), 'pg_class'), '')"
    if connection.exec_driver_sql(sign).scalar() == _SIGN:
        return True
    any_table = "SELECT 1 FROM pg_class WHERE relnamespace = to_regnamespace(current_schema()) AND relkind IN ('r', 'p', 'v', 'm') LIMIT 1"
    return False if connection.exec_driver_sql(any_table).first() else None


def make_ready(engine: Engine) -> None:
    """Check that a database can keep every text.

    Raises:
        LedgerUnavailableError: its encoding is not UTF-8.
    """
    with engine.connect() as connection:
        encoding = connection.exec_driver_sql("SHOW server_encoding").scalar()
    if encoding != "UTF8":
        what = f"this database keeps texts in {encoding}, which does not have every letter"
        remedy = "make one that has: createdb --encoding UTF8 --template template0 NAME"
        raise LedgerUnavailableError(what, where=str(engine.url.database), remedy=remedy)


def make_first(connection: Connection, first: MetaData) -> None:
    """Make the tables of the first schema, what keeps them append-only, and the search index."""
    driver = connection.connection.driver_connection
    first.create_all(connection)
    for statement in (*_FUNCTIONS, *(each for table in first.sorted_tables for each in _kept(table)), *_searching()):
        driver.execute(statement)  # type: ignore[union-attr]  # they have signs that mean values elsewhere
    driver.execute(f"COMMENT ON TABLE batch IS '{_SIGN}'")  # type: ignore[union-attr]


def make_more(connection: Connection, table: Table) -> None:
    """Make a further table of the record, and what keeps it append-only."""
    driver = connection.connection.driver_connection
    table.create(connection)
    for statement in _kept(table):
        driver.execute(statement)  # type: ignore[union-attr]  # as above


def _searching() -> Iterator[str]:
    for name in ("document_search", "claim_search"):
        yield from (statement.format(name) for statement in _SEARCH)


def _kept(table: Table) -> Iterator[str]:
    """Yield what refuses every change of a table's rows, of whatever columns, but for what a redaction may do."""
    name = table.name
    yield f"CREATE TRIGGER {name}_no_truncate BEFORE TRUNCATE ON {name} FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse()"
    if name in _OF_DOCUMENT:
        column, redacted = _OF_DOCUMENT[name]
        emptied = f"OLD.{column} := NULL; IF NEW IS NOT DISTINCT FROM OLD AND EXISTS ({redacted}) THEN RETURN NEW; END IF;"
        yield _function(f"ledger_keep_{name}", emptied)
        yield _trigger(name, "UPDATE", f"ledger_keep_{name}")
    else:
        yield _trigger(name, "UPDATE", "ledger_refuse")
    parent = next((parent for parent, parts in _PARTS.items() if name in parts), None)
    if parent is not None:
        found = f"SELECT 1 FROM redaction r JOIN {parent} p ON p.document = r.document WHERE p.seq = OLD.{parent}"  # noqa: S608 - our own
        yield _function(f"ledger_drop_{name}", f"IF EXISTS ({found}) THEN RETURN OLD; END IF;")
    yield _trigger(name, "DELETE", "ledger_refuse" if parent is None else f"ledger_drop_{name}")


def _function(name: str, allowed: str) -> str:
    return f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {allowed} {_REFUSE}; END $$"


def _trigger(table: str, event: str, function: str) -> str:
    return f"CREATE TRIGGER {table}_no_{event.lower()} BEFORE {event} ON {table} FOR EACH ROW EXECUTE FUNCTION {function}()"


def emptied(connection: Connection, tables: MetaData) -> None:
    """Leave tables empty. They are made anew only where their columns are others: who reads them meanwhile has what was there before."""
    driver = connection.connection.driver_connection
    found: dict[str, set[str]] = defaultdict(set)
    for name, column in driver.execute(_COLUMNS, (list(tables.tables),)).fetchall():  # type: ignore[union-attr]
        found[name].add(column)
    for table in reversed(tables.sorted_tables):
        if table.name in found:
            same = found[table.name] == set(table.columns.keys())
            connection.exec_driver_sql(f"DELETE FROM {table.name}" if same else f"DROP TABLE {table.name}")  # noqa: S608 - names are ours
    tables.create_all(connection)
