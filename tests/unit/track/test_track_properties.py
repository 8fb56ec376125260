"""What holds of every view, whatever the claims: no side, label, repeat or later claim moves it, and a lens only weakens."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.model import Figure
from reportedly.track.allegations import Beside, allegations
from reportedly.track.control import CONTROL
from reportedly.track.frozen import frozen_at
from reportedly.track.matrix import matrix_of
from reportedly.track.mirrors import mirror_track
from reportedly.track.routes import ROUTES
from reportedly.track.running import running
from reportedly.track.seen import Glass, Seen
from tests.unit.track.sight import told

DAY = "2031-05-14"
Build = Callable[[Sequence[Seen], Glass], Any]


class Spec(NamedTuple):
    """A claim in few letters."""

    kind: int
    day: int
    by: str
    who: str
    other: str
    stance: str
    value: int


SIDES = {"NORTH": "SOUTH", "SOUTH": "NORTH", "north": "south", "south": "north"}
SPECS = st.lists(
    st.builds(
        Spec,
        st.integers(0, 2),
        st.integers(1, 20),
        st.sampled_from(("north", "south", "a clerk", "panel")),
        st.sampled_from(("NORTH", "SOUTH")),
        st.sampled_from(("@quay", "@mill")),
        st.sampled_from(("asserts", "denies", "supposes")),
        st.integers(1, 9),
    ),
    max_size=7,
)


def _claim(number: int, spec: Spec, frames: tuple[str, ...], **more: Any) -> Seen:  # noqa: ANN401 - fields of a claim
    day = f"2031-05-{spec.day:02}"
    return told(number, frames[spec.kind], day, spec.by, spec.stance, place_ids=(spec.other,), places=(spec.other,), **more)


def _held(number: int, spec: Spec) -> Seen:
    return _claim(number, spec, ("holds-control", "takes-control", "holds-control"), controller=spec.who, place=spec.other)


def _besieged(number: int, spec: Spec) -> Seen:
    return _claim(number, spec, ("besieges", "breaks-siege", "siege-goes-on"), type="siege", besieger=spec.who, place=spec.other)


def _alleged(number: int, spec: Spec) -> Seen:
    abuse = ("a gas attack", "the massacre", "the crime")[spec.kind]
    return _claim(number, spec, ("alleged-abuse",) * 3, type="allegation", accused=spec.who, abuse=abuse)


def _acted(number: int, spec: Spec) -> Seen:
    matter = ("the truce", "the mill plan", "a ceasefire")[spec.value % 3]
    return _claim(number, spec, ("accepts", "rejects", "backtracks"), type="position", party=spec.who, matter=matter)


def _charged(number: int, spec: Spec) -> Seen:
    return _claim(number, spec, ("breaches", "rejects", "backtracks"), type="compliance", party=spec.who, matter="the truce")


def _counted(number: int, spec: Spec) -> Seen:
    figure = Figure(spec.value, "=", "breaches", spec.value, spec.value, role=("total", "increment", None)[spec.kind])
    return _claim(number, spec, ("breaches",) * 3, type="compliance", party=spec.who, figures=(figure,))


VIEWS: dict[str, tuple[Callable[[int, Spec], Seen], Build]] = {
    "control": (_held, CONTROL.build),
    "frozen": (_held, frozen_at(DAY).build),
    "sieges": (_besieged, ROUTES.build),
    "allegations": (_alleged, lambda seen, glass: allegations(seen, glass, Beside(verifies=lambda _: False))),
    "matrix": (_acted, matrix_of().build),
    "mirrors": (_charged, mirror_track().build),
    "running": (_counted, running),
}
FIRM = {"one party", "part only", "besieged", "siege broken", "for", "against", "mirror"}
"""States that a lens may turn into unknown."""


def _glass(need: int = 1) -> Glass:
    """Return a glass through which claims of one voice are one chain."""

    def chains(found: Sequence[Seen]) -> tuple[int, int]:
        return (len({one.voice for one in found}),) * 2

    return Glass(DAY, need, chains)


def _states(name: str, seen: Sequence[Seen], need: int = 1) -> list[tuple[str, tuple[str, ...]]]:
    return sorted((row.state, tuple(sorted(row.ids))) for row in VIEWS[name][1](seen, _glass(need)))


def _turned(spec: Spec) -> Spec:
    return spec._replace(by=SIDES.get(spec.by, spec.by), who=SIDES[spec.who])


@pytest.mark.parametrize("name", VIEWS)
@settings(max_examples=25, deadline=None)
@given(SPECS)
def test_exchanging_two_sides_and_giving_other_labels_moves_nothing(name: str, specs: list[Spec]) -> None:
    make = VIEWS[name][0]
    seen = [make(number, spec) for number, spec in enumerate(specs)]
    assert _states(name, [make(number, _turned(spec)) for number, spec in enumerate(specs)]) == _states(name, seen)


@pytest.mark.parametrize("name", VIEWS)
@settings(max_examples=25, deadline=None)
@given(SPECS)
def test_claims_of_later_and_the_order_of_claims_move_nothing(name: str, specs: list[Spec]) -> None:
    make = VIEWS[name][0]
    seen = [make(number, spec) for number, spec in enumerate(specs)]
    known = [one for one in seen if one.begin <= DAY]
    assert [state for state, _ in _states(name, known)] == [state for state, _ in _states(name, seen)]
    assert _states(name, list(reversed(seen))) == _states(name, seen)


@pytest.mark.parametrize("name", VIEWS)
@settings(max_examples=25, deadline=None)
@given(SPECS)
def test_a_lens_only_weakens_and_repeats_of_one_voice_do_not_help(name: str, specs: list[Spec]) -> None:
    make = VIEWS[name][0]
    seen = [make(number, spec) for number, spec in enumerate(specs)]
    near = {ids: state for state, ids in _states(name, seen)}
    for state, ids in _states(name, seen, need=2):
        assert state == near[ids] or (state == "unknown" and near[ids] in FIRM)
    again = [make(50 + number, spec) for number, spec in enumerate(specs)]
    assert [state for state, _ in _states(name, [*seen, *again], need=2)] == [state for state, _ in _states(name, seen, need=2)]
