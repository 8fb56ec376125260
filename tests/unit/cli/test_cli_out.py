from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.cli.out import clean, neutral, write_csv, write_json


@given(st.text())
def test_no_cell_begins_as_a_formula_does(text: str) -> None:
    told = neutral(text)
    assert isinstance(told, str)
    assert not told.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert told.removeprefix("'") == text or told == text


@given(st.text())
def test_nothing_that_steers_a_terminal_is_shown(text: str) -> None:
    told = clean(text)
    assert all(sign.isprintable() or ord(sign) > 0x9F for sign in told)
    assert "\n" not in told
    assert not set(told) & {"\x1b", "\x9b", "\u202e", "\u2066"}


@given(st.text(alphabet=st.characters()), st.text(alphabet=st.characters(codec="utf-8")))
def test_a_line_of_json_is_one_line_and_reads_back(key: str, value: str) -> None:
    out = io.StringIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.stdout", out)
        write_json({key: value})
    line = out.getvalue()
    assert line.count("\n") == 1
    line.encode()
    assert json.loads(line) == {key: value}


def test_a_table_reads_back_but_for_the_apostrophes(capsys: pytest.CaptureFixture[str]) -> None:
    write_csv(["a", "b"], [["=1+1", 'x, "y"\nz'], [-5, None]])
    assert list(csv.reader(io.StringIO(capsys.readouterr().out))) == [["a", "b"], ["'=1+1", 'x, "y"\nz'], ["-5", ""]]
