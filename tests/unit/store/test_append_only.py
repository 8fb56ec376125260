from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, Table, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from reportedly.store import Ledger, schema
from tests.ledgers import fill, small

pytestmark = pytest.mark.no_cover  # what refuses is the database


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with Ledger.open(tmp_path_factory.mktemp("ledger") / "ledger.db") as opened:
        fill(opened)
        yield opened


@pytest.fixture
def connection(ledger: Ledger) -> Iterator[Connection]:
    with ledger.engine.connect().execution_options(writing=True) as opened, opened.begin() as transaction:
        yield opened
        transaction.rollback()


TABLES = [pytest.param(table, id=table.name) for table in schema.WRITTEN]
COLUMNS = [pytest.param(table, column.name, id=f"{table.name}.{column.name}") for table in schema.WRITTEN for column in table.columns]


@pytest.mark.parametrize("table", TABLES)
def test_every_table_is_filled(connection: Connection, table: Table) -> None:
    assert connection.execute(select(table)).first() is not None


@pytest.mark.parametrize(("table", "column"), COLUMNS)
def test_no_column_can_be_changed(connection: Connection, table: Table, column: str) -> None:
    with pytest.raises(IntegrityError, match="append-only"):
        connection.execute(update(table).values({column: table.c[column]}))


@pytest.mark.parametrize("table", TABLES)
def test_no_row_can_be_deleted(connection: Connection, table: Table) -> None:
    with pytest.raises(IntegrityError, match="append-only"):
        connection.execute(delete(table))


@pytest.mark.parametrize("table", TABLES)
def test_no_row_can_be_replaced(connection: Connection, table: Table) -> None:
    row = connection.execute(select(table)).mappings().first()
    assert row is not None
    with pytest.raises(IntegrityError):
        connection.execute(insert(table).prefix_with("OR REPLACE").values(**row))


@pytest.mark.parametrize(("table", "column"), [(table, column) for table, names in schema.REDACTED.items() for column in names])
def test_only_a_redacted_document_can_be_emptied(connection: Connection, table: Table, column: str) -> None:
    key = {"blob": "sha256", "document": "id", "claim": "document", "provenance": "document"}[table.name]
    ids = {number: small(number).document.id.removeprefix("sha256:" if key == "sha256" else "") for number in (1, 3)}
    with pytest.raises(IntegrityError, match="append-only"):
        connection.execute(update(table).where(table.c[key] == ids[1]).values({column: None}))
    assert connection.execute(update(table).where(table.c[key] == ids[3]).values({column: None})).rowcount > 0
    with pytest.raises(IntegrityError, match="append-only"):
        connection.execute(update(table).where(table.c[key] == ids[3]).values({column: b"other words"}))


def test_a_redaction_leaves_no_words_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    words = b"Report 3: on day 0"
    with Ledger.open(path) as ledger:
        fill(ledger, redacted=False)
        assert words in path.read_bytes() + path.with_name("ledger.db-wal").read_bytes()
    mirror = tmp_path / "redacted.db.mirror" / "claim.parquet"
    mirror.parent.mkdir()
    mirror.write_bytes(words)
    with Ledger.open(tmp_path / "redacted.db") as ledger:
        fill(ledger)
        assert not mirror.exists()
        files = [file for file in tmp_path.iterdir() if file.name.startswith("redacted.db")]
        assert all(words not in file.read_bytes() for file in files)
        assert list(ledger.view().documents('"report 3"')) == []
