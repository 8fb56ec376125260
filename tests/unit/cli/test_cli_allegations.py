from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from reportedly.model import ActorMention, Contradiction
from reportedly.store import Ledger
from tests.ledgers import small
from tests.strategies import RUN
from tests.unit.cli.console import call, rows
from tests.unit.track.sight import told

CHARGE = told(1, "alleged-abuse", "2018-10-12", "a clerk", type="allegation", accused="VDC", abuse="the torture", own=False)
DENIAL = told(2, "denies", "2018-10-13", "vdc", type="denial", stance="denies")


@pytest.fixture(name="at", scope="module")
def _at(tmp_path_factory: pytest.TempPathFactory) -> list[object]:
    """Return the options for a ledger with a charge in the words of a claim of its own, whose first word is a private person's name."""
    found = small(1)
    (first, *_) = found.claims or ()
    text = found.document.text
    start = next(at for at in range(first.start, first.end) if text[at].isalpha())
    end = next((at for at in range(start, first.end) if not text[at].isalpha()), first.end)
    person = ActorMention(start, end, "x:somebody", text[start:end], text[start:end], "person")
    claims = tuple(
        replace(one.claim, start=first.start, end=first.end, attribution=first.attribution, run=first.run, method=first.method)
        for one in (CHARGE, DENIAL)
    )
    folder = tmp_path_factory.mktemp("allegations")
    with Ledger.open(folder / "l.db") as ledger:
        writer = ledger.writer(RUN)
        writer.add(replace(found, claims=claims, actors=(person,)))
        writer.link([], [Contradiction("k:1", "denial", CHARGE.claim.id, DENIAL.claim.id, "he denies it")])
    name = text[start:end]
    return [
        "--ledger",
        folder / "l.db",
        "--as-of",
        "2018-10-20",
        "--pack",
        Path(__file__).parents[3] / "examples" / "ilmarra" / "pack",
        name,
    ]


def test_the_register_tells_words_denials_and_no_private_name(at: list[object]) -> None:
    *options, name = at
    (row,) = rows(call("allegations", *options, "--json"))
    (charge,), (answer,) = row["charges"], row["answers"]
    assert (row["state"], row["act"], charge["accused"], answer["kind"], answer["by"]) == (
        "denied",
        "torture",
        [{"actor": "VDC", "name": "Vdc"}],
        "denial",
        "vdc",
    )
    assert "[person 1]" in charge["words"]
    assert str(name) not in charge["words"]
    shown = call("allegations", *options).stdout
    for part in ("torture", "denied", "accused: Vdc", "page → a clerk alleges of Vdc", "[person 1]"):
        assert part in shown


def test_names_are_left_where_that_is_asked_for_and_a_warning_is_given(at: list[object]) -> None:
    *options, name = at
    answer = call("allegations", *options, "--json", "--unmask")
    (row,) = rows(answer)
    assert str(name) in row["charges"][0]["words"]
    assert "names of private persons" in answer.stderr
    assert "no allegation passes" in call("allegations", *options, "--known-by", "2001").stdout
