from __future__ import annotations

from itertools import pairwise
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


@pytest.mark.parametrize(
    ("text", "words"), [("- " + "[" * 3000 + "]" * 3000, "too deep"), ("- &a [*a]", "one in itself"), ("? [a]\n: b", "a key is a list")]
)
def test_what_lies_in_itself_or_has_lists_for_keys_is_named(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(DataError, match=words):
        loaded(tmp_path, text)


def test_anchors_that_repeat_each_other_without_end_are_named(tmp_path: Path) -> None:
    lines = ["- &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"- &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    with pytest.raises(DataError, match="aliases repeat"):
        loaded(tmp_path, "\n".join(lines))
    assert loaded(tmp_path, "- &a {b: 1}\n- *a").plain() == [{"b": 1}, {"b": 1}]


@pytest.mark.parametrize("text", [".inf", "-.inf", ".nan", "190:20:30.15", "9" * 5000])
def test_what_yaml_calls_a_number_and_is_none_stays_text(tmp_path: Path, text: str) -> None:
    assert loaded(tmp_path, f"a: {text}").text("a") == text


def test_a_complaint_shows_the_value_as_it_was_written(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"not \['x'\]"):
        loaded(tmp_path, "a: [x]").text("a")


def test_aliases_that_multiply_are_refused_before_they_are_followed(tmp_path: Path) -> None:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x, x]"]
    names = "abcdefghij"
    lines += [f"{b}: &{b} [{', '.join(['*' + a] * 10)}]" for a, b in pairwise(names)]
    with pytest.raises(DataError, match="aliases repeat") as caught:
        loaded(tmp_path, "\n".join(lines))
    assert caught.value.where is not None
    assert caught.value.where.startswith(f"{tmp_path / 'x.yaml'}:")


def test_a_few_aliases_stand_for_what_they_name(tmp_path: Path) -> None:
    assert loaded(tmp_path, "a: &a [1, 2]\nb: *a").plain() == {"a": [1, 2], "b": [1, 2]}
