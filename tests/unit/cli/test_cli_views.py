from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from reportedly.model import About, Claim, Figure, Forecast, Reading
from reportedly.store import Ledger
from tests.ledgers import small
from tests.strategies import RUN
from tests.unit.cli.console import call, rows
from tests.unit.track.sight import told

ABOUT = About("control", "takes-control", "@mill")
BY_THEN = Forecast("scorable", deadline="2018-10-18")
TOLD = (
    told(1, "holds-control", "2018-10-10", controller="COR-GOV", place="@quay"),
    told(2, "holds-control", "2018-10-12", "a clerk", controller="VDC", place="@quay"),
    told(3, "takes-control", "2018-10-14", "a clerk", controller="VDC", place="@mill"),
    told(4, "accepts", "2018-10-15", "a clerk", type="position", party="COR-GOV", matter="the plan"),
    told(5, "rejects", "2018-10-16", "cor-gov", type="position", party="COR-GOV", matter="that plan"),
    told(6, "killed", "2018-10-16", type="casualty", figures=(Figure(5, ">=", "people killed", 5, None),)),
    told(7, "cuts-route", "2018-10-16", type="route", route="@road", actor="VDC"),
    told(8, "opens-route", "2018-10-18", "a clerk", type="route", route="@road"),
    told(
        9,
        "forecasts",
        "2018-10-10",
        stance="predicts",
        type="prediction",
        about=ABOUT,
        forecast=Forecast("scorable", deadline="2018-10-18"),
    ),
    told(10, "discusses", "2018-10-17", "vdc", type="contact", participant="VDC", participant_2="COR-GOV", topic="the mill road"),
)


def reading() -> Reading:
    """Return a reading whose claims are those told above, at the places of its own."""
    found = small(1)
    (first, *_) = found.claims or ()
    return replace(found, claims=tuple(_at(first, one.claim) for one in TOLD))


def _at(place: Claim, claim: Claim) -> Claim:
    return replace(claim, start=place.start, end=place.end, attribution=place.attribution, run=place.run, method=place.method)


@pytest.fixture(name="at", scope="module")
def _at_ledger(tmp_path_factory: pytest.TempPathFactory) -> list[object]:
    folder = tmp_path_factory.mktemp("views")
    with Ledger.open(folder / "l.db") as ledger:
        ledger.writer(RUN).add(reading())
    return ["--ledger", folder / "l.db", "--pack", Path(__file__).parents[3] / "examples" / "ilmarra" / "pack"]


@pytest.mark.parametrize(
    ("arguments", "states"),
    [
        (["--as-of", "2018-10-20"], {"@quay": "contested", "@mill": "one party"}),
        (["--as-of", "2018-10-11"], {"@quay": "one party"}),
        (["--as-of", "2018-10-20", "--lens", "chains:2"], {"@quay": "contested", "@mill": "unknown"}),
        (["--as-of", "2018-10-20", "--speaker", "Harbour Watch"], {"@quay": "contested"}),
        (["--as-of", "2018-10-20", "--known-by", "2001"], {}),
        (["--as-of", "2018-10-20", "--recorded-by", "2001"], {}),
        (["--as-of", "2018-10", "--limit", "1"], {"@mill": "one party"}),
    ],
)
def test_control_is_asked_from_a_day_and_filters_choose_whole_rows(at: list[object], arguments: list[str], states: dict[str, str]) -> None:
    found = rows(call("control", *arguments, *at, "--json"))
    assert {row["place"]: row["state"] for row in found} == states


def test_control_is_a_table_for_people(at: list[object]) -> None:
    shown = call("control", "--as-of", "2018-10-20", *at).stdout
    for part in ("as of 2018-10-20 · every claim", "quay", "contested", "2018-10-12", "8 days old", "a clerk", "00000002"):
        assert part in shown
    assert "no claim of who holds a place" in call("control", "--known-by", "2001", *at).stdout
    assert call("control", "--lens", "many", *at).exit_code == 2


def test_the_line_is_frozen_at_a_moment(at: list[object]) -> None:
    found = rows(call("control", "--frozen-at", "2018-10-12T18:00", *at, "--json"))
    assert [(row["place"], row["state"], row["fresh"], len(row["same_day"]), row["later"]) for row in found] == [
        ("@quay", "contested", "fresh", 1, [])
    ]
    shown = call("control", "--frozen-at", "2018-10-12T18:00", *at).stdout
    for part in ("as of 2018-10-12T18:00", "(contested): 1", "quay", "fresh", "Cor-Gov 2018-10-10", "1 claim of that day"):
        assert part in shown
    assert "no claim of who holds" in call("control", "--frozen-at", "2018-10-12", *at, "--known-by", "2001").stdout
    assert call("control", "--frozen-at", "dusk", *at).exit_code == 2
    assert call("control", "--frozen-at", "2018-10-12", "--as-of", "2018-10-12", *at).exit_code == 2


def test_positions_set_a_partys_own_word_beside_that_of_others(at: list[object]) -> None:
    (row,) = rows(call("positions", "--as-of", "2018-10-20", *at, "--json"))
    assert (row["state"], row["own"], row["others"], [act["own"] for act in row["acts"]]) == ("differ", "rejects", "accepts", [False, True])
    shown = call("positions", "--as-of", "2018-10-20", *at).stdout
    for part in ("differ", "that plan", "2018-10-15 accepts", "by: a clerk", "own: cor-gov"):
        assert part in shown


