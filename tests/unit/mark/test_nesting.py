from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reportedly.mark.drafts import cut_out, length, shared, united
from reportedly.model.span import Span

SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9)).map(lambda t: Span(t[0], t[0] + t[1])), max_size=6)


def covered(spans: list[Span] | tuple[Span, ...]) -> set[int]:
    return {i for start, end in spans for i in range(start, end)}


@given(SPANS)
def test_united_spans_cover_the_same_and_lie_apart(spans: list[Span]) -> None:
    out = united(spans)
    assert covered(out) == covered(spans)
    assert length(out) == len(covered(spans))
    assert all(a.end < b.start for a, b in pairwise(out))


@given(SPANS, SPANS)
def test_what_is_cut_out_is_gone_and_the_rest_stays(spans: list[Span], holes: list[Span]) -> None:
    assert covered(cut_out(united(spans), holes)) == covered(spans) - covered(holes)


@given(SPANS, SPANS)
def test_shared_counts_common_characters(left: list[Span], right: list[Span]) -> None:
    assert shared(united(left), united(right)) == len(covered(left) & covered(right))
