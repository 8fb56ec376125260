from __future__ import annotations

import pytest

from tests.unit.mark.saying import pairs


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Here is how the Daily Harbour describes it:\n\nThe column left the port.\n\nSecond, the guards are to go.\n\nThe plan failed.",
            ("the Daily Harbour", "The column left the port. … Second, the guards are to go."),
        ),
        (
            "The spokesman put it this way:\n\nIt is true that the talks go on…\n\nThey may yet succeed.\n\nThe spokesman then left.",
            ("The spokesman", "It is true that the talks go on… … They may yet succeed."),
        ),
        (
            "Since the text of this letter is hard to find, I reproduce it in full:\n\n“The port is shut.\n\nWe ask all to go.”\n\nYes.",
            ("this letter", "“The port is shut. We ask all to go.”"),
        ),
        (
            "The ministry's press service issued the following statement\n\n“The ministers met in Minsk.”\n\nNothing else was heard.",
            ("The ministry's press service", "“The ministers met in Minsk.”"),
        ),
        (
            "The Foreign Minister did so again this morning in Minsk\n\nEvery time we agree, they step back.”\n\nNothing changed.",
            ("The Foreign Minister", "Every time we agree, they step back.”"),
        ),
        (
            "This is from *Donbas Today*:\n\n“The mill was hit twice.”\n\nIt was not.",
            ("Donbas Today", "“The mill was hit twice.”"),
        ),
        (
            "The plan follows a resolution which states:\n\n“The parties shall leave the port.”\n\nThey did not.",
            ("a resolution", "“The parties shall leave the port.”"),
        ),
    ],
)
def test_passages_behind_what_leads_to_them(text: str, expected: tuple[str, str]) -> None:
    assert expected in [(source.strip("*_"), content) for source, content in pairs(text)]


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    "text",
    [
        "The crews stayed for two reasons:\n\n1. The road was closed.\n\n2. The bridge was down.",
        "The old bridge near the mill\n\nThe bridge was down. Nobody crossed it.",
    ],
)
def test_lists_and_titles_lead_to_nothing_said(text: str) -> None:
    assert pairs(text) == []


@pytest.mark.usefixtures("nlp")
def test_what_leads_to_a_passage_says_no_word_for_it() -> None:
    assert [c for s, c in pairs("Here is how the Herald describes it:\n\nThe column left.\n\nIt failed.")] == ["The column left."]
