"""The agreements that ship, and what hand-coded claims come to under them."""

from __future__ import annotations

import json
import os
from pathlib import Path

import jsonschema
import pytest
import yaml

from reportedly.codebook import load_codebook
from reportedly.packs import DEFAULT_PACKS, load_packs
from reportedly.truce.acts import acts
from reportedly.truce.agreement import Agreement
from reportedly.truce.evaluate import Evaluator
from reportedly.truce.evidence import Bearing, Evidence
from reportedly.truce.lint import lint
from reportedly.truce.load import agreements_of
from reportedly.truce.rules import rules
from reportedly.truce.schema import agreement_schema
from reportedly.truce.value import Value
from reportedly.truce.verdict import Verdict, check
from reportedly.truce.view import View
from tools.truces.coded import COH, EVACUATION, FIVE, PLAN, gold, others

ILMARRA = str(Path(__file__).parents[3] / "examples" / "ilmarra" / "pack")
AT = "2016-12-31"
OTHERS = [one.bearing for one in others()]


def shipped() -> tuple[Agreement, ...]:
    return agreements_of(DEFAULT_PACKS, load_packs(DEFAULT_PACKS))


def test_they_load_and_fit_the_schema() -> None:
    assert {made.id for made in shipped()} == {COH, PLAN, FIVE, EVACUATION, "text-2016-09-09"}
    (invented,) = agreements_of((ILMARRA,), load_packs((ILMARRA,)))
    assert invented.proposer == ("SALLIS",)
    validator = jsonschema.Draft202012Validator(agreement_schema())
    for folder in (*DEFAULT_PACKS, ILMARRA):
        for path in (Path(folder) / "agreements").glob("*.yaml"):
            validator.validate(json.loads(json.dumps(yaml.safe_load(path.read_text(encoding="utf-8")), default=str)))


def test_they_cite_documents_by_hash_or_public_texts_by_name_and_state_nothing_beyond() -> None:
    for made in shipped():
        assert all(term.cite for term in made.terms), made.id
        assert {finding.kind for finding in lint(made)} >= {"missing", "unstated"}
    plan = next(made for made in shipped() if made.id == PLAN)
    assert [term.id for term in plan.terms if not term.who] == ["S1.b", "S2.a", "S2.c", "S3.a"]
    assert all(term.window.deadline is None for term in plan.terms)


def test_every_rule_names_a_frame_of_the_codebook_and_an_act_that_ships() -> None:
    table = rules()
    assert table.frames <= {frame.id for kind in load_codebook().types for frame in kind.frames}
    assert {rule.act for held in table.acts.values() for rule in held} <= set(acts())


def judged(rows: list[Bearing], agreement: str, chains: int = 1) -> dict[str, Verdict]:
    made = [each for each in shipped() if each.id == agreement]
    found = check(made, Evidence(rows), View(AT, chains=chains))
    return {f"{v.term}{f' {v.reading}' if v.reading else ''}": v for v in found}


@pytest.fixture(name="coded")
def _coded() -> list[Bearing]:
    folder = os.environ.get("REPORTEDLY_DATA")
    if not folder:
        pytest.skip("REPORTEDLY_DATA is not set: it names the folder whose `gold` holds the coded claims")
    return [one.bearing for one in gold(Path(folder) / "gold" / "claims.jsonl")]


def test_a_request_that_was_rejected_is_not_in_force() -> None:
    for chains, word in ((1, "no"), (2, "not shown")):
        found = judged(OTHERS, FIVE, chains)
        assert {each.in_force for each in found.values()} == {word}
        assert {each.value for each in found.values()} == {None}
        assert found["S1.a"].force.against == {"001-43"}


def test_an_understanding_that_is_itself_disputed_has_no_verdict_but_if_in_force() -> None:
    found = judged(OTHERS, EVACUATION)
    lull, leave = found["S1.a"], found["S2.a"]
    assert (lull.in_force, lull.value, lull.if_in_force) == ("disputed", None, Value.KEPT)
    assert lull.force.for_ == {"003-05", "003-09"}
    assert lull.force.against == {"003-17"}
    assert lull.found.for_ == {"003-12"}
    assert leave.trigger.value is Value.KEPT
    assert leave.trigger.for_ == {"003-12"}
    assert leave.bare.value is Value.BREACHED
    assert leave.bare.against == {"003-14", "003-15"}
    assert leave.if_in_force is Value.DISPUTED
    assert leave.found.against == {"003-14", "003-15", "003-22"}
    assert "003-21" in leave.found.for_
    two = judged(OTHERS, EVACUATION, 2)
    assert (two["S1.a"].in_force, two["S1.a"].if_in_force, two["S2.a"].trigger.value) == ("disputed", Value.UNKNOWN, Value.UNKNOWN)
    assert two["S2.a"].if_in_force is Value.DISPUTED


def test_a_plan_that_one_side_is_said_to_have_rejected_is_not_in_force(coded: list[Bearing]) -> None:
    for chains, word in ((1, "no"), (2, "not shown")):
        found = judged(coded, PLAN, chains)
        assert {each.in_force for each in found.values()} == {word}
        assert {each.value for each in found.values()} == {None}
        assert {each.force.against for each in found.values()} == {frozenset({"000-26"})}
        trigger = found["S4.a all-forces"].trigger
        assert trigger.value is Value.UNKNOWN
        lacks = {lack.partition(":")[0].split()[0] for lack in trigger.missing}
        assert lacks == {"S1.a", "S1.b", "S2.a", "S2.b", "S3.a", "opposition_withdrawn"}
    assert found["S1.a"].force.missing >= {"accepted by SYR-GOV: no claim", "accepted by OPP-ARMED: no claim"}


EXPECTED = {
    "S1.a-RUS designated-only": ("yes", Value.DISPUTED, {"004-01"}, {"004-12"}),
    "S1.a-RUS co-located": ("yes", Value.UNKNOWN, {"004-01"}, set()),
    "S1.a-SYR": ("yes", Value.BREACHED, set(), {"004-03"}),
    "S1.a-AHRAR": ("not shown", None, set(), {"004-21"}),
    "S1.a-OPP": ("not shown", None, set(), {"004-11"}),
    "S2.a": ("yes", Value.UNKNOWN, set(), {"004-10", "004-25"}),
}


def test_the_cessation_comes_out_as_its_rules_say(coded: list[Bearing]) -> None:
    found = judged(coded, COH)
    for name, (force, value, for_, against) in EXPECTED.items():
        each = found[name]
        assert (name, each.in_force, each.value) == (name, force, value)
        assert each.found.for_ == for_
        assert each.found.against == against
    assert found["S1.a-RUS co-located"].firm is False
    assert found["S1.a-SYR"].force.for_ == {"004-18"}  # nothing told in early February bears on what began at its end
    assert any("coverage" in lack for lack in found["S1.a-RUS co-located"].found.missing)
    assert found["S2.a"].found.missing == {"S2.a USA-GOV: no deadline stated"}
    assert found["S1.a-AHRAR"].force.missing == {"accepted by AHRAR: no claim"}


def test_nothing_is_definite_through_two_chains(coded: list[Bearing]) -> None:
    for made in shipped():
        evaluator = Evaluator(made, Evidence([*coded, *OTHERS]), View(AT, chains=2), next(iter(made.readings), None))
        assert not evaluator.in_force().value.definite
        for each in check([made], Evidence([*coded, *OTHERS]), View(AT, chains=2)):
            assert each.value is None
            assert not each.found.value.definite
