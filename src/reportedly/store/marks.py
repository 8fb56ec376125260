"""What is kept of claims for views of which any claims may make a row together: numbers, ids and days, and no words."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Column, Connection, Index, Integer, MetaData, Table, Text

from reportedly.store import sqlite

metadata = MetaData()

mark = Table(
    "mark",
    metadata,
    Column("track", Integer, primary_key=True, autoincrement=False),
    Column("claim", Integer, primary_key=True),
    Column("since", Integer, nullable=False),
    Column("known", Integer, nullable=False),
    Column("told", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""``since``: the day from which on a claim is seen; ``known``: on which it was published, else captured; both as ordinals. ``told``: a list
in JSON, as the view has it."""

Index("mark_claim", mark.c.claim)


class Marked(NamedTuple):
    """A row of the table."""

    track: int
    claim: int
    since: int
    known: int
    told: str


def put(connection: Connection, rows: Iterable[Marked]) -> None:
    """Put rows in."""
    values = list(rows)
    if values:
        connection.exec_driver_sql("INSERT INTO mark (track, claim, since, known, told) VALUES (?, ?, ?, ?, ?)", values)


def marks_of(connection: Connection, track: int, since: int, known: int) -> list[tuple[int, int, Sequence[Any]]]:
    """Return claims of a view that are seen from a day and were known by another: number, day, and what is told; by their numbers."""
    query = "SELECT claim, since, told FROM mark WHERE track = ? AND since <= ? AND known <= ? ORDER BY claim"
    rows = sqlite.ask(connection, query, (track, since, known))
    told = json.loads(f"[{','.join(text for _, _, text in rows)}]")
    return [(claim, day, each) for (claim, day, _), each in zip(rows, told, strict=True)]
