from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.mark.quotes import QuoteIndex, find_quotes
from reportedly.model.span import Span

MARKS = st.sampled_from(["“", "”", '"', "''", "``", "«", "»", "„", "‘", "’", "'", "\n", "\n\n", " ", "word", "Old Mint", ".", "s"])


def quoted(text: str) -> list[str]:
    return [" / ".join(text[s:e] for s, e in quote.spans) for quote in find_quotes(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('He said "the gate is shut" twice.', ['"the gate is shut"']),
        ("He said “the gate is shut” twice.", ["“the gate is shut”"]),
        ("He said «the gate is shut» twice.", ["«the gate is shut»"]),
        ("He said „the gate is shut“ twice.", ["„the gate is shut“"]),
        ("He said ''the gate is shut'' twice.", ["''the gate is shut''"]),
        ("He said ‘the gate is shut’ twice.", ["‘the gate is shut’"]),
        ("He said “the ‘gate’ is shut” twice.", ["“the ‘gate’ is shut”"]),
        ('He said “the gate is shut" twice.', ['“the gate is shut"']),
        ("The miners’ hall and the guards’ post.", []),
        ("It's the town's gate, isn't it?", []),
        ("The wall is 5' high.", []),
    ],
)
def test_marks_of_every_kind(text: str, found: list[str]) -> None:
    assert quoted(text) == found


def test_a_quotation_goes_on_in_the_next_paragraph_that_opens_anew() -> None:
    assert quoted("“The gate is shut.\n\n“It stays shut,” she said.") == ["“The gate is shut. / “It stays shut,”"]


def test_a_paragraph_that_begins_with_its_speaker_goes_on_with_no_quotation_of_another() -> None:
    text = "“LANE: Is the gate shut?\n\n“OSK: It is shut.\n\n“It stays shut.”"
    assert quoted(text) == ["“LANE: Is the gate shut?", "“OSK: It is shut. / “It stays shut.”"]


def test_a_quotation_whose_next_paragraph_does_not_open_anew_ends_at_its_closing_mark() -> None:
    assert quoted('"The gate is shut.\n\nIt stays shut.” So it did.') == ['"The gate is shut.\n\nIt stays shut.”']


def test_a_mark_that_is_never_closed_reaches_to_the_end_of_its_paragraph() -> None:
    (quote,) = find_quotes("She said “the gate is shut.\n\nThe road was quiet.")
    assert not quote.closed
    assert quote.end == len("She said “the gate is shut.")


def test_a_mark_that_is_never_closed_in_a_long_paragraph_quotes_nothing() -> None:
    assert find_quotes("She said “the gate is shut. " + "The road was quiet. " * 200) == []


def test_share_and_lookup() -> None:
    text = "abc “def” ghi"
    index = QuoteIndex(find_quotes(text))
    assert index.share(text, [Span(0, len(text))]) == pytest.approx(1 / 3)
    assert index.at(5) == 0
    assert index.at(0) is None
    assert index.share(text, []) == 0


@given(st.lists(MARKS, max_size=40).map("".join))
def test_any_marks_give_ordered_spans_inside_the_text(text: str) -> None:
    at = 0
    for quote in find_quotes(text):
        for start, end in quote.spans:
            assert at <= start < end <= len(text)
            at = end


def test_paragraphs_that_open_and_never_close_are_one_quotation_in_linear_time() -> None:
    def taken(count: int) -> float:
        text = "“The gate is shut.\n\n" * count
        best = float("inf")
        for _ in range(3):
            begin = time.process_time()
            (quote,) = find_quotes(text)
            best = min(best, time.process_time() - begin)
        assert len(quote.spans) == count
        assert not quote.closed
        return best

    assert taken(8_000) < 8 * taken(2_000) + 0.02
