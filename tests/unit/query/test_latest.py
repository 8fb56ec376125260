"""Rows of the latest days, by their claims alone: what is taken for sure is what all claims tell."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.model import ValidTime
from reportedly.query.latest import Dated, dated_of, stretches, sure
from reportedly.track.contacts import CONTACTS, contacts
from reportedly.track.seen import Glass, Seen
from reportedly.track.track import Near
from tests.unit.track.sight import told

GLASS = Glass("2033-01-01")
FIRST = date(2031, 1, 1)


class Row(NamedTuple):
    """What is read of a claim."""

    number: int
    id: str
    frame: str
    stance: str
    begin: str | None
    until: str | None
    said: str | None


def day(number: int) -> str:
    return (FIRST + timedelta(days=number)).isoformat()


@st.composite
def _meetings(draw: st.DrawFn) -> list[Seen]:
    found = []
    for number in range(draw(st.integers(1, 25))):
        begin, said = draw(st.integers(0, 700)), draw(st.integers(0, 700))
        valid = ValidTime(draw(st.sampled_from((day(begin), None))), draw(st.sampled_from((day(begin + draw(st.integers(0, 150))), None))))
        frame = draw(st.sampled_from(("meets", "talks", "talks-called-off", "talks-put-off")))
        stance = draw(st.sampled_from(("asserts", "denies", "plans")))
        names = draw(st.sampled_from(({"participant": "NORTH", "participant_2": "SOUTH"}, {"participant": "NORTH"}, {"talks": "Mill"})))
        found.append(told(number, frame, stance=stance, type="contact", valid=valid, asserted=day(said), **names))
    return found


def _dated(one: Seen, near: Near[Any]) -> Dated:
    claim = one.claim
    return dated_of(Row(claim.start, claim.id, claim.frame, claim.stance, claim.valid.begin, claim.valid.until, claim.asserted), near, {})


@settings(max_examples=40)
@given(_meetings(), st.integers(1, 3))
def test_rows_that_are_sure_are_the_first_of_all_whatever_is_left(found: list[Seen], wanted: int) -> None:
    near = CONTACTS.near
    assert near is not None
    days = sorted((_dated(one, near) for one in found), key=lambda one: one.first, reverse=True)
    by_id, every = {one.id: one for one in days}, list(contacts(found, GLASS))
    for read, left in stretches(days, near, wanted, None):
        at_hand = {one.id for one in read}
        rows = sure(list(contacts([one for one in found if one.claim.id in at_hand], GLASS)), by_id, left, near)
        assert rows == every[: len(rows)]
        assert left is not None or rows == every
