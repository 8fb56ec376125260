from __future__ import annotations

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
