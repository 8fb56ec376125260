from __future__ import annotations

import pytest
from spacy.tokens import Token

from reportedly.claim.syntax import fillers, is_passive
from reportedly.mark.analysis import language

CASES = [
    ("Rebels seized the town.", "seized", "subj", ["Rebels"]),
    ("Rebels seized the town.", "seized", "obj", ["town"]),
    ("The town was seized by rebels.", "seized", "subj", ["rebels"]),
    ("The town was seized by rebels.", "seized", "obj", ["town"]),
    ("Shells fired by rebels hit the town.", "fired", "subj", ["rebels"]),
    ("Shells fired by rebels hit the town.", "fired", "obj", ["Shells"]),
    ("The army attacked and took the hill.", "took", "subj", ["army"]),
    ("The army, which took the hill, withdrew.", "took", "subj", ["army"]),
    ("Rebels and soldiers fled.", "fled", "subj", ["Rebels", "soldiers"]),
    ("The army tried to take the hill.", "take", "subj", ["army"]),
    ("They forced the farmers to leave.", "leave", "subj", ["farmers"]),
    ("The capture of the hill took a day.", "capture", "prep:of", ["hill"]),
    ("The strike left a child dead.", "dead", "head", ["child"]),
    ("Rebels took control of the hill.", "took", "obj/prep:of", ["hill"]),
]


def word(text: str, form: str) -> Token:
    return next(t for t in language()(text) if t.text == form)


@pytest.mark.parametrize(("text", "form", "slot", "expected"), CASES)
def test_slots_reach_their_fillers(text: str, form: str, slot: str, expected: list[str]) -> None:
    assert [t.text for t in fillers(word(text, form), slot)] == expected


def test_passives_are_told_from_perfects() -> None:
    assert is_passive(word("The hill was taken.", "taken"))
    assert is_passive(word("Hills taken in May were lost.", "taken"))
    assert not is_passive(word("They have taken the hill.", "taken"))
