from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from reportedly.compare.contradictions import find_contradictions
from reportedly.model import Marker
from tests.unit.compare.build import WORLD, Said, held, holds

GAS = "the gas attack on the quay"


def told(*said: Said) -> list[tuple[str, bool]]:
    return [(entry.kind, entry.look_alike) for entry in find_contradictions([held(one) for one in said], world=WORLD)]


def charge(identity: str, by: str, accused: str, words: str = GAS, **other: Any) -> Said:  # noqa: ANN401 - the fields of Said
    args = (("accuser", by), ("accused", accused))
    return Said(identity, "allegation", "accuses", by=by, actor=by, args=args, words=f"{by} blamed {accused} for {words}", **other)


@pytest.mark.parametrize(
    ("other", "found"),
    [
        (charge("b", "CROWN", "LEAGUE"), [("mirror", False)]),
        (charge("b", "LEAGUE", "GUILD"), []),
        (charge("b", "CROWN", "GUILD"), [("cause", False)]),
        (charge("b", "CROWN", "LEAGUE", words="the mortar shells on the quay"), []),
        (charge("b", "CROWN", "LEAGUE", places=("mill",), words="the gas attack at the mill"), []),
        (charge("b", "CROWN", "LEAGUE", published="2031-09-01", valid=("2031-09-01", "2031-09-01")), []),
    ],
)
def test_who_is_accused_lays_the_act_at_another_door(other: Said, found: list[tuple[str, bool]]) -> None:
    assert told(charge("a", "LEAGUE", "CROWN"), other) == found


def test_a_denial_of_what_was_just_said_meets_it_whatever_it_is_of() -> None:
    words = "Officials in the port said dozens had left by the new road"
    said = Said("a", "humanitarian", "displaced", by="officials", document="d", words=words)
    answer = {"by": "residents", "document": "d", "at": 70, "before": f"{words} but residents ", "words": "dismissed the reports as lies"}
    denial = Said("b", "denial", "denies", stance="denies", args=(("matter", "the reports"),), **answer)  # type: ignore[arg-type]
    assert told(said, denial) == [("denial", False)]
    far = Said("b", "denial", "denies", stance="denies", args=(("matter", "the reports"),), **{**answer, "at": 900})  # type: ignore[arg-type]
    assert told(said, far) == []


def test_gas_denied_is_gas_that_was_charged_and_not_a_battle_elsewhere() -> None:
    denial = Said("b", "denial", "denies", by="Crown Office", actor="CROWN", stance="denies", words="The Crown denied using poison gas")
    gas = Said("a", "attack", "attacks", args=(("attacker", "CROWN"),), words="Crown planes dropped chlorine on the quay")
    clash = Said("a", "attack", "attacks", args=(("attacker", "CROWN"),), words="Crown troops stormed the quay")
    own = Said("a", "attack", "attacks", by="Crown Office", actor="CROWN", args=(("attacker", "CROWN"),), words="we hit a gas depot")
    assert told(denial, gas) == [("denial", False)]
    assert told(denial, clash) == []
    assert told(denial, own) == []


def test_an_advance_that_did_not_happen_is_a_matter_of_control() -> None:
    gain = Said("a", "movement", "advances", args=(("mover", "LEAGUE"),), words="The League gained ground on the quay")
    none = Said("b", "movement", "advances", by="Watch", stance="denies", args=(("mover", "LEAGUE"),), words="no gain on the quay")
    assert told(gain, none) == []  # nothing in the words says that it is denied
    said = held(none)
    denied = replace(said, claim=replace(said.claim, markers=(Marker("negation", "no", 0, 2, (0, 8)),)))
    assert [entry.kind for entry in find_contradictions([held(gain), denied], world=WORLD)] == ["control"]


def test_an_attack_repelled_and_an_offensive_to_take_a_place_leave_it_with_its_holder() -> None:
    repelled = Said("a", "attack", "attacks", args=(("target", "CROWN"),), words="who repelled an attack on the quay")
    withdrew = Said("b", "movement", "withdraws", by="X", args=(("mover", "CROWN"),), words="the Crown withdrew from the quay")
    assert told(repelled, withdrew) == [("control", False)]
    planned = Said("b", "control", "takes-control", by="X", args=(("controller", "LEAGUE"),), words="an offensive to capture the quay")
    assert [entry.kind for entry in find_contradictions([holds("a", "CROWN"), held(planned)], world=WORLD)] == []


def test_a_halt_that_is_said_to_hold_meets_a_raid() -> None:
    halt = {"by": "Crown Office", "actor": "CROWN", "words": "its halt of air strikes over the quay will go on", "places": ("quay",)}
    raid = Said("a", "attack", "attacks", args=(("attacker", "CROWN"),), words="Crown planes carried out air strikes on the quay")
    assert told(raid, Said("b", "statement", "says", **halt)) == [("denial", False)]  # type: ignore[arg-type]
    paused = Said("c", "attack", "attacks", args=(("attacker", "CROWN"),), words="the Crown paused its air strikes on the quay")
    assert told(paused, Said("b", "statement", "says", **halt)) == []  # type: ignore[arg-type]
