from __future__ import annotations

import json
import re
import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from reportedly.codebook import load_codebook
from reportedly.errors import OptionError, StaleError, UnknownIdError
from reportedly.query import judgements, one
from reportedly.query.judgements import every
from reportedly.review import judge, undo
from reportedly.review.change import made_of
from reportedly.review.fold import Act, fold
from reportedly.review.held import held
from reportedly.store import Ledger, redact, verify
from tests.ledgers import small
from tests.unit.review.conftest import reviewer, standing

ADA, BEN = reviewer("Ada"), reviewer("Ben")


def ids(ledger: Ledger, **filters: str) -> list[str]:
    return [row["id"] for row in standing(ledger, **filters)]


def test_a_rejected_claim_is_gone_and_stays_without_judgements_and_comes_back(ledger: Ledger) -> None:
    before = standing(ledger)
    first = before[0]["id"]
    done = judge(ledger, first, "reject", {"reason": "the words do not say so"}, ADA)
    assert done.made == ()
    assert first not in ids(ledger)
    assert [row["id"] for row in before] == ids(ledger, judgements="without")
    assert one(ledger, first)["judgements"][0]["reason"] == "the words do not say so"
    undone = undo(ledger, done.number, BEN, "they do")
    assert undone.made == (first,)
    assert [row | {"judged": []} for row in standing(ledger)] == [row | {"judged": []} for row in before]
    assert [(row["act"], row["by"], row["undone_by"]) for row in every(ledger)] == [("reject", "Ada", 2), ("undo", "Ben", None)]
    assert verify(ledger).findings == ()


def test_a_correction_takes_the_place_of_a_claim_in_every_filter(ledger: Ledger) -> None:
    first = standing(ledger)[0]
    given = {"date": "2031-05", "place": "held", "figure": ">= 12 soldiers", "speaker": "the league", "stance": "reports"}
    (made,) = judge(ledger, first["id"], "correct", given, ADA).made
    (row,) = standing(ledger, since="2031-05-01")
    assert row["id"] == made
    assert (row["places"], row["speaker"]["name"], row["stance"]) == (["held"], "the league", "reports")
    assert (row["valid"]["begin"], row["valid"]["until"]) == ("2031-05-01", "2031-05-31")
    assert (row["figures"][0]["value"], row["figures"][0]["op"], row["figures"][0]["unit"]) == (12.0, ">=", "soldiers")
    assert [(mark["act"], mark["by"]) for mark in row["judged"]] == [("correct", "Ada")]
    assert row["proposition"] != first["proposition"]
    assert first["id"] not in ids(ledger)
    assert ids(ledger, since="2031-05-01", judgements="without") == []
    assert one(ledger, first["id"])["current"] is False
    assert one(ledger, made)["judgements"][0]["claim"] == first["id"]
    judge(ledger, made, "correct", {"stance": "denies"}, BEN)
    (row,) = standing(ledger, since="2031-05-01")
    assert (row["stance"], row["places"]) == ("denies", ["held"])
    assert verify(ledger).findings == ()


def test_a_claim_is_split_into_two_that_are_judged_apart(ledger: Ledger) -> None:
    first = standing(ledger)[0]["id"]
    made = judge(ledger, first, "split", {"words": "on day 0", "words_two": "the league held"}, ADA).made
    rows = [row for row in standing(ledger) if row["id"] in made]
    assert [row["end"] - row["start"] for row in rows] == [8, 15]
    kept = judge(ledger, made[1], "reject", {}, BEN).made
    assert [row["start"] for row in standing(ledger) if row["id"] in kept] == [rows[0]["start"]]
    with pytest.raises(OptionError, match="cannot be split"):
        judge(ledger, kept[0], "split", {"words": "on", "words_two": "day"}, ADA)
    assert verify(ledger).findings == ()


def test_two_claims_become_one_and_both_say_so(ledger: Ledger) -> None:
    first, second, *_ = ids(ledger)
    judge(ledger, first, "merge", {"into": second}, ADA)
    row = next(row for row in standing(ledger) if row["id"] == second)
    assert first not in ids(ledger)
    assert [mark["act"] for mark in row["judged"]] == ["merge of another"]
    judge(ledger, first, "accept", {}, BEN)
    assert first in ids(ledger)


