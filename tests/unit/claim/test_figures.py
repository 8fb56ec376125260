from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from reportedly.claim.figures import bounds, read_number
from reportedly.mark.analysis import language

NUMBERS = [
    ("at least 85", ">=", 85.0),
    ("more than a quarter of a million", ">", 250_000.0),
    ("some 200,000", "~", 200_000.0),
    ("over 1 000", ">", 1_000.0),
    ("some 250 400", "~", 250_400.0),
    ("no fewer than 30", ">=", 30.0),
    ("twenty-one", "=", 21.0),
    ("three hundred", "=", 300.0),
    ("two dozen", "=", 24.0),
    ("around 10 million", "~", 10_000_000.0),
    ("one hundred and fifty", "=", 150.0),
    ("up to 40", "<=", 40.0),
    ("less than 10.5", "<", 10.5),
    ("a hundred", "=", 100.0),
]


def parsed(text: str) -> Doc:
    return language()(text)


@pytest.mark.parametrize(("words", "op", "value"), NUMBERS)
def test_a_number_is_read_with_its_operator(words: str, op: str, value: float) -> None:
    doc = parsed(f"They counted {words} people there.")
    last = next(t for t in doc if t.text == "people").nbor(-1)
    found = read_number(last)
    assert found is not None
    assert (found.op, found.value) == (op, value)
    assert doc.text[found.start : found.end] == words


def test_a_range_has_two_bounds_and_no_value() -> None:
    doc = Doc(language().vocab, words=["about", "5-6", "shells"], sent_starts=[True, False, False])
    found = read_number(doc[1])
    assert found is not None
    assert (found.value, found.low, found.high) == (None, 5.0, 6.0)


def test_vague_numbers_have_a_lower_bound_only() -> None:
    found = read_number(parsed("Hundreds of people left.")[0])
    assert found is not None
    assert (found.value, found.low, found.high) == (None, 200, None)


@pytest.mark.parametrize("word", ["people", "Odrin", "the", "first"])
def test_other_words_are_no_numbers(word: str) -> None:
    assert read_number(Doc(language().vocab, words=["seen", word], sent_starts=[True, False])[1]) is None


@given(st.floats(min_value=0, max_value=1e9), st.sampled_from(["=", "<", ">", "<=", ">=", "~"]))
def test_bounds_hold_the_value(value: float, op: str) -> None:
    low, high = bounds(value, op)
    assert low is None or low <= value + 1e-6
    assert high is None or high >= value - 1e-6
    assert (low is None) is (op in {"<", "<="})
    assert (high is None) is (op in {">", ">="})
