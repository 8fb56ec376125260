from __future__ import annotations

import pytest

from reportedly.track.control import Control, control
from reportedly.track.seen import Glass, Seen
from tests.unit.track.sight import told

GLASS = Glass("2031-05-20", related=lambda one, other: one[:5] == other[:5])
HELD = told(1, "holds-control", controller="NORTH", place="@quay")
OTHER = told(2, "holds-control", "2031-05-04", "a clerk", controller="SOUTH", place="@quay")


def one(*seen: Seen, glass: Glass = GLASS) -> Control:
    (row,) = control(seen, glass)
    return row


@pytest.mark.parametrize(
    ("also", "state", "named"),
    [
        ((), "one party", ["North"]),
        ((OTHER,), "contested", ["South", "North"]),
        ((told(2, "takes-control", "2031-05-04", controller="SOUTH", place="@quay"),), "one party", ["South"]),
        ((told(2, "holds-control", "2031-05-12", controller="SOUTH", place="@quay"),), "one party", ["South"]),
        ((told(2, "holds-control", "2031-05-04", controller="fighters", place="@quay"),), "several", ["fighters", "North"]),
        ((told(2, "loses-control", "2031-05-04", loser="NORTH", place="@quay"),), "unknown", []),
        ((told(2, "takes-control", "2031-05-01", stance="denies", controller="NORTH", place="@quay"),), "contested", ["North"]),
        ((told(2, "contests-control", "2031-05-04", place="@quay"),), "contested", ["North"]),
        ((told(2, "takes-control", "2031-05-04", stance="plans", controller="SOUTH", place="@quay"),), "one party", ["North"]),
        ((told(2, "takes-control", "2031-06-04", controller="SOUTH", place="@quay"),), "one party", ["North"]),
        ((told(2, "holds-control", "2031-05-02", controller="NORTH FLEET", place="@quay"),), "one party", ["North Fleet"]),
    ],
)
def test_who_is_said_to_hold_a_place(also: tuple[Seen, ...], state: str, named: list[str]) -> None:
    row = one(HELD, *also)
    assert (row.state, [party.name for party in row.holders]) == (state, named)


@pytest.mark.parametrize(("day", "state"), [("2031-05-04", "contested"), ("2031-05-18", "one party")])
def test_that_a_place_has_not_fallen_is_said_against_whoever_took_it_in_those_days(day: str, state: str) -> None:
    taken = told(1, "takes-control", controller="NORTH", place="@quay")
    assert one(taken, told(2, "takes-control", day, "a clerk", stance="denies", place="@quay")).state == state
    assert one(HELD, told(2, "takes-control", day, "a clerk", stance="denies", place="@quay")).state == "one party"


def test_parties_told_of_on_one_day_stand_in_the_order_of_their_claims() -> None:
    sides = [told(n, "holds-control", controller=f"{n}-SIDE", place="@quay") for n in range(1, 13)]
    assert [party.actor for party in one(*sides).holders] == [f"{n}-SIDE" for n in range(1, 13)]


def test_a_party_is_told_with_its_days_words_and_claims() -> None:
    row = one(HELD, told(3, "takes-control", "2031-05-08", "a clerk", controller="NORTH", place="@quay", part="the eastern half"))
    (party,) = row.holders
    assert (party.since, party.last, party.age, party.extent, party.parts) == (
        "2031-05-01",
        "2031-05-08",
        12,
        "both",
        ("the eastern half",),
    )
    assert (party.by, party.claims, party.chains) == (("Harbour Watch", "a clerk"), ("c:00000001", "c:00000003"), (1, 2))


def test_a_run_begins_after_the_last_word_to_the_contrary() -> None:
    lost = told(2, "loses-control", "2031-05-03", loser="NORTH", place="@quay")
    again = told(3, "takes-control", "2031-05-08", controller="NORTH", place="@quay")
    assert [(party.since, party.claims) for party in one(HELD, lost, again).holders] == [("2031-05-08", ("c:00000003",))]


def test_a_lens_only_weakens_and_exchanging_the_sides_exchanges_the_rows() -> None:
    two = Glass("2031-05-20", 2)
    assert one(HELD, glass=two).state == "unknown"
    assert one(HELD, OTHER, glass=two).state == "contested"
    swapped = [
        told(1, "holds-control", controller="SOUTH", place="@quay"),
        told(2, "holds-control", "2031-05-04", controller="NORTH", place="@quay"),
    ]
    assert [party.actor for party in one(*swapped).holders] == [
        {"NORTH": "SOUTH", "SOUTH": "NORTH"}[party.actor or ""] for party in one(HELD, OTHER).holders
    ]


def test_a_wide_place_has_room_for_several_and_a_nameless_part_stands_under_its_place() -> None:
    wide = Glass("2031-05-20", wide=lambda place: place == "@quay")
    assert one(HELD, OTHER, glass=wide).state == "several"
    some = told(4, "holds-control", controller="NORTH", place="three villages", place_ids=("@quay",), places=("the quay",))
    row = one(some)
    assert (row.place, row.name, row.state, row.holders[0].parts) == ("@quay", "the quay", "part only", ("three villages",))
    assert list(control([told(5, "holds-control", controller="NORTH", place="three villages")], GLASS)) == []


@pytest.mark.parametrize(
    ("words", "kind", "parts"),
    [
        ("the district", "district", ()),
        ("the whole town", None, ()),
        ("the town", "governorate", ("the town",)),
        ("the northern district", "district", ("the northern district",)),
        ("districts", "district", ("districts",)),
    ],
)
def test_a_place_told_again_by_its_kind_is_no_part_of_it(words: str, kind: str | None, parts: tuple[str, ...]) -> None:
    held = told(1, "holds-control", controller="NORTH", place=words, place_ids=("@quay",), places=("Quay",))
    row = one(held, glass=Glass("2031-05-20", kind=lambda _: kind))
    assert (row.place, row.holders[0].parts) == ("@quay", parts)


def test_a_wide_place_that_one_is_said_to_have_taken_is_contested() -> None:
    wide = Glass("2031-05-20", wide=lambda _: True)
    took = told(3, "takes-control", "2031-05-04", "a clerk", controller="SOUTH", place="@quay")
    assert [
        one(HELD, OTHER, glass=wide).state,
        one(HELD, took, told(4, "holds-control", "2031-05-05", controller="NORTH", place="@quay"), glass=wide).state,
    ] == ["several", "contested"]


def test_a_country_is_never_said_to_be_held_whole() -> None:
    assert one(HELD, glass=Glass("2031-05-20", kind=lambda _: "country")).state == "part only"
