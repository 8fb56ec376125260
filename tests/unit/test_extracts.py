from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.extracts import find_extracts, paragraphs
from reportedly.mark.quotations import quotations
from tests.unit.mark.saying import told, words

PIECES = st.sampled_from(["“", "”", '"', "’", "«", "»", "The gate", "is shut", ".", ":", "\n", "\n\n", " ", "(Herald)", "(", ")", "["])


def extracts(text: str) -> list[str]:
    return [words(text, extract.spans) for extract in find_extracts(text)]


def inner(text: str) -> list[str]:
    return [words(text, quote.spans) for quote in quotations(text).inner.quotes]


def test_an_extract_with_quotations_inside_ends_before_its_reference() -> None:
    text = 'Here is more from the Herald:\n\n"The gate is shut.\n\n"It stays shut," the mayor said. "Go." That was all." (Herald)\n\nYes.'
    assert extracts(text) == ['"The gate is shut. … "It stays shut," the mayor said. "Go." That was all."']
    assert inner(text) == ['"It stays shut,"', '"Go."']


def test_a_reference_may_stand_below_its_extract() -> None:
    text = "The Star puts it so:\n\n“The gate is shut. It stays shut.”\n\n(“Gate Stays Shut”, Star)\n\nSo it was."
    assert extracts(text) == ["“The gate is shut. It stays shut.”"]


def test_a_passage_that_only_closes_begins_behind_the_sentence_that_leads_to_it() -> None:
    text = "The envoy said much the same again in Minsk this morning\n\nThe gate is shut.\n\nIt stays shut.”\n\nNothing else was heard."
    assert extracts(text) == ["The gate is shut. … It stays shut.”"]


@pytest.mark.parametrize(
    "text",
    [
        'The mayor said:\n\n"The gate is shut," and left.\n\nNothing moved.',
        "The mayor said so on Monday.\n\nThe gate is shut.”\n\nNothing moved.",
        "A title\n\nThe gate is shut.”\n\nNothing moved.",
        "The mayor said:\n\nThe gate is shut.\n\nIt stays shut.",
    ],
)
def test_other_marks_make_no_extract(text: str) -> None:
    assert extracts(text) == []


@given(st.lists(PIECES, max_size=40).map("".join))
def test_extracts_lie_in_the_text_and_apart(text: str) -> None:
    at = 0
    for extract in find_extracts(text):
        assert at <= extract.spans[0].start <= extract.inner.start <= extract.inner.end < extract.spans[-1].end <= len(text)
        at = extract.spans[-1].end


@given(st.text(alphabet="ab \n\t", max_size=60))
def test_paragraphs_hold_all_words(text: str) -> None:
    held = "".join(text[start:end] for start, end in paragraphs(text))
    assert "".join(held.split()) == "".join(text.split())


@pytest.mark.usefixtures("nlp")
def test_quotations_inside_an_extract_have_speakers_of_their_own() -> None:
    text = (
        'The talks went on. Here is more from the Harbour Herald:\n\n"The mayor said the gate was shut.\n\n'
        '"We want it open," the captain told reporters. That was all." (["Gate Shut Again, Mayor Says"](#), Harbour Herald)\n\nSo it was.'
    )
    found = told(text)
    block = next(t for t in found if t.content.startswith('"The mayor said') and t.content.endswith('That was all."'))
    assert "Harbour Herald" in block.source
    assert ("The mayor", block.content) in [(t.source, t.inside) for t in found]
    assert ("the captain", block.content) in [(t.source, t.inside) for t in found]
    assert ("Harbour Herald", "Gate Shut Again, Mayor Says") in [(t.source, t.content) for t in found]
