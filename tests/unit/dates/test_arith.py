from __future__ import annotations

import datetime as dt

from hypothesis import assume, given
from hypothesis import strategies as st

from reportedly.dates import arith

_DAYS = st.dates(dt.date(1000, 1, 1), dt.date(3000, 1, 1))


@given(_DAYS, st.integers(-500, 500), st.sampled_from(["D", "W", "WE"]))
def test_days_and_weeks_shifted_there_and_back_are_the_same(day: dt.date, number: int, unit: str) -> None:
    there = arith.shift(day, number, unit)
    assert there is not None
    assert arith.shift(there, -number, unit) == day


@given(_DAYS, st.integers(-500, 500), st.sampled_from(["M", "Q", "Y", "DE"]))
def test_months_shifted_there_and_back_are_in_the_same_month(day: dt.date, number: int, unit: str) -> None:
    there = arith.shift(day, number, unit)
    assume(there is not None)
    assert there is not None
    back = arith.shift(there, -number, unit)
    assert back is not None
    assert (back.year, back.month) == (day.year, day.month)
    assert back.day <= day.day


def test_a_month_on_from_the_31st_ends_with_the_shorter_month() -> None:
    assert arith.add_months(dt.date(2016, 1, 31), 1) == dt.date(2016, 2, 29)


def test_hours_count_in_whole_days() -> None:
    day = dt.date(2016, 12, 7)
    assert [arith.shift(day, number, "TH") for number in (-48, -12, 12, 24)] == [dt.date(2016, 12, 5), day, day, dt.date(2016, 12, 8)]


@given(st.dates(), st.integers(-(10**7), 10**7), st.sampled_from(["D", "W", "M", "Q", "Y", "DE", "CE", "TH", "TM"]))
def test_no_shift_raises(day: dt.date, number: int, unit: str) -> None:
    moved = arith.shift(day, number, unit)
    assert moved is None or isinstance(moved, dt.date)


@given(st.integers(-5, 12_000), st.integers(-1, 14), st.integers(-1, 33))
def test_only_days_of_the_calendar_are_days(year: int, month: int, day: int) -> None:
    date = arith.safe_date(year, month, day)
    assert date is None or (date.year, date.month, date.day) == (year, month, day)


@given(_DAYS, st.integers(1, 7))
def test_weekdays_are_found_within_the_week(day: dt.date, weekday: int) -> None:
    before, after = arith.weekday_on_or_before(day, weekday), arith.weekday_on_or_after(day, weekday)
    assert before is not None
    assert after is not None
    assert before.isoweekday() == after.isoweekday() == weekday
    assert 0 <= (day - before).days < 7
    assert 0 <= (after - day).days < 7
