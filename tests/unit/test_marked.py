from __future__ import annotations

from pathlib import Path

import pytest

from reportedly import marked
from reportedly.errors import DataError


def loaded(tmp_path: Path, text: str) -> marked.Marked:
    path = tmp_path / "x.yaml"
    path.write_text(text, encoding="utf-8")
    return marked.load(path, DataError)


def test_values_know_their_line(tmp_path: Path) -> None:
    doc = loaded(tmp_path, "a: 1\nb:\n  - x\n  - {c: 2.5, d: null, e: true}\n")
    assert doc.plain() == {"a": 1, "b": ["x", {"c": 2.5, "d": None, "e": True}]}
    item = list(doc.need("b").items())[1]
    assert item.line == 4
    assert item.get("d") is None


def test_dates_stay_text(tmp_path: Path) -> None:
    assert loaded(tmp_path, "a: 2030-05-08").text("a") == "2030-05-08"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [("a: [1", 2, "no YAML"), ("a: 1\na: 2", 2, "twice"), ("", 1, "empty"), ("a:\n\tb: 1", 2, "no YAML")],
)
def test_broken_files_are_named_by_line(tmp_path: Path, text: str, line: int, words: str) -> None:
    with pytest.raises(DataError, match=words) as caught:
        loaded(tmp_path, text)
    assert str(caught.value.where).endswith(f":{line}")


def test_wrong_kinds_are_named(tmp_path: Path) -> None:
    doc = loaded(tmp_path, "a: 1\nb: [x]")
    with pytest.raises(DataError, match="text is expected"):
        doc.text("a")
    with pytest.raises(DataError, match="'c' is missing"):
        doc.need("c")
    with pytest.raises(DataError, match="unknown key 'b'"):
        doc.only("a")
    assert doc.strings("b") == ("x",)
    assert doc.maybe("z") is None


def test_a_file_that_is_not_there_is_an_error_with_its_name(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="cannot be read"):
        marked.load(tmp_path / "none.yaml", DataError)
