from __future__ import annotations

import pytest

from tests.drawing import claims, only, words


@pytest.mark.parametrize(
    "text",
    [
        "It was not immediately clear who carried out the attack.",
        "It was unclear if the raids were carried out by Turkish warplanes.",
        "It is not known whether Turkish warplanes shelled the mill.",
        "The council said it did not know whether Turkish jets had carried out the strikes.",
    ],
)
def test_what_nobody_can_tell_is_not_confirmed(text: str) -> None:
    assert only(text, "attacks").stance == "cannot-confirm"


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("It is clear that Turkish warplanes shelled the mill.", "asserts"),
        ("If Turkish warplanes shelled the mill, the truce is over.", "supposes"),
        ("The council knows who shelled the mill.", "supposes"),
    ],
)
def test_what_is_known_or_only_supposed_is_not(text: str, stance: str) -> None:
    assert [c.stance for c in claims(text, "attacks")] == [stance]


def test_the_words_that_say_so_belong_to_the_claim() -> None:
    text = "The road was shut. It was not immediately clear who shelled the mill."
    assert words(only(text, "attacks"), text).startswith("It was not immediately clear")


def test_what_cannot_be_found_out_is_not_confirmed_in_a_statement_either() -> None:
    assert only("The council said it was unclear how Turkey would vote.", "says").stance == "cannot-confirm"


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The army has been unable to push the rebels back.", "denies"),
        ("The army has yet to capture the village.", "denies"),
        ("The rebels have managed to capture the village.", "asserts"),
    ],
)
def test_what_could_not_be_done_or_is_yet_to_come_is_denied(text: str, stance: str) -> None:
    assert {c.stance for c in claims(text)} == {stance}


def test_a_speaker_who_blames_nobody_is_not_said_to_blame() -> None:
    assert only("The council did not blame any group for the blast.", "accuses").stance == "denies"


def test_what_envoys_will_do_is_their_plan() -> None:
    assert only("The mission will travel to Damascus next week.", "travels").stance == "plans"
