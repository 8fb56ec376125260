from __future__ import annotations

from tests.drawing import claims, words

PLAN = (
    "The Turkish government proposed a truce. In the first stage both sides would open the mill road. "
    "Checkpoints would be set up at the dam."
)


def test_terms_told_after_a_proposal_are_planned_and_the_proposers() -> None:
    terms = claims(PLAN, "plan-provides")
    assert [words(c, PLAN) for c in terms] == [
        "In the first stage both sides would open the mill road",
        "Checkpoints would be set up at the dam",
    ]
    for claim in terms:
        assert (claim.type, claim.stance, claim.own) == ("proposal", "plans", False)
        assert claim.speaker.name == claim.chain[-1] == "Turkish government"
    assert terms[0].about is not None
    assert terms[0].about.type == "route"


def test_without_a_proposal_the_same_words_are_a_supposition_of_the_page() -> None:
    text = "In the first stage both sides would open the mill road."
    (claim,) = claims(text)
    assert (claim.type, claim.stance, claim.own) == ("route", "supposes", True)


def test_a_plan_ends_where_its_terms_do() -> None:
    text = "The envoy proposed a truce. Jets bombed the mill. Rebels shelled the dam. The army would cut the valley road."
    assert claims(text, "plan-provides") == []


def test_another_speaker_after_a_proposal_keeps_his_word() -> None:
    text = "The envoy proposed a truce. The mayor said that the army would cut the valley road."
    assert claims(text, "cuts-route")[0].speaker.name == "mayor"


def test_a_plan_taken_up_without_its_maker_stays_his() -> None:
    text = "The Washington Post said that John Kerry spelled out the proposed truce steps. The proposal calls for a halt of shelling."
    (claim,) = claims(text, "plan-provides")
    assert (claim.speaker.actor, claim.chain[-2:]) == ("KERRY", ("Washington Post", "John Kerry"))
