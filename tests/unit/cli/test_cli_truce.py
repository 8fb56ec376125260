from __future__ import annotations

from pathlib import Path

import pytest

from reportedly.store import Ledger
from tests.ledgers import small
from tests.strategies import RUN
from tests.unit.cli.console import call, lines, rows
from tests.unit.truce.ledgers import shot

TRUCE = """\
id: weir-truce
version: 1
kind: agreement
name: Truce at the weir
form: paraphrase
complete: false
parties: [COR-GOV, VDC]
from: 2018-10-13
in_force: exists
readings: {narrow: one, wide: other}
atoms: {flooded: the road is under water}
stages:
  - id: S1
    terms:
      - {id: S1.a, must_not: military_operations, who: [COR-GOV, VDC], readings: {wide: {counts: [attack_excluded]}}}
      - {id: S1.b, must: withdraw_heavy_weapons, who: [COR-GOV], by: 2018-10-20, unless: flooded}
"""


@pytest.fixture(name="at", scope="module")
def _at(tmp_path_factory: pytest.TempPathFactory) -> list[object]:
    """Where the ledger, the truce and the pack lie, as options."""
    folder = tmp_path_factory.mktemp("truce")
    (folder / "truce.yaml").write_text(TRUCE, encoding="utf-8")
    with Ledger.open(folder / "l.db") as ledger:
        ledger.writer(RUN).add(shot(small(1), "COR-GOV"))
    pack = Path(__file__).parents[3] / "examples" / "ilmarra" / "pack"
    return ["--file", folder / "truce.yaml", "--pack", pack, "--ledger", folder / "l.db"]


def claim_of(at: list[object]) -> str:
    (row,) = (row for row in rows(call("truce", "check", *at, "--json")) if row["obligor"] == "COR-GOV" and row["reading"] == "narrow")
    (claim,) = row["against"]
    return str(claim)


def test_check_gives_a_line_per_term_obligor_and_reading(at: list[object]) -> None:
    found = rows(call("truce", "check", *at, "--as-of", "2018-10-31", "--json"))
    assert [(row["term"], row["obligor"], row["reading"]) for row in found] == [
        ("S1.a", "COR-GOV", "narrow"),
        ("S1.a", "COR-GOV", "wide"),
        ("S1.a", "VDC", "narrow"),
        ("S1.a", "VDC", "wide"),
        ("S1.b", "COR-GOV", None),
    ]
    first = found[0]
    assert (first["in_force"], first["value"], first["state"]) == ("not shown", None, "due")
    assert first["unconfirmed"] == first["against"]
    assert first["force"]["missing"] == ["exists: no claim"]


def test_a_persons_word_counts_and_is_followed(at: list[object]) -> None:
    claim = claim_of(at)
    who = ["--by", "A. Reviewer", "--key", str(at[1]) + ".pem"]
    for atom in ("exists", "S1.a@COR-GOV"):
        against = ["--against"] if atom != "exists" else []
        assert call("truce", "confirm", claim, "weir-truce", atom, *against, *who, *at).exit_code == 0
    found = rows(call("truce", "check", "weir-truce", *at, "--json"))
    assert (found[0]["value"], found[0]["unconfirmed"]) == ("breached", [])
    assert rows(call("truce", "check", *at, "--lens", "chains:2", "--json"))[0]["value"] is None
    assert rows(call("truce", "check", *at, "--known-by", "2001", "--json"))[0]["against"] == []
    (row,) = rows(call("truce", "strike", claim, "weir-truce", "S1.a@COR-GOV", *who, *at, "--json"))
    assert row["standing"] == "struck"
    assert rows(call("truce", "check", *at, "--json"))[0]["value"] == "unknown"
    assert (
        rows(call("truce", "confirm", claim, "weir-truce", "S1.a@COR-GOV", "--against", *who, *at, "--json"))[0]["judgement"]
        > row["judgement"]
    )


def test_people_get_a_matrix_and_reasons(at: list[object]) -> None:
    shown = call("truce", "check", *at, "--as-of", "2018-10-31").stdout
    for part in ("weir-truce", "Corvanian government", "must not: military operations", "as of 2018-10-31", "every claim"):
        assert part in shown
    assert "as wide" not in shown  # both readings come to the same
    told = call("truce", "explain", "weir-truce", "S1.a", "--obligor", "COR-GOV", *at)
    assert told.exit_code == 0, told.stderr
    for part in ("reading: narrow", "against", claim_of(at), "in force: ", "history  2018-10-12 not yet → 2018-10-13"):
        assert part in told.stdout
    (row,) = rows(call("truce", "explain", "weir-truce", "S1.b", *at, "--json"))
    assert row["before_exception"] == "unknown"
    assert row["history"][-1]["day"] > row["history"][0]["day"]


def test_lint_lists_what_is_open(at: list[object]) -> None:
    found = lines(call("truce", "lint", at[1], "--pack", at[3], "--json"))
    assert {"kind": "unstated", "what": "where", "term": "S1.a", "line": 15, "file": "truce.yaml", "agreement": "weir-truce"} in found
    shown = call("truce", "lint", at[1], "--pack", at[3]).stdout
    assert "humanitarian access" in shown
    assert f"{len(found)} things left open" in shown
    shipped = call("truce", "lint")
    assert shipped.exit_code == 0, shipped.stderr
    assert "staged-plan-2016-09" in shipped.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["check", "nothing-2018"], 2, "there is no agreement 'nothing-2018'"),
        (["check", "--lens", "chains:0"], 2, "is no lens"),
        (["check", "--lens", "two"], 2, "is no lens"),
        (["check", "--as-of", "Monday"], 2, "'Monday' is not understood"),
        (["explain", "weir-truce", "S9"], 2, "'S9' is no term"),
        (["explain", "weir-truce", "--obligor", "X"], 2, "'X' is no party"),
        (["confirm", "claim:0", "weir-truce", "S9", "--by", "A"], 2, "nothing that claims bear on"),
        (["confirm", "claim:0", "weir-truce", "S1.a@VDC", "--by", "A", "--act", "lull"], 2, "is no act of S1.a@VDC"),
        (["confirm", "claim:zz", "weir-truce", "exists", "--by", "A"], 1, "no claim has an id"),
    ],
)
def test_what_is_not_understood_is_said(at: list[object], arguments: list[str], code: int, told: str) -> None:
    result = call("truce", *arguments, *at)  # no key is made where nothing is signed
    assert (result.exit_code, told in result.stderr) == (code, True), result.stderr


def test_a_file_with_a_mistake_is_refused_with_its_line(at: list[object], tmp_path: Path) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text(TRUCE.replace("who: [COR-GOV], by", "who: [ORSK], by"), encoding="utf-8")
    result = call("truce", "lint", path, "--pack", at[3])
    assert result.exit_code == 1
    assert f"R304 [{path}:16]: 'ORSK' is no party of this agreement" in result.stderr
