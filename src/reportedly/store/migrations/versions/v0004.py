"""What reading knows of each appearance: how its bytes were come by, what was left out, section, changes, where values are from.

It is of the record: in the hash chain, append-only, and a redaction empties the words that were left out. Appearances that were recorded
before have no row: what is in the record is not added to.
"""

from __future__ import annotations

from alembic import op

from reportedly.store import database
from reportedly.store.migrations.tables_0004 import provenance

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

REDACTED = "SELECT 1 FROM redaction WHERE redaction.document = OLD.document"


def upgrade() -> None:
    connection = op.get_bind()
    database.of(connection).make_more(connection, provenance)
    if connection.dialect.name != "sqlite":
        return
    fixed = ", ".join(f'"{column.name}"' for column in provenance.columns if column.name != "left_out")
    _refuse("no_update", f"UPDATE OF {fixed} ON provenance")
    _refuse("only_redaction", "UPDATE OF left_out ON provenance", f"WHEN NOT (NEW.left_out IS NULL AND EXISTS ({REDACTED})) ")
    _refuse("no_delete", "DELETE ON provenance")


def _refuse(name: str, event: str, when: str = "") -> None:
    op.execute(f"CREATE TRIGGER provenance_{name} BEFORE {event} {when}BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END")
