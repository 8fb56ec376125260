"""Properties of the tagger as a whole, and what it counts expressions from."""

from __future__ import annotations

import datetime as dt
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly import dates
from reportedly.dates.grammar import grammar
from reportedly.model import Segment, TimeExpression

_PUBLISHED = dt.date(2016, 12, 7)
_WORDS = sorted(grammar().lexer.words)
_FIGURES = "7 31 2016 20166 0914 7th 6pm 20:00 9/11 1990s 12/13/2016 2016-12-07 2016-12-07T18:00Z 7.12.2016 Jul 012016 , . - –".split()
_TIMELY = st.lists(st.sampled_from(_WORDS + _FIGURES).flatmap(lambda word: st.sampled_from([word, word.title()])), max_size=14).map(
    " ".join
)
_ANY_DAY = st.none() | st.dates()


def _check(text: str, found: tuple[TimeExpression, ...]) -> None:
    at = 0
    for time_ in found:
        assert at <= time_.start < time_.end <= len(text)
        assert not text[time_.start].isspace()
        assert not text[time_.end - 1].isspace()
        at = time_.end
        ends = [dt.date.fromisoformat(day) for day in (time_.begin, time_.until) if day is not None]
        assert ends == sorted(ends)
        assert time_.type in ("DATE", "TIME", "DURATION", "SET")
        assert time_.granularity in ("minute", "hour", "part", "day", "week", "month", "season", "year")
        assert time_.origin in ("text", "document date", "inferred")
        assert time_.value != ""


@given(st.text(max_size=300), _ANY_DAY)
def test_any_text_is_read_without_an_error(text: str, published: dt.date | None) -> None:
    _check(text, dates.tag(text, published))


@given(_TIMELY, _ANY_DAY)
def test_any_row_of_time_words_is_read_without_an_error(text: str, published: dt.date | None) -> None:
    _check(text, dates.tag(text, published))


@given(_TIMELY, st.dates(dt.date(1990, 1, 1), dt.date(2060, 1, 1)))
def test_what_stands_before_a_text_does_not_change_its_spans(text: str, published: dt.date) -> None:
    alone = [(found.start, found.end) for found in dates.tag(text, published)]
    lead = "Nothing else is known here.\n\n"
    after = [(found.start - len(lead), found.end - len(lead)) for found in dates.tag(lead + text, published)]
    assert after == alone


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), st.none() | st.dates()), max_size=4))
def test_any_segments_are_borne(rows: list[tuple[int, int, dt.date | None]]) -> None:
    text = "On Tuesday they met; two days later, yesterday, nobody did."
    segments = [Segment("body", start, end, dated=dated) for start, end, dated in rows]
    _check(text, dates.tag(text, _PUBLISHED, segments))


_HOSTILE = (
    *("1", "1 ", "Monday ", "two and ", "-", "1-", "a" * 50, "7 December 2016, "),
    *("the past 24 hours , ", "more than about two or three days ", "said on Monday and "),
)


