"""What comparison of texts keeps from job to job. It can be made anew from the documents, so it is in no hash and may change."""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_NUMBER = "BIGINT NOT NULL"
TABLES = (
    "reuse_text (document TEXT NOT NULL PRIMARY KEY, family BIGINT NOT NULL)",
    "reuse_band (band BIGINT NOT NULL PRIMARY KEY, family BIGINT NOT NULL)",
    "reuse_publisher (number INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL UNIQUE)",
    f"reuse_mark (mark {_NUMBER}, publisher {_NUMBER}, family {_NUMBER}, PRIMARY KEY (mark, publisher, family)) WITHOUT ROWID",
    "reuse_until (appearance BIGINT NOT NULL)",
)
INDEXES = ("reuse_text (family, document)", "reuse_band (family)")


def upgrade() -> None:
    for table in TABLES:
        op.execute(f"CREATE TABLE {table}")
    for index in INDEXES:
        op.execute(f"CREATE INDEX {index.partition(' ')[0]}_family ON {index}")
    op.execute("CREATE INDEX reprint_pair ON reprint (a, b)")
    op.execute("INSERT INTO reuse_until VALUES (0)")
