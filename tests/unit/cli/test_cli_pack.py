"""Packs from the command line: started, checked, listed, and grown from what reports name."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.cli.console import PACK, call, lines, rows, write

REPORT = (
    "Lise Quell of the Ostermark Harbour Watch met fighters of the Valley Defence Council in the town of Odrin on Monday.\n"
    "Lise Quell said that the Ostermark Harbor Watch had lost the town of Odrin."
)


def test_a_new_pack_loads_as_it_is(tmp_path: Path) -> None:
    made = call("pack", "new", tmp_path / "North War")
    assert made.exit_code == 0
    assert {Path(line).name for line in made.stdout.splitlines()} >= {"pack.yaml", "actors.yaml", "places.csv", "sources.yaml"}
    (found,) = rows(call("pack", "check", tmp_path / "North War", "--json"))
    assert (found["pack"], found["mistakes"]) == ("world+north-war", [])
    write(tmp_path / "docs", a=REPORT)
    (row,) = rows(call("annotate", tmp_path / "docs", "--pack", tmp_path / "North War", "--rules-only", "--json"))
    assert any(actor["actor"].startswith("x:") for actor in row["actors"])


def test_the_folder_one_is_in_can_become_a_pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "isle").mkdir()
    monkeypatch.chdir(tmp_path / "isle")
    assert call("pack", "new", ".").exit_code == 0
    (found,) = rows(call("pack", "check", ".", "--json"))
    assert found["pack"] == "world+isle"


@pytest.mark.parametrize("name", ["taken", "taken/file", "…"])
def test_nothing_is_written_over(tmp_path: Path, name: str) -> None:
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken" / "file").write_text("mine")
    result = call("pack", "new", tmp_path / name)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("R102")
    assert (tmp_path / "taken" / "file").read_text() == "mine"
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]


def test_a_check_names_every_mistake_and_counts_what_was_read(tmp_path: Path) -> None:
    call("pack", "new", tmp_path / "isle")
    entries = ["- {id: A, name: The A, kind: wizard}", "- {id: B, name: Bees, kind: party}", "- {id: C, name: Bees, kind: party}"]
    (tmp_path / "isle" / "actors.yaml").write_text("\n".join(entries))
    (tmp_path / "isle" / "places.csv").write_text("id,name,kind,within,lat,lon,variants,arabic,source\np,Port,town,,200,1,,,\n")
    told, counted = call("pack", "check", tmp_path / "isle"), call("pack", "check", tmp_path / "isle", "--json")
    assert [told.exit_code, counted.exit_code] == [3, 3]
    assert len(told.stderr.splitlines()) == 3
    (found,) = lines(counted)
    at = [(Path(m["file"]).name, m["line"], m["code"]) for m in found["mistakes"]]
    assert at == [("actors.yaml", 1, "R301"), ("places.csv", 2, "R301"), ("actors.yaml", 3, "R301")]
    assert all(m["remedy"] and m["done"] for m in found["mistakes"])


def test_what_is_no_pack_fails(tmp_path: Path) -> None:
    result = call("pack", "check", tmp_path / "nowhere")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("R301")


def test_a_pack_is_listed() -> None:
    found = rows(call("pack", "show", *PACK, "--json"))
    assert {row["what"] for row in found} == {"actor", "place", "source"}
    army = next(row for row in found if row["id"] == "COR-ARMY")
    assert {"text": "the army", "label": False, "metonym": False, "begin": None, "until": None} in army["aliases"]
    told = call("pack", "show", *PACK)
    assert told.exit_code == 0
    assert "COR-ARMY" in told.stdout


def test_what_reports_name_and_the_pack_does_not_know_is_listed_by_count(tmp_path: Path) -> None:
    docs = write(tmp_path / "docs", a=REPORT, b="Lise Quell spoke on Tuesday.")
    found = rows(call("pack", "show", docs, *PACK, "--json"))
    by_name = {row["name"]: row for row in found}
    assert [row["count"] for row in found] == sorted((row["count"] for row in found), reverse=True)
    quell = by_name["Lise Quell"]
    assert (quell["what"], quell["kind"], quell["count"], quell["documents"]) == ("actor", "person", 3, 2)
    assert by_name["Odrin"]["what"] == "place"
    assert not {"Valley Defence Council", "Monday"} & set(by_name)
    example = quell["examples"][0]
    assert REPORT[example["start"] : example["end"]] == "Lise Quell"
    assert example["words"].startswith("Lise Quell of the Ostermark")
    told = call("pack", "show", docs, *PACK, "--least", 3)
    assert told.exit_code == 0
    assert "Lise Quell" in told.stdout
    assert "Odrin" not in told.stdout.splitlines()[1][:40]


def test_a_report_that_cannot_be_read_is_named_and_the_rest_counted(tmp_path: Path) -> None:
    docs = write(tmp_path / "docs", a=REPORT, b=b"\x00\x01\x02" * 40)
    result = call("pack", "show", docs, *PACK, "--top", 1, "--json")
    assert result.exit_code == 3
    assert "b.txt" in result.stderr
    assert len(lines(result)) == 1
