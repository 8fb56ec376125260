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
        ("Rebels shelled the market of Taiz between 2 May and 4 May.", "attacks", "2030-05-02/2030-05-04"),
        ("Two people have been killed in Taiz since the start of the war in 2011.", "killed", f"2011-01-01/{_DAY}"),
        ("It was the first attack to kill people in Taiz since the outbreak of the war in 2011.", "killed", _NEWS),
        ("Two convoys left on Monday. Rebels shelled the market of Taiz.", "attacks", "2030-05-06"),
        ("Two convoys left on Monday. Rebels are shelling the market of Taiz.", "attacks", _DAY),
        ("Rebels had shelled the market of Taiz.", "attacks", f"../{_DAY}"),
        ("Rebels took the mill last month and are shelling the market of Taiz.", "attacks", _DAY),
        ("Rebels took the mill last month and have shelled the market of Taiz.", "attacks", _DAY),
        ("Rebels took the mill in an operation launched in late April. They shelled the market of Taiz.", "attacks", _NEWS),
        ("It is the deadliest attack to kill people in Taiz in almost a year.", "deadliest", _DAY),
        ("Shells fell near the bakery and 7 April Street in Taiz.", "attacks", _NEWS),
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


@pytest.mark.parametrize(
    ("text", "valid"),
    [
        ("A source said that rebels had shelled the market of Taiz.", _NEWS),
        ("Two convoys left on Monday. A source said that rebels had shelled the market of Taiz.", "2030-05-06"),
        ("Envoys left on Monday before talks that will start on Friday. Rebels shelled the market of Taiz.", "2030-05-06"),
        ("Two convoys left on Monday. A driver who fled on Sunday came back. Rebels shelled the market.", "2030-05-06"),
        ("Two convoys left in March. Rebels shelled the market of Taiz.", "2030-03-01/2030-03-31"),
        ("Rebels have shelled the market of Taiz in recent days.", f"2030-05-01/{_DAY}"),
        ("Rebels shelled the market of Taiz at dawn yesterday.", "2030-05-07"),
        ("Aid has been barred since March, when rebels shelled the market of Taiz.", "2030-03-01/2030-03-31"),
        ("Rebels have shelled the market 40 times since the truce came into effect on May 2.", f"2030-05-02/{_DAY}"),
        ("Two convoys left on Monday. It comes just a day after rebels shelled the market of Taiz.", "2030-05-05"),
        ('"Today rebels shelled the market of Taiz," the army said on Monday.', "2030-05-06"),
        ("After shelling the market of Taiz last week, the rebels have left.", "2030-04-29/2030-05-05"),
    ],
)
def test_an_event_keeps_the_day_that_it_is_told_with(text: str, valid: str) -> None:
    assert _valid(text, "attacks") == valid


def test_what_is_said_to_be_done_by_now_was_so_on_the_day_of_saying() -> None:
    assert _valid("Rebels have shelled the market of Taiz, the army said on Monday.", "attacks") == "2030-05-06"
