from __future__ import annotations

from tests.drawing import claims


def test_what_a_headline_counts_and_the_text_tells_again_is_one_claim() -> None:
    text = "Shelling kills 12 people in Odrin. Twelve people were killed when shells hit the market of Odrin on Monday."
    assert len(claims(text, "killed")) == 1


def test_a_headline_with_another_number_stays() -> None:
    text = "Shelling kills 14 people in Odrin. Twelve people were killed when shells hit the market of Odrin on Monday."
    assert len(claims(text, "killed")) == 2


def test_two_sentences_in_the_past_tense_stay() -> None:
    text = "Shelling killed 12 people in Odrin. Twelve people were killed when shells hit the market of Odrin on Monday."
    assert len(claims(text, "killed")) == 2
