"""Watches and bookmarks on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ledgers import filled
from tests.unit.cli.console import PACK, call, rows


@pytest.fixture(name="at", scope="module")
def _at(tmp_path_factory: pytest.TempPathFactory) -> list[object]:
    return ["--ledger", filled(tmp_path_factory.mktemp("watch"))]


def test_a_watch_says_what_is_new_until_it_was_looked_at(at: list[object], tmp_path: Path) -> None:
    assert "is watched" in call("watch", "add", "attacks of all", "--stance", "asserts", *at).output
    peeked = rows(call("watch", "look", *PACK, "attacks of all", "--peek", "--json", *at))
    assert peeked
    assert {row["watch"] for row in peeked} == {"attacks of all"}
    assert rows(call("watch", "look", *PACK, "--json", *at)) == peeked
    assert rows(call("watch", "look", *PACK, "--json", *at)) == []
    assert rows(call("watch", "look", *PACK, "--since", "2001", "--json", *at)) == peeked
    kept = call("watch", "list", "--json", *at).output
    (tmp_path / "w.jsonl").write_text(kept, encoding="utf-8")
    assert call("watch", "remove", "nothing", *at).exit_code == 1
    call("watch", "remove", "attacks of all", *at)
    assert "nothing is watched" in call("watch", "list", *at).output
    call("watch", "add", "--file", tmp_path / "w.jsonl", *at)
    (again,) = rows(call("watch", "list", "--json", *at))
    assert (again["name"], again["where"], again["looked"]) == ("attacks of all", {"stance": "asserts"}, None)
    assert call("verify", *at).exit_code == 0  # it is no part of the record


def test_a_bookmark_stays_where_it_is_with_peek(at: list[object]) -> None:
    first = rows(call("changed", *PACK, "--since-last-look", "--peek", "--json", *at))
    assert first
    assert rows(call("changed", *PACK, "--since-last-look", "--json", *at)) == first
    assert rows(call("changed", *PACK, "--since-last-look", "--json", *at)) == []
    assert rows(call("changed", *PACK, "--since-last-look", "--name", "another", "--json", *at)) == first
    assert "Documents added" in call("changed", *PACK, "--since", "2001", *at).output


@pytest.mark.parametrize(
    "arguments",
    [
        ("changed",),
        ("changed", "--since", "yesterday", "--since-last-look"),
        ("watch", "add"),
        ("watch", "add", "--file", "/no/such/file"),
        ("report", "--from", "2018", "--to", "2018", "--format", "docx"),
    ],
)
def test_what_is_not_understood(at: list[object], arguments: tuple[object, ...]) -> None:
    assert call(*arguments, *at).exit_code == 2


def test_a_report_is_written_in_the_form_of_its_name(at: list[object], tmp_path: Path) -> None:
    for name, begins in (("r.html", "<!doctype html>"), ("r.json", "{")):
        place = tmp_path / name
        assert call("report", *PACK, "--from", "2001", "--to", "2031", "-o", place, *at).exit_code == 0
        assert place.read_text(encoding="utf-8").startswith(begins)
    assert call("report", *PACK, "--from", "2001", "--to", "2031", "-o", tmp_path / "no" / "r.md", *at).exit_code == 1
