from __future__ import annotations

import pytest

from tests.drawing import claims


def doers(text: str, frame: str) -> list[str | None]:
    """Return the ids of the doers of the last claim of a frame."""
    return [a.actor for name, a in claims(text, frame)[-1].args if name in {"attacker", "perpetrator"}]


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("Turkish jets bombed the mill on Monday. Two farmers were killed.", "killed"),
        ("Turkish jets bombed the mill on Monday. Similar attacks killed two farmers.", "killed"),
        ("Turkish soldiers shelled the mill on Monday. Other shells hit the bakery.", "attacks"),
    ],
)
def test_the_next_sentence_goes_on_with_the_attack(text: str, frame: str) -> None:
    assert doers(text, frame) == ["TUR-ARMY"]


@pytest.mark.parametrize(
    "text",
    [
        "Turkish jets bombed the mill on Monday. Two farmers were killed in clashes.",
        "Turkish jets bombed the mill on Monday. More than 250,000 people have been killed in Syria.",
        "Turkish jets bombed the mill while rebels shelled the bakery. Two farmers were killed.",
        "Turkish jets bombed the mill in Aleppo on Monday. Two farmers were killed in Homs.",
        "Turkish jets bombed the mill on Monday. The fighting left ten people dead on both sides.",
        "The Turkish army denied bombing the mill. The attack killed two farmers.",
        "Turkish soldiers executed four men on Monday. Two farmers were killed in the blast.",
    ],
)
def test_what_is_told_apart_stays_without_a_doer(text: str) -> None:
    assert doers(text, "killed") == []


def test_whom_one_source_names_is_not_put_into_the_mouth_of_another() -> None:
    text = "The mayor said Turkish jets had bombed the mill. A medic said the attack killed two farmers."
    assert doers(text, "killed") == []
    assert doers(text.replace("A medic", "He"), "killed") == ["TUR-ARMY"]
