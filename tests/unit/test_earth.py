from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.earth import kilometres


def test_distances_are_in_kilometres() -> None:
    assert kilometres(0, 0, 0, 1) == pytest.approx(111.2, abs=0.1)
    assert kilometres(90, 0, -90, 0) == pytest.approx(20015, abs=1)


degrees = st.tuples(st.floats(-90, 90), st.floats(-180, 180))


@given(degrees, degrees)
def test_distance_is_the_same_both_ways(a: tuple[float, float], b: tuple[float, float]) -> None:
    assert kilometres(*a, *b) == pytest.approx(kilometres(*b, *a), abs=1e-6)
