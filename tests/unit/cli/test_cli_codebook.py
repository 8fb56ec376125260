from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from reportedly import authoring
from tests.unit.cli.console import call, rows, write
from tests.unit.codebook.test_extend import OWN, written

TEXT = "The brigade ferried across the river."


def test_check_says_how_many_frames_there_are_and_names_every_mistake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    good = call("codebook", "check", written(tmp_path, OWN))
    assert (good.exit_code, good.stdout) == (0, "1 frames: no mistake found\n")
    bad = written(tmp_path, OWN.replace("id: ferries", "id: killed").replace("[ferry]", "[any]"))
    monkeypatch.setattr("reportedly.authoring.check", cache(authoring.check))  # it is asked twice for the same
    answer = call("codebook", "check", bad)
    assert answer.exit_code == 1
    assert f"R302 [{bad}:3]: frame killed: the frame 'killed' is in the codebook that ships already" in answer.stderr
    (told,) = (json.loads(call("codebook", "check", bad, "--json").stdout)["mistakes"],)
    assert (told[0]["file"], told[0]["line"], told[0]["entry"], told[0]["example"]) == (str(bad), 3, "killed", TEXT)
    assert told[0]["remedy"]


def test_a_file_whose_aliases_multiply_is_refused(tmp_path: Path) -> None:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join(['*' + chr(97 + n)] * 10)}]" for n in range(9)]
    answer = call("codebook", "check", written(tmp_path, "\n".join(lines)))
    assert (answer.exit_code, answer.stdout) == (1, "0 frames: 1 mistake\n")
    assert "aliases repeat" in answer.stderr


def test_try_tells_why_a_sentence_makes_a_claim_and_what_the_others_lack(tmp_path: Path) -> None:
    own = ("--codebook", written(tmp_path, OWN))
    answer = call("codebook", "try", TEXT, *own)
    assert answer.exit_code == 0
    assert "ferries#1 (own.yaml:8)" in answer.stdout
    assert "no trigger of the codebook has a word of it" in call("codebook", "try", "Zig zag zog.", *own).stdout
    told = json.loads(call("codebook", "try", "The army was under siege.", "--json").stdout)
    assert {one["words"] for one in told["tried"]} >= {"was"}
    assert any("should hold" in one["outcome"] for one in told["tried"])


def test_a_frame_is_tried_on_a_ledger(tmp_path: Path) -> None:
    ledger = tmp_path / "l.db"
    assert call("add", write(tmp_path / "docs", a=TEXT), "--ledger", ledger, "--rules-only").exit_code == 0
    asked = ("codebook", "try", "--frame", "ferries", "--ledger", ledger, "--codebook", written(tmp_path, OWN))
    answer = call(*asked, "--workers", 1)
    assert answer.exit_code == 0
    assert "ferries: 1 claim in 1 of 1 document" in answer.stdout
    assert json.loads(call(*asked, "--json", "--workers", 1).stdout)["claims"] == 1
    assert "ferries" not in {row["frame"] for row in rows(call("claims", "--ledger", ledger, "--json"))}
    told = json.loads(
        call("reread", "--ledger", ledger, "--codebook", written(tmp_path, OWN), "--rules-only", "--workers", 1, "--json").stdout
    )
    assert (told["documents"], told["orphaned"]) == (1, [])
    assert "ferries" in {row["frame"] for row in rows(call("claims", "--ledger", ledger, "--json"))}
    again = call("reread", "--ledger", ledger, "--codebook", written(tmp_path, OWN), "--rules-only", "--workers", 1)
    assert "read by this run before" in again.stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("codebook", "try"), "give a sentence, or --frame"),
        (("codebook", "try", "x", "--frame", "y"), "give a sentence, or --frame"),
        (("codebook", "show", "nothing"), "no claim type or frame"),
    ],
)
def test_a_call_that_is_not_understood_is_one_line(arguments: tuple[str, ...], words: str) -> None:
    answer = call(*arguments)
    assert (answer.exit_code, len(answer.stderr.splitlines())) == (2, 1)
    assert words in answer.stderr


def test_show_tells_all_that_a_frame_is_made_of(tmp_path: Path) -> None:
    answer = call("codebook", "show", "ferries", "--codebook", written(tmp_path, OWN)).stdout
    for words in ("movement", "required", "trigger #1", "prep:across|over", TEXT):
        assert words in answer
    (kind,) = rows(call("codebook", "show", "ferries", "--codebook", tmp_path / "own.yaml", "--json"))
    assert [frame["id"] for frame in kind["frames"]] == ["ferries"]


def test_annotate_explains_and_gives_what_is_withheld(tmp_path: Path) -> None:
    docs = write(tmp_path / "docs", a="The army seized the village of Odrivar.")
    strict = ("--codebook", written(tmp_path, "type: control\nthreshold: 0.99\n"), "--rules-only")
    shown = call("annotate", docs, "--no-json", "--explain", "--rules-only").stdout
    assert "takes-control#" in shown
    assert "in the slot subj" in shown
    (row,) = rows(call("annotate", docs, "--json", "--withheld", *strict))
    assert (row["claims"], row["withheld"]) == ([], {"control": 1})
    assert [claim["frame"] for claim in row["claims_withheld"]] == ["takes-control"]
    assert "1 claim withheld" in call("annotate", docs, "--no-json", *strict).stdout
    summary = json.loads(call("add", docs, "--ledger", tmp_path / "l.db", "--json", "--workers", 1, *strict).stdout)
    assert (summary["claims"], summary["withheld"]) == (0, 1)
    assert "withheld" in call("status", "--ledger", tmp_path / "l.db").stdout
