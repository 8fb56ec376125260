from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.compare.index import MEASURED, ShingleIndex, TextEntry
from reportedly.compare.reprints import families, find_reprints
from reportedly.compare.words import split
from tests.unit.compare.build import prose

STORY, OTHER = prose(1, 120), prose(2, 120)
SENTENCE = prose(3, 22)


def entry(identity: str, text: str, published: str | None = "2031-05-02", publisher: str | None = None) -> TextEntry:
    return TextEntry(identity, text, published, publisher)


def labels(*entries: TextEntry) -> dict[tuple[str, str], str]:
    return {(found.a, found.b): found.label for found in find_reprints(entries)}


def test_a_copy_is_a_reprint_and_the_earlier_one_comes_first() -> None:
    [found] = find_reprints([entry("a", STORY, "2031-05-03"), entry("b", f"Note. {STORY}", "2031-05-02")])
    assert (found.a, found.b, found.label, found.earliest) == ("b", "a", "reprint", "b")
    assert found.containment > 0.95
    assert [(p.a_start, p.b_start) for p in found.passages] == [(6, 0)]


def test_the_same_or_an_unknown_day_makes_neither_the_earliest() -> None:
    assert find_reprints([entry("a", STORY), entry("b", STORY + " end")])[0].earliest is None
    assert find_reprints([entry("a", STORY, None), entry("b", STORY + " end")])[0].earliest is None


def test_a_cut_version_is_a_reprint_of_the_longer_one() -> None:
    cut = " ".join(STORY.split()[:50])
    assert labels(entry("a", STORY + " " + OTHER), entry("b", cut)) == {("a", "b"): "reprint"}


def test_a_sentence_in_common_is_a_passage() -> None:
    [found] = find_reprints([entry("a", f"{STORY}. {SENTENCE}."), entry("b", f"{SENTENCE}. {OTHER}")])
    assert found.label == "shares-passage"
    assert [len(split(SENTENCE).keys)] == [len(split((f"{STORY}. {SENTENCE}.")[p.a_start : p.a_end]).keys) for p in found.passages]


def test_a_phrase_in_common_is_nothing() -> None:
    phrase = prose(4, 9)
    assert labels(entry("a", f"{STORY} {phrase}"), entry("b", f"{phrase} {OTHER}")) == {}


def test_short_identical_texts_are_reprints() -> None:
    assert labels(entry("a", "Ferry sunk."), entry("b", "FERRY SUNK")) == {("a", "b"): "reprint"}


def test_furniture_of_one_publisher_is_no_reuse_and_the_same_words_elsewhere_are() -> None:
    footer = prose(5, 60)
    pages = [entry(f"p{n}", f"{prose(10 + n, 80)} {footer}", publisher="Dock Daily") for n in range(6)]
    assert labels(*pages) == {}
    several = [replace(page, publisher=f"Paper {n % 3}") for n, page in enumerate(pages)]
    assert set(labels(*several).values()) == {"shares-passage"}
    assert len(labels(*several)) == 15


def test_a_sentence_that_few_of_a_publishers_texts_repeat_is_a_passage() -> None:
    pages = [entry(f"p{n:02}", prose(10 + n, 40) + (f" {SENTENCE}" if n < 5 else ""), publisher="Dock Daily") for n in range(60)]
    assert len(labels(*pages)) == 10


def test_stock_phrases_of_the_field_are_no_reuse() -> None:
    pages = [entry(f"p{n:02}", f"{prose(100 + n, 40)} {SENTENCE}", publisher=f"Paper {n}") for n in range(MEASURED.common + 2)]
    assert labels(*pages) == {}


def test_copies_are_counted_once_so_that_their_words_stay_telling() -> None:
    copies = [entry(f"c{n:02}", f"{STORY} page {n}") for n in range(40)]
    found = labels(*copies, entry("z", " ".join(STORY.split()[:40]) + " " + OTHER))
    assert set(found.values()) == {"reprint", "shares-passage"}
    assert sum("z" in pair for pair in found) == 40


def test_of_a_crowd_of_copies_only_the_earliest_is_compared() -> None:
    index = ShingleIndex(replace(MEASURED, family=10))
    find_reprints([entry(f"c{n:02}", STORY, f"2031-05-{n + 1:02}") for n in range(25)], against=index)
    assert [(found.a, found.b) for found in find_reprints([entry("z", STORY, "2031-06-01")], against=index)] == [("c00", "z")]


def test_an_index_is_asked_with_new_documents_only() -> None:
    index = ShingleIndex()
    assert find_reprints([entry("a", STORY), entry("b", OTHER)], against=index) == []
    assert "a" in index
    assert [(found.a, found.b) for found in find_reprints([entry("c", STORY)], against=index)] == [("a", "c")]
    assert find_reprints([entry("c", STORY)], against=index) == []
    assert len(index) == 3


def test_families_join_reprints_and_not_passages() -> None:
    found = find_reprints(
        [entry("a", STORY), entry("b", STORY), entry("c", STORY[:-3]), entry("d", f"{SENTENCE}. {OTHER}"), entry("e", SENTENCE * 9)]
    )
    assert families(found) == {"a": "a", "b": "a", "c": "a"}


def test_the_index_tells_families_of_near_copies() -> None:
    index = ShingleIndex()
    index.fill([entry("a", STORY), entry("b", f"{STORY} end"), entry("c", OTHER)])
    assert index.families() == {"a": "a", "b": "a", "c": "c"}


@settings(max_examples=25)
@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=2, max_size=8), st.randoms(use_true_random=False))
def test_order_of_documents_changes_nothing(parts: list[tuple[int, int]], chance: random.Random) -> None:
    entries = [
        entry(f"d{n}", f"{prose(50 + a, 40)}. {prose(60 + b, 30)}", f"2031-05-{1 + (a + b) % 3:02}") for n, (a, b) in enumerate(parts)
    ]
    shuffled = list(entries)
    chance.shuffle(shuffled)
    assert find_reprints(entries) == find_reprints(shuffled)
    for found in find_reprints(entries):
        text = {each.id: each.text for each in entries}
        for p in found.passages:
            assert split(text[found.a][p.a_start : p.a_end]).keys == split(text[found.b][p.b_start : p.b_end]).keys
