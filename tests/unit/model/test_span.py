from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reportedly.model import Span

SPANS = st.tuples(st.integers(0, 12), st.integers(0, 12)).map(lambda ends: Span(min(ends), max(ends)))


@given(SPANS, SPANS)
def test_overlap_is_sharing_a_character(one: Span, other: Span) -> None:
    shared = set(range(*one)) & set(range(*other))
    if shared:
        assert one.overlaps(other)
    elif one.start < one.end and other.start < other.end:
        assert not one.overlaps(other)


@given(SPANS, SPANS)
def test_overlap_is_mutual(one: Span, other: Span) -> None:
    assert one.overlaps(other) == other.overlaps(one)


@given(SPANS, SPANS)
def test_containing_spans_hold_every_character(one: Span, other: Span) -> None:
    if one.contains(other):
        assert set(range(*other)) <= set(range(*one))
    assert one.contains(one)


def test_spans_that_touch_do_not_overlap() -> None:
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(0, 3).overlaps(Span(2, 5))
