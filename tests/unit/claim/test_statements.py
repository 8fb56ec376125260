from __future__ import annotations

import pytest

from tests.drawing import claims, only, reading, words


@pytest.mark.parametrize(
    "text",
    [
        "The Turkish government said Russia had lost its credibility.",
        "The Russian government said that Turkey was complicit in what had happened.",
    ],
)
def test_what_a_political_actor_says_in_judgement_of_another_is_a_position(text: str) -> None:
    claim = only(text, "judges")
    assert claim.type == "position"
    assert not claim.own
    assert claim.speaker.actor not in {a.actor for _, a in claim.args}


def test_the_same_words_of_somebody_else_are_a_statement() -> None:
    assert claims("A baker said Russia had lost its credibility.", "judges") == []


def test_each_clause_about_an_actor_that_nothing_else_takes_in_is_a_statement() -> None:
    text = "The army captured the village, and Russia is proud of the Turkish government."
    assert words(only(text, "says"), text) == "Russia is proud of the Turkish government"


def test_a_denied_statement_is_denied() -> None:
    assert only("Russia does not know the Turkish government.", "says").stance == "denies"


def test_clauses_without_an_actor_make_no_statement_of_the_page() -> None:
    assert reading("The winter was long, and bread was dear.").claims == ()


def test_what_is_left_of_a_sentence_whose_object_was_drawn_apart_is_no_statement() -> None:
    text = "A monitor said that in the north the Turkish province saw six rebels killed as a shell burst on a ferry."
    assert [words(c, text) for c in claims(text, "says")] == []
