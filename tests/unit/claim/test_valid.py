"""When a claim is said to hold. The page is of Wednesday 8 May 2030."""

from __future__ import annotations

import pytest

from reportedly.claim.valid import NEWS
from tests.drawing import claims, only

pytestmark = pytest.mark.usefixtures("nlp")

_DAY = "2030-05-08"
_NEWS = f"2030-05-06/{_DAY}"


def _valid(text: str, frame: str) -> str | None:
    return claims(text, frame)[-1].valid.edtf


@pytest.mark.parametrize(
    ("text", "frame", "valid"),
    [
        ("Rebels shelled the market of Taiz on Monday.", "attacks", "2030-05-06"),
        ("Rebels shelled the market of Taiz.", "attacks", _NEWS),
        ("Rebels are shelling the market of Taiz.", "attacks", _DAY),
        ("Rebels have shelled the market of Taiz.", "attacks", _DAY),
        ("Rebels have shelled the market of Taiz since Monday.", "attacks", f"2030-05-06/{_DAY}"),
        ("Rebels shelled the market of Taiz until Monday.", "attacks", "../2030-05-06"),
        ("Two convoys left on Monday. Rebels shelled the market of Taiz.", "attacks", "2030-05-06"),
        ("Two convoys left on Monday. Rebels are shelling the market of Taiz.", "attacks", _DAY),
        ("Rebels had shelled the market of Taiz.", "attacks", f"../{_DAY}"),
        ("Two convoys left on Monday. Rebels had shelled the market of Taiz.", "attacks", "../2030-05-06"),
        ("The war began in 2024. Since then rebels have shelled the market of Taiz.", "attacks", f"2024-01-01/{_DAY}"),
        ("Rebels have shelled the market that the army opened in March.", "attacks", _DAY),
        ("Rebels have shelled the market of Taiz, a stronghold since 2012.", "attacks", _DAY),
        ("Rebels shelled a market. Two people said that it was hit on Monday.", "attacks", "2030-05-06"),
    ],
)
def test_the_words_and_their_tense_say_when(text: str, frame: str, valid: str) -> None:
    assert _valid(text, frame) == valid


def test_a_day_told_long_before_does_not_date_what_comes_after() -> None:
    between = "The road is long. The shops are shut. The hills are high. " * 2
    assert _valid(f"Two convoys left on Monday. {between}Rebels shelled the market of Taiz.", "attacks") == _NEWS


def test_an_analysis_leaves_open_when_the_past_began() -> None:
    long = "The shops are shut. " * 200
    assert _valid(f"{long}Rebels shelled the market of Taiz.", "attacks") == f"../{_DAY}"


def test_the_method_tells_that_the_days_are_those_of_the_news() -> None:
    assert only("Rebels shelled the market of Taiz.", "attacks").method.endswith(NEWS)
    assert not only("Rebels shelled the market of Taiz on Monday.", "attacks").method.endswith(NEWS)


def test_a_day_told_after_dates_only_what_opens_the_text() -> None:
    text = "The road is long. Rebels shelled the market of Taiz. Two convoys left on Monday."
    assert _valid(text, "attacks") == _NEWS


def test_a_demand_is_made_on_the_day_of_the_words() -> None:
    found = [c for c in claims("The government rejected the truce.") if c.type == "position"]
    assert [c.valid.edtf for c in found] == [_DAY]
