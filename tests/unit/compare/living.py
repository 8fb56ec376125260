"""The ledger's own shelf in a database in memory, without a record: texts are given, and found pairs are kept beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool

from reportedly.compare.reprints import MEASURED, ReuseRules
from reportedly.compare.reuse import update
from reportedly.model import WITHDRAWN, Reprint, TextEntry
from reportedly.store.migrations.versions.v0002 import TABLES
from reportedly.store.shelf import LedgerShelf


class Shelf(LedgerShelf):
    """A shelf that ends with the test."""

    def __init__(self, entries: Iterable[TextEntry]) -> None:
        self._engine = create_engine("sqlite://", poolclass=StaticPool)
        connection = self._engine.connect()
        for table in TABLES:
            connection.exec_driver_sql(f"CREATE TABLE {table}")
        super().__init__(connection)
        texts = {entry.id: entry for entry in entries}
        self.text = texts.__getitem__  # type: ignore[assignment]  # in place of the ledger's documents
        self._pairs: dict[str, dict[tuple[str, str], Reprint]] = defaultdict(dict)
        self._held = connection

    def close(self) -> None:
        """Let the database go."""
        self._cursor.close()
        self._held.close()
        self._engine.dispose()

    def partners(self, document: str) -> Mapping[tuple[str, str], Reprint]:
        """Return the pairs of a text."""
        return dict(self._pairs[document])

    def keep(self, found: Iterable[Reprint]) -> None:
        """Take the pairs that comparison found."""
        for pair in found:
            for end in (pair.a, pair.b):
                if pair.label == WITHDRAWN:
                    self._pairs[end].pop((pair.a, pair.b), None)
                else:
                    self._pairs[end][pair.a, pair.b] = pair

    def pairs(self) -> list[Reprint]:
        """Return all pairs, in order."""
        return [pair for end in sorted(self._pairs) for (a, _), pair in sorted(self._pairs[end].items()) if a == end]


def find_reprints(entries: Iterable[TextEntry], rules: ReuseRules = MEASURED) -> list[Reprint]:
    """Return the pairs of texts that share words, ordered by their ids."""
    held = list(entries)
    shelf = Shelf(held)
    try:
        return update(shelf, sorted({entry.id for entry in held}), rules)
    finally:
        shelf.close()
