from __future__ import annotations

import pytest
from spacy.language import Language

from reportedly.claim.lists import long_list
from tests.drawing import only

NINE = "Adar, Belin, Corvo, Old Dunmar, Erlin, Fosk, Garan, Helmor and Ivar"


def items(nlp: Language, text: str, word: str) -> list[str]:
    doc = nlp(text)
    return [item.text for item in long_list(next(t for t in doc if t.text == word))]


@pytest.mark.parametrize("word", ["Adar", "Dunmar", "Ivar"])
def test_a_list_is_the_same_from_wherever_it_is_looked_at(nlp: Language, word: str) -> None:
    assert items(nlp, f"Shells fell on the villages of {NINE} on Monday.", word) == NINE.replace(" and", ",").split(", ")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The army took Adar, Belin and Corvo.", "Adar"),
        ("In Adar, Mayor Helmor met Fosk, Garan and the others.", "Adar"),
        (f"They hold {NINE}.", "They"),
    ],
)
def test_a_short_list_is_left_to_the_parse(nlp: Language, text: str, word: str) -> None:
    assert items(nlp, text, word) == []


def test_the_districts_of_a_short_list_are_all_in_the_claim() -> None:
    claim = only("The army seized the villages of Odrivar and Temerin.", "takes-control")
    assert [a.name for name, a in claim.args if name.startswith("place")] == ["Odrivar", "Temerin"]
