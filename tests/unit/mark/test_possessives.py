from __future__ import annotations

from reportedly.mark.analysis import language
from reportedly.mark.possessives import restore_possessives

FILLER = " Odrin lies in the hills and the river runs by the town all the year round." * 6


def test_a_lost_apostrophe_is_told_to_the_parser_and_the_text_stays() -> None:
    text = "Odrins mayor left the citys east." + FILLER
    doc = restore_possessives(language().make_doc(text))
    assert doc.text == text
    assert [t.text for t in doc[:4]] == ["Odrin", "s", "mayor", "left"]
    assert doc[1].norm_ == "'s"


def test_a_text_with_apostrophes_or_too_short_to_tell_is_left_alone() -> None:
    for text in ("Odrins mayor left." + FILLER + " It's late.", "Odrins mayor left Odrin."):
        doc = language().make_doc(text)
        assert restore_possessives(doc) is doc


def test_a_plural_before_a_verb_or_a_small_word_owns_nothing() -> None:
    for text in ("Rights groups said that Odrin fell.", "Ten villages of Odrin were hit.", "Rebel groups fired on Odrin."):
        doc = restore_possessives(language().make_doc(text + FILLER))
        assert "s" not in [t.text for t in doc]


def test_a_name_in_capitals_that_is_spelt_like_a_verb_is_told_to_the_parser() -> None:
    doc = restore_possessives(language().make_doc("An IS convoy left Odrin."))
    assert doc[1].norm_ == "isis"
    shouted = restore_possessives(language().make_doc("THIS IS ODRIN"))
    assert shouted[1].norm_ == "is"
