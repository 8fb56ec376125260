from __future__ import annotations

import pytest

from tests.unit.mark.saying import pairs


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The mill was shelled by Basi, who according to a report in the Herald blamed the crews for the fire.",
            ("a report in the Herald", "blamed the crews for the fire"),
        ),
        (
            "The army took a town which, according to Kyiv, had been left weeks before.",
            ("Kyiv", "had been left weeks before"),
        ),
        (
            "According to the monitor tens of civilians including a doctor were among the dead.",
            ("the monitor", "tens of civilians including a doctor were among the dead"),
        ),
        ("According to the Observatory rebels shelled the mill.", ("the Observatory", "rebels shelled the mill")),
        (
            "According to Tasnim news agency militants shelled the mill on Monday.",
            ("Tasnim news agency", "militants shelled the mill on Monday"),
        ),
        ("The bridge fell on Monday, according to two pilots.", ("two pilots", "The bridge fell on Monday")),
    ],
)
def test_according_to_whom(text: str, expected: tuple[str, str]) -> None:
    assert expected in pairs(text)


@pytest.mark.usefixtures("nlp")
def test_what_goes_according_to_plan_is_not_said() -> None:
    assert pairs("The crews were paid according to the work they did.") == []
