from __future__ import annotations

import pytest

from reportedly.claim.gloss import figure_words
from reportedly.claim.nouns import plural, singular
from reportedly.model import Figure
from tests.drawing import only


@pytest.mark.parametrize("noun", "civilian child gunman body church house glass day person".split())
def test_one_of_several_is_told_in_singular(noun: str) -> None:
    assert singular(plural(noun)) == noun


@pytest.mark.parametrize(
    ("value", "op", "unit", "told"),
    [
        (1, "=", "commanders killed", "1 commander killed"),
        (1, ">=", "people", "at least 1 person"),
        (1, ">", "miles", "more than 1 miles"),
        (1, "=", "troops", "1 troops"),
        (2, "=", "villages", "2 villages"),
    ],
)
def test_one_is_no_plural(value: float, op: str, unit: str, told: str) -> None:
    assert figure_words(Figure(value, op, unit)) == told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("a rebel stronghold", "an armed opposition stronghold"),
        ("an Assad checkpoint", "a Bashar al-Assad checkpoint"),
        ("A rebel depot", "an armed opposition depot"),
    ],
)
def test_the_article_goes_with_the_neutral_name(words: str, told: str) -> None:
    text = f"{words} was seized by the army on Monday." if words[0].isupper() else f"The army seized {words} on Monday."
    assert told in {arg.name for _, arg in only(text, "takes-control").args}
