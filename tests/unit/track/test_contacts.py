from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.model import ValidTime
from reportedly.track.contacts import Contact, contacts
from reportedly.track.meetings import Meeting
from reportedly.track.seen import Glass, Seen
from tests.unit.track.sight import told

GLASS = Glass("2031-05-20", kind={"WIRE": "agency"}.get)


def meet(number: int, day: str = "2031-05-04", frame: str = "meets", stance: str = "asserts", **more: Any) -> Seen:  # noqa: ANN401
    names = {"participant": "NORTH", "participant_2": "SOUTH"} | more
    return told(number, frame, day, names.pop("by", "a clerk"), stance, type="contact", **names)


def rows(*seen: Seen, need: int = 1) -> list[Contact]:
    return list(contacts(seen, replace(GLASS, need=need)))


HELD, DENIED = meet(1), meet(2, stance="denies", by="south")
OFF = meet(3, "2031-05-02", "talks-called-off", "denies", talks="the talks")


@pytest.mark.parametrize(
    ("seen", "state"),
    [
        ((HELD,), "held"),
        ((HELD, DENIED), "disputed"),
        ((DENIED,), "denied"),
        ((meet(1, stance="plans"),), "due"),
        ((meet(1, stance="plans", valid=ValidTime("2031-06-01", "2031-06-01"), asserted="2031-05-03"),), "planned"),
        ((meet(1, stance="plans"), OFF), "called off"),
        ((meet(1, stance="plans"), meet(2, "2031-05-02", "talks-put-off", talks="talks")), "put off"),
        ((HELD, meet(2, frame="talks-fail", talks="talks")), "without result"),
        ((meet(1, stance="demands"),), "asked for"),
        ((meet(1, stance="supposes"),), "supposed"),
        ((meet(1, stance="cannot-confirm"),), "not confirmed"),
    ],
)
def test_the_word_that_decides_is_told(seen: tuple[Seen, ...], state: str) -> None:
    for order in (seen, seen[::-1]):
        (row,) = rows(*order)
        assert (row.state, row.ids) == (state, frozenset(one.claim.id for one in seen))


def test_a_lens_only_weakens() -> None:
    assert [rows(HELD, need=2)[0].state, rows(HELD, DENIED, need=2)[0].state] == ["unknown", "disputed"]


def test_meetings_of_others_or_of_other_days_are_others() -> None:
    others = (meet(2, participant_2="EAST"), meet(3, "2031-05-12"), meet(4, "2031-05-30"))
    assert [sorted(row.ids) for row in rows(HELD, *others)] == [["c:00000003"], ["c:00000001"], ["c:00000002"]]


def test_who_speaks_to_the_press_meets_nobody() -> None:
    assert rows(meet(1, participant_2="WIRE")) == []


def test_a_word_for_less_than_two_sides_joins_the_one_meeting_that_it_may_be_of() -> None:
    off = meet(5, "2031-05-03", "talks-called-off", "denies", by="south", talks="the mill talks", participant="SOUTH")
    alone = replace(off, held=replace(off.held, claim=replace(off.claim, args=off.claim.args[:2])))
    planned = meet(1, stance="plans")
    assert [row.state for row in rows(planned, alone)] == ["called off"]
    assert sorted(row.state for row in rows(planned, meet(2, stance="plans", participant="SOUTH", participant_2="EAST"), alone)) == [
        "called off",
        "due",
        "due",
    ]


def test_what_each_side_says_it_was_about_stands_side_by_side() -> None:
    mine = meet(1, frame="discusses", by="north", topic="the mill road")
    theirs = meet(2, frame="discusses", by="south", topic="prisoners of war")
    (row,) = rows(mine, theirs, meet(3, frame="discusses", topic="the weather"))
    assert [(each.side, each.about) for each in row.readouts] == [
        ("North", "the mill road"),
        ("South", "prisoners of war"),
        (None, "the weather"),
    ]
    assert row.apart
    assert not rows(mine, meet(2, frame="discusses", by="south", topic="a road"))[0].apart


@st.composite
def _meetings(draw: st.DrawFn) -> list[Seen]:
    found = []
    for number in range(draw(st.integers(1, 14))):
        begin, said = (date(2030, 9, 1) + timedelta(days=draw(st.integers(0, 250))) for _ in range(2))
        until = begin + timedelta(days=draw(st.sampled_from((0, 0, 0, 3, 100))))
        one: dict[str, str] = {"participant_2": "we"}
        sides: tuple[dict[str, str], ...] = ({"participant_2": "EAST"}, {}, one, one | {"participant": "we"})
        names = draw(st.sampled_from(sides))
        more = {"valid": ValidTime(begin.isoformat(), until.isoformat()), "place_ids": ("@mill",)} | names
        frame = draw(st.sampled_from(("meets", "talks", "talks-called-off", "talks-put-off")))
        called = draw(st.sampled_from(("Mill", "Quay")))
        by = draw(st.sampled_from(("a clerk", "south")))
        found.append(meet(number, said.isoformat(), frame, draw(st.sampled_from(("asserts", "denies"))), by=by, talks=called, **more))
    return found


VAGUE = {"EAST"}


def _related(one: str, other: str) -> bool:
    return one[:1] == other[:1] or one in VAGUE or other in VAGUE


@settings(max_examples=50)
@given(_meetings())
def test_what_is_looked_at_by_days_and_names_is_all_that_may_be_of_one_meeting(seen: list[Seen]) -> None:
    glasses = [GLASS, replace(GLASS, related=_related, vague=VAGUE.__contains__, side=lambda key: key[:1])]

    def near(self: Any, _one: Meeting) -> set[int]:  # noqa: ANN401 - a class of its own
        return {group for groups in self._days.values() for group in groups}

    def names(keys: Iterable[str], _glass: Glass) -> list[str]:
        return ["all" for _ in keys][:1]

    found = [list(contacts(seen, glass)) for glass in glasses]
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("reportedly.track.gather._Known.near", near)
        patched.setattr("reportedly.track.gather._asked", names)
        patched.setattr("reportedly.track.gather._told", lambda *_: ["all"])
        assert [list(contacts(seen, glass)) for glass in glasses] == found
