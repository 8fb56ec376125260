"""What speaks for two reports being of one incident, beyond place and day."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from reportedly.compare.contradictions import find_contradictions
from reportedly.compare.world import World
from reportedly.model import Figure, HeldClaim, ValidTime
from reportedly.model.pack import Actor, Pack
from tests.unit.compare.build import DAY, WORLD, Said, held, toll


def told(*claims: HeldClaim, world: World = WORLD) -> list[tuple[str, bool]]:
    return [(entry.kind, entry.look_alike) for entry in find_contradictions(claims, world=world)]


def both(**other: object) -> tuple[HeldClaim, HeldClaim]:
    one, two = (toll(name, value, publisher=f"{name} press", **other) for name, value in (("a", 5), ("b", 8)))  # type: ignore[arg-type]
    return one, two


def test_what_one_side_did_to_a_whole_town_on_one_day_is_one_matter() -> None:
    fire: dict[str, Any] = {"places": ("saltgate",), "args": (("perpetrator", "ARMED-MEN"),)}
    assert told(*both(**fire)) == [("figure", False)]
    assert told(*both(**fire, valid=("2031-05-01", DAY))) == []


@pytest.mark.parametrize(("means", "expected"), [("gas", [("figure", False)]), ("mortar", [])])
def test_a_weapon_that_is_seldom_used_tells_an_incident_in_a_town_from_others(means: str, expected: list[tuple[str, bool]]) -> None:
    assert told(*both(places=("saltgate",), words=f"killed in a {means} attack")) == expected


def test_a_toll_whose_sentence_tells_nothing_is_of_what_was_told_before_it() -> None:
    small = replace(WORLD, quartered=frozenset())
    one, other = both(places=("saltgate",), words="the mayor put it so")
    assert told(one, other, world=small) == []
    assert told(*(replace(each, before="A barge was shelled. ") for each in (one, other)), world=small) == [("figure", False)]


@pytest.mark.parametrize("injured", [3, 9])
def test_reports_that_agree_in_one_count_are_of_one_incident(injured: int) -> None:
    words = "Shells on the city killed four and injured"
    dead = [toll(name, 4, document=name, words=words, places=(place,)) for name, place in (("a", "mill"), ("b", "tower"))]
    hurt = [
        toll(name, value, unit="people injured", document=document, words=words, places=(place,), publisher=name)
        for name, document, value, place in (("c", "a", injured, "mill"), ("d", "b", 40, "tower"))
    ]
    near = replace(WORLD, within={"mill": "coast", "tower": "coast"}, points={"mill": (10.0, 20.0), "tower": (10.01, 20.0)})
    assert told(*dead, *hurt, world=near) == [("figure", False)]
    assert told(*hurt, world=near) == []


def test_more_on_a_day_than_in_the_week_is_a_contradiction_whatever_is_told_of_it() -> None:
    week = toll("a", 30, places=("coast",), valid=("2031-04-28", DAY))
    assert told(week, toll("b", 40, places=("coast",), publisher="b")) == [("figure", False)]
    assert told(week, toll("b", 400, places=("coast",), publisher="b")) == []
    assert told(replace(week, words="in air raids"), toll("b", 40, places=("coast",), publisher="b")) == []


def test_news_without_a_day_is_of_one_of_the_days_before_it() -> None:
    one, other = both(valid=(DAY, DAY))
    days = ValidTime("2031-04-30", DAY)
    wide = replace(one, claim=replace(one.claim, valid=days))
    assert told(wide, other) == []
    assert told(replace(wide, claim=replace(wide.claim, method="frame:killed/rules-1+news-window")), other) == [("figure", False)]


def test_a_part_that_is_told_beside_the_rest_is_no_rival_of_the_whole() -> None:
    figures = [Figure(value, "=", "people killed", start=at) for at, value in enumerate((31, 10, 21), 10)]
    words = ("Raids killed 31.", "As well as the 10 in the bus, 21 others died", "As well as the 10 in the bus, 21 others died")
    claims = [
        held(Said(name, by=f"Speaker {name}", document="d", figures=(figure,), words=text, at=at))
        for name, figure, text, at in zip("abc", figures, words, (0, 200, 200), strict=True)
    ]
    assert [look for _, look in told(claims[0], claims[1], claims[2])[:1]] == [True]


def test_a_coalition_belongs_to_the_state_that_leads_it() -> None:
    pacts = {key: Actor(key, name, "coalition", country="CROWN") for key, name in {"PACT": "Crown-led pact", "REBELS": "the Pact"}.items()}
    world = World.of(Pack("p", "d", {"CROWN": Actor("CROWN", "the Crown", "state"), **pacts}, {}, {}))
    assert [world.related(pact, "CROWN") for pact in pacts] == [True, False]


def test_items_whose_sum_a_text_tells_are_not_set_against_one_of_them_elsewhere() -> None:
    three, seven = (toll(name, value, document="d", at=at) for name, value, at in (("a", 3, 0), ("b", 7, 200)))
    other, whole = toll("c", 7, publisher="c"), toll("e", 10, document="d", at=400)
    assert told(three, other) == [("figure", False)]
    found = find_contradictions([three, seven, whole, other], world=WORLD)
    assert ("a", "c") not in {(entry.a, entry.b) for entry in found}
