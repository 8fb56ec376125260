from __future__ import annotations

import csv
import io
import sqlite3
from pathlib import Path

import pytest

from reportedly.example import pack
from reportedly.export.flat import COLUMNS
from tests.unit.cli.console import call, rows


def test_claims_come_with_document_words_and_chains(ledger: Path) -> None:
    found = rows(call("claims", "--ledger", ledger, "--json"))
    assert len(found) == 6
    for row in found:
        assert row["doc"]["path"]
        assert row["quote"]
        assert len(row["chains"]) == 2


def test_filters_narrow_and_are_checked(ledger: Path) -> None:
    every = rows(call("claims", "--ledger", ledger, "--json"))
    some = rows(call("claims", "--ledger", ledger, "--json", "--stance", "denies"))
    assert [row["id"] for row in some] == [row["id"] for row in every if row["stance"] == "denies"]
    assert [row["id"] for row in rows(call("claims", "--ledger", ledger, "--json", "--limit", 2, "--offset", 1))] == [
        row["id"] for row in every[1:3]
    ]
    wrong = call("claims", "--ledger", ledger, "--since", "last week")
    assert (wrong.exit_code, wrong.stdout) == (2, "")
    assert wrong.stderr.startswith("R102 [since]")


def test_a_table_has_a_line_for_each_claim(ledger: Path) -> None:
    table = list(csv.DictReader(io.StringIO(call("claims", "--ledger", ledger, "--csv").stdout)))
    found = rows(call("claims", "--ledger", ledger, "--json"))
    assert tuple(table[0]) == COLUMNS
    assert [line["id"] for line in table] == [row["id"] for row in found]
    assert {line["own"] for line in table} <= {"true", "false"}


def test_a_person_sees_words_chain_and_id(ledger: Path) -> None:
    (row, *_) = rows(call("claims", "--ledger", ledger, "--json", "--limit", 1))
    told = call("claims", "--ledger", ledger, "--limit", 1).stdout
    assert row["id"] in told
    assert row["quote"].split()[0] in told
    assert "no claim" in call("claims", "--ledger", ledger, "--text", "unheard-of").stdout


def test_json_and_csv_exclude_each_other(ledger: Path) -> None:
    assert call("claims", "--ledger", ledger, "--json", "--csv").exit_code == 2


def test_show_gives_all_that_stands_behind_a_claim(ledger: Path) -> None:
    (pair, *_) = rows(call("contradictions", "--ledger", ledger, "--json"))
    (found,) = rows(call("show", pair["a"], "--ledger", ledger, "--json"))
    assert found["context"]["text"][found["start"] - found["context"]["start"] :].startswith(found["quote"])
    assert found["judgements"]
    told = call("show", pair["a"], "--ledger", ledger).stdout
    for title in ("the words", "who says it", "what it says", "how it was drawn", "what stands against it", "judgements"):
        assert title in told
    assert pair["b"] in told


def test_show_names_an_id_that_is_not_there(ledger: Path) -> None:
    result = call("show", "c:0000", "--ledger", ledger)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("R404 [")


def test_look_alikes_are_given_on_request_only(ledger: Path) -> None:
    assert [pair["not"] for pair in rows(call("contradictions", "--ledger", ledger, "--json"))] == [False]
    assert [pair["not"] for pair in rows(call("contradictions", "--ledger", ledger, "--json", "--all"))] == [False, True]
    told = call("contradictions", "--ledger", ledger, "--all").stdout
    assert "only seems so" in told
    assert "does not mean that the reports agree" in call("contradictions", "--ledger", ledger, "--place", "Nowhere").stdout


def test_reprints_are_listed_and_narrowed(ledger: Path) -> None:
    found = rows(call("reprints", "--ledger", ledger, "--json"))
    assert {pair["label"] for pair in found} == {"reprint"}
    assert len(rows(call("reprints", "--ledger", ledger, "--json", "--path", "copies"))) < len(found)
    assert rows(call("reprints", "--ledger", ledger, "--json", "--label", "shares-passage")) == []
    assert len(rows(call("reprints", "--ledger", ledger, "--json", "--min-containment", 0.9))) < len(found)
    told = call("reprints", "--ledger", ledger, "--limit", 1).stdout
    assert found[0]["a"] in " ".join(told.split())
    assert "no two documents" in call("reprints", "--ledger", ledger, "--path", "nowhere").stdout


def test_status_counts_what_is_there(ledger: Path) -> None:
    (found,) = rows(call("status", "--ledger", ledger, "--json"))
    assert (found["documents"], found["claims"], found["failures"]) == (3, 6, 1)
    told = call("status", "--ledger", ledger).stdout
    assert "6  claims" in told
    assert found["head"] in told.replace("\n", "")


def test_a_whole_record_verifies_and_a_changed_one_does_not(ledger: Path, tmp_path: Path) -> None:
    (told,) = rows(call("verify", "--ledger", ledger, "--json"))
    assert told["whole"]
    assert call("verify", "--ledger", ledger, "--head", told["head"]).exit_code == 0
    assert call("verify", "--ledger", ledger, "--head", "ab" * 32).exit_code == 1
    changed = tmp_path / "changed.db"
    with sqlite3.connect(ledger) as source, sqlite3.connect(changed) as target:
        source.backup(target)
    target = sqlite3.connect(changed)
    names = [name for (name,) in target.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")]
    for name in names:
        target.execute(f'DROP TRIGGER "{name}"')
    target.execute("UPDATE document SET text = 'X' || substr(text, 2) WHERE text IS NOT NULL")
    target.commit()
    target.close()
    source.close()
    result = call("verify", "--ledger", changed)
    assert result.exit_code == 1
    assert result.stdout.startswith("text [")
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("kind", ["show", "schema"])
def test_the_codebook_is_given(kind: str) -> None:
    result = call("codebook", kind, *(["--json"] if kind == "show" else []))
    assert result.exit_code == 0
    assert "takes-control" in result.stdout


def test_the_codebook_is_shown_to_a_person() -> None:
    told = call("codebook", "show").stdout
    assert "control" in told
    assert "[controller]" in told


def test_a_pack_is_checked() -> None:
    (found,) = rows(call("pack", "check", pack(), "--json"))
    assert found["pack"] == "ilmarra"
    assert f"{found['actors']} actors" in call("pack", "check", pack()).stdout
