from __future__ import annotations

import pytest

from reportedly.compare.retold import retold
from reportedly.compare.side import Side
from reportedly.compare.words import split


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("on Monday 4 May the mill burned", "the mill burned on 4 May, a Monday", []),
        ("on Monday 4 May the mill burned", "the mill burned on 5 May, a Monday", [("date", "4", "5")]),
        ("the mill burned on Monday", "on 5 May the mill burned", []),
        ("killing 12 millers and 3 guards", "3 guards and 15 millers were killed", [("number", "12", "15")]),
        ("killing 12 millers", "15 boats sank", []),
        ("28-04-2031 millers died", "30 millers died", []),
        ("the mill reportedly burned", "burned down was the mill", [("hedge", "reportedly", "")]),
        ("the mill burned", "the mill may have burned", [("hedge", "", "may")]),
        ("it was said by witnesses that the mill burned", "the mill burned", []),
    ],
)
def test_words_of_two_tellings_are_set_against_each_other_by_what_they_are_for(
    one: str, two: str, expected: list[tuple[str, str, str]]
) -> None:
    for a, b, back in ((one, two, False), (two, one, True)):
        left, right = split(a), split(b)
        found = retold(Side(a, left, 0, len(left.keys)), Side(b, right, 0, len(right.keys)))
        told = [(edit.kind, a[slice(*edit.a)], b[slice(*edit.b)]) for edit in found]
        assert told == ([(kind, right_, left_) for kind, left_, right_ in expected] if back else expected)
