from __future__ import annotations

import pytest
from spacy.language import Language

from reportedly.claim.tense import tense_of


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
