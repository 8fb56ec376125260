"""What comparison of texts keeps, in the ledger's file but not of the record; see :class:`reportedly.ports.ReuseShelf`."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, or_

from reportedly.model import Reprint, TextEntry
from reportedly.ports import Tally
from reportedly.store import database, schema, sql

_ASKED = "(SELECT CAST(value AS BIGINT) AS mark FROM json_each(?)) AS w"
_LISTED = "(SELECT CAST(value AS BIGINT) FROM json_each(?))"
_STANDS = f"""SELECT w.mark, (SELECT group_concat(publisher || ' ' || family)
FROM (SELECT publisher, family FROM reuse_mark r WHERE r.mark = w.mark LIMIT ?) AS few) FROM {_ASKED}"""  # noqa: S608 - our own
_SHORT = 40  # rows of a mark that are read at once; most marks have one or two
_FAMILIES = f"""SELECT w.mark, (SELECT count(*) FROM (SELECT DISTINCT family FROM reuse_mark r WHERE r.mark = w.mark LIMIT ?) AS few)
FROM {_ASKED}"""  # noqa: S608 - our own
_OWN = f"""SELECT mark, publisher, count(*) FROM reuse_mark WHERE mark IN {_LISTED}
GROUP BY mark, publisher HAVING count(*) >= ?"""  # noqa: S608 - our own
_OWN_ASKED = f"""SELECT w.mark, p.number, (SELECT count(*) FROM
(SELECT 1 FROM reuse_mark r WHERE r.mark = w.mark AND r.publisher = p.number LIMIT ?) AS few)
FROM {_ASKED}, (SELECT CAST(value AS BIGINT) AS number FROM json_each(?)) AS p"""  # noqa: S608 - our own
_HOLDERS = f"""SELECT mark, family, publisher FROM reuse_mark WHERE mark IN {_LISTED} AND publisher = coalesce(?, publisher)"""  # noqa: S608
_JOINED = f"SELECT family FROM reuse_band WHERE band IN {_LISTED}"  # noqa: S608 - our own
_RELEASED = f"DELETE FROM reuse_mark WHERE mark IN {_LISTED} AND family = ?"  # noqa: S608 - our own
_KEPT = 256


class LedgerShelf:
    """The shelf of an open ledger.

    Args:
        connection: inside a transaction that holds the write lock.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        database.of(connection).compare_ready(connection)
        self._cursor = database.of(connection).cursor(connection)
        self._numbers: dict[str, int] = {"": 0} | dict(self._rows("SELECT name, number FROM reuse_publisher"))
        self._names = {number: name for name, number in self._numbers.items()}
        self.text = lru_cache(_KEPT)(self._text)

    def __contains__(self, document: object) -> bool:
        return bool(self._rows("SELECT 1 FROM reuse_text WHERE document = ?", document))

    def _text(self, document: str) -> TextEntry:
        """Return a recorded text with everyone who published it."""
        (text,) = self._column("SELECT text FROM document WHERE id = ?", document)
        publishers = self._column("SELECT coalesce(publisher_id, publisher) FROM appearance WHERE document = ?", document)
        return TextEntry(document, text or "", tuple(sorted(set(filter(None, publishers)))))

    def family(self, document: str) -> int:
        """Return the family of a text that is held."""
        return int(self._column("SELECT family FROM reuse_text WHERE document = ?", document)[0])

    def joined(self, bands: Collection[int]) -> set[int]:
        """Return the families that have one of the bands."""
        return set(self._column(_JOINED, _json(bands)))

    def members(self, family: int, most: int | None = None) -> list[str]:
        """Return the texts of a family in order."""
        query = "SELECT document FROM reuse_text WHERE family = ? ORDER BY document LIMIT ?"
        return self._column(query, family, -1 if most is None else most)

    def place(self, document: str, bands: Collection[int], family: int | None) -> int:
        """Put a text into a family."""
        if family is None:
            family = 1 + int(self._column("SELECT coalesce(max(family), 0) FROM reuse_text")[0])
        self._many(
            "INSERT INTO reuse_text VALUES (?, ?) ON CONFLICT (document) DO UPDATE SET family = excluded.family", [(document, family)]
        )
        self._many("INSERT INTO reuse_band VALUES (?, ?) ON CONFLICT DO NOTHING", [(band, family) for band in bands])
        return family

    def absorb(self, into: int, other: int, marks: Collection[int]) -> None:
        """Make two families one."""
        self._run("UPDATE reuse_text SET family = ? WHERE family = ?", into, other)
        self._run("UPDATE reuse_band SET family = ? WHERE family = ?", into, other)
        self._run(_RELEASED, _json(marks), other)

    def hold(self, family: int, publishers: Collection[str], marks: Collection[int]) -> None:
        """Note that a family holds marks."""
        numbers = [self._number(name) for name in publishers or ("",)]
        rows = [(mark, number, family) for mark in sorted(marks) for number in numbers]
        self._many("INSERT INTO reuse_mark VALUES (?, ?, ?) ON CONFLICT DO NOTHING", rows)

    def tally(self, marks: Collection[int], publishers: Collection[str], most: int, least: int) -> Mapping[int, Tally]:
        """Count for each mark its families and those of each publisher."""
        found: dict[int, Tally] = {}
        long = []
        for mark, rows in self._rows(_STANDS, _SHORT, _json(marks)):
            held = [row.split(" ") for row in rows.split(",")] if rows else []
            if len(held) == _SHORT:
                long.append(mark)
                continue
            own = Counter(int(publisher) for publisher, _ in held)
            families = min(len({family for _, family in held}), most + 1)
            found[mark] = Tally(families, {self._names[number]: count for number, count in own.items() if count >= least})
        return found | (self._tally_long(long, publishers, most, least) if long else {})

    def _tally_long(self, marks: Collection[int], publishers: Collection[str], most: int, least: int) -> dict[int, Tally]:
        families: dict[int, int] = {row[0]: row[1] for row in self._rows(_FAMILIES, most + 1, _json(marks))}
        own: dict[int, dict[str, int]] = defaultdict(dict)
        light = [mark for mark, count in families.items() if count <= most]
        heavy = [mark for mark, count in families.items() if count > most]
        asked = [self._number(name) for name in publishers]
        found = self._rows(_OWN, _json(light), least) if light else []
        found += self._rows(_OWN_ASKED, most + 1, _json(heavy), _json(asked)) if heavy else []
        for mark, number, count in found:
            own[mark][self._names[number]] = count
        return {mark: Tally(count, own[mark]) for mark, count in families.items()}

    def holders(self, marks: Collection[int], publisher: str | None = None) -> Iterator[tuple[int, int, str]]:
        """Yield mark, family and publisher."""
        number = None if publisher is None else self._number(publisher)
        for mark, family, found in self._rows(_HOLDERS, _json(marks), number):
            yield mark, family, self._names[found]

    def partners(self, document: str) -> Mapping[tuple[str, str], Reprint]:
        """Return the pairs of a text that stand."""
        if not self._rows("SELECT 1 FROM reprint WHERE a = ? OR b = ? LIMIT 1", document, document):
            return {}
        pair = schema.reprint.c
        standing = sql.reprints(self._connection, or_(pair.a == document, pair.b == document))
        return {(found.a, found.b): found for found in standing}

    def _number(self, name: str) -> int:
        if name not in self._numbers:
            number = len(self._numbers)
            self._run("INSERT INTO reuse_publisher VALUES (?, ?)", number, name)
            self._numbers[name], self._names[number] = number, name
        return self._numbers[name]

    def _rows(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        return list(self._cursor.execute(statement, values).fetchall())

    def _run(self, statement: str, *values: object) -> None:
        self._cursor.execute(statement, values)

    def _column(self, statement: str, *values: object) -> list[Any]:
        return [row[0] for row in self._rows(statement, *values)]

    def _many(self, statement: str, rows: list[tuple[Any, ...]]) -> None:
        if rows:
            self._cursor.executemany(statement, rows)


def _json(numbers: Collection[int]) -> str:
    return json.dumps(sorted(numbers))
