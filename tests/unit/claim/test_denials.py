"""Denials: their words hold what is denied, and they say what they are about."""

from __future__ import annotations

import pytest

from reportedly.model import Claim
from tests.drawing import claims

pytestmark = pytest.mark.usefixtures("nlp")


def denial(text: str) -> Claim:
    (found,) = (claim for claim in claims(text) if claim.type == "denial")
    return found


def test_a_denial_holds_the_words_denied_and_is_about_the_claim_in_them() -> None:
    text = "The ministry denied that the army had cut the northern road."
    found = denial(text)
    assert text[found.start : found.end] == text[:-1]
    assert found.about is not None
    assert (found.about.type, found.about.frame) == ("route", "cuts-route")


def test_what_is_denied_stays_a_claim_of_its_own() -> None:
    (inner,) = claims("The ministry denied that the army had cut the northern road.", "cuts-route")
    assert inner.stance == "denies"


@pytest.mark.parametrize("pointing", ["This is false.", "That claim is wrong."])
def test_a_denial_that_points_back_is_about_what_was_told_before_it(pointing: str) -> None:
    found = denial(f"The minister said the brigades had cut the northern road. {pointing}")
    assert found.about is not None
    assert found.about.frame == "cuts-route"


def test_a_denial_of_what_no_claim_tells_is_about_nothing_known() -> None:
    assert denial("The ministry denied the report.").about is None
    assert denial("This is false.").about is None
