from __future__ import annotations

from math import hypot
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.web.map.base import earth
from reportedly.web.map.drawing import drawn, ground
from reportedly.web.map.frame import WIDTH, Box, Frame
from reportedly.web.map.glyphs import SHAPES, SLOTS
from reportedly.web.map.groups import APART, arranged
from reportedly.web.map.labels import Room
from reportedly.web.map.marks import OTHER, Mark, marks_of, slots_of, why_not
from reportedly.web.map.telling import told

SPOT = {"lat": 36.2, "lon": 37.1, "kind": "town", "precision": "point", "within": None}


def held(name: str, **more: object) -> dict[str, Any]:
    """Return a party that is said to hold a place."""
    base = {"actor": name.upper(), "name": name, "extent": "whole", "parts": [], "since": "2031-01-01", "last": "2031-01-02", "age": 3}
    return base | {"chains": [1, 1], "by": [f"{name}'s office"], "claims": ["c:1"], "against": []} | more


def control(*holders: dict[str, Any], state: str = "one party", **more: Any) -> dict[str, Any]:  # noqa: ANN401 - a row has values of every kind
    """Return a row of control with where it lies."""
    base = {"what": "control", "place": "saltgate", "name": "Saltgate", "as_of": "2031-01-05", "state": state, "holders": list(holders)}
    return base | {"earlier": [], "divided": []} | SPOT | more


def road(what: str, state: str, **more: object) -> dict[str, Any]:
    """Return a row of a road or a siege with where it lies."""
    word = {"says": state, "actors": ["Army"], "since": "2031-01-01", "last": "2031-01-02", "age": 3, "chains": [1, 1], "by": ["Longline"]}
    words = [word | {"claims": ["c:2"], "against": []}]
    return {"what": what, "place": "saltgate", "name": "Saltgate", "as_of": "2031-01-05", "state": state, "words": words} | SPOT | more


def test_what_is_contested_is_drawn_with_all_who_are_said_to_hold_it_and_told_with_their_sayers() -> None:
    (mark,) = marks_of([control(held("Army"), held("Council"), state="contested")], slots_of(["COUNCIL", "ARMY"]))
    assert (mark.glyphs, mark.state, mark.against) == ((2, 1), "contested", False)
    assert "Army's office" in mark.told
    assert "Council's office" in mark.told


def test_sides_that_change_places_change_shapes_and_nothing_else() -> None:
    slots = slots_of(["ARMY", "COUNCIL"])
    one, other = (marks_of([control(held(a), held(b), state="contested")], slots)[0] for a, b in (("Army", "Council"), ("Council", "Army")))
    assert one.glyphs == other.glyphs[::-1]
    assert (one.size, one.half, one.weight) == (other.size, other.half, other.weight)


def test_a_claim_against_is_drawn_where_one_party_alone_is_named() -> None:
    (mark,) = marks_of([control(held("Army", against=["c:9"]), state="contested")], {})
    assert mark.against
    assert mark.glyphs == (OTHER,)
    assert "1 claim against" in mark.told


def test_a_siege_of_a_place_is_drawn_with_who_holds_it_and_a_road_by_itself() -> None:
    rows = [road("siege", "besieged"), control(held("Army")), road("route", "cut")]
    siege, way = sorted(marks_of(rows, slots_of(["ARMY"])), key=lambda mark: mark.road)
    assert (siege.siege, siege.glyphs, siege.state) == ("besieged", (1,), "one party")
    assert (way.road, way.glyphs) == ("cut", ())
    assert "naming Army" in way.told


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({}, ""),
        ({"precision": "area", "kind": "governorate"}, ""),
        ({"lat": None, "lon": None}, "no coordinates"),
        ({"precision": "unknown"}, "no coordinates"),
        ({"precision": "containing-area"}, "only the area"),
        ({"kind": "country", "precision": "area"}, "too wide"),
    ],
)
def test_a_row_has_a_mark_or_a_reason_why_not(more: dict[str, Any], why: str) -> None:
    row = control(held("Army"), **more)
    assert why in why_not(row)
    assert bool(marks_of([row], {})) is not bool(why)


def test_parties_have_slots_in_order_and_those_after_share_one() -> None:
    slots = slots_of([str(n) for n in range(20)])
    assert list(slots.values()) == list(range(1, SLOTS + 1))
    assert len(set(SHAPES)) == SLOTS + 1


def test_nobody_named_is_told() -> None:
    assert told(control(state="unknown")) == "Saltgate: unknown. Nobody is named last."


_MARKS = st.lists(
    st.builds(
        lambda n, lat, lon, state, glyphs: Mark(f"p{n}", f"Place {n}", lat, lon, state, "told", glyphs=glyphs, weight=n),
        st.integers(0, 99),
        st.floats(35.1, 36.9),
        st.floats(36.1, 38.9),
        st.sampled_from(["one party", "contested", "unknown"]),
        st.sampled_from([(), (1,), (1, 2)]),
    ),
    max_size=40,
)


@given(_MARKS)
def test_every_mark_stands_alone_or_in_one_group_and_those_alone_are_apart(marks: list[Mark]) -> None:
    frame = Frame.of(Box(36, 35, 39, 37))
    alone, groups = arranged(marks, frame)
    found = [id(placed.mark) for placed in alone] + [id(mark) for group in groups for mark in group.marks]
    assert sorted(found) == sorted(map(id, marks))
    assert all(hypot(a.x - b.x, a.y - b.y) >= APART for n, a in enumerate(alone) for b in alone[:n])
    for group in groups:
        assert sum(long for _, _, long in group.arcs()) == pytest.approx(100)
        assert all(group.box.has(mark.lat, mark.lon) for mark in group.marks)


def test_marks_of_one_spot_are_spread_where_no_closer_look_parts_them() -> None:
    marks = [Mark(str(n), str(n), 36.0, 37.0, "one party", "", glyphs=(1,)) for n in range(5)]
    alone, groups = arranged(marks, Frame.of(Box(36.98, 35.98, 37.02, 36.02)))
    assert groups == []
    assert [placed.moved for placed in alone] == [False, True, True, True, True]
    assert all(hypot(a.x - b.x, a.y - b.y) >= APART - 1e-6 for n, a in enumerate(alone) for b in alone[:n])


@given(st.lists(st.tuples(st.floats(0, WIDTH), st.floats(0, 500), st.text("abcd ", min_size=1, max_size=30)), max_size=40))
def test_no_name_lies_on_another_nor_off_the_drawing(found: list[tuple[float, float, str]]) -> None:
    room = Room(500.0)
    for x, y, text in found:
        room.beside(x, y, 6.0, text)
    for n, (left, top, right, bottom) in enumerate(room.taken):
        assert 0 <= left <= right <= WIDTH
        assert 0 <= top <= bottom <= 500
        assert not any(left < r and l < right and top < b and t < bottom for l, t, r, b in room.taken[:n])  # noqa: E741


def test_a_drawing_has_a_bar_that_is_as_long_as_it_says() -> None:
    frame = Frame.of(Box(36, 33, 39, 37))
    found = drawn([], frame, earth(), ground(earth(), frame), [])
    kilometres, long = found.bar
    x, _ = frame.at(36.0, 37.5)
    degree = frame.at(36.0, 38.5)[0] - x
    assert long / degree * 111.32 * 0.819 == pytest.approx(kilometres, rel=0.02)
    assert any(label.text == "Syria" for label in found.areas)
