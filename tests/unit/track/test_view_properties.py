from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.model import Figure, Speaker
from reportedly.model.plain import plain
from reportedly.track.contacts import contacts
from reportedly.track.control import control
from reportedly.track.figures import figures
from reportedly.track.positions import positions
from reportedly.track.routes import routes
from reportedly.track.seen import Glass, Seen
from tests.unit.track.sight import told

VIEWS: dict[str, tuple[Callable[[Sequence[Seen], Glass], Any], tuple[str, ...]]] = {
    "control": (control, ("holds-control", "takes-control", "loses-control", "contests-control")),
    "position": (positions, ("accepts", "rejects", "calls-on")),
    "contact": (contacts, ("meets", "talks-put-off", "talks-called-off", "discusses")),
    "route": (routes, ("cuts-route", "opens-route", "supplies-by")),
    "figure": (figures, ("counts",)),
}
SWAP = {"NORTH": "SOUTH", "SOUTH": "NORTH", "North": "South", "South": "North", "north": "south", "south": "north"}


def glass(need: int = 1) -> Glass:
    """Return a glass through which every voice is one chain."""
    return Glass("2031-05-20", need, lambda found: (len({one.voice for one in found}),) * 2)


@st.composite
def claims(draw: st.DrawFn, kind: str) -> list[Seen]:
    """Return a few claims of one view by and about two parties."""
    frames, out = VIEWS[kind][1], []
    party = st.sampled_from(["NORTH", "SOUTH"])
    for number in range(draw(st.integers(1, 5))):
        roles = {"controller": draw(party), "loser": draw(party), "place": "@mill", "party": draw(party), "matter": "the plan"}
        roles |= {"participant": "NORTH", "participant_2": "SOUTH", "talks": "the mill talks", "topic": "the road", "route": "@road"}
        by, stance = draw(st.sampled_from(["north", "south", "a clerk"])), draw(st.sampled_from(["asserts", "denies", "plans"]))
        count = (Figure(draw(st.integers(1, 3)), "=", "men"),) if kind == "figure" else ()
        day = f"2031-05-0{draw(st.integers(1, 9))}"
        out.append(told(number, draw(st.sampled_from(frames)), day, by, stance, type=kind, figures=count, **roles))
    return out


def rows(kind: str, seen: Sequence[Seen], need: int = 1) -> list[str]:
    """Return the rows of a view as text, in an order of their own; lists in them, too, as names may decide their order."""
    return sorted(json.dumps(_ordered(plain(row)), sort_keys=True) for row in VIEWS[kind][0](seen, glass(need)))


def _ordered(value: Any) -> Any:  # noqa: ANN401 - any JSON
    if isinstance(value, dict):
        return {key: _ordered(each) for key, each in value.items()}
    return sorted((_ordered(each) for each in value), key=_text) if isinstance(value, list | tuple) else value


def _text(value: object) -> str:
    return json.dumps(value, sort_keys=True)


def changed(seen: Seen, name: Callable[[str], str], key: Callable[[str], str] = str) -> Seen:
    """Return a claim with other names, and other ids, for its parties."""
    args = tuple((r, replace(a, name=name(a.name), actor=key(a.actor)) if a.actor else a) for r, a in seen.claim.args)
    who = seen.claim.speaker
    speaker = Speaker(name(who.name), key(who.actor) if who.actor else None)
    return replace(seen, held=replace(seen.held, claim=replace(seen.claim, args=args, speaker=speaker)))


@pytest.mark.parametrize("kind", VIEWS)
@given(data=st.data())
@settings(max_examples=20)
def test_parties_that_change_places_change_them_in_every_row_and_nothing_else(kind: str, data: st.DataObject) -> None:
    seen = data.draw(claims(kind))
    swapped = [changed(one, _other, _other) for one in seen]
    expected = [json.dumps(_ordered(json.loads(_other(row))), sort_keys=True) for row in rows(kind, seen)]
    assert sorted(expected) == rows(kind, swapped)


def _other(text: str) -> str:
    return re.sub("north|south", lambda found: SWAP[found[0]], text, flags=re.IGNORECASE)


@pytest.mark.parametrize("kind", VIEWS)
@given(data=st.data())
@settings(max_examples=20)
def test_another_name_for_a_party_changes_no_state_and_no_claims(kind: str, data: st.DataObject) -> None:
    seen = data.draw(claims(kind))
    named = [changed(one, lambda name: f"the {name} bank") for one in seen]
    told_of = [[(row.state, sorted(row.ids)) for row in VIEWS[kind][0](each, glass())] for each in (seen, named)]
    assert sorted(told_of[0]) == sorted(told_of[1])


@pytest.mark.parametrize("kind", VIEWS)
@given(data=st.data(), need=st.integers(1, 3))
@settings(max_examples=20)
def test_what_is_told_again_raises_no_count_of_chains_and_no_state(kind: str, data: st.DataObject, need: int) -> None:
    seen = data.draw(claims(kind))
    again = [replace(one, held=replace(one.held, claim=replace(one.claim, id=f"{one.claim.id}b"), document="copy")) for one in seen]
    assert _states(kind, seen, need) == _states(kind, [*seen, *again], need)


def _states(kind: str, seen: Sequence[Seen], need: int) -> list[str]:
    return sorted(f"{row.state} {_chains(plain(row))}" for row in VIEWS[kind][0](seen, glass(need)))


def _chains(value: Any) -> list[Any]:  # noqa: ANN401 - any JSON
    if isinstance(value, dict):
        return sorted((each for key, part in value.items() for each in ([part] if key == "chains" else _chains(part))), key=json.dumps)
    return sorted((each for part in value for each in _chains(part)), key=json.dumps) if isinstance(value, list | tuple) else []
