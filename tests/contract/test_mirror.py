from __future__ import annotations

import json
from pathlib import Path

import pytest
from sqlalchemy import text
from typer.testing import CliRunner

from reportedly.cli import app
from reportedly.compare.reuse import update
from reportedly.engine.mirror import ask
from reportedly.query.mirror import mirror, reuse_join
from reportedly.store import Ledger
from reportedly.store.reuse import compare_new
from tests.contract.test_query_reuse import STORY, fill, page
from tests.strategies import RUN
from tests.unit.compare.build import prose


def test_one_text_of_sql_says_the_same_in_the_ledger_and_over_the_mirror(tmp_path: Path, ledger: Ledger) -> None:
    pytest.importorskip("duckdb")
    fill(ledger)
    ledger.writer(RUN).add(page("quote.txt", f"{prose(7, 50)}. {STORY[:250]}", 6, "Quay Times"))
    compare_new(ledger, update)
    folder = tmp_path / "mirror"
    result = CliRunner().invoke(app, ["mirror", str(folder), "--ledger", ledger.where, "--json"])
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


def test_the_bytes_of_documents_are_not_mirrored(ledger: Ledger, tmp_path: Path) -> None:
    tables = mirror(ledger, tmp_path)
    assert "bytes" not in {row[0] for row in ask("DESCRIBE blob", tmp_path)}
    assert {"reuse_mark", "claim", "reprint", "sighting"} <= tables.keys()
    assert not any("search" in name for name in tables)
