"""The first schema: tables, the triggers that keep them append-only, and the search index."""

from __future__ import annotations

from alembic import op

from reportedly.store import database
from reportedly.store.migrations.tables_0001 import metadata

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

APPLICATION_ID = 0x52505444

OF_DOCUMENT = {
    "blob": ("bytes", "SELECT 1 FROM redaction JOIN document ON document.id = redaction.document WHERE document.blob = OLD.sha256"),
    "document": ("text", "SELECT 1 FROM redaction WHERE redaction.document = OLD.id"),
    "claim": ("body", "SELECT 1 FROM redaction WHERE redaction.document = OLD.document"),
}
"""Table -> the column that a redaction empties, and the query that says whether its document was redacted."""

OF_READING = ("attribution", "time_expression", "place_mention", "actor_mention")
OF_CLAIM = ("figure", "claim_place", "claim_actor")

SEARCH = (
    "document_search USING fts5(text, content='document', content_rowid='seq', tokenize='unicode61 remove_diacritics 2')",
    "claim_search USING fts5(words, gloss, content='', tokenize='unicode61 remove_diacritics 2')",
)


def upgrade() -> None:
    connection = op.get_bind()
    database.of(connection).make_first(connection, metadata)
    if connection.dialect.name != "sqlite":
        return
    for table in metadata.sorted_tables:
        _keep(table.name, [column.name for column in table.columns])
    for search in SEARCH:
        op.execute(f"CREATE VIRTUAL TABLE {search}")
    op.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def _keep(table: str, columns: list[str]) -> None:
    """Refuse changes of a table, but for what a redaction may do."""
    column, redacted = OF_DOCUMENT.get(table, (None, ""))
    fixed = ", ".join(f'"{name}"' for name in columns if name != column)
    _refuse(f"{table}_no_update", f"UPDATE OF {fixed} ON {table}")
    if column:
        _refuse(f"{table}_only_redaction", f"UPDATE OF {column} ON {table}", f"NOT (NEW.{column} IS NULL AND EXISTS ({redacted}))")
    _refuse(f"{table}_no_delete", f"DELETE ON {table}", _deletable(table))


def _deletable(table: str) -> str | None:
    found = "SELECT 1 FROM redaction JOIN {0} ON {0}.document = redaction.document WHERE {0}.seq = OLD.{0}"
    if table in OF_READING:
        return f"NOT EXISTS ({found.format('reading')})"
    return f"NOT EXISTS ({found.format('claim')})" if table in OF_CLAIM else None


def _refuse(name: str, event: str, when: str | None = None) -> None:
    condition = f"WHEN {when} " if when else ""
    op.execute(f"CREATE TRIGGER {name} BEFORE {event} {condition}BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END")
