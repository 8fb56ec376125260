"""What a ledger's claims bear on, with the words of persons reckoned in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from reportedly.model import Claim, Reprint
from reportedly.model.pack import Actor, Pack
from reportedly.query import truce_evidence
from reportedly.signed import JudgedBearing, own_key, seal
from reportedly.signed.bearing import ACT
from reportedly.store import Ledger, redact
from reportedly.truce.agreement import Agreement
from reportedly.truce.evidence import Bearing
from tests.ledgers import small
from tests.strategies import RUN
from tests.unit.truce.agreements import agreement
from tests.unit.truce.ledgers import shot

PACK = Pack("p", "d", {name: Actor(name, name, "government") for name in ("NORTH", "SOUTH")}, {}, {})


def judge(ledger: Ledger, claim: Claim, folder: Path, standing: str, *, name: str = "S1.a@NORTH", act: str = "military_operations") -> None:
    said = JudgedBearing(claim.id, "weir-truce", name, -1, act, standing, "A. Reviewer")
    ledger.writer(RUN).judge(claim.id, ACT, value=seal(said, own_key(folder / "key.pem")), by=said.by)


def of(ledger: Ledger, name: str, recorded_by: str | None = None) -> list[Bearing]:
    return truce_evidence(ledger, [agreement()], PACK, recorded_by).bearings.get(("weir-truce", name), [])


def test_bearings_are_proposed_confirmed_and_struck(tmp_path: Path) -> None:
    reading = shot(small(1), "NORTH")
    claim, other, *_ = reading.claims or ()
    with Ledger.open(tmp_path / "l.db") as ledger:
        ledger.writer(RUN).add(reading)
        (proposed,) = of(ledger, "S1.a@NORTH")
        assert (proposed.claim, proposed.sign, proposed.confirmed, proposed.surely) == (claim.id, -1, False, False)
        assert f"document:{reading.document.id}" in proposed.chain
        judge(ledger, claim, tmp_path, "confirmed")
        (confirmed,) = of(ledger, "S1.a@NORTH")
        assert (confirmed.confirmed, confirmed.surely, confirmed.recorded) == (True, True, proposed.recorded)
        judge(ledger, claim, tmp_path, "struck")
        assert of(ledger, "S1.a@NORTH") == []
        judge(ledger, other, tmp_path, "confirmed", name="flooded", act="")
        (seen,) = of(ledger, "flooded")  # what the program did not see
        assert (seen.claim, seen.confirmed) == (other.id, True)
        assert of(ledger, "S1.a@NORTH", "2001-01-01") == []


def test_what_is_looked_at_changes_nothing_in_what_bears_on_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Sequence[Agreement]] = []

    def propose(*given: Sequence[Agreement]) -> list[Bearing]:
        asked.append(given[3])
        return []

    monkeypatch.setattr("reportedly.query.bearings.propose", propose)
    one, other = agreement(), replace(agreement(), id="other")
    with Ledger.open(tmp_path / "l.db") as ledger:
        ledger.writer(RUN).add(shot(small(1), "NORTH"))
        for _ in range(2):  # what was proposed once is kept
            truce_evidence(ledger, [one], PACK, known=[one, other])
        truce_evidence(ledger, [one], PACK)
        assert asked == [[one, other], [one]]
        ledger.writer(RUN).add(shot(small(2), "NORTH"))
        truce_evidence(ledger, [one], PACK)
        assert len(asked) == 3
        truce_evidence(ledger, [one], PACK, "2031-01-01")  # as it was recorded then: proposed from all that stood


@pytest.mark.parametrize("parts", [1, 64])
def test_what_is_kept_is_what_is_proposed_and_goes_with_its_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, parts: int) -> None:
    monkeypatch.setattr("reportedly.store.kept._PARTS", parts)
    readings = [shot(small(1), "NORTH"), shot(small(2), "SOUTH")]
    with Ledger.open(tmp_path / "l.db") as ledger:
        for reading in readings:
            ledger.writer(RUN).add(reading)
            assert sum(map(len, truce_evidence(ledger, [agreement()], PACK).bearings.values()))
        first, second = sorted(reading.document.id for reading in readings)
        ledger.writer(RUN).link([Reprint(first, second, "reprint", 1.0, ())], [])
        kept = truce_evidence(ledger, [agreement()], PACK)
        proposed = truce_evidence(ledger, [agreement()], PACK, "2999")
        assert kept.bearings
        assert {key: set(rows) for key, rows in kept.bearings.items()} == {key: set(rows) for key, rows in proposed.bearings.items()}
        redact(ledger, readings[0].document.id, reason="names a person", by="editor")
        assert not of(ledger, "S1.a@NORTH")
        assert of(ledger, "S1.a@SOUTH")


def test_a_judgement_whose_signature_does_not_hold_counts_for_nothing(tmp_path: Path) -> None:
    reading = shot(small(1), "NORTH")
    claim = (reading.claims or ())[0]
    said = JudgedBearing(claim.id, "weir-truce", "S1.a@NORTH", -1, "military_operations", "struck", "A. Reviewer")
    with Ledger.open(tmp_path / "l.db") as ledger:
        writer = ledger.writer(RUN)
        writer.add(reading)
        writer.judge(claim.id, ACT, value=seal(said, own_key(tmp_path / "key.pem")), by="Somebody Else")
        writer.judge(claim.id, ACT, value={"standing": "struck"}, by="A. Reviewer")
        assert len(of(ledger, "S1.a@NORTH")) == 1
