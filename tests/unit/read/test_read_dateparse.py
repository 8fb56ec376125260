from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.read.dateparse import date_at, find_dates, parse_date

DAY = dt.date(2016, 2, 10)


@pytest.mark.parametrize(
    "words",
    [
        "Feb 10, 2016",
        "Feb. 10, 2016",
        "February 10 2016",
        "10 February 2016",
        "10th of February, 2016",
        "10 février 2016",
        "le mercredi 10 février 2016".removeprefix("le "),
        "Wednesday, 10 February 2016",
        "Wed 10 Feb 2016 at 0914",
        "10-02-2016",
        "10.02.2016 20:15",
        "2016-02-10",
        "2016-02-10T11:20:00-03:00",
        "10. Februar 2016",
        "10 de febrero de 2016",
        "Miércoles, 10 de febrero de 2016",
        "Feb 102016",
    ],
)
def test_a_date_that_names_its_day_is_found_whole(words: str) -> None:
    [found] = find_dates(words)
    assert (found.start, found.end, found.value) == (0, len(words), DAY)


@pytest.mark.parametrize(
    "words", ["February 2016", "10 people", "32 January 2016", "10-20-30", "on Wednesday", "May they go in 2016", "1.2.3", ""]
)
def test_what_is_no_date_is_not_found(words: str) -> None:
    assert find_dates(words) == []


def test_a_number_after_a_date_is_not_taken_for_its_time() -> None:
    text = "Sun 10 Jul 2016 29 boats sunk"
    assert text[find_dates(text)[0].end :] == " 29 boats sunk"


def test_two_dates_are_found_in_order_with_their_offsets() -> None:
    text = "from 1 May 2018 to 3 May 2018."
    assert [text[found.start : found.end] for found in find_dates(text)] == ["1 May 2018", "3 May 2018"]


def test_numbers_in_text_are_day_first_unless_that_is_no_date() -> None:
    assert [found.value for found in find_dates("03-07-2015 and 07-31-2015")] == [dt.date(2015, 7, 3), dt.date(2015, 7, 31)]


def test_slashes_follow_the_order_asked_for() -> None:
    assert find_dates("03/07/2015", "mdy")[0].value == dt.date(2015, 3, 7)
    assert find_dates("03/07/2015", "dmy")[0].value == dt.date(2015, 7, 3)


def test_a_date_is_matched_where_it_begins_and_nowhere_else() -> None:
    assert date_at("on 3 May 2018", 0) is None
    assert date_at("on 3 May 2018", 3) is not None


@pytest.mark.parametrize(
    ("words", "order", "value"),
    [
        ("6/13/2016", "mdy", dt.date(2016, 6, 13)),
        ("13/6/2016", "dmy", dt.date(2016, 6, 13)),
        ("6/13/16", "mdy", dt.date(2016, 6, 13)),
        ("1/2/99", "dmy", dt.date(1999, 2, 1)),
        ("13/6/2016", "mdy", None),
        ("2016-06-13", "mdy", dt.date(2016, 6, 13)),
        ("2016/6/13 12:30", "dmy", dt.date(2016, 6, 13)),
        ("6/13/2016", "ymd", None),
        ("16-06-13", "ymd", dt.date(2016, 6, 13)),
        ("June 13, 2016", "ymd", dt.date(2016, 6, 13)),
        ("June 13, 2016, it is said", "ymd", None),
        ("soon", "mdy", None),
        ("", "mdy", None),
        ("0000-00-00", "ymd", None),
    ],
)
def test_a_column_is_read_in_its_order_and_iso_always(words: str, order: str, value: dt.date | None) -> None:
    assert parse_date(words, order) == value


@given(st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)), st.sampled_from(["%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%A, %d %b %Y"]))
def test_every_written_date_is_read_back(date: dt.date, form: str) -> None:
    assert parse_date(date.strftime(form)) == date


@given(st.text())
def test_no_text_raises(text: str) -> None:
    assert all(text[found.start : found.end].strip() for found in find_dates(text))
    assert parse_date(text) is None or any(char.isdigit() for char in text)
