"""Contradictions found as documents come, against those found in all claims at once."""

from __future__ import annotations

import random
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.compare.contradictions import find_contradictions
from reportedly.compare.matching import Matcher
from reportedly.limits import limits
from reportedly.model import Dated, Figure, HeldClaim, Reading, Segment
from reportedly.query import contradictions
from reportedly.store import Ledger, redact, verify
from reportedly.store.matters import match_new
from tests.drawing import page
from tests.strategies import RUN, cases
from tests.unit.compare.build import WORLD, Said, held, toll

MATCHER = Matcher(WORLD)
CROWD = "REPORTEDLY_CROWD_CLAIMS"
Pairs = set[tuple[str, str, str, bool, str]]


@pytest.fixture(name="crowd", params=["2", "200"])
def _crowd(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> object:
    monkeypatch.setenv(CROWD, request.param)
    limits.cache_clear()
    yield int(request.param)
    monkeypatch.undo()
    limits.cache_clear()


@pytest.fixture(name="empty", scope="module")
def _empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("empty") / "l.db"
    with Ledger.open(path):
        return path


def of(number: int, *told: HeldClaim) -> Reading:
    """Return a document, every line of which is a claim."""
    document = page("".join(f"{number:03d} {at:03d} it was said there\n" for at in range(len(told))))
    metadata = replace(document.metadata, publisher=f"Paper {number % 3}", published=Dated(document.metadata.published.value, "argument"))
    segments = (Segment("body", 0, len(document.text)),)
    claims = (replace(entry.claim, id=f"c:{number:03d}-{at}", start=26 * at + 8, end=26 * at + 25) for at, entry in enumerate(told))
    return Reading(replace(document, path=f"{number}.txt", metadata=metadata, segments=segments), claims=tuple(claims))


def denial(number: int) -> HeldClaim:
    return held(Said(f"d{number}", "denial", "denies", by="Ana Brook", actor="LEAGUE", stance="denies", about=("attack", "shelling")))


def charge(number: int) -> HeldClaim:
    return held(Said(f"s{number}", "attack", "shelling", args=(("attacker", ("LEAGUE", "LEAGUE-NAVY")[number % 2]),)))


def count(value: int) -> HeldClaim:
    found = toll(f"t{value}", value)
    return replace(found, claim=replace(found.claim, proposition=f"killed {value // 3}", figures=(Figure(value, "=", "civilians killed"),)))


TOLD = st.one_of(st.builds(count, st.integers(1, 6)), st.builds(denial, st.integers(0, 1)), st.builds(charge, st.integers(0, 3)))
DOCUMENTS = st.lists(st.lists(TOLD, min_size=1, max_size=3), min_size=1, max_size=7)


def standing(ledger: Ledger) -> Pairs:
    return {(row["kind"], row["a"], row["b"], row["not"], row["why"]) for row in contradictions(ledger, look_alikes=True)}


def at_once(ledger: Ledger) -> Pairs:
    found = find_contradictions(list(ledger.view().held_claims()), world=WORLD)
    return {(entry.kind, entry.a, entry.b, entry.look_alike, entry.why) for entry in found}


@cases(8)
@given(DOCUMENTS, st.randoms(use_true_random=False))
def test_any_order_and_any_batches_give_what_all_at_once_gives(
    tmp_path_factory: pytest.TempPathFactory, empty: Path, crowd: int, drawings: list[list[HeldClaim]], chance: random.Random
) -> None:
    readings = [of(number, *told) for number, told in enumerate(drawings)]
    chance.shuffle(readings)
    path = tmp_path_factory.mktemp("any") / "l.db"
    shutil.copy(empty, path)  # far quicker than a new one
    with Ledger.open(path) as ledger:
        writer = ledger.writer(RUN)
        for reading in readings:
            writer.add(reading)
            if chance.random() < 0.6:
                match_new(ledger, MATCHER, "1")
        match_new(ledger, MATCHER, "1")
        assert standing(ledger) == at_once(ledger)
        again = chance.choice(readings)
        writer = ledger.writer(replace(RUN, model="another"))
        writer.reread(replace(again, claims=tuple(again.claims or ())[:-1]))
        match_new(ledger, MATCHER, "1")
        assert standing(ledger) == at_once(ledger)
        assert limits().crowd_claims == crowd
        assert verify(ledger).findings == ()


def test_in_a_crowd_every_saying_is_heard_once_and_who_is_not_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CROWD, "4")
    limits.cache_clear()
    try:
        with Ledger.open(tmp_path / "l.db") as ledger:
            for number in range(12):
                ledger.writer(RUN).add(of(number, count(max(3, number - 6))))
            crowded = match_new(ledger, MATCHER, "1")
            assert standing(ledger) == at_once(ledger)
            assert len(standing(ledger)) == 3
            assert sum(crowded.values()) == 12 - 3
    finally:
        limits.cache_clear()


def test_an_older_ledger_is_filed_once_and_a_redacted_document_is_forgotten(ledger: Ledger) -> None:
    readings = [of(number, count(3 * number + 3)) for number in range(3)]
    for reading in readings[:2]:
        ledger.writer(RUN).add(reading)
    with ledger.writing() as (connection, _):
        connection.exec_driver_sql("UPDATE matter_until SET compared = 2")  # as an edition without an index left it
    ledger.writer(RUN).add(readings[2])
    match_new(ledger, MATCHER, "1")
    assert {(a, b) for _, a, b, *_ in standing(ledger)} == {("c:000-0", "c:002-0"), ("c:001-0", "c:002-0")}
    keys = "SELECT count(*) FROM matter_key"
    of_first = "SELECT count(*) FROM matter_key WHERE claim = (SELECT seq FROM claim WHERE id = 'c:000-0')"
    match_new(ledger, MATCHER, "2")
    with ledger.reading() as connection:
        before = connection.exec_driver_sql(keys).scalar_one()
        own = connection.exec_driver_sql(of_first).scalar_one()
    redact(ledger, readings[0].document.id, reason="names a person", by="editor")
    with ledger.reading() as connection:
        assert connection.exec_driver_sql(keys).scalar_one() == before - own > 0 < own
