"""Which words documents have for whom and for which acts: numbers by document, and each word of a source once.

It is derived from the record and kept in step by :mod:`reportedly.store.sightings`, outside the hash chain. What stands in no document any
more, as it was redacted, stands here no more either.
"""

from __future__ import annotations

import json
import struct
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import BigInteger, Column, Connection, Index, Integer, LargeBinary, MetaData, Table, Text, UniqueConstraint, inspect

from reportedly.store import database

_metadata = MetaData()

page = Table(
    "sighting_page",
    _metadata,
    Column("day", Integer, primary_key=True),
    Column("document", Text, primary_key=True),
    Column("source", BigInteger, nullable=False),
    Column("uses", LargeBinary, nullable=False),
    Column("claims", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)
"""A document with its day, an ordinal: that of publication, else of recording. ``source`` stands for its publisher. ``uses``:
numbers of four bytes, as :data:`FIELDS` names them, in the order of the text. ``claims``: those of the claims that stand."""

Index("sighting_page_document", page.c.document)

subject = Table("sighting_subject", _metadata, Column("id", Integer, primary_key=True), Column("told", Text, nullable=False, unique=True))
"""Whom or what words are for."""

use = Table(
    "sighting_use",
    _metadata,
    Column("id", Integer, primary_key=True),
    Column("subject", Integer, nullable=False),
    Column("told", Text, nullable=False),
    Column("voice", Integer, nullable=False),
    Column("party", BigInteger, nullable=False),
    Column("word", BigInteger, nullable=False),
    Column("pages", Integer, nullable=False),
    UniqueConstraint("subject", "told"),
)
"""A word of a source for a subject, and how many documents have it; ``party`` stands for the source and whose words it has, ``word`` for
the word."""

FIELDS = ("subject", "use", "start", "length", "times", "marked", "claim", "first")
"""``start``, ``length``: where the word stands first. ``claim``: of an act, else 0. ``first``: 1 for the first of this word in its
document, 2 for the first of this subject, 3 for both."""
_OF_SUBJECTS = "SELECT told, id FROM sighting_subject WHERE told IN (SELECT CAST(value AS TEXT) FROM json_each(?))"
_OF_USES = """
SELECT u.subject, u.told, u.id FROM json_each(?) a CROSS JOIN sighting_use u
WHERE u.subject = CAST(json_extract(a.value, '$[0]') AS BIGINT) AND u.told = json_extract(a.value, '$[1]')
"""
_ADD = (
    "INSERT INTO sighting_use (subject, told, voice, party, word, pages) VALUES (?, ?, ?, ?, ?, ?)"
    " ON CONFLICT (subject, told) DO UPDATE SET pages = sighting_use.pages + excluded.pages"
)
_UNUSED = "DELETE FROM sighting_subject WHERE id = ? AND NOT EXISTS (SELECT 1 FROM sighting_use u WHERE u.subject = sighting_subject.id)"


class Use(NamedTuple):
    """A word for a subject in one document; ``subject`` and ``told`` are JSON, the rest as in :data:`FIELDS`.

    ``kind`` is its voice, and numbers for its source and whose words it has, and for the word.
    """

    subject: str
    told: str
    kind: tuple[int, int, int]
    start: int
    length: int
    times: int
    marked: int
    claim: int
    first: int


class Page(NamedTuple):
    """What is kept of a document."""

    document: str
    day: int
    source: int
    uses: Sequence[Use]
    claims: Sequence[int]


def begin_anew(connection: Connection) -> None:
    """Empty the tables, or make them."""
    database.of(connection).emptied(connection, _metadata)


def put(connection: Connection, pages: Collection[Page]) -> None:
    """Put documents in, which are not there."""
    subjects = _numbers(connection, {each.subject for one in pages for each in one.uses})
    counted = Counter(key for one in pages for key in {(subjects[each.subject], each.told, each.kind) for each in one.uses})
    if counted:
        connection.exec_driver_sql(_ADD, [(of, told, *kind, count) for (of, told, kind), count in counted.items()])
    found = database.ask(connection, _OF_USES, (json.dumps([key[:2] for key in counted]),))
    uses = {(of, told): number for of, told, number in found}
    rows = [(one.day, one.document, one.source, _packed(one.uses, subjects, uses), _numbered(sorted(one.claims))) for one in pages]
    if rows:
        connection.exec_driver_sql("INSERT INTO sighting_page (day, document, source, uses, claims) VALUES (?, ?, ?, ?, ?)", rows)


def take_out(connection: Connection, documents: Collection[str]) -> None:
    """Take out documents, and words that stand in no other."""
    if not documents or not inspect(connection).has_table(page.name):
        return
    gone: Counter[tuple[int, int]] = Counter()
    for document in documents:
        for (body,) in connection.exec_driver_sql("SELECT uses FROM sighting_page WHERE document = ?", (document,)).all():
            gone.update({(row[0], row[1]) for row in struct.iter_unpack(f"<{len(FIELDS)}I", body)})
    connection.exec_driver_sql("DELETE FROM sighting_page WHERE document = ?", [(document,) for document in documents])
    if gone:
        connection.exec_driver_sql(
            "UPDATE sighting_use SET pages = pages - ? WHERE id = ?", [(count, at) for (_, at), count in gone.items()]
        )
        connection.exec_driver_sql("DELETE FROM sighting_use WHERE id = ? AND pages <= 0", [(at,) for _, at in gone])
        connection.exec_driver_sql(_UNUSED, [(of,) for of in {of for of, _ in gone}])


def _numbers(connection: Connection, subjects: Collection[str]) -> dict[str, int]:
    if subjects:
        insert = "INSERT INTO sighting_subject (told) VALUES (?) ON CONFLICT DO NOTHING"
        connection.exec_driver_sql(insert, [(told,) for told in sorted(subjects)])
    return {told: number for told, number in database.ask(connection, _OF_SUBJECTS, (json.dumps(list(subjects)),))}  # noqa: C416 - rows


def _packed(uses: Iterable[Use], subjects: dict[str, int], numbers: dict[tuple[int, str], int]) -> bytes:
    rows = ((of := subjects[each.subject], numbers[of, each.told], *each[3:]) for each in uses)
    return _numbered([number for row in rows for number in row])


def _numbered(numbers: Sequence[int]) -> bytes:
    return struct.pack(f"<{len(numbers)}I", *numbers)
