from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import OptionError
from reportedly.web.map.frame import DATE_LINE, HIGHEST, LOWEST, POLE, WIDTH, Box, Frame, around, box_of

_SPOTS = st.tuples(st.floats(-60, 60), st.floats(-170, 170))


@given(st.lists(_SPOTS, min_size=1, max_size=12))
def test_all_that_a_box_was_made_of_lies_on_its_drawing(points: list[tuple[float, float]]) -> None:
    box = around(points, whole=True)
    assert box is not None
    frame = Frame.of(box)
    assert LOWEST <= frame.height <= HIGHEST
    for lat, lon in points:
        x, y = frame.at(lat, lon)
        assert -0.5 <= x <= WIDTH + 0.5
        assert -0.5 <= y <= frame.height + 0.5


@given(st.floats(-2, 2), st.floats(-2, 2), st.floats(0.01, 50))
def test_a_box_that_is_moved_stays_on_the_earth_and_can_be_named(east: float, north: float, by: float) -> None:
    moved = Box(36.0, 35.0, 38.0, 37.0).moved(east, north, by)
    assert -DATE_LINE <= moved.west < moved.east <= DATE_LINE
    assert -POLE - 1e-6 <= moved.south < moved.north <= POLE + 1e-6
    again = box_of(str(moved))
    assert again.west == pytest.approx(moved.west, abs=1e-4)


@pytest.mark.parametrize(
    "given", ["", "1,2,3", "1,2,3,x", "3,2,1,4", "1,4,3,2", "1,2,1,4", "-181,0,1,1", "0,0,1,86", "nan,0,1,1", "0,0,1,inf"]
)
def test_what_is_no_part_of_the_earth_is_told(given: str) -> None:
    with pytest.raises(OptionError) as told:
        box_of(given)
    assert told.value.where == "box"


def test_a_few_far_places_do_not_make_a_box_wider_and_no_place_makes_none() -> None:
    near = [(36.0 + n / 50, 37.0 + n / 40) for n in range(12)]
    box, whole = around([*near, (55.7, 37.6)]), around([*near, (55.7, 37.6)], whole=True)
    assert box is not None
    assert whole is not None
    assert not box.has(55.7, 37.6)
    assert all(box.has(*point) for point in near)
    assert whole.has(55.7, 37.6)
    assert around([]) is None
