from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.dates import parse_date

_DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31))


@given(_DAYS, st.sampled_from(["ymd", "mdy", "dmy"]))
def test_iso_dates_are_read_whatever_the_order(day: dt.date, order: str) -> None:
    assert parse_date(day.isoformat(), order) == day
    assert parse_date(f"{day.isoformat()}T10:00:00Z", order) == day
    assert parse_date(f"{day:%Y%m%d}", order) == day


@given(_DAYS)
def test_figures_are_read_in_the_order_given(day: dt.date) -> None:
    assert parse_date(f"{day:%m/%d/%Y}", "mdy") == day
    assert parse_date(f"{day:%d.%m.%Y}", "dmy") == day


@given(_DAYS)
def test_dates_in_words_are_read(day: dt.date) -> None:
    months = "January February March April May June July August September October November December".split()
    month = months[day.month - 1]
    assert parse_date(f"{day.day} {month} {day.year}") == day
    assert parse_date(f"{month} {day.day}, {day.year} at 6 p.m.") == day
    assert parse_date(f"{day.day} {month[:3]} {day.year} 10:00:00 +0000") == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("mercredi 10 février 2016", dt.date(2016, 2, 10)),
        ("7 de diciembre de 2016", dt.date(2016, 12, 7)),
        ("7. Dezember 2016", dt.date(2016, 12, 7)),
        ("\u0661\u0665 ديسمبر \u0662\u0660\u0661\u0666", dt.date(2016, 12, 15)),
        ("4/5/16", dt.date(2016, 5, 4)),
        ("31/12/2016", dt.date(2016, 12, 31)),
        ("31 February 2016", None),
        ("13/13/2016", None),
        ("2016-13-40", None),
        ("no date", None),
        ("", None),
    ],
)
def test_a_string_is_one_day_or_none(text: str, day: dt.date | None) -> None:
    assert parse_date(text) == day


@given(st.text(max_size=60), st.sampled_from(["ymd", "mdy", "dmy"]))
def test_any_string_is_borne(text: str, order: str) -> None:
    found = parse_date(text, order)
    assert found is None or isinstance(found, dt.date)
