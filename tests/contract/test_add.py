from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from reportedly.errors import IntegrityError, UnknownIdError
from reportedly.model import Contradiction, Failure, Passage, Reading, Reprint, Segment
from reportedly.query import overview
from reportedly.store import Ledger, Run, head, schema, verify
from tests.ledgers import elsewhere, fill, small
from tests.strategies import RUN, cases, readings


@cases(50)
@given(readings())
def test_what_goes_in_comes_out(ledger: Ledger, reading: Reading) -> None:
    if ledger.writer(RUN).add(reading) == "added":
        assert ledger.view().reading(reading.document.id) == reading


@cases(8)
@given(readings())
def test_a_ledger_of_any_readings_is_whole(ledger: Ledger, reading: Reading) -> None:
    ledger.writer(RUN).add(reading)
    assert verify(ledger).findings == ()


def test_adding_twice_changes_nothing(ledger: Ledger) -> None:
    writer = ledger.writer(RUN)
    assert writer.add(small(1)) == "added"
    before = head(ledger), overview(ledger)
    assert writer.add(small(1)) == "known"
    assert (head(ledger), overview(ledger)) == before


@pytest.mark.parametrize("change", [{"path": "b.txt"}, {"ref": "7"}, {"publisher": "Longline Wire"}, {"url": "https://example.org/7"}])
def test_the_same_bytes_elsewhere_are_an_appearance(ledger: Ledger, change: dict[str, str]) -> None:
    writer = ledger.writer(RUN)
    writer.add(small(2))
    assert writer.add(elsewhere(small(2), **change)) == "appearance"
    assert writer.add(elsewhere(small(2), **change)) == "known"
    counts = overview(ledger)
    assert (counts["documents"], counts["appearances"], counts["claims"], counts["links"]) == (1, 2, 3, 2)
    assert ledger.view().reading(small(2).document.id) == small(2)


def test_one_document_is_one_link_of_the_chain(ledger: Ledger) -> None:
    heads = {head(ledger)}
    for number in range(4):
        ledger.writer(RUN).add(small(number))
        heads.add(head(ledger))
    assert len(heads) == 5
    assert overview(ledger)["links"] == 4


def test_documents_are_found_by_their_words(ledger: Ledger) -> None:
    fill(ledger)
    assert [found.path for found in ledger.view().documents('"report 2"')] == ["reports/2.txt"]
    assert [found.path for found in ledger.view().documents('"LEAGUE held"')] == ["reports/1.txt", "reports/2.txt"]
    assert list(ledger.view().documents('"held league"')) == []
    assert list(ledger.view().documents('" * ) OR (')) == []


def test_links_are_recorded_once(ledger: Ledger) -> None:
    readings = fill(ledger, redacted=False)
    view = ledger.view()
    before = list(view.reprints()), list(view.contradictions()), head(ledger)
    ledger.writer().link(*before[:2])
    ledger.writer().link([found.turned() for found in before[0]], [])
    assert (list(view.reprints()), list(view.contradictions()), head(ledger)) == before
    assert before[0][0].passages[1] in {Passage(20, 30, 25, 35), Passage(25, 35, 20, 30)}
    assert [held.claim.id for held in view.held_claims([readings[0].document.id])] == [claim.id for claim in readings[0].claims or ()]


def test_a_link_to_what_is_not_recorded_is_refused(ledger: Ledger) -> None:
    fill(ledger)
    before = head(ledger)
    with pytest.raises(IntegrityError, match="claim:none"):
        ledger.writer().link([], [Contradiction("contradiction:9", "date", "claim:none", "claim:none", "")])
    with pytest.raises(IntegrityError):
        ledger.writer().link([Reprint("sha256:a", "sha256:b", "reprint", 1.0)], [])
    assert head(ledger) == before


def test_a_failure_is_recorded_once_with_its_bytes(ledger: Ledger) -> None:
    failure = Failure("broken.bin", "R202", "no text", "4", b"\x00\x01")
    for _ in range(2):
        ledger.writer().fail(failure)
    ledger.writer().fail(Failure("gone.txt", "R205", "it could not be opened"))
    assert list(ledger.view().failures()) == [failure, Failure("gone.txt", "R205", "it could not be opened")]


def test_a_judgement_is_followed_and_never_changed(ledger: Ledger) -> None:
    fill(ledger)
    with pytest.raises(UnknownIdError):
        ledger.writer().judge("claim:none", "accept", by="reviewer")
    claim = (small(1).claims or ())[0].id
    with pytest.raises(IntegrityError):
        ledger.writer().judge(claim, "accept", by="reviewer", supersedes=99)


def test_claims_of_an_unknown_run_are_refused(ledger: Ledger) -> None:
    with pytest.raises(IntegrityError, match="run"):
        ledger.writer().add(small(1))
    with pytest.raises(IntegrityError, match="run"):
        ledger.writer(Run(model="another")).add(small(1))
    assert overview(ledger)["documents"] == 0
    assert ledger.writer(RUN).add(small(1)) == "added"
    assert ledger.writer().add(small(2)) == "added"


def _broken(reading: Reading) -> list[tuple[str, Reading]]:
    document, claims = reading.document, reading.claims or ()
    outside = replace(claims[0], end=len(document.text) + 1)
    return [
        ("hash of its bytes", replace(reading, document=replace(document, data=b"other"))),
        ("surrogate", replace(reading, document=replace(document, text="\ud800" + document.text))),
        ("leaves the text", replace(reading, claims=(outside,))),
        ("leaves the text", replace(reading, document=replace(document, segments=(Segment("body", -1, 3),)))),
        ("given twice", replace(reading, claims=(claims[0], claims[0]))),
        ("surrogate", elsewhere(reading, title="\udcff")),
        ("no finite number", replace(reading, claims=(replace(claims[0], score=float("nan")),))),
    ]


@pytest.mark.parametrize(("words", "reading"), _broken(small(1)))
def test_a_reading_that_does_not_agree_with_itself_is_refused_whole(ledger: Ledger, words: str, reading: Reading) -> None:
    with pytest.raises(IntegrityError, match=words):
        ledger.writer(RUN).add(reading)
    assert overview(ledger)["links"] == 0


def test_an_unknown_document_has_no_reading(ledger: Ledger) -> None:
    with pytest.raises(UnknownIdError):
        ledger.view().reading("sha256:none")


def test_another_process_reads_while_one_writes(ledger: Ledger, target: str, tmp_path: Path) -> None:
    fill(ledger)
    program = (
        "import sys; from reportedly.store import Ledger; from reportedly.query import overview\n"
        "with Ledger.open(sys.argv[1], create=False) as ledger: print(overview(ledger)['documents'])"
    )
    with ledger.writing() as (_, batch):
        batch.put(schema.run, {"id": "run:open", "program": "0"})
        batch.close()
        command = [sys.executable, "-c", program, target]
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60, cwd=tmp_path)  # noqa: S603 - ours
    assert done.stdout.strip() == "3"
