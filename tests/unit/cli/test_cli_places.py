from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.unit.cli.console import PACK, call, rows


@pytest.fixture(autouse=True)
def _own_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("REPORTEDLY_GAZETTEERS", str(tmp_path / "gazetteers"))


def test_a_lookup_gives_one_line_for_each_place_that_may_be_meant() -> None:
    (found,) = rows(call("places", "lookup", "Copper-Row", *PACK, "--json"))
    assert (found["name"], found["why"], found["distance"], found["tied"], found["origin"]) == ("Copper Row", "name", 0.0, False, "pack")
    assert found["km"] is None


def test_other_spellings_are_tried_inside_a_place() -> None:
    (found,) = rows(call("places", "lookup", "Koper Rouw", "--within", "ILMARRA", *PACK, "--json"))
    assert (found["name"], found["why"]) == ("Copper Row", "skeleton")
    assert found["distance"] > 0


def test_nothing_is_given_where_no_list_has_the_name() -> None:
    assert call("places", "lookup", "Zzyzzx", *PACK, "--json").stdout == ""
    assert "Copper Row" in call("places", "lookup", "Copper Row", *PACK).stdout


def test_an_id_that_nobody_knows_is_told() -> None:
    result = call("places", "lookup", "Copper Row", "--within", "NOWHERE", *PACK)
    assert result.exit_code == 1
    assert result.stderr.startswith("R404 [--within]")


def test_what_is_imported_is_found_and_what_is_skipped_is_told(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text("id,name,lat,lon,kind\nx1,Tarnovar,10,20,town\nx2,,1,2,town\nx1,Tarnovar,11,21,town\n", encoding="utf-8")
    result = call("places", "import", path, "--json")
    assert result.exit_code == 3
    assert result.stderr.startswith(f"R303 [{path}:3]: a place needs an id and a name")
    (told,) = [json.loads(line) for line in result.stdout.splitlines()]
    assert (told["format"], told["places"], told["replaced"], told["skipped"]) == ("csv", 1, 1, {"a place needs an id and a name": 1})
    (found,) = rows(call("places", "lookup", "tarnovar", *PACK, "--json"))
    assert (found["id"], found["lat"], found["origin"]) == ("x1", 11.0, "user")


def test_a_name_that_is_a_path_is_no_name(tmp_path: Path) -> None:
    result = call("places", "import", tmp_path / "x.csv", "--name", "../x")
    assert result.exit_code == 2
    assert "R102 [--name]" in result.stderr


def test_a_gazetteer_that_cannot_be_read_and_mistakes_of_a_pack_are_told(tmp_path: Path) -> None:
    (tmp_path / "gazetteers").mkdir()
    (tmp_path / "gazetteers" / "old.gazetteer").write_text("no gazetteer", encoding="utf-8")
    (tmp_path / "isle").mkdir()
    (tmp_path / "isle" / "pack.yaml").write_text("id: isle\ngazetteer: none\n", encoding="utf-8")
    (tmp_path / "isle" / "actors.yaml").write_text("- {id: A}\n", encoding="utf-8")
    result = call("places", "lookup", "Tarn", "--pack", tmp_path / "isle")
    assert (result.exit_code, result.stdout) == (0, "")
    mistake, unusable = result.stderr.splitlines()
    assert mistake.startswith("R301")
    assert unusable.startswith(f"R303 [{tmp_path / 'gazetteers' / 'old.gazetteer'}]")
