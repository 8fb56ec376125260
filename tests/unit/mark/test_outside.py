from __future__ import annotations

import pytest

from tests.unit.mark.saying import pairs


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The three were found on Friday after gunmen took them in the province of Shabwa said the Yemen Observatory for Human Rights.",
            ("the Yemen Observatory for Human Rights", "The three were found on Friday after gunmen took them in the province of Shabwa"),
        ),
        (
            '"The flag is flying over the mill. We now comb the city for snipers and mines" militia spokesman Omar Xelil told the Herald.',
            (
                "militia spokesman Omar Xelil",
                '"The flag is flying over the mill. We now comb the city for snipers and mines"',
            ),
        ),
        (
            "A post and up to 80 fighters were destroyed near Marib the ministry said.",
            ("the ministry", "A post and up to 80 fighters were destroyed near Marib"),
        ),
        (
            "Rockets struck the port setting off blasts that killed 40 people an opposition group and residents said.",
            ("an opposition group and residents", "Rockets struck the port setting off blasts that killed 40 people"),
        ),
        (
            "A bomber has struck a wedding killing 32 people and wounding dozens a medical source and witnesses said.",
            ("a medical source and witnesses", "A bomber has struck a wedding killing 32 people and wounding dozens"),
        ),
        (
            "A total of 24 fighters were killed near the towns of Taiz and Ibb local media reported on Monday citing anonymous sources.",
            ("local media", "A total of 24 fighters were killed near the towns of Taiz and Ibb"),
        ),
    ],
)
def test_who_speaks_stands_outside_what_is_said(text: str, expected: tuple[str, str]) -> None:
    assert expected in pairs(text)


@pytest.mark.usefixtures("nlp")
def test_an_order_in_a_quotation_is_not_given_by_who_is_quoted() -> None:
    text = '"Don\'t blame me," the envoy said, "Blame the rebels. It was the rebels that walked away."'
    assert [s for s, c in pairs(text) if c == "the rebels"] == []


@pytest.mark.usefixtures("nlp")
def test_a_day_is_no_speaker() -> None:
    assert [s for s, _ in pairs("The bridge was closed on Monday said reports.")] in (["reports"], [""], [])
