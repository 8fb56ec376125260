from __future__ import annotations

from typing import Any

import pytest

from reportedly.track.allegations import Beside, Incident, allegations
from reportedly.track.alleged import may_allege
from reportedly.track.masking import masked, with_parts
from reportedly.track.seen import Glass, Seen
from tests.unit.track.sight import told

GLASS = Glass("2031-05-20", related=lambda one, other: one[:5] == other[:5], wide=lambda place: place == "@isle")


def charge(number: int, what: str, day: str = "2031-05-01", by: str = "a clerk", **more: Any) -> Seen:  # noqa: ANN401 - fields of a claim
    fields = {"type": "allegation", "abuse": what, "accused": "NORTH", "place_ids": ("@quay",), "places": ("the quay",)} | more
    return told(number, "alleged-abuse", day, by, **fields)


ONE = charge(1, "a gas attack")
FOUND = charge(2, "chlorine", by="harbour panel")
PANEL = Beside(cues={"c:00000002": "concluded"}, verifies=lambda actor: actor == "HARBOUR PANEL")
AT: dict[str, Any] = {"type": "allegation", "place_ids": ("@quay",), "places": ("the quay",)}
NOBODY_NAMED = told(2, "alleged-abuse", by="harbour panel", abuse="chlorine", **AT)


def row(*seen: Seen, beside: Beside | None = None, need: int = 1) -> Incident:
    (found,) = allegations(seen, Glass("2031-05-20", need, related=GLASS.related), beside or Beside())
    return found


@pytest.mark.parametrize(
    ("also", "beside", "state", "denied"),
    [
        ((), Beside(), "alleged", False),
        ((charge(3, "gas attack", by="north", stance="denies"),), Beside(), "denied", True),
        ((), Beside(denials={"c:00000001": [told(9, "denies", by="north", type="denial", stance="denies")]}), "denied", True),
        (
            (told(4, "investigates", type="statement", inquirer="PANEL", matter="the reports"),),
            Beside(),
            "alleged",
            False,
        ),  # of another text
        ((FOUND,), PANEL, "verified, attributed", False),
        ((NOBODY_NAMED,), PANEL, "verified, not attributed", False),
        ((FOUND,), Beside(verifies=PANEL.verifies), "alleged", False),  # said, but not to have been found
        (
            (charge(2, "chlorine", by="north panel"),),
            Beside(PANEL.cues, PANEL.cues, verifies=lambda _: True),
            "alleged",
            False,
        ),  # of a party
        ((FOUND, charge(3, "gas", by="north", stance="denies")), PANEL, "verified, attributed", True),
    ],
)
def test_a_state_says_how_far_it_was_looked_into(also: tuple[Seen, ...], beside: Beside, state: str, denied: bool) -> None:  # noqa: FBT001 - a column
    found = row(ONE, *also, beside=beside)
    assert (found.state, found.denied, found.act) == (state, denied, "chemical weapons")


def test_a_denial_stands_with_what_it_denies_else_alone() -> None:
    denial = charge(3, "such weapons", by="north", stance="denies", place_ids=("@mill",))
    assert [row.denied for row in allegations([ONE, denial], GLASS, Beside())] == [False, True]
    assert row(ONE, denial, beside=Beside(denials={"c:00000001": [denial]})).ids == {"c:00000001", "c:00000003"}


def test_an_inquiry_near_a_charge_in_its_text_is_one_into_it() -> None:
    inquiry = told(1, "investigates", type="statement", inquirer="PANEL", matter="the reports")  # the same document, by its number
    for verifies, state in (True, "under verification"), (False, "alleged"):
        found = row(ONE, inquiry, beside=Beside(verifies={"PANEL": verifies}.__getitem__))
        assert (found.state, [(each.kind, each.by) for each in found.answers]) == (state, [("inquiry", "Panel")])


def test_a_lens_only_weakens() -> None:
    assert [row(ONE, FOUND, beside=PANEL, need=need).state for need in (1, 2)] == ["verified, attributed", "alleged"]


