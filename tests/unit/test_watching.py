"""Watches as they are read from a file: all of it, or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportedly.errors import OptionError
from reportedly.watching import checked, read_watches

GOOD = '{"name": "good", "where": {"place": "Saltgate", "min-chains": ""}}'


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        "[" * 10_000,
        '{"name": 1, "where": {}}',
        '{"name": "x", "where": {"place": 1}}',
        '{"name": "x", "where": {"nothing": "1"}}',
        '{"name": "x", "where": {"type": "nothing"}}',
        '{"name": "x", "where": {"known_by": "2031"}}',
        '{"name": "<b>", "where": {}}',
    ],
)
def test_lines_that_are_no_watches(tmp_path: Path, line: str) -> None:
    place = tmp_path / "w.jsonl"
    place.write_text(f"{GOOD}\n\n{line}", encoding="utf-8")
    with pytest.raises(OptionError) as refused:
        list(read_watches(place))
    assert refused.value.where == f"{place}:3"


def test_a_file_of_watches(tmp_path: Path) -> None:
    place = tmp_path / "w.jsonl"
    place.write_text(GOOD, encoding="utf-8")
    assert list(read_watches(place)) == [("good", {"place": "Saltgate"})]
    place.write_bytes(b"\xff")
    with pytest.raises(OptionError):
        list(read_watches(place))


def test_values_that_are_too_long() -> None:
    with pytest.raises(OptionError):
        checked("x", {"place": "x" * 501})
