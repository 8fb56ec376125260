from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest

from reportedly.adding import add
from reportedly.errors import UnknownIdError
from reportedly.example import documents, pack
from reportedly.model import Document, Failure
from reportedly.pipeline import Settings
from reportedly.query import claims, contradictions, overview
from reportedly.rereading import reread
from reportedly.store import Ledger, verify
from tests.drawing import page
from tests.unit.codebook.test_extend import OWN, TEXT, written

RULES = Settings(model=None)


def some() -> Iterator[Document | Failure]:
    """Yield the first documents of the example."""
    return islice(documents(), 3)


def frames(ledger: Ledger) -> set[str]:
    return {row["frame"] for row in claims(ledger)}


def at(path: str, text: str) -> Document:
    return replace(page(text), path=path)


def test_a_new_frame_finds_what_it_can_in_what_is_recorded(tmp_path: Path) -> None:
    own = replace(RULES, codebook=(str(written(tmp_path, OWN)),))
    with Ledger.open(tmp_path / "l.db") as ledger:
        add([at("a.txt", TEXT), at("b.txt", "The army seized the mill on Monday.")], ledger, RULES)
        assert "ferries" not in frames(ledger)
        told = reread(ledger, own)
        assert (told.documents, told.current, told.failures) == (2, 0, [])
        assert told.same == 1  # the clause that no frame took in is a claim of the new frame now
        assert (told.new + told.changed, told.gone) == (1, 0)
        assert frames(ledger) >= {"ferries", "takes-control"}
        assert {row["run"] for row in claims(ledger)} == {told.run}
        once_more = reread(ledger, own)
        assert (once_more.documents, once_more.current) == (0, 2)
        back = reread(ledger, RULES)
        assert (back.documents, back.gone + back.changed) == (2, 1)
        assert "ferries" not in frames(ledger)
        assert verify(ledger).findings == ()


def test_only_the_documents_that_are_named_are_read_again(tmp_path: Path) -> None:
    own = replace(RULES, codebook=(str(written(tmp_path, OWN)),))
    with Ledger.open(tmp_path / "l.db") as ledger:
        first, second = at("a.txt", TEXT), at("b.txt", "The army seized the mill on Monday.")
        add([first, second], ledger, RULES)
        told = reread(ledger, own, (first.id[:20],))
        assert (told.documents, told.current) == (1, 0)
        assert reread(ledger, own).documents == 1
        with pytest.raises(UnknownIdError, match="begins with 'ffff'"):
            reread(ledger, own, ("ffff",))


def test_under_the_same_rules_nothing_but_the_run_changes(tmp_path: Path) -> None:
    settings = replace(RULES, packs=(pack(),))
    other = replace(settings, codebook=(str(written(tmp_path, "type: coverage\nthreshold: 0.01\n")),))
    with Ledger.open(tmp_path / "l.db") as ledger:
        add(some(), ledger, settings)
        before, pairs = [row | {"run": None, "recorded": None} for row in claims(ledger)], list(contradictions(ledger))
        told = reread(ledger, other)
        assert (told.changed, told.new, told.gone, told.contradictions) == (0, 0, 0, 0)
        assert [row | {"run": None, "recorded": None} for row in claims(ledger)] == before
        assert list(contradictions(ledger)) == pairs
        assert overview(ledger)["claims"] == told.same == len(before)


def test_what_was_cut_off_before_it_compared_is_compared_next_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = replace(RULES, packs=(pack(),))
    other = replace(settings, codebook=(str(written(tmp_path, "type: control\nthreshold: 0.99\n")),))
    with Ledger.open(tmp_path / "l.db") as ledger:
        add(some(), ledger, other)
        assert reread(ledger, other).documents == 0

        def stopped(*_args: object, **_named: object) -> list[object]:
            raise KeyboardInterrupt

        with monkeypatch.context() as patched:
            patched.setattr("reportedly.rereading.compare", stopped)
            with pytest.raises(KeyboardInterrupt):
                reread(ledger, settings)
        few = len(list(contradictions(ledger)))
        told = reread(ledger, settings)
        assert told.documents == 0
        assert len(list(contradictions(ledger))) > few
    with Ledger.open(tmp_path / "other.db") as ledger:
        add(some(), ledger, settings)
        every = {(row["kind"], row["a"], row["b"]) for row in contradictions(ledger)}
    with Ledger.open(tmp_path / "l.db") as ledger:
        assert {(row["kind"], row["a"], row["b"]) for row in contradictions(ledger)} == every
