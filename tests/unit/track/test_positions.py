from __future__ import annotations

import pytest

from reportedly.track.matrix import matrix_of
from reportedly.track.positions import positions
from reportedly.track.seen import Glass, Seen
from tests.unit.track.sight import told

GLASS = Glass("2031-05-20")


def act(number: int, frame: str, by: str = "a clerk", day: str = "2031-05-01", stance: str = "asserts") -> Seen:
    return told(number, frame, day, by, stance, type="position", party="NORTH", matter="the plan")


ALLEGED, OWN = act(1, "accepts"), act(2, "rejects", "north", "2031-05-02")


@pytest.mark.parametrize(
    ("seen", "state", "own", "others"),
    [
        ((ALLEGED,), "others' word", None, "accepts"),
        ((OWN,), "own word", "rejects", None),
        ((ALLEGED, OWN), "differ", "rejects", "accepts"),
        ((ALLEGED, act(2, "backs", "north")), "agree", "backs", "accepts"),
        ((ALLEGED, act(2, "accepts", "north", stance="denies")), "differ", "denied: accepts", "accepts"),
        ((ALLEGED, act(2, "rejects", "north", stance="plans")), "others' word", None, "accepts"),
        ((act(1, "declines-comment"),), "no side taken", None, None),
        ((ALLEGED, act(2, "rejects", "north", "2031-06-02")), "others' word", None, "accepts"),
    ],
)
def test_the_newest_acts_of_both_words_are_compared(seen: tuple[Seen, ...], state: str, own: str | None, others: str | None) -> None:
    (row,) = positions(seen, GLASS)
    assert (row.state, row.own, row.others, row.party) == (state, own, others, "North")


def test_acts_come_in_the_order_of_days_and_each_party_and_matter_has_a_row() -> None:
    other = told(4, "accepts", type="position", party="SOUTH", matter="the roadmap")
    rows = list(positions([OWN, ALLEGED, act(3, "calls-on", "north", "2031-05-03"), other], GLASS))
    assert [(row.party, row.matter, [each.act for each in row.acts]) for row in rows] == [
        ("North", "the plan", ["accepts", "rejects", "demands"]),
        ("South", "the roadmap", ["accepts"]),
    ]
    assert rows[0].ids == {"c:00000001", "c:00000002", "c:00000003"}


def test_a_lens_only_weakens() -> None:
    for seen, states in ([OWN], ["own word", "unknown"]), ([ALLEGED, OWN], ["differ", "differ"]):
        assert [next(positions(seen, Glass("2031-05-20", k))).state for k in (1, 2)] == states


def test_acts_on_what_is_not_stated_are_not_compared() -> None:
    seen = [told(1, "accepts", type="position", party="NORTH", matter="it"), told(2, "rejects", by="north", type="position", party="NORTH")]
    assert [row.state for row in positions(seen, GLASS)] == ["matter not stated"]


@pytest.mark.parametrize("vague", [True, False])
def test_the_word_of_somebody_of_a_kind_is_no_partys_own(vague: bool) -> None:  # noqa: FBT001 - a column
    glass = Glass("2031-05-20", related=lambda *_: True, vague=lambda actor: vague and actor == "A FIGHTER")
    seen = [act(1, "accepts", "a fighter")]
    (row,), (text,) = positions(seen, glass), matrix_of().build(seen, glass)
    assert {row.state, text.cells[0].by} == ({"others' word"} if vague else {"own word"})


def test_we_are_whoever_says_so() -> None:
    ours = [told(1, "accepts", by=who, type="position", party="we", matter="the plan") for who in ("north", "The Clerk")]
    (text,) = matrix_of().build(ours, GLASS)
    assert {(cell.party, cell.by) for cell in text.cells} == {("north", "own word"), ("The Clerk", "own word")}
    assert [(row.party, row.actor, row.state) for row in positions(ours, GLASS)] == [
        ("north", "NORTH", "own word"),
        ("The Clerk", None, "own word"),
    ]
