from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reportedly.claim.intervals import Holders, Spans
from reportedly.model import Span

LENGTH = 20
SPANS = st.builds(lambda a, b: Span(min(a, b), max(a, b)), st.integers(0, LENGTH), st.integers(0, LENGTH))
EDGE = st.integers(0, LENGTH)


@given(st.lists(st.tuples(st.lists(SPANS, max_size=3), st.integers(0, 3)), max_size=8))
def test_of_several_holders_the_first_of_least_rank_counts(held: list[tuple[list[Span], int]]) -> None:
    holders = Holders((number, parts, rank) for number, (parts, rank) in enumerate(held))
    for at in range(-1, LENGTH + 2):
        holding = [(rank, n) for n, (parts, rank) in enumerate(held) if any(p.start <= at < p.end for p in parts)]
        assert holders.at(at) == (min(holding)[1] if holding else None)


@given(st.lists(SPANS, max_size=10), EDGE, EDGE, st.sets(st.tuples(EDGE, EDGE), max_size=3))
def test_spans_are_found_as_by_looking_at_each(items: list[Span], start: int, end: int, also: set[tuple[int, int]]) -> None:
    spans = Spans(items)
    assert spans.within(start, end) == [s for s in items if start <= s.start and s.end <= end]
    either = [s for s in items if (start <= s.start and s.end <= end) or (s.start, s.end) in also]
    assert spans.within(start, end, also) == either
    assert spans.starting(start, end) == [s for s in items if start <= s.start < end]
    assert spans.touched(start, end) is any(s.start < end and start < s.end for s in items)


def test_nothing_stands_in_an_empty_document() -> None:
    assert Holders[int](()).at(0) is None
    assert Spans[Span](()).within(0, LENGTH) == []
    assert not Spans[Span](()).touched(0, LENGTH)
