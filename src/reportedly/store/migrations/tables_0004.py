"""The table of the fourth revision, as it was made. Frozen: a change of the schema is a new migration, never an edit here."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, MetaData, Table, Text

_known = MetaData()
for _name, _key in (
    ("batch", Column("seq", Integer, primary_key=True)),
    ("document", Column("id", Text)),
    ("appearance", Column("id", Text)),
):
    Table(_name, _known, _key)  # stands for the one that is there already

provenance = Table(
    "provenance",
    _known,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("appearance", Text, ForeignKey("appearance.id"), nullable=False, unique=True),
    Column("document", Text, ForeignKey("document.id"), nullable=False, index=True),
    Column("section", Text),
    Column("told", Text, nullable=False),
    Column("obtained", Text),
    Column("left_out", Text),
    Column("left_out_sha256", Text, nullable=False),
    Column("recorded", Text, nullable=False),
    Column("batch", Integer, ForeignKey("batch.seq"), nullable=False, index=True),
    Column("hash", Text, nullable=False),
)
