from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.mark.coherence import Surroundings, kilometres, lies_in, prior, support
from reportedly.model.toponym import Toponym

TOWN = Toponym("t", "Tarn", "town", 10.0, 10.0, "xx", "xx-a", 20_000)
STATE = Toponym("xx-a", "Ahl", "region", 10.5, 10.5, "xx", "xx", 900_000)


def test_distances_are_in_kilometres() -> None:
    assert kilometres(0, 0, 0, 1) == pytest.approx(111.2, abs=0.1)
    assert kilometres(90, 0, -90, 0) == pytest.approx(20015, abs=1)


degrees = st.tuples(st.floats(-90, 90), st.floats(-180, 180))


@given(degrees, degrees)
def test_distance_is_the_same_both_ways(a: tuple[float, float], b: tuple[float, float]) -> None:
    assert kilometres(*a, *b) == pytest.approx(kilometres(*b, *a), abs=1e-6)


def test_more_people_and_the_own_name_make_a_place_better_known() -> None:
    assert prior(TOWN) > prior(Toponym("u", "Tarn", "village", population=300))
    assert prior(TOWN) > prior(Toponym("t", "Tarn", "town", population=20_000, main=False))
    assert prior(Toponym("v", "Tarn", "village")) == prior(Toponym("v", "Tarn", "village", population=1))


def test_what_surrounds_a_place_supports_it() -> None:
    around = Surroundings()
    assert support(TOWN, around) == 0
    around.add(STATE)
    beside = support(TOWN, around)
    assert beside > 0
    assert support(TOWN, around, [STATE]) > beside + 3
    assert lies_in(TOWN, STATE)
    assert not lies_in(STATE, TOWN)
    assert not lies_in(TOWN, TOWN)
