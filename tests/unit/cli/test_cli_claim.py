from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.unit.cli.console import call

WORDS = "The observers were refused entry to the quarter."


@pytest.fixture(autouse=True)
def _set_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("REPORTEDLY_LEDGER", str(tmp_path / "l.db"))


def test_a_report_goes_in_is_told_and_is_known_the_second_time(tmp_path: Path) -> None:
    args = ("claim", "add", "--reporter", "A. Monitor", "--text", WORDS, "--date", "2031-05-06", "--json")
    first = json.loads(call(*args).stdout)
    assert (first["outcome"], first["signed"]["by"], first["signed"]["holds"]) == ("added", "A. Monitor", True)
    assert [claim["frame"] for claim in first["claims"]] == ["access-refused"]
    assert first["claims"][0]["explain"]["trigger"]["words"] == "refused"
    second = json.loads(call(*args).stdout)
    assert second["outcome"] == "known"
    assert second["claims"] == first["claims"]
    assert (tmp_path / "config" / "reportedly" / "key.pem").is_file()
    shown = call("show", first["claims"][0]["id"]).stdout
    assert "by A. Monitor, key" in shown
    assert call("verify").exit_code == 0


def test_a_person_sees_the_claims_with_their_ids() -> None:
    answer = call("claim", "add", "--reporter", "A", "--frame", "access-refused", "--arg", "observer=The observers", "--text", WORDS)
    assert "added: reports/undated/A, 1 claim" in answer.stdout
    assert "signed by A, key" in answer.stdout


def test_words_come_from_a_file_and_where_nothing_is_drawn_that_is_said(tmp_path: Path) -> None:
    path = tmp_path / "log.txt"
    path.write_text("Quiet.", encoding="utf-8")
    answer = call("claim", "add", "--reporter", "A", "--file", str(path))
    assert answer.exit_code == 0
    assert "no claim was drawn from these words" in answer.stderr


@pytest.mark.parametrize(
    ("extra", "code", "words"),
    [
        (("--text", "x", "--file", "y"), 2, "exclude each other"),
        (("--file", "/nowhere/log.txt"), 1, "R205"),
        (("--text", "x", "--stance", "denies"), 2, "needs its frame"),
        (("--text", WORDS, "--frame", "access-refused", "--arg", "observer"), 2, "no role with its words"),
        (("--text", WORDS, "--frame", "access-refused"), 2, "needs observer"),
    ],
)
def test_what_does_not_fit_is_one_line(extra: tuple[str, ...], code: int, words: str) -> None:
    answer = call("claim", "add", "--reporter", "A", *extra)
    assert (answer.exit_code, answer.stdout) == (code, "")
    assert words in answer.stderr
    assert len(answer.stderr.splitlines()) == 1
