from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reportedly.adding import Summary, add
from reportedly.example import documents, folder, pack
from reportedly.ids import document_id
from reportedly.mark.times import mark_times
from reportedly.model import Document, Failure
from reportedly.pipeline import Settings
from reportedly.store import Ledger, verify
from reportedly.store.pending import holds, link_counts, uncompared
from tests.drawing import page

SETTINGS = Settings(packs=(pack(),))
TEXT = "The army seized Copper Row on Tuesday, its spokesman said, and its engineers opened the Salt Gate to lorries before dark."


def at(path: str, text: str = TEXT, publisher: str = "Longline") -> Document:
    return replace(page(text, publisher=publisher), path=path)


@pytest.fixture(name="ledger")
def _ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "l.db") as held:
        yield held


def test_what_became_of_every_document_is_told(ledger: Ledger) -> None:
    told: list[tuple[str, int]] = []
    failure = Failure("c.txt", "R201", "nothing in it", None, b"")
    summary = add([at("a.txt"), failure, at("b.txt")], ledger, SETTINGS, lambda outcome, size: told.append((outcome, size)))
    size = len(TEXT.encode())
    assert told == [("added", size), ("failed", 0), ("appearance", size), ("comparing", 0)]
    assert (summary.added, summary.appearances, summary.known, summary.documents) == (1, 1, 0, 2)
    assert [found.path for found in summary.failures] == ["c.txt"]
    assert [found.path for found in ledger.view().failures()] == ["c.txt"]
    assert summary.claims == len(list(ledger.view().held_claims())) > 0


def test_a_document_that_cannot_be_recorded_is_a_failure(ledger: Ledger) -> None:
    broken = replace(at("b.txt"), id=document_id(b"something else"))
    summary = add([at("a.txt"), broken], ledger, SETTINGS)
    assert summary.added == 1
    assert [(found.path, found.code, found.data) for found in summary.failures] == [("b.txt", "R403", None)]


def test_a_step_that_breaks_takes_one_document_only(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(text: str, document: Document) -> object:
        if "Odd" in text:
            message = "odd"
            raise ValueError(message)
        return mark_times(text, document)

    monkeypatch.setattr("reportedly.pipeline.mark_times", breaks)
    summary = add([at("a.txt"), at("odd.txt", "Odd things happened at the mill."), at("c.txt", "The road is open.")], ledger, SETTINGS)
    assert summary.added == 2
    assert [(found.path, found.code) for found in summary.failures] == [("odd.txt", "R207")]


def test_known_bytes_are_not_read_again(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    add([at("a.txt")], ledger, SETTINGS)

    def never(*_: object) -> list[object]:
        raise AssertionError

    monkeypatch.setattr("reportedly.adding.read_batch", never)
    summary = add([at("a.txt"), at("b.txt"), at("a.txt", publisher="The Port Sann Courier")], ledger, SETTINGS)
    assert (summary.known, summary.appearances, summary.added) == (1, 2, 0)


def test_what_a_job_that_was_cut_off_left_uncompared_is_compared_by_the_next(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    def cut(*_: object) -> object:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("reportedly.adding.compare", cut)
        with pytest.raises(KeyboardInterrupt):
            add([at("a.txt"), at("b.txt", f"{TEXT} It rained.")], ledger, SETTINGS)
    assert link_counts(ledger) == (0, 0)
    assert len(uncompared(ledger)) == 2
    summary = add([at("c.txt", "The school is open.")], ledger, SETTINGS)
    assert summary.reprints == 1
    assert uncompared(ledger) == frozenset()
    assert holds(ledger, at("a.txt").id)
    assert not holds(ledger, document_id(b"never seen"))


def test_documents_added_one_by_one_and_backwards_are_linked_as_if_added_together(tmp_path: Path) -> None:
    items = list(documents())[3:6]
    assert all(isinstance(item, Document) for item in items)
    with Ledger.open(tmp_path / "once.db") as once:
        whole = add(items, once, SETTINGS)
        links = links_of(once)
        assert verify(once).findings == ()
        assert whole.reprints == len(links[0]) > 0
    with Ledger.open(tmp_path / "parts.db") as parts:
        for item in reversed(items):
            add([item], parts, SETTINGS)
        assert links_of(parts) == links
    assert folder().name == "ilmarra"


@pytest.mark.slow
def test_the_number_of_workers_changes_nothing(tmp_path: Path) -> None:
    items = list(documents())
    found: list[tuple[Summary, list[str], object]] = []
    for workers in (1, 2):
        with Ledger.open(tmp_path / f"{workers}.db") as ledger:
            summary = add(items, ledger, replace(SETTINGS, workers=workers))
            claims = [held.claim.id for held in ledger.view().held_claims()]
            found.append((replace(summary, seconds=0.0), claims, links_of(ledger)))
    assert found[0] == found[1]


def links_of(ledger: Ledger) -> tuple[set[object], set[object]]:
    view = ledger.view()
    return set(view.reprints()), {pair.id for pair in view.contradictions()}