def test_clocks_of_recording_apply_to_judgements(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    import datetime as dt  # noqa: PLC0415

    from reportedly import clock  # noqa: PLC0415

    first = ids(ledger)[0]
    monkeypatch.setattr(clock, "now", lambda: dt.datetime(2100, 1, 2, tzinfo=dt.UTC))
    done = judge(ledger, first, "reject", {}, ADA)
    monkeypatch.setattr(clock, "now", lambda: dt.datetime(2100, 1, 3, tzinfo=dt.UTC))
    undo(ledger, done.number, ADA)
    assert [first in ids(ledger, recorded_by=f"2100-01-0{day}") for day in (1, 2, 3)] == [True, False, True]


@pytest.mark.parametrize(
    ("act", "given", "told"),
    [
        ("correct", {"span": "0:9999"}, "no span"),
        ("correct", {"span": "7:3"}, "no span"),
        ("correct", {"span": "-1:3"}, "no span"),
        ("correct", {"words": "nobody wrote this"}, "does not stand"),
        ("correct", {"type": "weather"}, "no type"),
        ("correct", {"type": "attack"}, "no frame of the type attack"),
        ("correct", {"frame": "\x00<b>"}, "no frame"),
        ("correct", {"stance": "thinks"}, "no stance"),
        ("correct", {"speaker": "Nobody Known"}, "neither the packs"),
        ("correct", {"date": "2031-02-30"}, "calendar"),
        ("correct", {"date": "2031-05/2031-04"}, "ends before"),
        ("correct", {"date": "../.."}, "no time"),
        ("correct", {"figure": "many people"}, "no figure"),
        ("correct", {"figure": "> 5 to 2 people"}, "bounds"),
        ("correct", {}, "changes nothing"),
        ("correct", {"stance": "asserts"}, "changes nothing"),
        ("split", {"words": "on day 0"}, "only one"),
        ("split", {"words": "on day 0", "words_two": "day 0 the"}, "overlap"),
        ("grade", {"grade": "G9"}, "no grade"),
        ("grade", {"grade": "B2", "scheme": "x"}, "no scheme"),
        ("comment", {"reason": "  "}, "no words"),
        ("comment", {"reason": "x" * 4_001}, "too long"),
        ("bearing", {}, "no judgement"),
        ("undo", {}, "no judgement"),
    ],
)
def test_what_is_not_understood_records_nothing(ledger: Ledger, act: str, given: dict[str, str], told: str) -> None:
    with pytest.raises(OptionError, match=re.escape(told)):
        judge(ledger, ids(ledger)[0], act, given, ADA)
    assert judgements(ledger) == []


def test_claims_and_judgements_that_are_not_there(ledger: Ledger) -> None:
    first = ids(ledger)[0]
    for claim, act, into in (("c:none", "accept", ""), (first, "merge", "c:none")):
        with pytest.raises(UnknownIdError):
            judge(ledger, claim, act, {"into": into}, ADA)
    with pytest.raises(UnknownIdError):
        undo(ledger, 99, ADA)
    with pytest.raises(OptionError, match="itself"):
        judge(ledger, first, "merge", {"into": first}, ADA)
    done = judge(ledger, first, "accept", {}, ADA)
    undone = undo(ledger, done.number, BEN)
    for number in (done.number, undone.number):
        with pytest.raises(OptionError, match="cannot be undone"):
            undo(ledger, number, BEN)


def test_a_claim_that_has_changed_since_it_was_seen_is_told_and_two_reviewers_are_both_kept(ledger: Ledger) -> None:
    first = ids(ledger)[0]
    with ledger.reading() as connection:
        seen = held(connection, first).hash[:16]
    judge(ledger, first, "reject", {"seen": seen}, ADA)
    with pytest.raises(StaleError):
        judge(ledger, first, "reject", {"seen": seen}, BEN)
    judge(ledger, first, "accept", {"seen": ""}, BEN)
    assert [row["by"] for row in every(ledger)] == ["Ada", "Ben"]
    assert first not in {row["id"] for row in standing(ledger) if not row["judged"]}


def test_judgements_carry_over_to_a_claim_that_is_drawn_again_and_are_gone_with_a_redaction(ledger: Ledger) -> None:
    from reportedly.review import reapply  # noqa: PLC0415
    from reportedly.store.run import Run  # noqa: PLC0415

    first, second, *_ = ids(ledger)
    judge(ledger, first, "reject", {}, ADA)
    judge(ledger, second, "correct", {"date": "2031-05"}, ADA)
    ledger.writer(Run("another", "9.9", None, None)).reread(small(1))
    assert first in ids(ledger)
    assert reapply(ledger, ADA.packs, load_codebook()) == 2
    assert reapply(ledger, ADA.packs, load_codebook()) == 0
    assert first not in ids(ledger)
    assert len(ids(ledger, since="2031-05-01")) == 1
    assert verify(ledger).findings == ()
    redact(ledger, one(ledger, second)["doc"]["id"], reason="names a person", by="editor")
    assert ids(ledger, since="2031-05-01") == []
    assert verify(ledger).findings == ()


def test_a_signature_that_does_not_hold_is_found_and_counts_nothing(ledger: Ledger) -> None:
    first = ids(ledger)[0]
    value = {"set": {"stance": "denies"}, "of": "", "key": "00" * 32, "signature": "00" * 64}
    ledger.writer().judge(first, "correct", by="Eve", value=value)
    assert [finding.code for finding in verify(ledger).findings] == ["signature"]
    with ledger.reading() as connection:
        assert held(connection, first).standing.untouched


STEPS = st.tuples(st.sampled_from(("accept", "reject", "correct", "merge", "split", "comment", "grade", "undo")), st.integers(0, 40))
GIVEN: dict[str, list[dict[str, str]]] = {
    "correct": [{"date": f"2031-0{month}"} for month in range(1, 6)] + [{"figure": "3 tanks"}, {"place": "none"}],
    "split": [{"words": "on day", "words_two": "the league"}, {"words": "Report", "words_two": "the"}],
    "comment": [{"reason": "seen"}],
    "grade": [{"grade": "B2"}, {"grade": "F6"}],
}


@settings(max_examples=4, deadline=None, phases=[Phase.explicit, Phase.generate])
@given(steps=st.lists(STEPS, min_size=3, max_size=6))
def test_any_judgements_and_undoings_leave_a_whole_chain_and_a_view_that_a_replay_gives(fresh: Path, steps: list[tuple[str, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder, Ledger.open(shutil.copy(fresh, Path(folder) / "a.db")) as ledger:
        drawn = standing(ledger)
        for act, pick in steps:
            try:
                if act == "undo":
                    undo(ledger, pick % 6 + 1, BEN)
                else:
                    chosen = GIVEN.get(act, [{"into": drawn[-1]["id"]}])
                    here = standing(ledger)
                    judge(ledger, here[pick % 2]["id"], act, chosen[pick % len(chosen)], ADA if pick % 3 else BEN)
            except (OptionError, UnknownIdError):
                continue
        assert verify(ledger).findings == ()
        assert ids(ledger, judgements="without") == [row["id"] for row in drawn]
        assert sorted(map(told, standing(ledger))) == sorted(replayed(ledger, [row["id"] for row in drawn]))


def told(row: dict[str, Any]) -> str:
    return json.dumps([row[name] for name in ("doc", "start", "end", "stance", "places", "valid", "figures", "gloss")], sort_keys=True)


def replayed(ledger: Ledger, drawn: list[str]) -> list[str]:
    """Return what judgements come to, made of the list of all of them alone."""
    acts = [(row["claim"], Act(row["seq"], row["act"], row["by"], row["value"] or {}, row["supersedes"])) for row in every(ledger)]
    out, book = [], load_codebook()
    from reportedly.export.contract import claim_to_contract  # noqa: PLC0415

    for claim in drawn:
        with ledger.reading() as connection:
            own = held(connection, claim).own
        doc = one(ledger, claim)["doc"]
        for made in made_of(own.claim, fold(act for key, act in acts if key == claim), book).values():
            out += [told(claim_to_contract(made) | {"doc": doc})]
    return out
