from __future__ import annotations

import pytest

from tests.unit.mark.saying import pairs


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The paper makes clear that the plan was drawn up in Aden.", ("The paper", "that the plan was drawn up in Aden")),
        ("The ministry made it clear that no ship would leave.", ("The ministry", "that no ship would leave")),
        ("As discussed previously, the port has been closed since May.", ("", "the port has been closed since May")),
        ("As noted above, the crews had left the town by then.", ("", "the crews had left the town by then")),
        ("The steps were set out in a letter from the envoy.", ("a letter from the envoy", "The steps")),
        ("The charges, described in detail in the report, angered the crews.", ("the report", "The charges")),
        ("The assault was insisted upon by the coalition's sponsors.", ("the coalition's sponsors", "The assault")),
        ("The truce was backed and then condemned by the separatists.", ("the separatists", "The truce")),
        ("The ministry turned down the offer of a truce.", ("The ministry", "the offer of a truce")),
        ("The envoy ruled out a return to the old borders.", ("The envoy", "a return to the old borders")),
        ("The compromises that Basi is talking about are rare.", ("Basi", "The compromises")),
        ("The Yemen Observatory gave a toll of 48 dead.", ("The Yemen Observatory", "48 dead")),
        ("The ministry gave details of the raid.", ("The ministry", "the raid")),
        (
            "The Emiratis have offered to send troops to the port provided they are put under UN command.",
            ("The Emiratis", "to send troops to the port provided they are put under UN command"),
        ),
        ("The envoy confirmed two days ago they would leave.", ("The envoy", "they would leave")),
        (
            "Omar Khatib told a Herald photographer the hospital had recorded four deaths.",
            ("Omar Khatib", "the hospital had recorded four deaths"),
        ),
        ("The truce that Baku had called for never came.", ("Baku", "The truce")),
        ("The crews were offered by Basi a place in the council.", ("Basi", "a place in the council")),
        (
            "That fits the theory floated by the Herald, that the port was mined by its own crews.",
            ("the Herald", "that the port was mined by its own crews"),
        ),
        (
            "The accusation made by Yerevan, that the village was shelled first, was repeated on Monday.",
            ("Yerevan", "that the village was shelled first"),
        ),
        ("The army has not left the town, as affirmed by Minister Omar Basi.", ("Minister Omar Basi", "The army has not left the town")),
    ],
)
def test_light_and_passive_forms(text: str, expected: tuple[str, str]) -> None:
    assert expected in pairs(text)


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    "text",
    [
        "The crews made the deck clear of snow.",
        "As built previously, the gate opened to the south.",
        "The pump was set out in the yard.",
        "The gate was opened by the guards.",
        "The army called off the assault on the town.",
        "It’s worth noting that the port is closed.",
        "It goes without saying that the port is closed.",
        "The raid claimed the lives of two guards.",
        "A witness named Omar ran from the mill.",
        "The death toll of forty rose overnight.",
        "Another ten fighters were killed as the army continued its advance.",
    ],
)
def test_what_nobody_says(text: str) -> None:
    assert pairs(text) == []


@pytest.mark.usefixtures("nlp")
def test_what_might_have_been_said_is_no_speech() -> None:
    assert pairs("Had the plan been accepted by the crews, the port would be open.") == []
    assert pairs("The ministry was in a strong position to insist on payment.") == []
