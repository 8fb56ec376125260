from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reportedly.compare.carried import carried, overlapping
from reportedly.model import Passage, Reprint

PAIR = Reprint("a", "b", "shares-passage", 0.4, (Passage(100, 200, 10, 110), Passage(300, 320, 400, 420)))


def test_where_the_words_of_a_claim_stand_in_the_other_document() -> None:
    assert carried(PAIR, "a", 120, 150) == (30, 60)
    assert carried(PAIR, "b", 30, 60) == (120, 150)
    assert carried(PAIR, "a", 80, 140) == (10, 50)
    assert carried(PAIR, "a", 20, 140) is None  # a third of the words is too little
    assert carried(PAIR, "a", 305, 315) == (405, 415)


def test_claims_whose_words_stand_in_one_place_are_told_together() -> None:
    assert list(overlapping([(0, 40, "c1"), (10, 40, "c2"), (38, 80, "c3"), (90, 99, "c4")])) == [(0, 40, ["c1", "c2"])]
    assert list(overlapping([(0, 9, "c1"), (0, 9, "c1")])) == []


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), max_size=12))
def test_the_order_of_the_places_changes_nothing(parts: list[tuple[int, int]]) -> None:
    places = [(start, start + size, f"c{n}") for n, (start, size) in enumerate(parts)]
    assert list(overlapping(places)) == list(overlapping(places[::-1]))
