"""Shares in words."""

from __future__ import annotations

import pytest

from tests.drawing import only

pytestmark = pytest.mark.usefixtures("nlp")


@pytest.mark.parametrize(
    ("words", "op", "value"),
    [
        ("More than two thirds", ">", 66.666667),
        ("Less than a fifth", "<", 20.0),
        ("A tenth", "=", 10.0),
        ("Nearly half", "~", 50.0),
    ],
)
def test_a_share_in_words_keeps_its_operator(words: str, op: str, value: float) -> None:
    claim = only(f"{words} of the population has been displaced.", "displaced")
    shares = [f for f in claim.figures if f.unit.startswith("percent") and not f.derived]
    assert [(f.op, f.value) for f in shares] == [(op, value)]
