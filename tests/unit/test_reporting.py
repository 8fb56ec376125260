from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reportedly.errors import OptionError, SignatureError
from reportedly.pipeline import Settings
from reportedly.query import claims, one, overview
from reportedly.reporting import checked, document_of, record
from reportedly.rereading import reread
from reportedly.signed import Coded, Report, own_key, sign
from reportedly.store import Ledger, head, redact, verify
from tests.unit.codebook.test_extend import OWN, written

RULES = Settings(model=None)
TEXT = "The army seized the village of Odrivar this morning. The observers were refused entry to the quarter."
CODED = Coded("coverage", "access-refused", "asserts", (("observer", "The observers"),), "refused entry")


@pytest.fixture(name="ledger")
def _ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "l.db") as held:
        yield held


def signed(tmp_path: Path, report: Report) -> bytes:
    return sign(checked(report, RULES), own_key(tmp_path / "k.pem"))


def test_a_report_is_a_document_of_its_own_in_the_voice_of_who_reports(tmp_path: Path, ledger: Ledger) -> None:
    found = record(signed(tmp_path, Report(TEXT, "A. Monitor", date="2031-05-06")), ledger, RULES)
    assert (found.outcome, found.path) == ("added", "reports/2031-05-06/A. Monitor")
    rows = list(claims(ledger))
    assert {row["frame"] for row in rows} >= {"takes-control", "access-refused"}
    assert {(row["speaker"]["name"], row["own"], row["asserted"]) for row in rows} == {("A. Monitor", True, "2031-05-06")}
    assert rows[0]["doc"]["published"] == "2031-05-06"
    shown = one(ledger, rows[0]["id"])
    assert shown["signed"] == {"by": "A. Monitor", "key": found.signed.key, "holds": True}
    assert verify(ledger).findings == ()


def test_what_somebody_told_is_theirs_by_way_of_who_reports(tmp_path: Path, ledger: Ledger) -> None:
    record(signed(tmp_path, Report(TEXT, "A. Monitor", speaker="a driver")), ledger, RULES)
    row = next(claims(ledger))
    assert (row["speaker"]["name"], row["chain"], row["own"]) == ("a driver", ["A. Monitor", "a driver"], False)


def test_the_same_report_is_recorded_once_and_another_persons_is_another(tmp_path: Path, ledger: Ledger) -> None:
    first = signed(tmp_path, Report(TEXT, "A. Monitor"))
    record(first, ledger, RULES)
    before = head(ledger)
    again = record(signed(tmp_path, Report(TEXT.replace("\n", "\r\n"), "A. Monitor")), ledger, RULES)
    assert (again.outcome, len(again.claims), head(ledger)) == ("known", len(list(claims(ledger))), before)
    assert record(signed(tmp_path, Report(TEXT, "B. Monitor")), ledger, RULES).outcome == "added"
    assert overview(ledger)["documents"] == 2


def test_a_claim_that_was_coded_by_hand_is_the_only_one_and_says_so(tmp_path: Path, ledger: Ledger) -> None:
    report = Report(TEXT, "A. Monitor", date="2031-05-06", place="Aleppo", coded=CODED)
    (claim,) = record(signed(tmp_path, report), ledger, RULES).claims
    assert (claim.type, claim.frame, claim.stance, claim.method, claim.score) == (
        "coverage",
        "access-refused",
        "asserts",
        "coded by hand",
        1,
    )
    assert TEXT[claim.start : claim.end] == "refused entry"
    assert [(role, TEXT[a.start : a.end]) for role, a in claim.args] == [("observer", "The observers")]
    assert (claim.valid.begin, claim.valid.until, claim.places) == ("2031-05-06", "2031-05-06", ("Aleppo",))
    assert claim.explanation is not None
    assert (claim.explanation.kind, claim.explanation.stance) == ("hand", "given")
    assert ledger.view().reading(document_of(signed(tmp_path, report)).id).claims == (claim,)


