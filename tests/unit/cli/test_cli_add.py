from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

from tests.unit.cli.console import HELD, LOST, PACK, call, lines, rows, write


def add(ledger: Path, *arguments: object, **given: Any) -> Result:  # noqa: ANN401 - passed on
    return call("add", *arguments, "--ledger", ledger, *PACK, "--json", "--workers", 1, **given)


def counts(result: Result) -> dict[str, int]:
    found: dict[str, int] = lines(result)[0]["documents"]
    return {name: count for name, count in found.items() if count}


def test_documents_are_recorded_once(tmp_path: Path) -> None:
    ledger, docs = tmp_path / "l.db", write(tmp_path / "docs", a=HELD, b=LOST)
    first = add(ledger, docs, "--published", "2018-10-04")
    assert counts(first) == {"added": 2}
    before = rows(call("claims", "--ledger", ledger, "--json"))
    assert len(before) == lines(first)[0]["claims"] > 0
    again = add(ledger, docs, "--published", "2018-10-04")
    assert (again.exit_code, counts(again)) == (0, {"known": 2})
    assert rows(call("claims", "--ledger", ledger, "--json")) == before
    assert call("verify", "--ledger", ledger).exit_code == 0


def test_the_same_bytes_elsewhere_are_an_appearance(tmp_path: Path) -> None:
    ledger = tmp_path / "l.db"
    result = add(ledger, write(tmp_path / "docs", a=HELD, b=HELD))
    assert counts(result) == {"added": 1, "appearances": 1}
    later = add(ledger, write(tmp_path / "more", c=HELD))
    assert counts(later) == {"appearances": 1}
    (pair, *_) = rows(call("reprints", "--ledger", ledger, "--json"))
    assert (Path(pair["a"]).name, Path(pair["b"]).name, pair["containment"]) == ("a.txt", "b.txt", 1.0)


def test_what_fails_is_named_and_the_rest_goes_in(tmp_path: Path) -> None:
    docs = write(tmp_path / "docs", a=HELD, empty="", binary=bytes(range(256)) * 8)
    (docs / "gone.txt").symlink_to(tmp_path / "nowhere")
    result = add(tmp_path / "l.db", docs)
    assert result.exit_code == 3
    assert counts(result) == {"added": 1, "failed": 3}
    told = {line.partition(" ")[0]: line for line in result.stderr.splitlines()}
    assert {code: Path(line.partition("[")[2].partition("]")[0]).name for code, line in told.items()} == {
        "R201": "empty.txt",
        "R202": "binary.txt",
        "R205": "gone.txt",
    }
    assert [failure["code"] for failure in lines(result)[0]["failures"]] == ["R202", "R201", "R205"]
    assert add(tmp_path / "l.db", docs / "empty.txt").exit_code == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is unreadable to the superuser")
def test_a_file_that_may_not_be_read_is_named(tmp_path: Path) -> None:
    docs = write(tmp_path / "docs", a=HELD, secret=LOST)
    (docs / "secret.txt").chmod(0)
    result = add(tmp_path / "l.db", docs)
    assert (result.exit_code, counts(result)) == (3, {"added": 1, "failed": 1})


def test_a_table_is_added_by_its_own_columns(tmp_path: Path) -> None:
    table = tmp_path / "feed.csv"
    table.write_text(f'n,day,outlet,body\n7,10/4/2018,Longline,"{HELD}"\n8,10/5/2018,The Eastbank Voice,"{LOST}"\n')
    columns = ("--column", "id=n", "--column", "published=day", "--column", "publisher=outlet", "--column", "text=body")
    result = add(tmp_path / "l.db", table, *columns, "--date-order", "mdy")
    assert counts(result) == {"added": 2}
    (row, *_) = rows(call("claims", "--ledger", tmp_path / "l.db", "--ref", "7", "--json"))
    assert row["doc"]["published"] == "2018-10-04"
    assert row["doc"]["path"] == f"{table}#1"


def test_an_unknown_column_is_a_mistake_of_the_call(tmp_path: Path) -> None:
    table = tmp_path / "feed.csv"
    table.write_text("day,article_body\n2018-10-04,The road is open.\n")
    result = add(tmp_path / "l.db", table, "--column", "text=artcle_body")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"R101 [{table}]: ")
    assert "did you mean 'article_body'" in result.stderr


def test_a_ledger_in_a_folder_that_is_added_is_passed_over(tmp_path: Path) -> None:
    result = add(write(tmp_path, a=HELD) / "l.db", tmp_path)
    assert (result.exit_code, counts(result)) == (0, {"added": 1})
    assert add(tmp_path / "l.db", tmp_path).exit_code == 0


def test_standard_input_is_added(tmp_path: Path) -> None:
    assert counts(add(tmp_path / "l.db", "-", given=HELD.encode())) == {"added": 1}


def test_a_document_in_another_language_is_recorded_and_named(tmp_path: Path) -> None:
    docs = write(tmp_path / "docs", a="Les forces du gouvernement ont repris le quartier dans la nuit, selon les habitants de la ville.")
    result = add(tmp_path / "l.db", docs)
    assert (result.exit_code, counts(result)) == (0, {"added": 1, "not_read": 1})
    assert lines(result)[0]["not_read"] == [{"path": str(docs / "a.txt"), "lang": "fr"}]
    told = call("add", docs, "--ledger", tmp_path / "m.db", *PACK).stdout
    assert "recorded but not read, its language is fr" in told


def test_a_person_is_told_what_went_in(tmp_path: Path) -> None:
    told = call("add", write(tmp_path / "docs", a=HELD), "--ledger", tmp_path / "l.db", *PACK)
    assert "1  documents added" in told.stdout
    assert told.stderr == ""


def test_a_ledger_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    result = add(tmp_path, write(tmp_path / "docs", a=HELD))
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("R402 [")
