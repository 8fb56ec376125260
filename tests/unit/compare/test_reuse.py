from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.compare.reprints import MEASURED, ReuseRules, compare_texts
from reportedly.compare.reuse import update
from reportedly.compare.sketch import bands
from reportedly.compare.words import WINDOW, Words, marks, split
from reportedly.ids import digest
from reportedly.model import WITHDRAWN, Reprint, TextEntry
from tests.unit.compare.build import prose
from tests.unit.compare.living import Shelf

PARTS = tuple(prose(1000 + number, length) for number, length in enumerate((12, 20, 25, 40, 60, 30, 15, 90, 22, 35)))
TIGHT = replace(MEASURED, furniture=3, common=5, family=4)
"""Ceilings that a few texts reach."""

TEXTS = st.lists(
    st.tuples(st.lists(st.sampled_from(range(10)), min_size=1, max_size=4), st.integers(0, 30), st.sampled_from(("P", "Q", ""))),
    min_size=2,
    max_size=18,
)


def entries(parts: Sequence[tuple[list[int], int, str]]) -> list[TextEntry]:
    texts = [(". ".join(PARTS[part] for part in chosen) + f". {tail}", publisher) for chosen, tail, publisher in parts]
    return [TextEntry(digest(f"{text}{publisher}".encode()), text, (publisher,) * bool(publisher)) for text, publisher in texts]


def compared(texts: Sequence[TextEntry], sizes: Sequence[int]) -> list[Reprint]:
    """Return the pairs after the texts came in this order, so many at once."""
    shelf, begin = Shelf(texts), 0
    for size in sizes:
        shelf.keep(update(shelf, [entry.id for entry in texts[begin : begin + size]], TIGHT))
        begin += size
    shelf.keep(update(shelf, [entry.id for entry in texts[begin:]], TIGHT))
    return shelf.pairs()


@settings(max_examples=40, deadline=None)
@given(TEXTS.map(entries), st.randoms(use_true_random=False), st.lists(st.integers(1, 4), max_size=12))
def test_the_order_and_the_batches_of_documents_change_nothing(texts: list[TextEntry], chance: random.Random, sizes: list[int]) -> None:
    shuffled = list(texts)
    chance.shuffle(shuffled)
    found = compared(texts, [])
    assert compared(shuffled, sizes) == found
    text = {entry.id: entry.text for entry in texts}
    for pair in found:
        for p in pair.passages:
            assert split(text[pair.a][p.a_start : p.a_end]).keys == split(text[pair.b][p.b_start : p.b_end]).keys


def test_what_becomes_furniture_or_stock_later_is_withdrawn() -> None:
    for publisher, count in (("P", TIGHT.furniture), ("", TIGHT.common + 1)):
        pages = [TextEntry(f"p{n}", f"{prose(n, 40)} {PARTS[2]}", (publisher,) * bool(publisher)) for n in range(count)]
        shelf = Shelf(pages)
        ids = [page.id for page in pages]
        shelf.keep(update(shelf, ids[:-1], TIGHT))
        assert len(shelf.pairs()) == (count - 1) * (count - 2) // 2
        assert {pair.label for pair in update(shelf, ids[-1:], TIGHT)} == {WITHDRAWN}


@given(st.integers(0, 99), st.integers(0, 60), st.integers(0, 60))
def test_ten_words_in_common_are_a_mark_in_common(seed: int, before: int, after: int) -> None:
    shared = prose(seed, WINDOW + 4)
    texts = (split(f"{prose(seed + 1, before)} {shared} {prose(seed + 2, after)}"), split(f"{prose(seed + 3, after)} {shared}"))
    assert marks(texts[0]) & marks(texts[1])
    assert not marks(split(shared), set(split(shared).shingles))


def test_hashes_are_the_same_on_every_machine() -> None:
    words = split("Six boats left the quay at noon.")
    assert words.shingles[0] == split("SIX boats left the  quay").shingles[0]
    assert (words.shingles[0], bands(words)[0]) == (5326363639754559390, -4142584282636327844)
    assert bands(split("")) == ()
    assert split("one two three", 2).keys == ("one", "two")


def test_the_list_of_stock_phrases_is_of_phrases_that_can_be_met() -> None:
    lines = (Path(__file__).parents[3] / "src/reportedly/compare/stock.txt").read_text(encoding="utf-8").splitlines()
    phrases = [line for line in lines if not line.startswith("#")]
    assert len(phrases) == len(set(phrases))
    assert all(len(split(line).keys) >= 5 for line in phrases)


def test_another_copy_in_a_crowd_is_compared_once(monkeypatch: pytest.MonkeyPatch) -> None:
    crowd = [TextEntry(f"{number:03}", f"{PARTS[7]} {PARTS[4]} {number}") for number in range(60)]
    shelf, calls = Shelf(crowd), list[tuple[str, str]]()

    def counted(rules: ReuseRules, a: tuple[str, Words], b: tuple[str, Words], barred: frozenset[int]) -> Reprint | None:
        calls.append((a[0], b[0]))
        return compare_texts(rules, a, b, barred)

    monkeypatch.setattr("reportedly.compare.reuse.compare_texts", counted)
    for entry in crowd:
        shelf.keep(update(shelf, [entry.id], TIGHT))
    assert {pair.a for pair in shelf.pairs()} == {"000"}
    assert len(shelf.pairs()) == 59
    assert calls[-50:] == [("000", f"{number:03}") for number in range(10, 60)]


def test_a_page_that_quotes_every_other_is_compared_with_each_once() -> None:
    pages = [TextEntry(f"{number:03}", prose(number, 40)) for number in range(30)]
    whole = TextEntry("zzz", ". ".join(page.text for page in pages))
    shelf = Shelf([*pages, whole])
    found = update(shelf, [whole.id, *(page.id for page in pages)], TIGHT)
    assert [(pair.a, pair.b, pair.label) for pair in found] == [(page.id, "zzz", "reprint") for page in pages]
    short = replace(TIGHT, most=400)
    assert len(update(Shelf([*pages, whole]), [whole.id, *(page.id for page in pages)], short)) == 10
