"""Another war, another text: a window of silence for repairs, weapons beyond a line, an exchange of prisoners, a monitor.

Nothing of it is like the agreements that ship, and every claim goes through what the program proposes.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from reportedly.model import Argument, Claim, Speaker, ValidTime
from reportedly.model.pack import Actor, Pack, Place
from reportedly.truce.agreement import Agreement
from reportedly.truce.evidence import Bearing, Coverage, Evidence, chain_of
from reportedly.truce.lint import lint
from reportedly.truce.load import parse_agreements
from reportedly.truce.propose import propose
from reportedly.truce.told import Told
from reportedly.truce.value import Value
from reportedly.truce.verdict import Verdict, check
from reportedly.truce.view import View

TEXT = """\
id: pump-accord
version: 2
kind: agreement
name: Accord on the pumping station
form: full-text
complete: true
called: [accord, ceasefire]
dated: 2031-05-01
parties: [HILLS, COAST, WORKS]
proposer: MISSION
from: 2031-05-03T06:00
for: P14D
in_force: {all: [{accepted: HILLS}, {accepted: COAST}]}
clocks: {R: {when: {done: S1.b}}}
zones:
  pump: {place: PUMP, buffer: {op: "<=", n: 3, unit: km}}
  strip: {area: [[40.0, 20.0], [40.2, 20.0], [40.2, 20.4], [40.0, 20.4]]}
acts: {mend: the pump is mended}
excluded: [{actors: RAIDERS, authority: the accord itself, date: 2031-05-01}]
guarantors: [{who: MISSION, of: [HILLS, COAST], duty: unstated}]
stages:
  - id: S1
    terms:
      - {id: S1.a, must_not: fire_heavy_weapons, who: [HILLS, COAST], where: pump, from: 2031-05-03T06:00, until: 2031-05-03T18:00,
         cite: {source: accord}}
      - {id: S1.b, must: mend, who: WORKS, where: pump, by: 2031-05-05, unless: {not: S1.a}, cite: {source: accord}}
      - {id: S1.c, must: give_access, who: [HILLS, COAST], where: pump, by: 2031-05-04, cite: {source: accord}}
  - id: S2
    after: S1.b
    terms:
      - {id: S2.a, must: release_detainees, who: [HILLS, COAST], where: unstated, by: R+P3D, cite: {source: accord}}
      - {id: S2.b, must: withdraw_heavy_weapons, who: [HILLS, COAST], where: strip, by: R+P7D, cite: {source: accord}}
