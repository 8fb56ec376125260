from __future__ import annotations

import math

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.codebook import load_codebook
from reportedly.export.contract import explanation_to_contract, reading_to_contract
from reportedly.model import Claim
from tests.drawing import claims, only, reading

SENTENCES = [example.text for frame in load_codebook().frames() for example in frame.examples]
FRAMES = {frame.id: frame for frame in load_codebook().frames()}


def told(claim: Claim, text: str) -> dict[str, object]:
    found = explanation_to_contract(claim, text)
    assert found is not None
    return found


def test_a_claim_tells_its_rule_its_trigger_and_the_slot_of_every_role() -> None:
    text = "The army's artillery seized the village of Odrivar."
    claim = only(text, "takes-control")
    found = claim.explanation
    assert found is not None
    assert text[found.start : found.end] == "seized"
    assert (found.frame, found.kind, found.stance) == ("takes-control", "verb", "clause")
    assert found.rule.startswith("takes-control#")
    assert found.at is not None
    assert found.at.startswith("control.yaml:")
    assert {f.role: f.slot for f in found.filled} == {"controller": "subj", "place": "obj"}
    heads = {f.role: text[slice(*f.head)] for f in found.filled if f.head}
    assert heads["controller"] == "artillery"


def test_the_words_that_a_condition_asked_for_are_told() -> None:
    text = "The army took control of the village of Odrivar."
    found = only(text, "takes-control").explanation
    assert found is not None
    assert [(m.slot, text[m.start : m.end]) for m in found.met] == [("obj", "control")]


def test_what_a_later_rule_put_there_has_no_slot() -> None:
    text = "Rebels shelled the village of Odrivar. The shelling killed four farmers."
    claim = only(text, "killed")
    assert claim.method.endswith("+inherited")
    roles = {f.role: f.slot for f in claim.explanation.filled} if claim.explanation else {}
    assert roles == {"victims": "obj", "perpetrator": None}
    assert told(claim, text)["steps"] == ["news-window", "inherited"]


def test_a_clause_that_no_frame_takes_in_explains_itself_too() -> None:
    text = "The army said that the mayor of the village liked the old orchard very much."
    (claim,) = claims(text, "says")
    found = claim.explanation
    assert found is not None
    assert (found.kind, found.at, text[found.start : found.end]) == ("clause", None, "liked")


def test_nothing_is_explained_where_nobody_asks() -> None:
    row = reading_to_contract(reading("The army seized the village of Odrivar."))
    assert "explain" not in row["claims"][0]
    row = reading_to_contract(reading("The army seized the village of Odrivar."), explain=True)
    assert row["claims"][0]["explain"]["trigger"]["words"] == "seized"


@settings(max_examples=12)
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4).map(" ".join))
def test_every_claim_explains_itself_by_words_of_its_document(text: str) -> None:
    for claim in claims(text):
        found = claim.explanation
        assert found is not None
        assert 0 <= found.start < found.end <= len(text)
        assert math.isclose(math.prod(value for _, value in found.parts), claim.score)
        assert [(f.role, f.start, f.end) for f in found.filled] == [(role, a.start, a.end) for role, a in claim.args]
        if found.kind != "clause":
            trigger = FRAMES[found.frame].triggers[int(found.rule.partition("#")[2]) - 1]
            assert (trigger.kind, trigger.at) == (found.kind, found.at)
            slots = {slot for _, paths in trigger.fill for path in paths for slot in path.split("+")}
            assert {f.slot for f in found.filled} <= {*slots, None}
