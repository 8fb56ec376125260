from __future__ import annotations

import pytest

from tests.drawing import claims, only, words


@pytest.mark.parametrize(
    ("text", "frame", "type_"),
    [
        ("A baker said that the barrage had been aimed by Russia at the mill.", "violence-told", "attack"),
        ("A baker said that the Turkish government was at the hospital.", "need-told", "humanitarian"),
        ("A baker said that the army was short of bread.", "says", "statement"),
        ("A baker said that the inspectors should be given a week by Russia.", "holds-view", "position"),
    ],
)
def test_what_no_frame_takes_in_is_told_of_by_its_core_words(text: str, frame: str, type_: str) -> None:
    assert only(text, frame).type == type_


def test_what_is_only_mentioned_is_not_told() -> None:
    assert claims("Russia made no mention of the barrage.", "violence-told") == []


def test_clauses_joined_by_and_are_statements_of_their_own() -> None:
    text = "A baker said that Russia likes the town and that Turkey admires the river."
    assert [words(c, text) for c in claims(text, "says")] == ["that Russia likes the town", "that Turkey admires the river"]


def test_harm_violence_and_need_are_told_though_nobody_is_named() -> None:
    assert only("The wounded lay on the floor of the hall.", "harm-told").own
    assert claims("The winter was long, and the river was high.") == []
