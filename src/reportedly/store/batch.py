"""One transaction's rows and the link of the hash chain that covers them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, Table, func, insert, select

from reportedly import clock
from reportedly.store import database, schema
from reportedly.store.hashing import GENESIS, Row, content_hash, hashed_names, link_hash, normal, row_hash

_LAST = select(*(select(func.max(table.c.seq)).scalar_subquery() for table in schema.SEALED))


class Batch:
    """Rows gathered for one transaction. Numbers are given out here: only one process writes at a time.

    Args:
        connection: inside a transaction that holds the write lock.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        link = schema.batch.c
        last = connection.execute(select(link.seq, link.hash).order_by(link.seq.desc()).limit(1)).first()
        self.number: int = last.seq + 1 if last else 1
        self._previous: str = last.hash if last else GENESIS
        self.recorded = clock.stamp(clock.now())
        self._rows: dict[Table, list[Row]] = defaultdict(list)
        last_numbers = connection.execute(_LAST).one()
        self._next = {table: (last or 0) + 1 for table, last in zip(schema.SEALED, last_numbers, strict=True)}

    def put(self, table: Table, values: Mapping[str, object]) -> int:
        """Add a row of a sealed table and return its number.

        Raises:
            IntegrityError: a value cannot be stored as it is.
        """
        seq = self._next[table]
        self._next[table] += 1
        row = normal(table, {**values, "seq": seq, "recorded": self.recorded, "batch": self.number})
        row["hash"] = row_hash(table, (row[name] for name in hashed_names(table)))
        self._rows[table].append(row)
        return seq

    def put_details(self, table: Table, parent: str, seq: int, rows: Iterable[Row]) -> None:
        """Add rows that a parent row covers; they hold all columns but the parent's key."""
        self._rows[table].extend({parent: seq, **row} for row in rows)

    def close(self) -> None:
        """Write the rows and their link; an empty batch writes nothing."""
        if not self._rows:
            return
        sealed = [(table.name, str(row["hash"])) for table in schema.SEALED for row in self._rows.get(table, ())]
        content = content_hash(self.number, self.recorded, sealed)
        link: Row = {"seq": self.number, "recorded": self.recorded, "rows": len(sealed), "content": content, "previous": self._previous}
        self._connection.execute(insert(schema.batch), link | {"hash": link_hash(self._previous, content)})
        for table in schema.WRITTEN:
            if self._rows.get(table):
                database.put_table(self._connection, table, self._rows[table])
        self._rows.clear()
