from __future__ import annotations

import pickle
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from reportedly.errors import UnknownIdError
from reportedly.model import Claim, Contradiction, Reading, Speaker
from reportedly.query import claims, contradictions, judgements, one, orphans, overview
from reportedly.store import Ledger, Run, head, redact, schema, verify
from reportedly.store.pending import uncompared, unread_by
from tests.ledgers import small
from tests.strategies import RUN, cases, invented_reading, readings

ROOT = Path(__file__).resolve().parents[2]
LATER = replace(RUN, codebook="c0de2")


def again(reading: Reading, *changed: Claim) -> Reading:
    """Return the reading as a later run has it, with other claims where they are given."""
    if reading.claims is None:
        return reading
    return replace(reading, claims=tuple(replace(claim, run=LATER.id) for claim in changed or reading.claims or ()))


def drawn(reading: Reading) -> tuple[Claim, ...]:
    return reading.claims or ()


def ids(ledger: Ledger) -> list[str]:
    return [row["id"] for row in claims(ledger)]


@cases(10)
@given(readings())
def test_what_is_read_again_comes_out_and_the_record_is_whole(ledger: Ledger, reading: Reading) -> None:
    ledger.writer(RUN).add(reading)
    later = again(reading)
    if ledger.writer(LATER).reread(later) is not None:
        assert ledger.view().reading(reading.document.id).claims == later.claims
    assert verify(ledger).findings == ()


def test_reading_again_by_the_same_run_records_nothing(ledger: Ledger) -> None:
    ledger.writer(RUN).add(small(1))
    before = head(ledger)
    assert ledger.writer(RUN).reread(small(1)) is None
    assert head(ledger) == before
    assert ledger.writer(LATER).reread(again(small(1))) == (3, 0, 0, 0)
    after = head(ledger)
    assert ledger.writer(LATER).reread(again(small(1))) is None
    assert head(ledger) == after


def test_earlier_claims_stay_superseded_and_only_the_present_ones_are_given(ledger: Ledger) -> None:
    ledger.writer(RUN).add(small(1))
    first, second, third = drawn(small(1))
    moved = replace(second, id="claim:moved", start=second.start + 2)
    far = replace(third, id="claim:far", start=0, end=3, proposition="p:far", frame="other", type="attack")
    assert ledger.writer(LATER).reread(again(small(1), first, moved, far)) == (1, 1, 1, 1)
    assert ids(ledger) == [first.id, "claim:moved", "claim:far"]
    assert {row["run"] for row in claims(ledger)} == {LATER.id}
    assert overview(ledger)["claims"] == 3
    gone = one(ledger, third.id)
    assert not gone["current"]
    assert gone["quote"]
    with ledger.reading() as connection:
        rows = connection.execute(schema.claim.select().with_only_columns(schema.claim.c.id, schema.claim.c.supersedes))
        taken = {row.id: row.supersedes for row in rows}
    assert taken["claim:moved"] == 2
    assert taken["claim:far"] is None
    assert verify(ledger).findings == ()


