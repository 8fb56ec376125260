from __future__ import annotations

import pytest

from reportedly.borders import glued_starts
from tests.hostile.scene import check_linear

GLUED = [
    "Blast kills six in Odrin|A bomb went off at the market.",
    "Two hurt on the road to Tarn|The Marsk army said so.",
    "They left. Tarn|Three people were hurt on Monday.",
    "A man looks at a ruin (Orin Photo)|At least four people died.",
    "He spoke at the camp to a writer told The Orin Post by phone.",
    "The Orin Post told The Orin Posts readers so; it fell near the mill The Orin Post stands by.",
    "Shells killed More than one. It left Dozens of people hurt and One man of The hundred.",
    "Ten were killed Several sources confirmed.",
    "Raid on camp near Tarn|Nearly 40 people were hurt.",
    "Two fell. Deir Odrin|Army units stopped a car. Tarn|Units of the guard held. Marskian Army units left.",
]


@pytest.mark.parametrize("text", GLUED)
def test_sentences_that_no_mark_parts(text: str) -> None:
    parts = text.split("|")
    wanted = [len(" ".join(parts[: n + 1])) + 1 for n in range(len(parts) - 1)]
    assert list(glued_starts(" ".join(parts))) == wanted


def test_time_is_linear() -> None:
    check_linear(lambda text: list(glued_starts(text)), lambda n: "a" * n + " x", 40_000)
    check_linear(lambda text: list(glued_starts(text)), lambda n: "told The Orin saw The mill and Odrin A boat " * n, 4_000)
