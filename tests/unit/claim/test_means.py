from __future__ import annotations

import pytest

from reportedly.claim.numbering import numbered, plain
from reportedly.model import Argument
from tests.drawing import claims, only

DOERS = {"attacker", "perpetrator"}


def told(text: str, frame: str) -> dict[str, str]:
    """Return the names in each role of the one claim of a frame."""
    return {role: a.name for role, a in only(text, frame).args}


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("A bomb exploded in Odrivar on Monday.", "attacks"),
        ("The blast hit the market in Odrivar.", "attacks"),
        ("The blast killed six people in Odrivar.", "killed"),
        ("Six people were wounded in air strikes on Odrivar.", "injured"),
    ],
)
def test_a_weapon_or_an_event_does_nothing_itself(text: str, frame: str) -> None:
    assert not DOERS & told(text, frame).keys()


def test_a_weapon_is_told_as_the_means() -> None:
    assert told("A bomb hit the market in Odrivar.", "attacks")["means"] == "a bomb"
    assert told("Six people were killed by a shell in Odrivar.", "killed")["means"] == "a shell"


def test_an_attack_is_no_means_of_itself() -> None:
    assert "means" not in told("The attack hit the market in Odrivar.", "attacks")


def test_whoever_is_told_to_be_behind_a_weapon_does_it() -> None:
    text = "A bomb planted by rebels hit the market in Odrivar."
    assert told(text, "attacks")["attacker"] == "armed opposition"


@pytest.mark.parametrize("noun", ["suicide attack", "suicide bombing", "suicide blast"])
def test_a_suicide_attack_has_a_suicide_bomber(noun: str) -> None:
    (doer,) = (a for role, a in only(f"A {noun} killed six people in Odrivar.", "killed").args if role == "perpetrator")
    assert doer.actor == "x::suicide bomber"


def test_the_gloss_says_whose_the_attack_was() -> None:
    text = "Turkish jets bombed the mill on Monday. The attack killed two farmers."
    assert "by the attack" not in only(text, "killed").gloss.lower()
    assert "Turkish" in only(text, "killed").gloss


def test_an_attack_is_not_made_by_those_it_was_aimed_at() -> None:
    text = "The raids targeted villages held by Islamic State a league of rebel groups that began a campaign in spring."
    first, *_ = claims(text, "attacks")
    assert all(name.startswith("target") for name, _ in first.args)


def test_a_possessive_that_lost_its_apostrophe_is_told_with_one() -> None:
    (claim,) = claims("It was not possible to verify the Syrian Civil Defences report.", "unconfirmed")
    assert "Defence's report" in claim.gloss


def test_roles_are_numbered_and_their_numbers_taken_off() -> None:
    one, two = Argument("a", 0, 1), Argument("b", 2, 3)
    args = numbered([("target", one), ("figure_of", one), ("target", two)])
    assert [name for name, _ in args] == ["target", "figure_of", "target_2"]
    assert [plain(name) for name, _ in args] == ["target", "figure_of", "target"]


def test_a_number_of_shells_are_shells() -> None:
    assert told("A number of shells hit the market in Odrivar.", "attacks")["means"] == "a number of shells"
