"""Values of single expressions, with a day of writing and without one."""

from __future__ import annotations

import datetime as dt

import pytest

from reportedly import dates

_FRIDAY = dt.date(2013, 3, 22)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("They rose in the fourth quarter.", "the fourth quarter", "2012-Q4"),
        ("They fell in the first quarter.", "the first quarter", "2013-Q1"),
        ("in the first half of last year", "the first half of last year", "2012-H1"),
        ("about two weeks ago", "about two weeks ago", "2013-W10"),
        ("nearly two days ago", "nearly two days ago", "2013-03-20"),
        ("two and a half years ago it shut", "two and a half years", "P2.5Y"),
        ("48 hours ago", "48 hours ago", "2013-03-20"),
        ("two hours ago", "two hours ago", "PAST_REF"),
        ("ten minutes ago", "ten minutes ago", "PAST_REF"),
        ("a fortnight ago", "a fortnight ago", "2013-W10"),
        ("years later", "years later", "FUTURE_REF"),
        ("It will be held next weekend.", "next weekend", "2013-W13-WE"),
        ("They met over the weekend.", "the weekend", "2013-W11-WE"),
        ("this summer", "this summer", "2013-SU"),
        ("this spring", "this spring", "2013-SP"),
        ("next summer", "next summer", "2013-SU"),
        ("last fall", "last fall", "2012-FA"),
        ("It will open in the summer.", "the summer", "2013-SU"),
        ("in the summer of last year", "the summer of last year", "2012-SU"),
        ("It starts in April next year.", "April next year", "2014-04"),
        ("this May", "this May", "2013-05"),
        ("It will open in May.", "May", "2013-05"),
        ("in the last week of February", "the last week of February", "2013-W09"),
        ("in the early '90s", "the early '90s", "199"),
        ("in the 20s'", "20s", None),
        ("the 21st century", "the 21st century", "20"),
        ("the following Tuesday", "the following Tuesday", "2013-03-26"),
        ("On 3 May 2012 and the following Friday", "the following Friday", "2012-05-04"),
        ("later this week", "later this week", "2013-W12"),
        ("earlier this month", "earlier this month", "2013-03"),
        ("this Monday it will open", "this Monday", "2013-03-25"),
        ("last Friday", "last Friday", "2013-03-15"),
        ("They wait until Monday.", "Monday", "2013-03-25"),
        ("The storm will hit on Monday.", "Monday", "2013-03-25"),
        ("The storm could hit Monday.", "Monday", "2013-03-25"),
        ("Storm to hit Monday", "Monday", "2013-03-25"),
        ("The storm hit on Monday.", "Monday", "2013-03-18"),
        ("two fortnights", "two fortnights", "P4W"),
        ("every few months", "every few months", "PXM"),
        ("every morning", "every morning", "XXXX-XX-XXTMO"),
        ("every Friday night", "every Friday night", "XXXX-WXX-5TNI"),
        ("every March", "every March", "XXXX-03"),
        ("each summer", "each summer", "XXXX-SU"),
        ("It will end in two weeks.", "two weeks", "P2W"),
        ("in the coming week", "the coming week", "P1W"),
        ("for the next fortnight", "the next fortnight", "P2W"),
        ("Christmas Eve", "Christmas Eve", "2012-12-24"),
        ("New Year's Day", "New Year's Day", "2013-01-01"),
        ("the 2000 election", "2000", "2000"),
        ("closed at 25:70", "25:70", None),
        ("at 13 o'clock", "13 o'clock", "2013-03-22T13:00"),
        ("2013-02-30", "2013-02-30", ""),
        ("30/02/2013", "30/02/2013", ""),
        ("a 10-12-16 record", "10-12-16", None),
        ("filed 10/12/12", "10/12/12", "2012-12-10"),
        ("2013-03-22T10:15:00Z", "2013-03-22T10:15:00Z", "2013-03-22T10:15"),
        ("the sixth quarter", "the sixth quarter", None),
        ("the 45th century", "the 45th century", None),
    ],
)
def test_an_expression_has_its_value(text: str, words: str, value: str | None) -> None:
    found = {text[time.start : time.end]: time.value or "" for time in dates.tag(text, _FRIDAY)}
    assert found.get(words) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met yesterday evening.", "XXXX-XX-XXTEV"),
        ("They met last month.", "XXXX-XX"),
        ("They met last week.", "XXXX-WXX"),
        ("They met last year.", "XXXX"),
        ("They met last weekend.", "XXXX-WXX-WE"),
        ("They met last summer.", "XXXX-SU"),
        ("They met in June.", "XXXX-06"),
        ("They met on 3 June.", "XXXX-06-03"),
        ("They met on the evening of 3 June.", "XXXX-06-03TEV"),
        ("They met at 6 p.m.", "XXXX-XX-XXT18:00"),
        ("They met the next day.", "XXXX-XX-XX"),
        ("They met two days ago.", "PAST_REF"),
        ("They met in the fourth quarter.", "XXXX-Q4"),
        ("over the past two days", "P2D"),
        ("They met recently.", "PAST_REF"),
    ],
)
def test_without_a_day_of_writing_only_what_the_words_say_is_known(text: str, value: str) -> None:
    [found] = dates.tag(text)
    assert (found.value, found.begin, found.until, found.anchor) == (value, None, None, None)
