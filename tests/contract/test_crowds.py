"""Ten thousand copies of one text, and a page that quotes all others: bounded in what is recorded and in memory, and told."""

from __future__ import annotations

import resource
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reportedly.compare.matching import Matcher
from reportedly.compare.reprints import MEASURED
from reportedly.compare.reuse import update
from reportedly.limits import limits
from reportedly.model import HeldClaim, Reading
from reportedly.query import contradictions, reprints
from reportedly.store import Ledger, verify
from reportedly.store.matters import match_new
from reportedly.store.odd import crowds, oddities
from reportedly.store.reuse import compare_new
from tests.contract.test_matching import charge, count, denial
from tests.drawing import page
from tests.strategies import RUN
from tests.unit.compare.build import WORLD, prose, toll

TOLD = (denial(0), charge(0), count(4), count(5))
LINE = "It was said there.\n"
MEMORY = 1_500  # MiB


def story(number: int, words: str, *told: HeldClaim) -> Reading:
    """Return a document of a line for each claim, and words."""
    document = page(LINE * len(told) + words)
    claims = (replace(held.claim, id=f"c:{number}-{at}", start=19 * at, end=19 * at + 18) for at, held in enumerate(told))
    return Reading(replace(document, path=f"{number}.txt"), claims=tuple(claims))


@pytest.fixture(name="crowd")
def _crowd(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    monkeypatch.setenv("REPORTEDLY_CROWD_CLAIMS", "20")
    limits.cache_clear()
    yield 20
    monkeypatch.undo()
    limits.cache_clear()


def compared(ledger: Ledger) -> dict[str, int]:
    """Compare what came; return how often each oddity is told."""
    crowded, fresh = match_new(ledger, Matcher(WORLD), "1"), compare_new(ledger, update)
    with ledger.reading() as connection:
        odd = [*oddities(connection, fresh, crowd=MEASURED.family, words=MEASURED.most), *crowds(crowded)]
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss < MEMORY * 1024
    return {kind: sum(1 for entry in odd if entry.kind == kind) for kind in sorted({entry.kind for entry in odd})}


@pytest.mark.parametrize("copies", [pytest.param(10_000, marks=pytest.mark.slow), 60])
def test_copies_of_one_text_are_bounded_and_told(tmp_path: Path, crowd: int, copies: int) -> None:
    with Ledger.open(tmp_path / "l.db") as ledger:
        writer, words = ledger.writer(RUN), prose(5, 220)
        for number in range(copies):
            writer.add(story(number, f"{words} Copy {number}.", *TOLD))
        odd = compared(ledger)
        assert odd["copies"] == 1
        assert odd["crowd"] >= copies - crowd
        assert 0 < len(list(contradictions(ledger, look_alikes=True))) <= 2 * copies + crowd  # two within each
        assert copies - 1 <= sum(1 for _ in ledger.view().reprints()) <= copies + MEASURED.family
        writer.add(story(copies, "Others tell it in other words.", toll("x", 6)))
        compared(ledger)
        assert any(row["b"] == f"c:{copies}-0" or row["a"] == f"c:{copies}-0" for row in contradictions(ledger))


@pytest.mark.parametrize("pages", [pytest.param(2_000, marks=pytest.mark.slow), 55])
def test_a_page_that_quotes_the_whole_ledger_is_bounded_and_told(tmp_path: Path, pages: int) -> None:
    passages = [prose(number, 30) for number in range(pages)]
    told = [toll(f"t{number}", 1 + number % 9, places=(("quay", "mill")[number % 2],)) for number in range(pages)]
    with Ledger.open(tmp_path / "l.db") as ledger:
        for number in range(pages):
            ledger.writer(RUN).add(story(number, passages[number], told[number]))
        before = compared(ledger)
        ledger.writer(RUN).add(story(pages, " ".join(passages), *told))
        odd = compared(ledger)
        assert odd["quotes"] == 1
        assert "quotes" not in before
        assert len(list(reprints(ledger))) <= pages
        assert verify(ledger).findings == ()
