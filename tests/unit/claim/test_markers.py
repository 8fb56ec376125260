from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly import marked
from reportedly.claim.wordlists import MOODS
from reportedly.errors import DataError
from reportedly.model import Claim, Reading
from reportedly.model.mood import MARKERS, SCORABLE
from reportedly.pipeline import Settings, read_batch
from tests.drawing import claims, only, page, reading

EXAMPLES: list[dict[str, Any]] = marked.load(MOODS, DataError).need("examples").plain()


@cache
def drawn() -> dict[str, list[Claim]]:
    found = [item for item in read_batch([page(example["text"]) for example in EXAMPLES], Settings()) if isinstance(item, Reading)]
    return {item.document.text: list(item.claims or ()) for item in found}


def agrees(claim: Claim, expected: dict[str, Any]) -> bool:
    """Say whether a claim has the markers and the forecast that an example asks for, and no other kinds of marker."""
    told = claim.forecast
    found = {"forecast": told.verdict if told else None, "deadline": told.deadline if told else None}
    found |= {"condition": told.condition if told else None, "until": claim.valid.until}
    right = all(found[key] == expected[key] for key in found if key in expected)
    return right and ("markers" not in expected or [m.kind for m in claim.markers] == expected["markers"])


@pytest.mark.parametrize("example", EXAMPLES, ids=[str(n) for n, _ in enumerate(EXAMPLES)])
def test_claims_are_held_as_the_examples_say(example: dict[str, Any]) -> None:
    found = drawn()[example["text"]]
    assert any(agrees(claim, example) for claim in found), [(c.frame, c.markers, c.forecast) for c in found]


OPENING = ("", "If the envoys meet, ", "Unless it rains, ", "According to the mayor, ")
VERB = ("took", "did not take", "may take", "would have taken", "will take", "reportedly took")
END = ("the hill.", "the hill by Friday.", "the hill had the bridge held.", "the hill?")


@settings(max_examples=30)
@given(*map(st.sampled_from, (OPENING, VERB, END)))
def test_markers_are_words_of_the_text(opening: str, verb: str, end: str) -> None:
    text = f"{opening}{'the' if opening else 'The'} army {verb} {end}"
    document = reading(text).document.text
    for claim in claims(text):
        for marker in claim.markers:
            assert marker.kind in MARKERS
            assert document[marker.start : marker.end] == marker.words
            assert 0 <= marker.scope[0] < marker.scope[1] <= len(document)
        if claim.forecast is not None:
            assert claim.forecast.verdict in SCORABLE
            assert claim.forecast.verdict == "scorable" or claim.forecast.why


def test_a_label_for_denied_reports_is_kept_and_not_used() -> None:
    claim = only("The ministry rejected the atrocity propaganda.", "denies")
    assert [m.words for m in claim.markers if m.kind == "label"] == ["the atrocity propaganda"]
    assert "propaganda" not in claim.gloss
    name = dict(claim.args)["matter"].name
    assert "reports" in name
    assert "propaganda" not in name
    assert claim.stance == "denies"


def test_a_demand_that_is_not_made_is_not_asserted() -> None:
    (claim,) = claims("If they cared they would not be calling for talks.", "calls-on")
    assert claim.stance == "supposes"


def test_not_surprisingly_denies_nothing() -> None:
    (claim,) = claims("Not surprisingly, the government rejected the plan.", "rejects")
    assert claim.stance == "asserts"


def test_a_counterfactual_is_never_scored() -> None:
    (claim,) = claims("The army would have accepted the plan had it been offered in April.", "accepts")
    assert claim.forecast is not None
    assert claim.forecast.verdict == "never"
    assert [m.words for m in claim.markers] == ["had it been offered in April"]
