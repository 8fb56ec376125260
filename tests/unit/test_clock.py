from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly import clock

ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: dt.timezone(dt.timedelta(minutes=minutes)))
MOMENTS = st.datetimes(dt.datetime(1900, 1, 2), dt.datetime(2999, 1, 1), timezones=ZONES)  # noqa: DTZ001 - the zone is drawn apart


def test_now_is_utc_to_the_second() -> None:
    before, now, after = dt.datetime.now(dt.UTC), clock.now(), dt.datetime.now(dt.UTC)
    assert now.tzinfo is dt.UTC
    assert now.microsecond == 0
    assert before.replace(microsecond=0) <= now <= after


@given(MOMENTS)
def test_a_stamp_is_the_same_moment_in_utc(moment: dt.datetime) -> None:
    stamp = clock.stamp(moment)
    assert stamp.endswith("Z")
    assert moment - dt.datetime.fromisoformat(stamp) == dt.timedelta(microseconds=moment.microsecond)


@given(st.lists(MOMENTS))
def test_stamps_sort_as_moments_do(moments: list[dt.datetime]) -> None:
    whole = [moment.replace(microsecond=0) for moment in moments]
    assert sorted(map(clock.stamp, whole)) == [clock.stamp(moment) for moment in sorted(whole)]


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="without a time zone"):
        clock.stamp(dt.datetime(2031, 5, 6, 7, 8))  # noqa: DTZ001 - that is the point
