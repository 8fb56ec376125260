from __future__ import annotations

import pytest

from tests.unit.mark.saying import pairs


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "A strike hit a hospital in Lysne on Sunday, killing at least 14 people, five of them children, medics and a doctor said.",
            "medics and a doctor",
            "A strike hit a hospital in Lysne on Sunday, killing at least 14 people, five of them children",
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
