from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.cli.console import HELD, PACK, call, lines, rows, write


def test_one_line_per_document_in_order_of_names(tmp_path: Path) -> None:
    write(tmp_path, b="Nothing happened.", a=HELD, c="The bridge is blue.")
    found = rows(call("annotate", tmp_path, "--json", *PACK, "--published", "2018-10-04", "--publisher", "Longline"))
    assert [Path(row["doc"]["path"]).name for row in found] == ["a.txt", "b.txt", "c.txt"]
    first = found[0]
    assert first["doc"]["published"] == {"value": "2018-10-04", "origin": "argument", "weak": False}
    assert first["doc"]["publisher"]["name"] == "Longline"
    assert [claim["type"] for claim in first["claims"]][:1] == ["control"]
    for claim in first["claims"]:
        assert first["text"][claim["start"] : claim["end"]].strip()


def test_where_no_terminal_reads_json_is_given_and_a_person_may_ask_for_text(tmp_path: Path) -> None:
    write(tmp_path, a=HELD)
    assert lines(call("annotate", tmp_path, *PACK))[0]["text"] == HELD
    told = call("annotate", tmp_path, *PACK, "--no-json").stdout
    assert "asserts" in told
    assert "Copper Row" in told


def test_only_the_layers_asked_for_are_given(tmp_path: Path) -> None:
    write(tmp_path, a=HELD)
    (claims,) = rows(call("annotate", tmp_path, *PACK, "--layers", "claims"))
    assert claims["claims"]
    assert claims["places"] == claims["actors"] == claims["attributions"] == []
    (places,) = rows(call("annotate", tmp_path, *PACK, "--layers", "places, actors"))
    assert places["places"]
    assert places["claims"] == places["times"] == []


def test_standard_input_is_read() -> None:
    (row,) = rows(call("annotate", "-", *PACK, given=HELD.encode()))
    assert row["doc"]["path"] == "-"
    assert row["text"] == HELD


def test_a_broken_line_is_a_line_with_its_error_and_the_others_go_on(tmp_path: Path) -> None:
    (tmp_path / "feed.jsonl").write_text('{"text": "The army left Dovrin."}\n{"text": \n{"text": "The road is open.", "id": "r3"}\n')
    result = call("annotate", tmp_path / "feed.jsonl", *PACK)
    found = lines(result)
    assert result.exit_code == 3
    assert [bool(row["doc"]["error"]) for row in found] == [False, True, False]
    assert found[1]["doc"]["error"].startswith("R204: ")
    assert found[2]["doc"]["ref"] == "r3"
    assert result.stderr.startswith(f"R204 [{tmp_path / 'feed.jsonl'}#2]: ")


def test_where_nothing_can_be_read_the_call_has_failed(tmp_path: Path) -> None:
    result = call("annotate", tmp_path / "missing.txt", *PACK)
    assert result.exit_code == 1
    assert lines(result)[0]["doc"]["error"].startswith("R205: ")


def test_a_language_that_is_not_read_is_said(tmp_path: Path) -> None:
    write(tmp_path, a="المدينة القديمة هادئة اليوم والطريق مفتوح")
    (row,) = rows(call("annotate", tmp_path, *PACK))
    assert row["doc"]["error"] == "not read: ar"
    assert row["claims"] == []
    assert "not read: its language is ar" in call("annotate", tmp_path, *PACK, "--no-json").stdout


@pytest.mark.parametrize(
    ("options", "code", "word"),
    [
        (("--layers", "claims,dreams"), "R102 [--layers]", "dreams"),
        (("--published", "4 May"), "R102 [--published]", "YYYY-MM-DD"),
        (("--column", "body"), "R102 [--column]", "ours=theirs"),
        (("--column", "body=content"), "R102 [column]", "body"),
        (("--encoding", "utf-99"), "R102", "utf-99"),
        (("--date-order", "ydm"), "R102", "ydm"),
    ],
)
def test_an_option_that_is_not_understood_is_named(tmp_path: Path, options: tuple[str, ...], code: str, word: str) -> None:
    write(tmp_path, a=HELD)
    result = call("annotate", tmp_path, *PACK, *options)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(code)
    assert word in result.stderr


def test_a_mistake_in_a_pack_is_named_by_its_line(tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_text("id: broken\nname: Broken\nversion: 1\n")
    (tmp_path / "actors.yaml").write_text("- id: A\n  name: The A\n  kind: wizard\n")
    write(tmp_path / "docs", a=HELD)
    read, checked = call("annotate", tmp_path / "docs", "--pack", tmp_path, "--json"), call("pack", "check", tmp_path)
    assert [result.exit_code for result in (read, checked)] == [0, 3]
    assert len(read.stdout.splitlines()) == 1
    for result in (read, checked):
        assert result.stderr.count(f"{tmp_path / 'actors.yaml'}:3") == 1
        assert "wizard" in result.stderr
