from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reportedly.compare.passages import passages, shared_runs
from reportedly.compare.words import SHINGLE, fold_word, split
from reportedly.model import Passage

FEW = st.sampled_from(["boat", "Boat", "quay's", "quay’s", "mill", "burned", "at", "noon", "10", "é", "ship."])
TEXTS = st.lists(FEW, max_size=60).map(" ".join)


def found(a: str, b: str) -> tuple[Passage, ...]:
    left, right = split(a), split(b)
    return passages(left, right, shared_runs(left, right))


def folded(text: str) -> list[str]:
    return list(split(text).keys)


def test_apostrophes_do_not_tell_words_apart() -> None:
    assert fold_word("Saltgate’s") == fold_word("saltgate's") == fold_word("SALTGATES")


def test_a_text_of_four_words_has_no_shingle() -> None:
    assert split("one two three four").shingles == ()
    assert len(split("one two three four five").shingles) == 1


def test_a_passage_is_given_with_its_offsets_in_both_texts() -> None:
    passage = "the ferry left the old quay at noon"
    a, b = f"On Monday {passage}, it said.", f"Witnesses: “{passage.upper()}” – nothing else"
    assert [(a[p.a_start : p.a_end], b[p.b_start : p.b_end]) for p in found(a, b)] == [(passage, passage.upper())]


def test_two_passages_in_another_order_are_both_found() -> None:
    one, two = "alpha bravo charlie delta echo foxtrot", "golf hotel india juliet kilo lima mike"
    a, b = f"{one} then came {two}", f"{two} before that {one}"
    assert sorted(a[p.a_start : p.a_end] for p in found(a, b)) == [one, two]


def test_the_longer_of_two_overlapping_passages_keeps_the_words() -> None:
    a = "a b c d e f g h i j"
    b = "d e f g h i j x a b c d e f"
    assert [a[p.a_start : p.a_end] for p in found(a, b)] == ["d e f g h i j"]


def test_barred_shingles_end_a_passage() -> None:
    text = "boats lay at the quay all day follow us on every page"
    words = split(text)
    furniture = {words.shingles[7]}
    runs = shared_runs(words, words, barred=furniture)
    assert all(run.a > 7 or run.a + run.length <= 7 + SHINGLE - 1 for run in runs)
    assert runs[0].a == 0


def test_a_text_of_one_word_repeated_takes_no_time() -> None:
    text = "boat " * 5_000
    assert sum(p.a_end - p.a_start for p in found(text, text)) >= len(text) - 1


@given(TEXTS, TEXTS)
def test_passages_hold_the_same_words_and_never_overlap(a: str, b: str) -> None:
    spans = found(a, b)
    for passage in spans:
        words = folded(a[passage.a_start : passage.a_end])
        assert words == folded(b[passage.b_start : passage.b_end])
        assert len(words) >= SHINGLE
    for taken in ([(p.a_start, p.a_end) for p in spans], sorted((p.b_start, p.b_end) for p in spans)):
        assert all(left[1] <= right[0] for left, right in pairwise(taken))


@given(TEXTS)
def test_a_text_stands_whole_in_itself(text: str) -> None:
    words = split(text)
    covered = sum(len(folded(text[p.a_start : p.a_end])) for p in found(text, text))
    assert covered == (len(words.keys) if len(words.keys) >= SHINGLE else 0)


def test_a_passage_that_loses_words_to_a_longer_one_keeps_the_rest() -> None:
    a = "one two three four five six seven eight nine ten eleven twelve thirteen"
    b = "six seven eight nine ten eleven twelve thirteen stop one two three four five six seven"
    assert [a[p.a_start : p.a_end] for p in found(a, b)] == ["one two three four five", "six seven eight nine ten eleven twelve thirteen"]


def test_a_passage_grows_over_words_that_it_could_not_begin_with() -> None:
    words = split("it said on monday that the ferry left the quay")
    runs = shared_runs(words, words, unseeded=set(words.shingles) - {words.shingles[3]})
    assert [(run.a, run.length) for run in runs] == [(0, len(words.keys))]
