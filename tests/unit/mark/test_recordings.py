from __future__ import annotations

import pytest

from tests.unit.mark.saying import pairs
from tests.unit.mark.test_speakers import speakers

pytestmark = pytest.mark.usefixtures("nlp")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Video uploaded by the Harbour Council shows the market after the raid.", ["Harbour Council"]),
        ("The Harbour Council published a report stating that the market was hit.", ["Harbour Council"] * 2),
        (
            "The Harbour Council said in its bulletin that it was calm. According to the bulletin rebels shelled Marsk.",
            ["Harbour Council"] * 2,
        ),
        (
            "The Harbour Council and the Lake Council sent proof of raids which they say were unlawful.",
            ["Harbour Council and Lake Council"],
        ),
        ("Ten died, according to Tom Brandt a member of the Harbour Council which watches over clinics.", ["Tom Brandt"]),
        ("It was a question from the member Ann Orre who called for calm. Ten died, she said.", ["Ann Orre", "Ann Orre"]),
        ("Orre threw the plan – that all fighters leave – back, telling them that it was late.", ["Orre"]),
        ("Pathologist at the clinic Ann Orre said five were hurt. Ten died, she said.", ["Ann Orre", "Ann Orre"]),
    ],
)
def test_what_somebody_made_or_filmed_is_their_word(text: str, who: list[str]) -> None:
    assert [name for name in speakers(text) if name is not None] == who


def test_a_boy_who_shows_no_sign_of_life_says_nothing() -> None:
    assert pairs("The horse showed no signs of hunger while it was led away.") == []


def test_what_the_press_saw_and_monitors_counted_is_told_on_their_word() -> None:
    text = "A Varda photographer saw children crying at the clinic. The monitoring network registered 45 strikes on hospitals."
    assert pairs(text) == [
        ("A Varda photographer", "children crying at the clinic"),
        ("The monitoring network", "45 strikes on hospitals"),
    ]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("We hope they get in. There is no time, Orre added.", "We hope they get in … There is no time"),
        ("Orre told reporters that it was calm. We have seen the market.", "that it was calm … We have seen the market"),
    ],
)
def test_a_first_person_without_marks_is_who_speaks_beside_it(text: str, content: str) -> None:
    assert ("Orre", content) in pairs(text)


def test_a_declared_truce_is_an_act() -> None:
    assert pairs("The rebels have declared a truce across the hills.") == []