"""
ACTORS = (
    Actor("HILLS", "The hill council", "government"),
    Actor("H-GUNS", "Hill artillery", "armed-force", part_of="HILLS"),
    Actor("COAST", "The coast league", "armed-group"),
    Actor("WORKS", "The water works", "company"),
    Actor("MISSION", "The mission", "monitor"),
    Actor("RAIDERS", "The raiders", "armed-group", part_of="COAST"),
    Actor("PAPER", "A paper", "outlet"),
)
PLACES = (
    Place("VALE", "The vale", "district", lat=40.1, lon=20.2),
    Place("PUMP", "The pump", "building", "VALE", 40.1, 20.2),
    Place("MILL", "The mill", "building", "VALE", 40.11, 20.21),
    Place("PORT", "The port", "town", None, 41.5, 22.0),
)
PACK = Pack("p", "d", {actor.id: actor for actor in ACTORS}, {place.id: place for place in PLACES}, {})
_numbers = count()


@cache
def accord(text: str = TEXT) -> Agreement:
    (made,) = parse_agreements(text.encode(), Path("accord.yaml"), PACK)
    return made


def tell(frame: str, day: str, *places: str, by: str = "PAPER", stance: str = "asserts", **roles: str) -> Told:
    name = f"c{next(_numbers)}"
    args = tuple((role, Argument(who, 0, 1, who if who in PACK.actors else None)) for role, who in roles.items())
    speaker, when = Speaker(by, by), ValidTime(day, day)
    claim = Claim(name, 0, 1, "attack", frame, "a gloss", args, stance, speaker, (by,), False, name, when, asserted=day, place_ids=places)  # noqa: FBT003
    return Told(claim, day[:10], f"{day[:10]}T23:00:00Z", chain_of((name, by)), day[:10], name)


SIGNED = (
    tell("accepts", "2031-05-02", by="HILLS", party="HILLS", matter="the accord"),
    tell("accepts", "2031-05-02", by="COAST", party="COAST", matter="the accord"),
)


def judged(*told: Told, as_of: str = "2031-05-31", **view: Any) -> dict[str, Verdict]:  # noqa: ANN401 - any field
    found = list(propose(accord(), [*SIGNED, *told], PACK))
    evidence = Evidence((row for row in found if isinstance(row, Bearing)), (row for row in found if isinstance(row, Coverage)))
    return {f"{v.term} {v.obligor}": v for v in check([accord()], evidence, View(as_of, **view))}


SEEN = tell("observes", "2031-05-03", "PUMP", by="MISSION", observer="MISSION")
SHOT = tell("attacks", "2031-05-03T10:00", "MILL", attacker="H-GUNS", target="PUMP")
CASES: list[tuple[str, tuple[Told, ...], str, Value, str]] = [
    ("fire in the window", (SHOT,), "S1.a HILLS", Value.BREACHED, "closed"),
    ("the other side is not judged by it", (SHOT,), "S1.a COAST", Value.UNKNOWN, "closed"),
    ("watched all day", (SEEN,), "S1.a COAST", Value.KEPT, "closed"),
    ("watched, and fired", (SEEN, SHOT), "S1.a HILLS", Value.BREACHED, "closed"),
    (
        "denied",
        (SHOT, tell("attacks", "2031-05-03T10:00", "MILL", stance="denies", attacker="HILLS")),
        "S1.a HILLS",
        Value.DISPUTED,
        "closed",
    ),
    ("before the window", (tell("attacks", "2031-05-02", "MILL", attacker="HILLS"),), "S1.a HILLS", Value.UNKNOWN, "closed"),
    ("elsewhere", (tell("attacks", "2031-05-03", "PORT", attacker="HILLS"),), "S1.a HILLS", Value.UNKNOWN, "closed"),
    ("by those left out", (tell("attacks", "2031-05-03T10:00", "MILL", attacker="RAIDERS"),), "S1.a COAST", Value.UNKNOWN, "closed"),
    (
        "access refused",
        (tell("access-refused", "2031-05-03", "PUMP", observer="MISSION", refuser="COAST"),),
        "S1.c COAST",
        Value.UNKNOWN,
        "closed",
    ),
    (
        "the mission was let in",
        (tell("access-given", "2031-05-04", "PUMP", observer="MISSION", giver="COAST"),),
        "S1.c COAST",
        Value.KEPT,
        "closed",
    ),
    ("mending is nobody's claim", (SEEN,), "S1.b WORKS", Value.UNKNOWN, "closed"),
    ("excused by fire", (SHOT, tell("attacks", "2031-05-03", "PUMP", attacker="COAST")), "S1.b WORKS", Value.KEPT, "closed"),
    (
        "prisoners wait for the pump",
        (tell("released", "2031-05-06", agent="HILLS", people="nine men"),),
        "S2.a HILLS",
        Value.UNKNOWN,
        "dormant",
    ),
]


@pytest.mark.parametrize(("name", "told", "term", "value", "state"), CASES, ids=[row[0].replace(" ", "-") for row in CASES])
def test_what_claims_come_to(name: str, told: tuple[Told, ...], term: str, value: Value, state: str) -> None:
    found = judged(*told)[term]
    assert (name, found.in_force, found.value, found.state) == (name, "yes", value, state)
    assert found.value is not None
    assert found.found.missing or found.value.definite


def test_after_the_pump_was_mended_prisoners_and_guns_are_due() -> None:
    """That it was mended no type of claim tells: a person says so."""
    found = list(propose(accord(), [*SIGNED, tell("released", "2031-05-06", agent="HILLS", people="nine men")], PACK))
    mended = Bearing("m", "pump-accord", "S1.b@WORKS", 1, "mend", "2031-05-04", "2031-05-04", "2031-05-04", confirmed=True)
    late = tell("withdraws", "2031-05-20", "MILL", mover="COAST")
    rows = [*(row for row in (*found, *propose(accord(), [late], PACK)) if isinstance(row, Bearing)), mended]
    verdicts = {f"{v.term} {v.obligor}": v for v in check([accord()], Evidence(rows), View("2031-05-31"))}
    assert (verdicts["S2.a HILLS"].value, verdicts["S2.a HILLS"].state) == (Value.KEPT, "closed")
    assert (verdicts["S2.a COAST"].value, verdicts["S2.b COAST"].value) == (Value.UNKNOWN, Value.UNKNOWN)


def test_one_word_alone_accepts_and_a_lens_of_two_leaves_nothing_definite() -> None:
    two = judged(SHOT, SEEN, chains=2)
    assert {each.in_force for each in two.values()} == {"not shown"}
    assert not any(each.value for each in two.values())
    assert judged(SHOT, as_of="2031-05-02")["S1.a HILLS"].in_force == "not yet"


def test_sides_exchanged_exchange_their_words() -> None:
    def swap(one: Told) -> Told:
        other = {"H-GUNS": "COAST", "HILLS": "COAST", "COAST": "HILLS"}
        args = tuple((role, replace(a, actor=other.get(a.actor or "", a.actor))) for role, a in one.claim.args)
        return replace(one, claim=replace(one.claim, args=args))

    here, there = judged(SHOT, SEEN), judged(swap(SHOT), swap(SEEN))
    for term in ("S1.a", "S1.c", "S2.a", "S2.b"):
        assert [here[f"{term} {who}"].value for who in ("HILLS", "COAST")] == [there[f"{term} {who}"].value for who in ("COAST", "HILLS")]


def test_what_its_text_leaves_open() -> None:
    kinds = {(each.kind, each.term) for each in lint(accord())}
    assert ("unstated", "S2.a") in kinds
    assert ("unverifiable", "S1.b") in kinds
    assert ("unstated", "S1.a") not in kinds
