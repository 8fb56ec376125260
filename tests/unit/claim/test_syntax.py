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
    ("The plan was backed by the army and by the rebels.", "backed", "subj", ["army", "rebels"]),
    ("They sent flour by the mill road or along the river.", "sent", "prep:by|along", ["road", "river"]),
    ("The map was out of date.", "was", "prep:out", ["date"]),
    ("The army is in a position to take the hill.", "take", "subj", ["army"]),
    ("The ministers are about to leave office.", "leave", "subj", ["ministers"]),
    ("The zone that the army is busy creating is large.", "creating", "obj", ["zone"]),
    ("The town the army seized is empty.", "seized", "obj", ["town"]),
    ("The gains they made were small.", "made", "obj", []),
    ("The day the war ended was cold.", "ended", "obj", []),
    ("The last main road is cut.", "road", "mod:main|only", ["main"]),
    ("The last main road is cut.", "road", "mod", ["last", "main"]),
    ("They offered to send troops if the fighting stopped.", "send", "cond", ["stopped"]),
    ("They left when the fighting stopped.", "left", "cond", []),
    ("The road was mined and it is open again.", "is", "joined/obj", ["road"]),
    ("Barriers are to be set up beside the road.", "set", "obj", ["Barriers"]),
    ("The plan was meant to be linked to the truce.", "linked", "obj", ["plan"]),
]


def word(text: str, form: str) -> Token:
    return next(t for t in language()(text) if t.text == form)


@pytest.mark.parametrize(("text", "form", "slot", "expected"), CASES)
def test_slots_reach_their_fillers(text: str, form: str, slot: str, expected: list[str]) -> None:
    assert [t.text for t in fillers(word(text, form), slot)] == expected


def test_a_subject_that_the_parse_hangs_on_the_phrase_before_it_is_found() -> None:
    found = word("After breaking the siege on the towns of Orre and Vela, the Odrin Army has encircled the city.", "encircled")
    assert [t.text for t in fillers(found, "subj")] == ["Army"]
    led = word("In the village of Orre.", "In")
    assert fillers(led, "subj") == []


def test_passives_are_told_from_perfects() -> None:
    assert is_passive(word("The hill was taken.", "taken"))
    assert is_passive(word("Hills taken in May were lost.", "taken"))
    assert not is_passive(word("They have taken the hill.", "taken"))