def test_what_was_coded_in_any_language_is_kept(tmp_path: Path, ledger: Ledger) -> None:
    text = "مُنع المراقبون من الدخول"
    coded = replace(CODED, args=(("observer", "المراقبون"),), words=None)
    (claim,) = record(signed(tmp_path, Report(text, "A. Monitor", coded=coded)), ledger, RULES).claims
    assert claim.args[0][1].name == "المراقبون"


def test_words_that_name_no_place_are_about_the_one_that_was_given(tmp_path: Path, ledger: Ledger) -> None:
    record(signed(tmp_path, Report("The observers were refused entry to the quarter.", "A. Monitor", place="aleppo")), ledger, RULES)
    (row,) = claims(ledger)
    assert (row["places"], len(row["place_ids"])) == (["Aleppo"], 1)


@pytest.mark.parametrize(
    ("report", "where", "words"),
    [
        (Report(" \n", "A"), "--text", "no words"),
        (Report("x", ""), "--reporter", "nobody"),
        (Report("x", "A", date="6 May"), "--date", "no date"),
        (Report(TEXT, "A", coded=replace(CODED, frame="beholds")), "--frame", "no frame 'beholds'"),
        (Report(TEXT, "A", coded=replace(CODED, type="control")), "--frame", "of the type 'control'"),
        (Report(TEXT, "A", coded=replace(CODED, args=())), "--arg", "needs observer"),
        (Report(TEXT, "A", coded=replace(CODED, args=(("seer", "The observers"),))), "--arg", "no role of"),
        (Report(TEXT, "A", coded=replace(CODED, args=(("observer", "the monks"),))), "--arg", "does not stand in the report"),
        (Report(TEXT, "A", coded=replace(CODED, words="refused to leave")), "--arg", "does not stand in the report"),
        (Report(TEXT, "A", coded=replace(CODED, stance="shouts")), "--stance", "no stance"),
    ],
)
def test_what_does_not_fit_is_refused_before_anything_is_signed(report: Report, where: str, words: str) -> None:
    with pytest.raises(OptionError, match=words) as caught:
        checked(report, RULES)
    assert caught.value.where == where
    assert caught.value.remedy


def test_reading_again_keeps_what_was_coded_and_names_what_the_codebook_lacks(tmp_path: Path, ledger: Ledger) -> None:
    own = replace(RULES, codebook=(str(written(tmp_path, OWN)),))
    text = "They went over the lake with two boats."
    coded = Coded("movement", "ferries", "asserts", (("mover", "They"), ("water", "the lake")))
    data = sign(checked(Report(text, "A. Monitor", coded=coded), own), own_key(tmp_path / "k.pem"))
    (claim,) = record(data, ledger, own).claims
    told = reread(ledger, RULES)
    assert [(found.code, "no frame 'ferries'" in found.message) for found in told.failures] == [("R102", True)]
    assert [row["id"] for row in claims(ledger)] == [claim.id]
    assert verify(ledger).findings == ()


def test_verify_finds_a_signature_that_does_not_hold(tmp_path: Path) -> None:
    data = signed(tmp_path, Report(TEXT, "A. Monitor"))
    forged = data.replace(b"A. Monitor", b"B. Monitor")
    with Ledger.open(tmp_path / "l.db") as ledger:
        record(forged, ledger, RULES)
        (finding,) = verify(ledger).findings
        assert (finding.code, "B. Monitor does not hold" in finding.what) == ("signature", True)
        redact(ledger, document_of(forged).id, reason="forged", by="editor")
        assert verify(ledger).findings == ()
    with Ledger.open(tmp_path / "m.db") as ledger:
        record(data, ledger, RULES)
    with sqlite3.connect(tmp_path / "m.db") as connection:
        connection.execute("DROP TRIGGER document_only_redaction")
        connection.execute("UPDATE document SET text = text || '!'")
    with Ledger.open(tmp_path / "m.db") as ledger:
        assert {finding.code for finding in verify(ledger).findings} >= {"signature", "text"}
    with pytest.raises(SignatureError):
        document_of(b"{}")
