from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly import text

LINES = st.text(alphabet=st.sampled_from("ab \t\r\n\u2028\u0639\u0301\U0001f600"))
"""Texts rich in what breaks offsets: both newlines, a line separator, Arabic, a combining mark, a character beyond 16 bits."""


@given(LINES)
def test_no_carriage_return_is_left(given_text: str) -> None:
    assert "\r" not in text.canonical_newlines(given_text)


@given(LINES)
def test_newlines_are_all_that_changes(given_text: str) -> None:
    changed = text.canonical_newlines(given_text)
    assert changed.replace("\n", "") == given_text.replace("\r", "").replace("\n", "")
    assert text.canonical_newlines(changed) == changed


@pytest.mark.parametrize(
    ("before", "after"), [("a\r\nb", "a\nb"), ("a\rb", "a\nb"), ("a\r\r\nb", "a\n\nb"), ("a\u2028b", "a\u2028b"), ("", "")]
)
def test_each_kind_of_newline(before: str, after: str) -> None:
    assert text.canonical_newlines(before) == after


@given(LINES)
def test_fold_keeps_the_words_and_single_spaces(given_text: str) -> None:
    folded = text.fold(given_text)
    assert folded.split() == given_text.split()
    assert folded == folded.strip()
    assert "  " not in folded


@given(LINES, st.data())
def test_trim_keeps_all_but_white_space(given_text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(given_text)))
    end = data.draw(st.integers(start, len(given_text)))
    left, right = text.trim(given_text, start, end)
    assert start <= left <= right <= end
    assert given_text[left:right] == given_text[start:end].strip()


def test_words_ignore_case_and_punctuation() -> None:
    assert text.words("The Old Bridge, he said: “closed”!") == ["the", "old", "bridge", "he", "said", "closed"]


@given(LINES, st.integers(min_value=2, max_value=20))
def test_excerpt_is_one_line_and_not_too_long(given_text: str, limit: int) -> None:
    short = text.excerpt(given_text, limit)
    assert len(short) <= limit
    assert "\n" not in short


def test_excerpt_is_cut_at_a_word() -> None:
    assert text.excerpt("The old bridge was closed", 12) == "The old…"
    assert text.excerpt("The old\n bridge", 80) == "The old bridge"


@pytest.mark.parametrize(
    ("given_text", "told"),
    [
        ('"We hold it."', "We hold it."),
        ("“We hold it,”", "We hold it,"),
        ('"We hold it," he said, "all of it"', '"We hold it," he said, "all of it"'),
        ('he said "no"', 'he said "no"'),
        ('"', '"'),
        ("", ""),
    ],
)
def test_quotation_marks_go_where_they_stand_around_all_of_it(given_text: str, told: str) -> None:
    assert text.unquoted(given_text) == told


def test_what_was_cut_out_of_a_sentence_ends_with_its_last_word() -> None:
    assert text.bare("the plan of the envoy,") == "the plan of the envoy"
    assert text.bare("the plan (for now)") == "the plan (for now)"
