from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.dates.grammar import grammar
from reportedly.dates.norms_holiday import easter, holiday_of, nth_weekday


@given(st.integers(1583, 4099))
def test_easter_is_a_sunday_of_march_or_april(year: int) -> None:
    day = easter(year)
    assert day is not None
    assert day.isoweekday() == 7
    assert dt.date(year, 3, 22) <= day <= dt.date(year, 4, 25)


@pytest.mark.parametrize(
    "day", [dt.date(1818, 3, 22), dt.date(1943, 4, 25), dt.date(1998, 4, 12), dt.date(2013, 3, 31), dt.date(2024, 3, 31)]
)
def test_easter_falls_where_it_fell(day: dt.date) -> None:
    assert easter(day.year) == day


@given(st.integers(1, 9999), st.integers(1, 12), st.integers(1, 6), st.integers(1, 7))
def test_the_nth_weekday_of_a_month_is_that_weekday_in_that_month(year: int, month: int, nth: int, weekday: int) -> None:
    day = nth_weekday(year, month, nth, weekday)
    assert day is not None or nth == 5
    if day is not None:
        assert (day.year, day.month, day.isoweekday()) == (year, month, weekday)
        assert nth == 6 or (day.day - 1) // 7 == nth - 1


@pytest.mark.parametrize("month", [0, 13])
def test_a_month_that_there_is_not_has_no_days(month: int) -> None:
    assert nth_weekday(2013, month, 1, 1) is None


@pytest.mark.parametrize(
    ("code", "day"),
    [
        ("12-25", dt.date(2012, 12, 25)),
        ("02-30", None),
        ("11-4-4", dt.date(2012, 11, 22)),
        ("11-4-4+1", dt.date(2012, 11, 23)),
        ("05-L-1", dt.date(2012, 5, 28)),
        ("E-2", dt.date(2012, 4, 6)),
        ("nonsense", None),
    ],
)
def test_a_code_is_a_day(code: str, day: dt.date | None) -> None:
    assert holiday_of(code, 2012) == day


def test_every_holiday_of_the_vocabulary_has_its_day() -> None:
    codes = grammar().values["HOLIDAY"].values()
    assert all(holiday_of(code, 2013) for code in codes)
