"""What comparison of claims keeps from job to job. It can be made anew from the claims, so it is in no hash and may change.

``matter_until`` tells up to which reading claims are filed and compared, and by which edition of the rules and of the packs they were
filed; those that were compared before there was an index are filed when the ledger is next added to.
"""

from __future__ import annotations

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_LINKED = "SELECT max(batch) FROM (SELECT batch FROM reprint UNION ALL SELECT batch FROM contradiction) AS linked"


def upgrade() -> None:
    op.execute(
        "CREATE TABLE matter_key (block BIGINT NOT NULL, standing BIGINT NOT NULL, claim BIGINT NOT NULL,"
        " PRIMARY KEY (block, standing, claim)) WITHOUT ROWID"
    )
    op.execute("CREATE TABLE matter_until (filed BIGINT NOT NULL, compared BIGINT NOT NULL, edition TEXT NOT NULL)")
    op.execute(f"INSERT INTO matter_until SELECT 0, coalesce((SELECT max(seq) FROM reading WHERE batch <= ({_LINKED})), 0), ''")  # noqa: S608
