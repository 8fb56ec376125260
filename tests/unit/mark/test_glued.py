from __future__ import annotations

import pytest

from tests.unit.mark.saying import pairs


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Pat Doe, a former officer, said«The guards thought they could make a deal. Well, they were wrong».",
            ("Pat Doe, a former officer", "«The guards thought they could make a deal. Well, they were wrong»"),
        ),
        (
            "The minister stated“The line holds from the mill to the port”.",
            ("The minister", "“The line holds from the mill to the port”"),
        ),
    ],
)
def test_a_mark_that_touches_the_word_of_speech_still_opens(text: str, expected: tuple[str, str]) -> None:
    assert expected in pairs(text)


@pytest.mark.usefixtures("nlp")
def test_a_mark_that_touches_another_word_says_nothing() -> None:
    assert pairs("The old mill«The Upper Mill on the Dnieper» burned down.") == []
