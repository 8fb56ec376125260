from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from reportedly.mark.lookup import NameTrie, split

NAMES = ["the valley", "Valley Defence Council", "Odrin", "al-Odrin Front", "US", "rebels", "Odrin Front"]


def found(text: str) -> list[tuple[str, str]]:
    trie = NameTrie((name, name) for name in NAMES)
    return [(text[hit.start : hit.end], hit.values[0]) for hit in trie.find(text, split(text))]


def test_the_longest_name_wins_and_hyphens_do_not_matter() -> None:
    assert found("the al Odrin-Front of Odrin") == [("al Odrin-Front", "al-Odrin Front"), ("Odrin", "Odrin")]


def test_capitals_tell_names_from_words() -> None:
    assert found("they told us, and the US, of odrin") == [("US", "US")]
    assert found("Rebels and rebels") == [("Rebels", "rebels"), ("rebels", "rebels")]


def test_a_possessive_s_is_left_out_with_and_without_its_apostrophe() -> None:
    assert found("Odrin's mill and Odrins mayor") == [("Odrin", "Odrin"), ("Odrin", "Odrin")]


def test_a_name_does_not_run_over_a_sentence_mark() -> None:
    assert found("They left Odrin, Front lines moved") == [("Odrin", "Odrin")]


@given(st.text())
def test_hits_lie_in_the_text_in_order_and_apart(text: str) -> None:
    trie = NameTrie((name, name) for name in NAMES)
    hits = list(trie.find(text, split(text)))
    assert all(0 <= h.start < h.end <= len(text) for h in hits)
    assert all(a.end <= b.start for a, b in itertools.pairwise(hits))


def test_a_longer_name_that_begins_within_a_shorter_one_wins() -> None:
    assert found("the Valley Defence Council in the valley") == [
        ("Valley Defence Council", "Valley Defence Council"),
        ("the valley", "the valley"),
    ]
