"""Workers that are ended from outside: what they were at is done again, and only what no worker survives is given up, by name."""

from __future__ import annotations

import os
import signal
from dataclasses import replace
from pathlib import Path

import pytest

from reportedly.adding import add
from reportedly.example import pack
from reportedly.model import Document, Failure, Reading
from reportedly.pipeline import Settings, annotate
from reportedly.store import Ledger, verify
from tests.drawing import page

SETTINGS = Settings(packs=(pack(),), workers=2)


def read_or_die(batch: list[Document | Failure | Reading], settings: Settings) -> list[Reading | Failure]:
    """Stand for the work on a batch; a document that says so ends its worker."""
    assert settings.packs
    if any(isinstance(item, Document) and "fatal" in item.text for item in batch):
        os.kill(os.getpid(), signal.SIGKILL)
    return [Reading(item) if isinstance(item, Document) else item for item in batch]


@pytest.mark.slow
def test_a_document_that_ends_its_worker_is_named_and_the_batch_goes_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportedly.adding._work", read_or_die)
    monkeypatch.setattr("reportedly.adding.limits", lambda: type("Two", (), {"batch_documents": 2}))
    texts = [f"The road to Hill {number} is open." for number in range(5)]
    texts[2] = "A fatal document."
    with Ledger.open(tmp_path / "l.db") as ledger:
        summary = add([replace(page(text), path=f"{n}.txt") for n, text in enumerate(texts)], ledger, SETTINGS)
        assert summary.added == 4
        assert [(one.path, one.code) for one in summary.failures] == [("2.txt", "R208")]
        assert [one.data for one in ledger.view().failures()] == [texts[2].encode()]
        assert verify(ledger).findings == ()


@pytest.mark.slow
def test_workers_that_are_killed_while_they_read_lose_no_document(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportedly.pipeline.limits", lambda: type("Two", (), {"batch_documents": 2}))
    documents = [replace(page(f"The army seized Hill {n} on Tuesday, a spokesman said."), path=f"{n}.txt") for n in range(24)]
    found: list[Reading | Failure] = []
    for one in annotate(documents, SETTINGS):
        if len(found) in {4, 9}:
            for child in _children():
                os.kill(child, signal.SIGKILL)
        found.append(one)
    assert [one.document.path for one in found if isinstance(one, Reading)] == [one.path for one in documents]
    assert all(one.claims for one in found if isinstance(one, Reading))


def _children() -> list[int]:
    """Return the workers of this process: those that were spawned to work, not those that watch over them."""
    me = Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()
    return [int(child) for child in me if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes()]
