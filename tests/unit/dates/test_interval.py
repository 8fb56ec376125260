from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.dates import arith, granularity, interval, third
from reportedly.dates.interval import OPEN

_DAYS = st.dates(dt.date(1000, 1, 1), dt.date(3000, 1, 1))
_UNITS = ["D", "W", "M", "Q", "Y", "DE", "CE"]


@given(_DAYS, st.sampled_from(_UNITS))
def test_a_day_lies_in_the_unit_that_it_names(day: dt.date, unit: str) -> None:
    begin, until = interval(arith.unit_value(day, unit))
    assert begin is not None
    assert until is not None
    assert begin <= day <= until


@given(_DAYS, st.sampled_from(_UNITS))
def test_the_thirds_of_a_unit_lie_in_it_in_order(day: dt.date, unit: str) -> None:
    value = arith.unit_value(day, unit)
    whole = interval(value)
    parts = [third(value, name) for name in ("START", "MID", "END")]
    days = [end for part in parts for end in part if end is not None]
    assert days == sorted(days)
    assert (days[0], days[-1]) == (whole.begin, whole.until)


@pytest.mark.parametrize(
    ("value", "begin", "until"),
    [
        ("2016-12-06TNI", "2016-12-06", "2016-12-07"),
        ("2016-12-06T18:00", "2016-12-06", "2016-12-06"),
        ("2016-W49-WE", "2016-12-10", "2016-12-11"),
        ("2015-WI", "2015-12-01", "2016-02-29"),
        ("2016-Q4", "2016-10-01", "2016-12-31"),
        ("2016-H1", "2016-01-01", "2016-06-30"),
        ("199", "1990-01-01", "1999-12-31"),
        ("19", "1900-01-01", "1999-12-31"),
    ],
)
def test_a_value_covers_its_days(value: str, begin: str, until: str) -> None:
    assert interval(value) == (dt.date.fromisoformat(begin), dt.date.fromisoformat(until))


@pytest.mark.parametrize("value", [None, "PXW", "P3D", "PAST_REF", "XXXX-12-07", "2016-W60", "0000", "XXXX"])
def test_values_that_name_no_days_are_open(value: str | None) -> None:
    assert interval(value) == OPEN


@pytest.mark.parametrize(
    ("value", "kind", "grain"),
    [
        ("2016-12-06T18:00", "TIME", "minute"),
        ("2016-12-06TEV", "TIME", "part"),
        ("2016-12-06", "DATE", "day"),
        ("2016-W49-WE", "DATE", "part"),
        ("2016-W49", "DATE", "week"),
        ("2016-12", "DATE", "month"),
        ("2016-SU", "DATE", "season"),
        ("199", "DATE", "year"),
        ("PT30M", "DURATION", "minute"),
        ("PT24H", "DURATION", "hour"),
        ("P5M", "DURATION", "month"),
        ("P2DE", "DURATION", "year"),
        (None, "DATE", "day"),
    ],
)
def test_a_value_has_its_granularity(value: str | None, kind: str, grain: str) -> None:
    assert granularity(value, kind) == grain
