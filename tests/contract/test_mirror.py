from __future__ import annotations

import json
from pathlib import Path

import pytest
from sqlalchemy import text
from typer.testing import CliRunner

from reportedly.cli import app
from reportedly.compare.matching import Matcher
from reportedly.compare.reuse import update
from reportedly.engine.mirror import ask, write
from reportedly.limits import limits
from reportedly.query.mirror import matters_join, mirror, mirrored, reuse_join
from reportedly.store import Ledger
from reportedly.store.claimshelf import LedgerClaims
from reportedly.store.matters import match_new
from reportedly.store.reuse import compare_new
from tests.contract.test_matching import charge, count, denial, of
from tests.contract.test_query_reuse import STORY, fill, page
from tests.strategies import RUN
from tests.unit.compare.build import WORLD, prose


def test_one_text_of_sql_says_the_same_in_the_ledger_and_over_the_mirror(tmp_path: Path, ledger: Ledger) -> None:
    pytest.importorskip("duckdb")
    fill(ledger)
    ledger.writer(RUN).add(page("quote.txt", f"{prose(7, 50)}. {STORY[:250]}", 6, "Quay Times"))
    compare_new(ledger, update)
    folder = tmp_path / "mirror"
    result = CliRunner().invoke(app, ["mirror", str(folder), "--ledger", ledger.address, "--json"])
    assert result.exit_code == 0, result.output
    told = json.loads(result.stdout)
    with ledger.reading() as connection:
        here = [tuple(row) for row in connection.execute(text(reuse_join()))]
    assert here == ask(reuse_join(), folder)
    assert (told["joined"], told["missing"]) == (len(here), 0)
    assert told["recorded"] > 0
    assert told["rows"]["document"] == 5
    query = "SELECT text FROM document JOIN appearance ON document.id = appearance.document WHERE path = 'gone.txt'"
    assert ask(query, folder) == [("This page is gone.",)]


def test_which_claims_meet_is_said_by_one_text_too(tmp_path: Path, ledger: Ledger) -> None:
    pytest.importorskip("duckdb")
    for number in range(4):
        ledger.writer(RUN).add(of(number, count(number + 1), denial(0), charge(number)))
    match_new(ledger, Matcher(WORLD), "1")
    folder = tmp_path / "mirror"
    result = CliRunner().invoke(app, ["mirror", str(folder), "--ledger", ledger.address, "--json"])
    told = json.loads(result.stdout)["claims"]
    assert told["joined"] >= told["recorded"] > 0
    assert told["missing"] == 0
    with ledger.reading() as connection:
        assert [tuple(row) for row in connection.execute(text(matters_join()))] == ask(matters_join(), folder)


def test_a_crowd_is_heard_in_the_one_text_as_in_the_program(tmp_path: Path, ledger: Ledger) -> None:
    pytest.importorskip("duckdb")
    rows = [(16 + part, (said - 120 << 32) + who, 1000 * part + 3 * said + who) for part in (0, 1) for said in range(230) for who in (1, 2)]
    with ledger.writing() as (connection, _):
        connection.exec_driver_sql("INSERT INTO matter_key VALUES (?, ?, ?)", rows)
        home, guests = (LedgerClaims(connection).heard([16 + part])[16 + part].claims for part in (0, 1))
    met = {(min(a, b), max(a, b)) for _, a in home for _, b in (*home, *guests) if a != b}
    list(write((table for table in mirrored(ledger) if table.name == "matter_key"), tmp_path))
    assert set(ask(matters_join(), tmp_path)) == met
    assert len(home) == limits().crowd_claims == 200


def test_the_bytes_of_documents_are_not_mirrored(ledger: Ledger, tmp_path: Path) -> None:
    tables = mirror(ledger, tmp_path)
    assert "bytes" not in {row[0] for row in ask("DESCRIBE blob", tmp_path)}
    assert {"reuse_mark", "claim", "reprint", "sighting"} <= tables.keys()
    assert not any("search" in name for name in tables)
