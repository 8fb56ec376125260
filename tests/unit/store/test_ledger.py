from __future__ import annotations

import re
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from reportedly.errors import LedgerUnavailableError, LedgerVersionError
from reportedly.query import overview
from reportedly.store import Ledger, migrate, schema, sqlite, verify
from tests.ledgers import fill, small
from tests.strategies import RUN, invented_reading


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.db"


def test_a_ledger_is_made_with_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "some" / "folder" / "ledger.db"
    with Ledger.open(path) as ledger:
        assert overview(ledger)["documents"] == 0
    with Ledger.open(f"sqlite:///{path}", create=False) as ledger:
        assert ledger.where == str(path)


def test_an_empty_file_becomes_a_ledger(path: Path) -> None:
    path.touch()
    with pytest.raises(LedgerUnavailableError, match="no ledger"):
        Ledger.open(path, create=False)
    with Ledger.open(path) as ledger:
        assert verify(ledger).findings == ()


def test_no_ledger_where_none_is_to_be_made(path: Path) -> None:
    with pytest.raises(LedgerUnavailableError, match="no ledger") as caught:
        Ledger.open(path, create=False)
    assert caught.value.where == str(path)
    assert not path.exists()


def test_a_folder_is_no_ledger(tmp_path: Path) -> None:
    with pytest.raises(LedgerUnavailableError, match="folder"):
        Ledger.open(tmp_path)


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(LedgerUnavailableError, match="cannot be made"):
        Ledger.open(tmp_path / "file" / "sub" / "ledger.db")


def test_a_text_is_no_ledger_and_stays_as_it_is(path: Path) -> None:
    words = b"this is a text, not a ledger\n" * 200
    path.write_bytes(words)
    with pytest.raises(LedgerUnavailableError, match="no ledger"):
        Ledger.open(path)
    assert path.read_bytes() == words


def test_another_programs_database_is_no_ledger_and_stays_as_it_is(path: Path) -> None:
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE alembic_version (version_num TEXT)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(LedgerUnavailableError, match="not made by reportedly"):
        Ledger.open(path)
    assert path.read_bytes() == before


def test_another_kind_of_database_is_named_without_its_password() -> None:
    with pytest.raises(LedgerUnavailableError, match="postgresql") as caught:
        Ledger.open("postgresql://me:secret@host/base")
    assert "secret" not in str(caught.value)


def test_a_ledger_of_a_later_edition_is_left_alone(path: Path) -> None:
    with Ledger.open(path) as ledger, ledger.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    before = path.read_bytes()
    with pytest.raises(LedgerVersionError, match="9999") as caught:
        Ledger.open(path)
    assert caught.value.remedy
    assert path.read_bytes() == before


def test_migrations_make_the_schema_that_the_program_expects(path: Path) -> None:
    with Ledger.open(path) as ledger, ledger.engine.connect() as connection:
        kept = re.compile("reuse_|matter_|.*_search")
        context = MigrationContext.configure(connection, opts={"include_name": lambda name, *_: not kept.match(name or "")})
        assert compare_metadata(context, schema.metadata) == []
    folder = Path(migrate.__file__).parent / "migrations"
    assert ScriptDirectory(str(folder)).get_heads() == [migrate.HEAD]


def test_two_that_make_one_ledger_at_once_both_get_it(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "BUSY_SECONDS", 600)  # a machine under load may take its time

    def make(number: int) -> str:
        with Ledger.open(path) as ledger:
            return ledger.writer(RUN).add(small(number))

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(make, range(4))) == ["added"] * 4
    with Ledger.open(path) as ledger:
        assert verify(ledger).findings == ()


def test_commits_are_durable_and_others_may_read(path: Path) -> None:
    with Ledger.open(path) as ledger, ledger.engine.connect() as connection:
        values = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in ("journal_mode", "synchronous", "foreign_keys")]
    assert values == ["wal", 2, 1]


def test_a_full_disk_loses_nothing_and_records_no_half(path: Path) -> None:
    with Ledger.open(path) as ledger:
        fill(ledger)
        before = overview(ledger)
        with ledger.engine.connect() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {(pages or 0) + 4}")
        with pytest.raises(LedgerUnavailableError, match="no space") as caught:
            ledger.writer(RUN).add(invented_reading(100, 60))
        assert caught.value.remedy
        assert overview(ledger) == before
        assert verify(ledger).findings == ()
    with Ledger.open(path) as ledger:
        assert ledger.writer(RUN).add(invented_reading(100)) == "added"
        assert verify(ledger).findings == ()


def test_a_locked_ledger_is_named(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "BUSY_SECONDS", 0)
    with Ledger.open(path) as ledger:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerUnavailableError, match="another process"):
            ledger.writer(RUN).add(small(1))
        other.execute("ROLLBACK")
        other.close()
        assert ledger.writer(RUN).add(small(1)) == "added"


def test_a_ledger_that_may_not_be_written_is_named(path: Path) -> None:
    with Ledger.open(path) as ledger:
        with ledger.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA query_only = ON")
        with pytest.raises(LedgerUnavailableError, match="may not be written"):
            ledger.writer(RUN).add(small(1))


def test_a_mistake_in_a_statement_is_not_hidden(path: Path) -> None:
    with Ledger.open(path) as ledger, pytest.raises(Exception, match="bindings"), ledger.reading() as connection:
        connection.exec_driver_sql("SELECT ?")
