from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.compare.windows import Window, day_window, event_window, said_on, state_window
from tests.unit.compare.build import Said, held

WINDOWS = st.builds(lambda begin, days: Window(begin, begin + days), st.integers(740_000, 740_400), st.integers(0, 500))


def days(begin: str, until: str) -> Window:
    return Window(dt.date.fromisoformat(begin).toordinal(), dt.date.fromisoformat(until).toordinal())


@pytest.mark.parametrize(
    ("value", "window"),
    [
        ("2031-05-02", days("2031-05-02", "2031-05-02")),
        ("2031-05-02T10:00:00Z", days("2031-05-02", "2031-05-02")),
        ("2031-02", days("2031-02-01", "2031-02-28")),
        ("2031", days("2031-01-01", "2031-12-31")),
        ("2031-13", None),
        ("soon", None),
        ("2031-02-30", None),
        ("", None),
        (None, None),
    ],
)
def test_dates_are_read_to_their_first_and_last_day(value: str | None, window: Window | None) -> None:
    assert day_window(value) == window


def test_an_event_without_an_end_is_unknown_and_a_state_lasts_until_it_is_told() -> None:
    claim = held(Said("a", valid=("2031-04-30", None), published="2031-05-02"))
    assert event_window(claim) is None
    assert state_window(claim) == days("2031-04-30", "2031-05-02")
    assert said_on(claim) == days("2031-05-02", "2031-05-02")


def test_a_state_told_before_it_began_is_unknown() -> None:
    assert state_window(held(Said("a", valid=("2031-06-01", None), published="2031-05-02"))) is None


def test_windows_are_written_out() -> None:
    assert str(days("2031-05-02", "2031-05-02")) == "on 2031-05-02"
    assert str(days("2031-05-02", "2031-05-04")) == "from 2031-05-02 to 2031-05-04"


@given(WINDOWS, WINDOWS)
def test_windows_that_are_alike_share_a_cell(one: Window, other: Window) -> None:
    assert one.alike(other) == other.alike(one)
    assert 0 <= one.alike(other) <= 1
    if one.alike(other) >= 0.5:
        assert set(one.cells()) & set(other.cells())


@given(WINDOWS)
def test_a_window_is_wholly_like_itself(window: Window) -> None:
    assert window.alike(window) == 1
    assert window.shared(window) == window.days
