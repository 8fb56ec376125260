from __future__ import annotations

import pytest

from reportedly.track.routes import routes
from reportedly.track.seen import Glass, Seen
from tests.unit.track.sight import told

GLASS = Glass("2031-05-20")


def road(number: int, frame: str, day: str = "2031-05-01", stance: str = "asserts") -> Seen:
    return told(number, frame, day, stance=stance, type="route", route="@mill road", actor="NORTH")


CUT = road(1, "cuts-route")


@pytest.mark.parametrize(
    ("also", "state"),
    [
        ((), "cut"),
        ((road(2, "opens-route", "2031-05-04"),), "contested"),
        ((road(2, "opens-route", "2031-05-14"),), "open"),
        ((road(2, "cuts-route", stance="denies"),), "contested"),
        ((road(2, "opens-route", "2031-05-04", stance="predicts"),), "cut"),
        ((road(2, "opens-route", "2031-06-04"),), "cut"),
        ((road(2, "route-exposed", "2031-05-04"),), "exposed"),
    ],
)
def test_the_newest_word_on_a_road_stands_unless_it_is_opposed(also: tuple[Seen, ...], state: str) -> None:
    (row,) = routes([CUT, *also], GLASS)
    assert (row.kind, row.name, row.state) == ("route", "mill road", state)


def test_a_word_names_actors_days_and_claims_and_a_lens_only_weakens() -> None:
    siege = told(2, "besieges", "2031-05-03", type="siege", place="@quay", besieger="SOUTH")
    first, second = routes([CUT, siege], GLASS)
    word = first.words[0]
    assert (first.kind, word.says, word.actors, word.since, word.age) == ("siege", "besieged", ("South",), "2031-05-03", 17)
    assert (word.claims, second.ids, second.words[0].by) == (("c:00000002",), frozenset({"c:00000001"}), ("Harbour Watch",))
    assert [row.state for row in routes([CUT, siege], Glass("2031-05-20", 2))] == ["unknown", "unknown"]


def test_what_is_said_of_a_road_is_so_since_the_last_word_to_the_contrary() -> None:
    days = (("cuts-route", "2031-04-01"), ("opens-route", "2031-04-20"), ("cuts-route", "2031-05-03"), ("cuts-route", "2031-05-05"))
    (row,) = routes([road(number, *each) for number, each in enumerate(days)], GLASS)
    assert [(word.says, word.since, word.last, len(word.claims)) for word in row.words] == [
        ("cut", "2031-05-03", "2031-05-05", 3),
        ("open", "2031-04-20", "2031-04-20", 1),
    ]


def test_a_road_without_an_id_is_known_by_its_words_and_where_it_is() -> None:
    names = ("the only road", "that road", "the road", "the quay")
    seen = [told(n, "cuts-route", type="route", route=name, place_ids=("@quay",), places=("the quay",)) for n, name in enumerate(names)]
    siege = told(9, "besieges", type="siege", place="the besieged area", place_ids=("@quay",), places=("the quay",))
    found = {row.name: (row.place, len(row.ids)) for row in routes(seen, GLASS)}
    assert found == {"the road, the quay": (None, 2), "that road, the quay": (None, 1), "the quay": ("@quay", 1)}
    assert [row.place for row in routes([siege], GLASS)] == ["@quay"]
