from __future__ import annotations

import pytest

from tests.unit.mark.saying import pairs


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The ministry said the pilot had left while the militia said it had shot down the plane.",
            {("The ministry", "the pilot had left"), ("the militia", "it had shot down the plane")},
        ),
        (
            '"The army says it took the hill while the rebels say they hold it," he said.',
            {
                ("he", '"The army says it took the hill while the rebels say they hold it,"'),
                ("The army", "it took the hill"),
                ("the rebels", "they hold it"),
            },
        ),
        ("The army said 20 people left while shells fell.", {("The army", "20 people left while shells fell")}),
    ],
)
def test_who_is_set_against_somebody_keeps_to_his_own_words(text: str, expected: set[tuple[str, str]]) -> None:
    assert set(pairs(text)) == expected


@pytest.mark.usefixtures("nlp")
def test_who_tells_of_both_tells_of_both() -> None:
    said = "the army claimed the hill was taken while the rebels claimed that they held it"
    assert ("He", said) in pairs(f"He said {said}.")
