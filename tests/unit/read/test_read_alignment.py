from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reportedly.read.alignment import held


def marked(text: str, *lines: str) -> str:
    words = text.split()
    marks = held(words, [line.split() for line in lines])
    return " ".join(word for word, mark in zip(words, marks, strict=True) if mark)


def test_words_are_found_in_order_and_what_the_extract_lacks_is_skipped() -> None:
    text = "menu two boats sank two boats sank near the old [share] weir on Monday night a note said foot"
    assert marked(text, "near the old weir on Monday night") == "near the old weir on Monday night"
    assert marked(text, "two boats sank", "two boats sank near the old") == "two boats sank two boats sank near the old"
    assert marked(text, "* near the old weir on Monday", "a note", "foot") == "near the old weir on Monday a note foot"
    assert marked(text, "nothing of this is there", "") == ""


def test_a_line_that_comes_before_the_last_one_is_found_too() -> None:
    assert marked("one two three four five six seven", "five six seven", "one two three") == "one two three five six seven"


@given(st.lists(st.sampled_from("abcd"), max_size=40), st.lists(st.lists(st.sampled_from("abcde"), max_size=8), max_size=6))
def test_as_many_marks_as_words_and_none_that_the_extract_lacks(text: list[str], lines: list[list[str]]) -> None:
    marks = held(text, lines)
    assert len(marks) == len(text)
    known = {word for line in lines for word in line}
    assert all(word in known for word, mark in zip(text, marks, strict=True) if mark)
