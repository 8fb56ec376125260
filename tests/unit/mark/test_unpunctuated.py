from __future__ import annotations

import pytest

from tests.unit.mark.saying import pairs

pytestmark = pytest.mark.usefixtures("nlp")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Speaking to Reuters Ahmed al-Sharabi a local activist said government forces were shelling the district.", "Ahmed al-Sharabi"),
        ("In a breaking news alert state radio said 30 people had been injured in the blasts.", "state radio"),
        ("In a statement rebel commanders said the truce was over.", "rebel commanders"),
        ("On Friday Omar Saleh The Daily Herald's correspondent in Marib reported that six people had died.", "Omar Saleh"),
        ("Ann Orre the mayor of Odrin said that the bridge was shut.", "Ann Orre"),
        (
            "Nine people were killed in a raid on a village in northern Darfur the United Nations refugee agency (UNHCR) has said.",
            "the United Nations refugee agency (UNHCR)",
        ),
        ("A child was killed in a quarter of the divided city local elders and foreign medics said.", "local elders and foreign medics"),
        ("In a letter to the President of the Council Omar Saleh the League said the raid was a crime.", "the League"),
        ("Peter Orre head of the clinic said that the raid was a crime.", "Peter Orre"),
    ],
)
def test_a_source_without_commas_is_cut_out_of_the_words_before_it(text: str, source: str) -> None:
    assert [s for s, _ in pairs(text)] == [source]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("A doctor at the hospital in Taiz said that ten people had died.", "A doctor at the hospital in Taiz"),
        ("The guard was called Abu Daoud, the ministry said.", "the ministry"),
        ("Residents of the port said the shelling had stopped.", "Residents of the port"),
        ("The town was shelled by the army and residents said that two people died.", "residents"),
    ],
)
def test_a_source_that_is_whole_stays(text: str, source: str) -> None:
    assert [s for s, _ in pairs(text)] == [source]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("According to the Observatory heavy shelling has hit the town.", "the Observatory", "heavy shelling has hit the town"),
        ("Based on reports the commander took part in the attack on Marib.", "reports", "the commander took part in the attack on Marib"),
        ("According to the defence ministry statement two drones fell.", "the defence ministry statement", "two drones fell"),
    ],
)
def test_according_to_ends_before_the_clause(text: str, source: str, content: str) -> None:
    assert pairs(text) == [(source, content)]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Kyiv sent a letter to the Security Council calling for a halt to the shelling of Avdiivka.", "Kyiv"),
        ("Riyadh sent letters to the United Nations and the Arab League urging them to act.", "Riyadh"),
        ("The army fired on protesters calling for a halt to the war.", "protesters"),
    ],
)
def test_a_letter_speaks_for_who_sent_it(text: str, source: str) -> None:
    assert [s for s, _ in pairs(text)] == [source]


def test_what_is_stated_in_a_letter_is_said_by_its_author() -> None:
    text = "The ministry stated in a letter published on its site that forty gunmen were killed in Stepanakert."
    assert pairs(text) == [("The ministry", "that forty gunmen were killed in Stepanakert")]
