from __future__ import annotations

import pytest

from reportedly.track.frozen import Frozen, frozen_at
from reportedly.track.seen import Glass, Seen
from tests.unit.track.sight import told

HELD = told(1, "holds-control", "2031-05-08", controller="NORTH", place="@quay")
SIEGE = told(2, "besieges", "2031-05-03", type="siege", place="@mill", besieger="SOUTH")


def line(*seen: Seen, at: str = "2031-05-10", need: int = 1) -> dict[str | None, Frozen]:
    return {row.place: row for row in frozen_at(at).build(seen, Glass(at[:10], need))}


@pytest.mark.parametrize(
    ("also", "state", "later"),
    [
        ((), "one party", []),
        ((told(3, "holds-control", "2031-05-09", controller="SOUTH", place="@quay"),), "contested", []),
        ((told(3, "takes-control", "2031-05-14", controller="SOUTH", place="@quay"),), "one party", [("2031-05-14", "taken", "South")]),
        ((told(3, "loses-control", "2031-05-14", loser="NORTH", place="@quay"),), "one party", [("2031-05-14", "lost", "North")]),
        ((told(3, "holds-control", "2031-05-14", controller="NORTH", place="@quay"),), "one party", []),
        ((told(3, "takes-control", "2031-05-14", stance="plans", controller="SOUTH", place="@quay"),), "one party", []),
    ],
)
def test_the_line_is_as_told_then_and_what_is_told_of_later_stands_apart(
    also: tuple[Seen, ...], state: str, later: list[tuple[str, str, str]]
) -> None:
    row = line(HELD, *also)["@quay"]
    assert (row.state, [(each.day, each.kind, each.party) for each in row.later]) == (state, later)


def test_sieges_stand_beside_and_a_lens_only_weakens() -> None:
    rows = line(HELD, SIEGE)
    assert [(row.state, row.siege_state, row.fresh) for row in rows.values()] == [
        ("one party", "", "fresh"),
        ("not told", "besieged", "fresh"),
    ]
    assert [(row.state, row.siege_state) for row in line(HELD, SIEGE, need=2).values()] == [("unknown", ""), ("not told", "unknown")]


@pytest.mark.parametrize(("at", "fresh"), [("2031-05-10", "fresh"), ("2031-05-20", "ageing"), ("2031-07-01", "stale")])
def test_freshness_is_told(at: str, fresh: str) -> None:
    assert line(HELD, at=at)["@quay"].fresh == fresh


@pytest.mark.parametrize(("at", "same"), [("2031-05-08T09:00", 1), ("2031-05-08", 0), ("2031-05-09T09:00", 0)])
def test_claims_of_the_day_of_a_minute_may_be_of_before_or_after(at: str, same: int) -> None:
    assert len(line(HELD, at=at)["@quay"].same_day) == same