def test_a_matrix_tells_texts_by_party_and_what_rules_come_to(at: list[object], tmp_path: Path) -> None:
    rules = tmp_path / "rules.yaml"
    rules.write_text("- name: until the capital confirms\n  until: [COR-GOV]\n", encoding="utf-8")
    asked = ["positions", "--matrix", "--rules", rules, "--as-of", "2018-10-20", *at]
    (row,) = rows(call(*asked, "--json"))
    assert (row["title"], row["state"], row["rulings"][0]["state"], len(row["cells"])) == ("the plan", "divided", "not confirmed", 1)
    shown = call(*asked).stdout
    for part in (
        "Cor-Gov",
        "differ",
        "10-15 accepts",
        "10-16 rejects*",
        "until the capital",
        "not confirmed: COR-GOV",
        "own word 00000005",
    ):
        assert part in shown
    assert "no claim of a position on a text" in call(*asked, "--known-by", "2001").stdout
    assert call("positions", "--rules", tmp_path / "none.yaml", *at).exit_code == 1


def test_mirror_charges_stand_side_by_side(tmp_path: Path) -> None:
    charges = [
        told(n, "backtracks", f"2018-10-1{n}", by, type="position", party=party, matter="the deal")
        for n, by, party in ((1, "vdc", "COR-GOV"), (2, "cor-gov", "VDC"))
    ]
    found = small(1)
    first = (found.claims or ())[0]
    with Ledger.open(tmp_path / "l.db") as ledger:
        ledger.writer(RUN).add(replace(found, claims=tuple(_at(first, one.claim) for one in charges)))
    at = ["--ledger", tmp_path / "l.db", "--as-of", "2018-10-20"]
    (row,) = rows(call("positions", "--mirror", *at, "--json"))
    assert (row["near"], {row["a"], row["b"]}) == (1, {"Vdc", "Cor-Gov"})
    shown = call("positions", "--mirror", *at).stdout
    for part in ("Vdc of Cor-Gov", "Cor-Gov of Vdc", "2018-10-11 the deal vdc 00000001", "1 day apart"):
        assert part in shown
    assert "no two parties" in call("positions", "--mirror", *at, "--known-by", "2001").stdout
    for other in (["--matrix"], ["--rules", tmp_path / "rules.yaml"]):  # another view: neither is left out in silence
        refused = call("positions", "--mirror", *other, *at)
        assert (refused.exit_code, f"{other[0]} are of two views" in refused.stderr, refused.stdout) == (2, True, "")


def test_figures_are_series_with_operators_and_age(at: list[object]) -> None:
    (row,) = rows(call("figures", "--as-of", "2018-10-31", *at, "--json"))
    assert (row["unit"], row["last"], row["age"], row["stale"], row["points"][0]["op"]) == ("people killed", "2018-10-16", 15, True, ">=")
    shown = call("figures", "--as-of", "2018-10-31", *at).stdout
    for part in ("people killed", "2018-10-16 >= 5", "15 days old, stale", "00000006"):
        assert part in shown


def test_totals_are_set_against_what_was_added(tmp_path: Path) -> None:
    total, more = Figure(7, "=", "breaches", 7, 7, role="total"), Figure(2, "=", "breaches", 2, 2)
    days = (("2018-10-10", (total,)), ("2018-10-11", (more, replace(total, value=8, low=8, high=8))))
    with Ledger.open(tmp_path / "l.db") as ledger:
        for number, (day, figures) in enumerate(days, 1):
            found = small(number)
            first = (found.claims or ())[0]
            claim = told(number, "breaches", day, "corvany", type="compliance", figures=figures).claim
            ledger.writer(RUN).add(replace(found, claims=(_at(first, claim),)))
    at = ["--ledger", tmp_path / "l.db", "--as-of", "2018-10-20"]
    (row,) = rows(call("figures", "--running", *at, "--json"))
    assert (row["state"], [step["added"] for step in row["steps"]]) == ("differs", [None, [2.0, 2.0]])
    shown = call("figures", "--running", *at).stdout
    for part in ("breaches", "2018-10-11", "2: differs", "00000002 00000002"):
        assert part in shown
    assert "no running totals" in call("figures", "--running", *at, "--known-by", "2001").stdout


def test_roads_are_told_with_what_is_said_against(at: list[object]) -> None:
    (row,) = rows(call("routes", "--as-of", "2018-10-20", *at, "--json"))
    assert (row["kind"], row["state"], [word["says"] for word in row["words"]]) == ("route", "contested", ["open", "cut"])
    shown = call("routes", "--as-of", "2018-10-20", *at).stdout
    for part in ("route: contested", "named: Vdc", "2 days old", "a clerk", "00000008"):
        assert part in shown


def test_forecasts_tell_their_deadline_and_what_bears_on_them(at: list[object]) -> None:
    (row,) = rows(call("forecasts", "--as-of", "2018-10-20", *at, "--json"))
    assert (row["by"], row["said"], row["deadline"], row["state"]) == ("Harbour Watch", "2018-10-10", "2018-10-18", "due")
    shown = call("forecasts", "--as-of", "2018-10-12", *at).stdout
    for part in ("until 2018-10-18", "open", "Harbour Watch 00000009"):
        assert part in shown


def test_meetings_tell_who_says_what_of_them_and_what_they_were_about(at: list[object]) -> None:
    (row,) = rows(call("contacts", "--as-of", "2018-10-20", *at, "--json"))
    assert (row["state"], row["sides"], row["words"][0]["own"]) == ("held", [["Vdc"], ["Cor-Gov"]], ["vdc"])
    shown = call("contacts", "--as-of", "2018-10-20", *at).stdout
    for part in ("2018-10-17", "own: vdc", "about, Vdc: the mill road"):
        assert part in shown
    assert "no claim of a meeting passes" in call("contacts", "--known-by", "2001", *at).stdout
