from __future__ import annotations

import pytest

from reportedly.mark.analysis import language
from reportedly.mark.names import mark_names
from reportedly.model import ActorMention, PlaceMention
from reportedly.packs import load_packs


def marked(text: str) -> tuple[dict[str, ActorMention], dict[str, PlaceMention]]:
    actors, places = mark_names(language()(text), load_packs())
    return {text[a.start : a.end]: a for a in actors}, {text[p.start : p.end]: p for p in places}


def test_adjective_and_force_noun_are_the_forces() -> None:
    actors, _ = marked("Russian jets bombed the town.")
    assert actors["Russian jets"].actor == "RUS-ARMY"
    assert actors["Russian jets"].label == "Russian jets"


def test_where_the_noun_names_a_party_the_adjective_names_none() -> None:
    actors, _ = marked("Syrian rebel forces entered the town.")
    assert [a.actor for a in actors.values()] == ["OPP-ARMED"]


def test_adjective_and_office_are_the_government() -> None:
    actors, _ = marked("Turkish officials spoke on Monday.")
    assert actors["Turkish officials"].actor == "TUR-GOV"


def test_a_government_before_a_force_noun_is_its_forces() -> None:
    actors, _ = marked("Syrian government airstrikes hit the town.")
    assert [a.actor for a in actors.values()] == ["SYR-ARMY"]


@pytest.mark.parametrize(
    ("text", "actor"), [("Moscow rejected the draft.", True), ("They met in Moscow.", False), ("He flew to Moscow.", False)]
)
def test_a_capital_acts_or_is_a_place(text: str, actor: bool) -> None:  # noqa: FBT001
    actors, places = marked(text)
    assert ("Moscow" in actors) is actor
    assert places["Moscow"].role == ("metonym" if actor else "place")


def test_a_place_word_gives_away_a_name_that_no_gazetteer_knows() -> None:
    _, places = marked("Shells fell on the village of Zorvanet and on al-Mirshaq district.")
    assert places["Zorvanet"].place is None
    assert places["Zorvanet"].kind == "village"
    assert any("Mirshaq" in name for name in places)


def test_a_compound_opens_no_place() -> None:
    _, places = marked("Damascus-based monitors and US-led jets were seen.")
    assert places == {}
