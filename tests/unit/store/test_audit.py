from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Boolean, Column, Connection, Float, Integer, Table, delete, func, insert, select, update
from sqlalchemy.types import LargeBinary

from reportedly.store import Ledger, head, schema, verify
from reportedly.store.audit import audit
from tests.ledgers import fill, small
from tests.strategies import RUN


@pytest.fixture(scope="module")
def engine_of(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """A filled ledger whose triggers somebody has removed."""
    with Ledger.open(tmp_path_factory.mktemp("ledger") / "ledger.db") as opened:
        fill(opened)
        with opened.engine.connect().execution_options(writing=True) as connection, connection.begin():
            for name in list(connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").scalars()):
                connection.exec_driver_sql(f"DROP TRIGGER {name}")
        yield opened


@pytest.fixture
def connection(engine_of: Ledger) -> Iterator[Connection]:
    raw = engine_of.engine.connect().execution_options(writing=True)
    with raw as opened:
        opened.exec_driver_sql("PRAGMA ignore_check_constraints=ON")
        opened.rollback()
        assert opened.connection.dbapi_connection is not None
        opened.connection.dbapi_connection.cursor().execute("PRAGMA foreign_keys=OFF")
        with opened.begin() as transaction:
            yield opened
            transaction.rollback()


def _codes(connection: Connection) -> set[str]:
    return {found.code for found in audit(connection).findings}


TABLES = [pytest.param(table, id=table.name) for table in schema.WRITTEN]
COLUMNS = [pytest.param(table, column, id=f"{table.name}.{column.name}") for table in schema.WRITTEN for column in table.columns]


def _other(column: Column[object], value: object) -> object:
    """Return a value as near to the given one as the column can hold."""
    kind = column.type
    if isinstance(kind, Boolean):
        return not value
    if isinstance(kind, LargeBinary):
        return bytes([value[0] ^ 1]) + value[1:] if isinstance(value, bytes) else b"x"
    if isinstance(kind, Integer | Float):
        return (value if isinstance(value, int | float) else 0) + 1_000
    text = str(value or "")
    return text[:-1] + chr(ord(text[-1]) ^ 1) if text else "x"


def _where(table: Table, connection: Connection, row: int) -> list[object]:
    keys = connection.execute(select(*table.primary_key.columns).order_by(*table.primary_key.columns)).all()[row]
    return [column == key for column, key in zip(table.primary_key.columns, keys, strict=True)]


def test_an_untouched_ledger_is_whole(connection: Connection) -> None:
    found = audit(connection)
    assert found.findings == ()
    assert (found.documents, found.claims) == (3, 9)
    assert found.links == 9


@pytest.mark.no_cover
@pytest.mark.parametrize(("table", "column"), COLUMNS)
def test_a_changed_value_is_found(connection: Connection, table: Table, column: Column[object]) -> None:
    where = _where(table, connection, 0)
    before = connection.execute(select(column).where(*where)).scalar()  # type: ignore[arg-type]  # comparisons of columns
    connection.execute(update(table).where(*where).values({column: _other(column, before)}))  # type: ignore[arg-type]
    assert _codes(connection)


@pytest.mark.no_cover
@pytest.mark.parametrize("row", [0, -1])
@pytest.mark.parametrize("table", TABLES)
def test_a_dropped_row_is_found(connection: Connection, table: Table, row: int) -> None:
    last = connection.scalar(select(func.count()).select_from(table)) == 1
    expected = audit(connection).head if table is schema.batch and (row == -1 or last) else None
    connection.execute(delete(table).where(*_where(table, connection, row)))  # type: ignore[arg-type]
    assert audit(connection, expected).findings


@pytest.mark.no_cover
@pytest.mark.parametrize("table", TABLES)
def test_an_added_row_is_found(connection: Connection, table: Table) -> None:
    row = dict(connection.execute(select(table)).mappings().all()[0])
    row |= {name: row[name] + "x" for name in ("id", "sha256", "appearance") if name in row}
    row |= {column.name: row[column.name] + 100 for column in table.primary_key.columns}
    connection.execute(insert(table).values(**row))
    assert _codes(connection)


@pytest.mark.no_cover
@pytest.mark.parametrize("table", TABLES)
def test_rows_that_change_places_are_found(connection: Connection, table: Table) -> None:
    key = list(table.primary_key.columns)[-1]
    rows = connection.execute(select(table).order_by(*table.primary_key.columns)).mappings().all()
    pairs = [(a, b) for a in rows for b in rows if a[key.name] < b[key.name]]
    if not pairs:
        assert len(rows) >= 1  # of this table the small ledger holds one row to a parent
        return
    a, b = pairs[0]
    others = [column for column in table.primary_key.columns if column is not key]
    for row, number in ((a, 10_000), (b, a[key.name]), (None, b[key.name])):
        here = [key == 10_000] if row is None else [column == row[column.name] for column in (*others, key)]
        connection.execute(update(table).where(*here).values({key: number}))
    assert _codes(connection)


def test_swapped_links_are_found(connection: Connection) -> None:
    link = schema.batch
    for old, new in ((3, 99), (4, 3), (99, 4)):
        connection.execute(update(link).where(link.c.seq == old).values(seq=new))
    assert "order" in _codes(connection)


def test_a_claim_moved_to_another_text_is_found(connection: Connection) -> None:
    claim = schema.claim
    connection.execute(update(claim).where(claim.c.seq == 1).values(document=small(2).document.id))
    assert {"row", "reference"} <= _codes(connection)


def test_a_span_outside_its_text_is_found(connection: Connection) -> None:
    connection.execute(update(schema.claim).where(schema.claim.c.seq == 1).values(end=10**6))
    assert {"row", "span"} <= _codes(connection)


@pytest.mark.parametrize("statement", ["UPDATE document SET text = NULL", "UPDATE claim SET body = NULL", "UPDATE blob SET bytes = NULL"])
def test_words_that_are_gone_without_a_redaction_are_found(connection: Connection, statement: str) -> None:
    connection.exec_driver_sql(f"{statement} WHERE seq = 1")
    assert _codes(connection) & {"text", "body", "blob"}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE claim SET own = 7 WHERE seq = 1",
        "UPDATE claim SET gone = 1 WHERE seq = 1".replace("gone", "score"),
        "UPDATE reading SET layers = '[]' WHERE seq = 1",
        "UPDATE reading SET layers = 'no json' WHERE seq = 1",
        "UPDATE document SET text = x'ff00' WHERE seq = 1",
        "UPDATE blob SET bytes = 'text' WHERE seq = 1",
        "UPDATE claim SET frame = x'80' WHERE seq = 1",
        "UPDATE claim SET body = CAST(x'80ff' AS TEXT) WHERE seq = 1",
        "DELETE FROM claim_search_docsize WHERE id = 1",
    ],
)
def test_values_of_another_kind_are_found(connection: Connection, statement: str) -> None:
    connection.exec_driver_sql(statement)
    assert _codes(connection)


def test_a_head_kept_elsewhere_shows_a_record_that_was_cut(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "a.db") as ledger, Ledger.open(tmp_path / "b.db") as other:
        ledger.writer(RUN).add(small(1))
        kept = head(ledger)
        ledger.writer(RUN).add(small(2))
        assert verify(ledger, kept).findings == ()
        assert verify(ledger, head(other)).findings == ()
        assert [found.code for found in verify(other, kept).findings] == ["head"]


def test_a_byte_flipped_in_the_file_is_found(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    with Ledger.open(path) as ledger:
        ledger.writer(RUN).add(small(1))
    data = bytearray(path.read_bytes())
    at = data.index(b"Report 1: on day 2")
    data[at] ^= 1
    path.write_bytes(data)
    with Ledger.open(path) as ledger:
        assert verify(ledger).findings
