from __future__ import annotations

import pytest
from spacy.language import Language

from reportedly.claim.tense import tense_of, was_tried


@pytest.mark.parametrize(
    ("text", "word", "tense"),
    [
        ("The army shelled the town.", "shelled", "past"),
        ("The town was shelled by the army.", "shelled", "past"),
        ("The army is shelling the town.", "shelling", "present"),
        ("The army holds the town.", "holds", "present"),
        ("The army has taken the town.", "taken", "perfect"),
        ("The army had taken the town.", "taken", "pluperfect"),
        ("The army will take the town.", "take", None),
        ("The shelling killed two people.", "shelling", "past"),
        ("This enables the army to send supplies.", "send", "present"),
        ("Two dead in the town.", "dead", None),
    ],
)
def test_a_word_has_the_tense_of_its_clause(nlp: Language, text: str, word: str, tense: str | None) -> None:
    [token] = [token for token in nlp(text) if token.text == word]
    assert tense_of(token) == tense


@pytest.mark.parametrize(
    ("text", "word", "tried"),
    [
        ("The families had tried to flee the town.", "flee", True),
        ("The army foiled an attempt by gunmen to detonate a truck.", "detonate", True),
        ("The group plans to attack the town.", "attack", False),
        ("The group will try to attack the town.", "attack", False),
    ],
)
def test_what_was_tried_by_then_is_not_still_to_come(nlp: Language, text: str, word: str, tried: bool) -> None:  # noqa: FBT001
    [token] = [token for token in nlp(text) if token.text == word]
    assert was_tried(token) == tried