@pytest.mark.parametrize(("target", "rows"), [("the hospital", 1), ("two schools", 1), ("the convoy", 0), ("the bridge", 0)])
def test_an_attack_on_what_is_protected_is_an_allegation_of_its_words(target: str, rows: int) -> None:
    struck = told(1, "attacks", type="attack", target=target, attacker="NORTH", place_ids=("@quay",), places=("the quay",))
    found = list(allegations([struck], GLASS, Beside({"c:00000001": "they shelled it with gas"})))
    assert [(row.act, [party.actor for party in row.accused]) for row in found] == [("protected places", ["NORTH"])] * rows


@pytest.mark.parametrize(
    ("other", "alike"),
    [
        (charge(2, "chlorine", "2031-05-02", accused="SOUTH"), True),  # one act at two doors
        (charge(2, "a massacre"), False),
        (charge(2, "the crime"), True),
        (charge(2, "a gas attack", "2031-05-04"), False),
        (charge(2, "a gas attack", place_ids=("@mill",)), False),
        (charge(2, "a gas attack", "2032-05-01"), False),  # of a day to come
    ],
)
def test_charges_of_one_place_time_and_act_are_of_one_incident(other: Seen, alike: bool) -> None:  # noqa: FBT001 - a column
    rows = list(allegations([ONE, other], GLASS, Beside()))
    assert any(len(found.charges) == 2 for found in rows) is alike


def test_at_a_wide_place_charges_of_one_incident_accuse_one_side() -> None:
    at: dict[str, Any] = {"place_ids": ("@isle",), "places": ("the isle",)}
    sides = [charge(1, "a gas attack", **at), charge(2, "gas", accused="NORTH FLEET", **at), charge(3, "gas", accused="SOUTH", **at)]
    assert sorted(len(found.charges) for found in allegations(sides, GLASS, Beside())) == [1, 2]
    joined = allegations(sides, GLASS, Beside(one_act=[("c:00000001", "c:00000003")]))
    assert [len(found.charges) for found in joined] == [3]


def test_names_of_private_persons_are_told_by_numbers_and_speakers_stay() -> None:
    words = {"c:00000001": "the rape of Mira Sole in her house; Mira wept, and so did Dr Ode, said Tam Reed"}
    victim = charge(1, "the rape of Mira Sole", by="Tam Reed", victims="Mira Sole")
    names = with_parts({"Mira Sole": "x:mira", "Ode": "x:ode"}, ["Sole Harbour"])
    found = masked(row(victim, beside=Beside(words)), names)
    (told_by,) = found.charges
    assert told_by.words == "the rape of [person 1] in her house; [person 1] wept, and so did Dr [person 2], said Tam Reed"
    assert (told_by.what, told_by.victims[0].name, told_by.by) == ("the rape of [person 1]", "[person 1]", "Tam Reed")


def test_exchanging_the_sides_exchanges_the_accused_and_nothing_else() -> None:
    ends = {"NORTH": "SOUTH", "SOUTH": "NORTH"}
    seen = [ONE, charge(2, "chlorine", accused="SOUTH"), charge(3, "gas", by="north", stance="denies")]
    turned = [
        charge(1, "a gas attack", accused="SOUTH"),
        charge(2, "chlorine"),
        charge(3, "gas", by="south", stance="denies", accused="SOUTH"),
    ]
    one, other = row(*seen), row(*turned)
    assert [ends[party.actor or ""] for party in one.accused] == [party.actor for party in other.accused]
    assert (one.state, one.chains, one.ids) == (other.state, other.chains, other.ids)


@pytest.mark.parametrize(
    ("target", "may"), [("the Hospital", True), ("the bridge", False), ("café", True), ("a\\nschool", True), ("rehospital", False)]
)
def test_what_may_be_on_something_protected_is_told_by_arguments_as_they_are_kept(target: str, may: bool) -> None:  # noqa: FBT001 - a column
    assert may_allege(f'[["target",{{"name":"{target}"}}]]') is may
