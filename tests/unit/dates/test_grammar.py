"""A mistake in the pattern files is an error that says where it is."""

from __future__ import annotations

from typing import Any

import pytest

from reportedly.dates.grammar import build, grammar
from reportedly.dates.norms import NORMS
from reportedly.errors import DataError


def _build(rule: dict[str, Any], macros: dict[str, str] | None = None) -> None:
    lexicon = {
        "words": {"DET": ["the"], "UNIT": {"day": "D"}},
        "shapes": {"DOT": r"\.", "STOP": "!", "BREAK": r"\n\n", "QUOTE": '"'},
        "cased": [],
        "lower": [],
    }
    build(lexicon, {"unions": {}, "groups": {}, "macros": macros or {}, "patterns": [{"id": "mine", "norm": "day", **rule}]})


def test_a_sound_pattern_is_built() -> None:
    _build({"match": "DET? unit:UNIT DOT?", "not_after": "'the' DOT"})


@pytest.mark.parametrize(
    "rule",
    [
        {"match": "DET* UNIT"},
        {"match": "DET+ UNIT"},
        {"match": "DET{2,} UNIT"},
        {"match": "NOSUCH"},
        {"match": "'nosuch'"},
        {"match": "DET", "before": "NOSUCH"},
        {"match": "DET", "befor": "DET"},
        {"match": "$SELF"},
        {"match": "$NOSUCH"},
        {"match": "(DET"},
    ],
)
def test_a_faulty_pattern_is_named(rule: dict[str, Any]) -> None:
    with pytest.raises(DataError) as caught:
        _build(rule, {"SELF": "$SELF"})
    assert caught.value.remedy


def test_every_pattern_names_a_norm_that_there_is() -> None:
    assert {pattern.norm for pattern in grammar().patterns} <= set(NORMS)


def test_every_norm_is_used() -> None:
    assert set(NORMS) == {pattern.norm for pattern in grammar().patterns}