@pytest.mark.parametrize("piece", _HOSTILE)
def test_a_long_hostile_text_is_read_in_time(piece: str) -> None:
    text = piece * (25_000 // len(piece))
    begun = time.process_time()
    dates.tag(text, _PUBLISHED)
    assert time.process_time() - begun < 20


def _only(text: str, published: dt.date | None = _PUBLISHED, segments: tuple[Segment, ...] = ()) -> TimeExpression:
    [found] = dates.tag(text, published, segments)
    return found


def test_an_expression_says_what_it_was_counted_from() -> None:
    found = _only("They met yesterday.")
    assert (found.value, found.anchor, found.origin) == ("2016-12-06", "published:2016-12-07", "document date")


def test_a_date_in_full_is_counted_from_nothing() -> None:
    found = _only("They met on 3 May 2016.")
    assert (found.anchor, found.origin, found.rival) == (None, "text", None)


def test_a_dated_segment_is_counted_from_its_own_date() -> None:
    text = "They met yesterday. They met yesterday."
    segments = (Segment("body", 0, 19), Segment("quoted_article", 19, len(text), dated=dt.date(2016, 11, 3)))
    first, second = dates.tag(text, _PUBLISHED, segments)
    assert (first.value, second.value) == ("2016-12-06", "2016-11-02")
    assert second.anchor == "segment:2016-11-03"


def test_words_that_say_when_they_were_written_beat_the_byline_which_stays_as_rival() -> None:
    text = "It was announced yesterday, Tuesday 13th December 2016. Nobody came this morning."
    segments = (Segment("body", 0, len(text), dated=dt.date(2016, 12, 13)),)
    yesterday, tuesday, morning = dates.tag(text, dt.date(2016, 12, 15), segments)
    assert (yesterday.value, yesterday.rival, yesterday.anchor) == ("2016-12-13", "2016-12-12", "text:2016-12-14")
    assert (tuesday.value, tuesday.rival) == ("2016-12-13", None)
    assert (morning.value, morning.rival) == ("2016-12-14TMO", "2016-12-13TMO")


def test_a_date_at_the_head_that_is_not_the_given_one_is_the_rival() -> None:
    _, found = dates.tag("Published 5 December 2016 Two shops opened on Monday.", dt.date(2016, 12, 3))
    assert (found.value, found.rival) == ("2016-11-28", "2016-12-05")


def test_a_weekday_that_is_not_that_of_its_date_is_kept_as_rival() -> None:
    found = _only("on Wednesday, 13 December 2016")
    assert (found.value, found.rival) == ("2016-12-13", "2016-12-14")


def test_figures_that_may_be_read_either_way_keep_the_other_reading() -> None:
    found = _only("filed 05-09-2016", dt.date(2016, 9, 8))
    assert (found.value, found.rival) == ("2016-09-05", "2016-05-09")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Thursday, 15 December 2016\n\nThe office was shut yesterday.", dt.date(2016, 12, 15)),
        ("Yesterday, 13 December 2016, the office was shut.", dt.date(2016, 12, 14)),
        ("It was shut on Wednesday 7 December. The lease is of 2015, renewed in 2016.", dt.date(2016, 12, 7)),
        ("The list was of 7 December 2016 at 20:00.", dt.date(2016, 12, 7)),
        ("The list was of 7 December 2016. It is to be renewed in 2018.", None),
        ("On December 7 it was shut, as it had been since 2016.", None),
        ("It was shut on Wednesday 7 December, as it had been since 2015.", dt.date(2016, 12, 7)),
        ("It was shut on Wednesday 7 December and Friday 9 December, as it had been since 2014.", dt.date(2016, 12, 9)),
        ("It was shut on Wednesday 7 December and Friday 8 December, as it had been since 2014.", None),
        ("It was shut on Wednesday 7 December, as it had been since 2012.", None),
        ("It was shut on Wednesday 7 December.", None),
        ("7 December 2016\n\nThe office was shut on 9 December 2016.", dt.date(2016, 12, 9)),
        ("7 December 2016\n\nThe office will be shut on 9 December 2016.", dt.date(2016, 12, 7)),
        ("The office was shut yesterday.", None),
    ],
)
def test_the_day_of_writing_is_taken_from_the_text(text: str, day: dt.date | None) -> None:
    assert dates.stated_date(text) == day


@given(st.lists(st.dates(dt.date(1990, 1, 1), dt.date(2030, 12, 31)), min_size=1, max_size=4), st.sampled_from(["%A %d %B", "%d %B"]))
def test_no_day_of_writing_lies_before_what_is_told_as_past(days: list[dt.date], form: str) -> None:
    told = " ".join(f"It was shut on {day.day} {day:%B} {day.year}." for day in days)
    found = dates.stated_date(f"{days[-1].strftime(form)}\n\n{told}")
    assert found is None or found >= max(days)


def test_what_is_counted_from_an_inferred_day_says_so() -> None:
    _, found = dates.tag("14 December 2016\n\nThe office was shut last night.")
    assert (found.value, found.origin, found.anchor) == ("2016-12-13TNI", "inferred", "inferred:2016-12-14")


def test_without_any_date_the_value_is_left_open() -> None:
    found = _only("They met on Tuesday.", None)
    assert (found.value, found.begin, found.anchor, found.origin) == ("XXXX-WXX-2", None, None, "text")


def test_the_day_told_of_does_not_pass_from_one_segment_to_the_next() -> None:
    text = "They met on 3 May 2016. Two days later they left."
    inside = dates.tag(text, _PUBLISHED)[1]
    apart = dates.tag(text, _PUBLISHED, (Segment("body", 0, 24), Segment("comment", 24, len(text))))[1]
    assert (inside.value, apart.value) == ("2016-05-05", "2016-12-09")