def test_the_ledger_as_it_was_recorded_then_is_answered_unchanged(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    import datetime as dt  # noqa: PLC0415

    from reportedly.query import ClaimFilter  # noqa: PLC0415

    for day, write in (
        (1, lambda: ledger.writer(RUN).add(small(1))),
        (9, lambda: ledger.writer(LATER).reread(again(small(1), drawn(small(1))[0]))),
    ):
        monkeypatch.setattr("reportedly.clock.now", lambda day=day: dt.datetime(2031, 5, day, 12, tzinfo=dt.UTC))
        write()
    then = [row["id"] for row in claims(ledger, ClaimFilter(recorded_by="2031-05-03"))]
    assert then == [claim.id for claim in drawn(small(1))]
    assert ids(ledger) == then[:1]


def test_judgements_hold_carry_over_or_are_orphaned(ledger: Ledger) -> None:
    writer = ledger.writer(RUN)
    writer.add(small(1))
    writer.add(small(2))
    first, second, third = drawn(small(1))
    gone, turned, _ = drawn(small(2))
    numbers = {claim.id: writer.judge(claim.id, "accept", by="reviewer") for claim in (first, second, third, gone, turned)}
    last = writer.judge(third.id, "refuse", by="reviewer", supersedes=numbers[third.id])
    moved = replace(second, id="claim:moved", start=second.start + 2)
    other = replace(third, id="claim:other", stance="denies", end=third.end - 1)
    later = ledger.writer(LATER)
    later.reread(again(small(1), first, moved, other))
    later.reread(again(small(2), replace(turned, speaker=Speaker("a resident"))))
    found = {row["claim"]: (row["seq"], row["state"], row["now"]) for row in judgements(ledger)}
    assert found == {
        first.id: (1, "current", first.id),
        second.id: (2, "carried", "claim:moved"),
        third.id: (last, "orphaned", "claim:other"),
        gone.id: (4, "orphaned", None),
        turned.id: (5, "orphaned", turned.id),
    }
    assert [row["claim"] for row in orphans(ledger)] == [gone.id, turned.id, third.id]
    assert [(j["claim"], j["state"]) for j in one(ledger, "claim:moved")["judgements"]] == [(second.id, "carried")]


def test_a_judgement_carries_over_several_readings_and_a_new_one_is_of_the_claim_as_it_is(ledger: Ledger) -> None:
    ledger.writer(RUN).add(small(1))
    first = drawn(small(1))[0]
    ledger.writer().judge(first.id, "accept", by="reviewer")
    for number in range(3):
        run = replace(RUN, codebook=f"edition {number}")
        moved = replace(first, id=f"claim:{number}", start=first.start + number + 1, run=run.id)
        ledger.writer(run).reread(replace(small(1), claims=(moved,)))
    assert [(row["state"], row["now"]) for row in judgements(ledger)] == [("carried", "claim:2")]
    turned = replace(first, stance="denies", run=LATER.id)
    ledger.writer(LATER).reread(replace(small(1), claims=(turned,)))
    ledger.writer().judge(first.id, "accept", by="reviewer")
    assert [row["state"] for row in judgements(ledger)] == ["orphaned", "current"]


def test_pairs_of_claims_that_say_otherwise_now_do_not_stand(ledger: Ledger) -> None:
    writer = ledger.writer(RUN)
    writer.add(small(1))
    writer.add(small(2))
    (a, *_), (b, *_) = drawn(small(1)), drawn(small(2))
    pair = Contradiction("contradiction:1", "denial", a.id, b.id, "one denies what the other says")
    writer.link([], [pair])
    assert [row["id"] for row in contradictions(ledger)] == ["contradiction:1"]
    later = ledger.writer(LATER)
    later.reread(again(small(1)))
    assert [row["id"] for row in contradictions(ledger)] == ["contradiction:1"]
    later.reread(again(small(2), replace(b, stance="denies")))
    assert list(contradictions(ledger)) == []
    assert overview(ledger)["contradictions"] == 0
    for _ in range(2):
        later.link([], [pair])
    assert [row["a"] for row in contradictions(ledger)] == [a.id]
    assert len(list(ledger.view().contradictions())) == 1
    assert verify(ledger).findings == ()


def test_what_is_not_there_or_redacted_is_not_read_again(ledger: Ledger) -> None:
    with pytest.raises(UnknownIdError):
        ledger.writer(LATER).reread(again(small(1)))
    ledger.writer(RUN).add(small(1))
    redact(ledger, small(1).document.id, reason="names a person", by="editor")
    with pytest.raises(UnknownIdError):
        ledger.writer(LATER).reread(again(small(1)))
    assert unread_by(ledger, LATER.id) == ()
    assert verify(ledger).findings == ()


def test_a_redaction_takes_the_words_of_all_readings(ledger: Ledger) -> None:
    ledger.writer(RUN).add(small(1))
    ledger.writer(LATER).reread(again(small(1)))
    redact(ledger, small(1).document.id, reason="names a person", by="editor")
    with ledger.reading() as connection:
        bodies = connection.execute(schema.claim.select().with_only_columns(schema.claim.c.body)).scalars().all()
    assert set(bodies) == {None}
    assert ids(ledger) == []
    assert verify(ledger).findings == ()


DOCUMENTS = 30
KILLED = """
import pickle, sys
from reportedly.store import Ledger
with open(sys.argv[2], "rb") as file:
    run, readings = pickle.load(file)
with Ledger.open(sys.argv[1]) as ledger:
    writer = ledger.writer(run)
    for number, reading in enumerate(readings):
        writer.reread(reading)
        print(number, flush=True)
"""


def test_a_job_that_is_killed_half_way_leaves_whole_readings_and_goes_on(ledger: Ledger, target: str, tmp_path: Path) -> None:
    readings = [invented_reading(number) for number in range(DOCUMENTS)]
    for reading in readings:
        ledger.writer(RUN).add(reading)
    (tmp_path / "readings").write_bytes(pickle.dumps((LATER, [again(reading) for reading in readings])))
    count, done = overview(ledger)["claims"], 0
    for _ in range(3):
        command = [sys.executable, "-c", KILLED, target, str(tmp_path / "readings")]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=ROOT) as process:  # noqa: S603 - ours
            assert process.stdout is not None
            for _ in range(done + 4):
                process.stdout.readline()
            time.sleep(0.002)
            process.kill()
        left = unread_by(ledger, LATER.id)
        assert len(left) <= DOCUMENTS - done - 1
        done = DOCUMENTS - len(left)
        assert verify(ledger).findings == ()
        assert overview(ledger)["claims"] == count
    assert {reading.document.id for reading in readings} - set(unread_by(ledger, LATER.id)) <= uncompared(ledger)
    for reading in readings:
        ledger.writer(LATER).reread(again(reading))
    assert unread_by(ledger, LATER.id) == ()
    assert overview(ledger)["claims"] == count


def test_a_run_without_claims_is_known_too(ledger: Ledger) -> None:
    ledger.writer(RUN).add(replace(small(1), claims=()))
    assert unread_by(ledger, RUN.id) == ()
    assert unread_by(ledger, Run(model="another").id) == (small(1).document.id,)
