from __future__ import annotations

from datetime import date
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.track.alleged import SLACK, Alleged, is_wide, one_incident
from reportedly.track.joined import joined
from reportedly.track.seen import Glass
from reportedly.track.together import incidents

GLASS = Glass("2031-12-31", wide="the country".__eq__)
FIRST = date(2031, 1, 1).toordinal()


def wide(place: str) -> bool:
    return is_wide(place, GLASS)


@st.composite
def allegations(draw: st.DrawFn) -> list[Alleged]:
    """Draw allegations of few places, days, acts and voices, some of which last; each with a number of its own."""
    few = st.sampled_from
    found = []
    for number in range(draw(st.integers(0, 14))):
        begin = FIRST + draw(st.integers(0, 12))
        last = begin + draw(few((0, 0, 0, 2, 30)))
        day = date.fromordinal(begin).isoformat()
        act, telling = draw(few(("", "gas", "protected places"))), draw(st.frozensets(few(("mill", "school")), max_size=2))
        accused, places = draw(st.lists(few(("NORTH", "SOUTH")), max_size=1)), draw(st.frozensets(few(("quay", "the country")), max_size=2))
        voice = draw(few(("clerk", "mayor")))
        found.append(Alleged(number, f"c:{number}", "asserts", day, day, act, telling, voice, tuple(accused), places, begin, last))
    return found


def by_pairs(found: list[Alleged], one_act: set[tuple[str, str]]) -> set[frozenset[str]]:
    """Return incidents by looking at every two of all."""
    pairs = []
    for (at, one), (to, other) in combinations(enumerate(found), 2):
        near = one.begin - other.last <= SLACK and other.begin - one.last <= SLACK
        shelf = set(one.shelves(wide)) & set(other.shelves(wide))
        if (near and shelf and one_incident(one, other, GLASS, wide)) or {(one.id, other.id), (other.id, one.id)} & one_act:
            pairs.append((at, to))
    return {frozenset(found[at].id for at in each) for each in joined(len(found), pairs)}


@settings(max_examples=60, deadline=None)
@given(allegations(), st.data())
def test_incidents_are_those_of_all_pairs_in_whatever_order_they_come(found: list[Alleged], data: st.DataObject) -> None:
    ids = [one.id for one in found]
    one_act = set(data.draw(st.lists(st.tuples(st.sampled_from(ids), st.sampled_from(ids)), max_size=2))) if ids else set()
    told = incidents(data.draw(st.permutations(found)), one_act, GLASS)
    assert {frozenset(one.id for one in group) for group in told} == by_pairs(found, one_act)
    assert all(group == sorted(group, key=lambda one: (one.since, one.said, one.id)) for group in told)
