from __future__ import annotations

import pytest

from tests.unit.mark.saying import pairs

TOLD = "A strike hit a hospital in the east of Lysne on Sunday evening, killing at least 14 people, five of them children"


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            f"{TOLD}, rescue workers and a local doctor said on Monday.",
            "rescue workers and a local doctor",
            TOLD,
        ),
        (
            "The council, two unions and a local doctor said that the bridge was closed.",
            "The council, two unions and a local doctor",
            "that the bridge was closed",
        ),
    ],
)
def test_who_was_hurt_does_not_speak(text: str, source: str, content: str) -> None:
    assert (source, content) in pairs(text)
