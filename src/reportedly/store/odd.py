"""What is odd among documents that share words, and is bounded therefore: crowds of copies, pages that quote very many, overlong ones."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

_WORD = re.compile(r"\w+")
_CROWDS = """SELECT min(document), count(*) FROM reuse_text
WHERE family IN (SELECT family FROM reuse_text WHERE document IN (SELECT CAST(value AS TEXT) FROM json_each(?)))
GROUP BY family HAVING count(*) > ?"""
_SHARING = """SELECT document, pairs FROM (SELECT d.document, (SELECT count(*) FROM reprint p
JOIN reuse_text one ON one.document = p.a JOIN reuse_text other ON other.document = p.b AND other.family <> one.family
WHERE (p.a = d.document OR p.b = d.document) AND p.label <> 'withdrawn') AS pairs
FROM (SELECT CAST(value AS TEXT) AS document FROM json_each(?)) AS d) AS counted WHERE pairs > ?"""
_LONG = "SELECT id, text FROM document WHERE chars > ? AND id IN (SELECT CAST(value AS TEXT) FROM json_each(?))"


@dataclass(frozen=True, slots=True)
class Odd:
    """Something odd: its kind (``copies``, ``quotes``, ``long``, ``crowd``), the document; how many copies, documents, words, claims."""

    kind: str
    document: str
    count: int


def crowds(crowded: Mapping[str, int]) -> Iterator[Odd]:
    """Yield the documents that have claims of which so many others tell that not all are compared."""
    yield from (Odd("crowd", document, count) for document, count in sorted(crowded.items()))


def oddities(connection: Connection, documents: Collection[str], *, crowd: int, words: int) -> Iterator[Odd]:
    """Yield what is odd about documents: of a family of more than ``crowd``, sharing words with more others, or of more than ``words``."""
    ids = json.dumps(sorted(documents))

    def ask(statement: str, *values: object) -> list[tuple[Any, ...]]:
        return [tuple(row) for row in connection.exec_driver_sql(statement, values)]

    yield from (Odd("copies", document, count) for document, count in ask(_CROWDS, ids, crowd))
    yield from (Odd("quotes", document, count) for document, count in ask(_SHARING, ids, crowd))
    for document, text in ask(_LONG, words, ids):
        count = sum(1 for _ in _WORD.finditer(text or ""))
        if count > words:
            yield Odd("long", document, count)
