from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from reportedly.claim import arithmetic
from reportedly.claim.figures import bounds
from reportedly.model import Figure
from reportedly.model.claim import OPERATORS

whole = st.integers(0, 10_000).map(float)


def figure(value: float, op: str = "=", unit: str = "people", denominator: str | None = None) -> Figure:
    low, high = bounds(value, op)
    return Figure(value, op, unit, low, high, denominator)


shares = st.builds(figure, st.integers(0, 100).map(float), st.sampled_from(OPERATORS), st.just("percent"), st.just("the town"))
counts = st.builds(figure, whole, st.sampled_from(OPERATORS))


@given(shares)
def test_the_complement_of_a_complement_is_the_share(share: Figure) -> None:
    rest = arithmetic.complement(share)
    assert rest is not None
    assert rest.derived
    back = arithmetic.complement(rest)
    assert back is not None
    assert replace(back, derived=False, role=None) == replace(share, start=None, end=None)


@given(shares)
def test_a_complement_keeps_its_bounds_in_order(share: Figure) -> None:
    rest = arithmetic.complement(share)
    assert rest is not None
    if rest.low is not None and rest.high is not None:
        assert rest.low <= rest.high


def test_what_is_no_share_of_a_whole_has_no_complement() -> None:
    assert arithmetic.complement(figure(10)) is None
    assert arithmetic.complement(figure(10, unit="percent")) is None
    assert arithmetic.complement(figure(130, unit="percent", denominator="the target")) is None


@given(counts)
def test_bounds_are_in_order(count: Figure) -> None:
    found = arithmetic.bounds_of(count)
    assert found is not None
    assert found[0] <= found[1]


@given(st.lists(whole, min_size=1, max_size=6))
def test_exact_parts_make_up_their_sum_and_no_other(values: list[float]) -> None:
    parts = [figure(value) for value in values]
    right, wrong = (arithmetic.breakdown(figure(sum(values) + more), parts) for more in (0, 1))
    assert right is not None
    assert wrong is not None
    assert (right.holds, wrong.holds) == (True, False)


@given(whole, whole)
def test_a_total_is_what_was_before_and_what_was_added(before: float, added: float) -> None:
    right = arithmetic.running_total(figure(before), figure(added), figure(before + added))
    wrong = arithmetic.running_total(figure(before), figure(added), figure(before + added + 5))
    assert right is not None
    assert wrong is not None
    assert (right.holds, wrong.holds) == (True, False)
    assert f"the total is given as {before + added:g}" in right.why


@given(whole, whole)
def test_a_part_is_no_greater_than_its_whole(total: float, inside: float) -> None:
    found = arithmetic.part(figure(total), figure(inside))
    assert found is not None
    assert found.holds == (inside <= total)


@given(counts)
def test_a_number_that_is_not_told_checks_nothing(count: Figure) -> None:
    vague = Figure(None, ">=", "people", 200, None, vague=True)
    assert arithmetic.breakdown(vague, [count]) is None
    assert arithmetic.part(vague, count) is None
    assert arithmetic.running_total(count, vague, count) is None


def test_a_share_is_checked_against_a_count_of_a_counted_whole() -> None:
    share = figure(75, unit="percent", denominator="the city")
    right, wrong = (arithmetic.share_of(figure(count), 24, share) for count in (18, 12))
    assert right is not None
    assert wrong is not None
    assert (right.holds, wrong.holds) == (True, False)
    assert arithmetic.share_of(figure(18), 0, share) is None
