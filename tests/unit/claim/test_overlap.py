from __future__ import annotations

import pytest

from tests.drawing import claims, only, reading, words


def test_a_charge_is_one_claim_of_who_makes_it() -> None:
    text = "The council accused the army of killing 20 farmers."
    (claim,) = reading(text).claims or ()
    assert (claim.type, claim.frame) == ("allegation", "accuses")
    assert words(claim, text) == "The council accused the army of killing 20 farmers"


@pytest.mark.parametrize(
    "text",
    [
        "A man walked past burnt cars.",
        "There were no details on those killed in the strikes.",
        "They were asleep when the raid took place.",
    ],
)
def test_what_is_taken_for_granted_is_no_claim(text: str) -> None:
    assert [c for c in claims(text) if c.type in {"attack", "casualty"} and c.method.startswith("frame")] == []


def test_one_attack_told_by_two_words_is_one_claim() -> None:
    text = "Twenty rockets fired by Russian jets hit the mill on Monday."
    assert [c.frame for c in claims(text)] == ["attacks"]


def test_who_holds_a_place_without_a_name_is_said_in_passing() -> None:
    assert claims("Shells hit rebel-held areas near the border.", "holds-control") == []
    assert only("Shells hit a rebel-held town near the border.", "holds-control").args  # one town, though it has no name
    assert only("Shells hit rebel-held Aleppo on Monday.", "holds-control").args


def test_what_is_not_known_is_not_confirmed() -> None:
    text = "It was not immediately clear who carried out the attack on the mill."
    claim = only(text, "attacks")
    assert claim.stance == "cannot-confirm"
    assert words(claim, text) == text[:-1]
