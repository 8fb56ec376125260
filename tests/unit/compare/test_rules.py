from __future__ import annotations

from pathlib import Path

import pytest

from reportedly.compare.rules import load_rules, rules
from reportedly.errors import DataError

TABLE = """who: {people: [people]}
outcome: {killed: [killed], injured: [killed]}
shares: [percent]
roles: {doer: [attacker], holder: [controller], loser: [loser]}
control: {held: [holds-control], lost: [loses-control]}
"""


def test_the_programs_rules_are_read() -> None:
    assert rules().who["civilians"] == "people"
    assert "takes-control" in rules().held


def test_a_word_in_two_classes_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "rules.yaml"
    path.write_text(TABLE, encoding="utf-8")
    with pytest.raises(DataError, match=r"rules.yaml:2.*'killed' stands in two classes"):
        load_rules(path)


def test_an_unknown_table_is_named(tmp_path: Path) -> None:
    path = tmp_path / "rules.yaml"
    path.write_text(f"{TABLE}extra: [x]\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"unknown key 'extra'"):
        load_rules(path)
