"""A program that is told to stop, or that another one works beside, leaves a whole ledger, and the next run goes on."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import time
from pathlib import Path
from typing import IO

import pytest

from reportedly.adding import add
from reportedly.example import pack
from reportedly.pipeline import Settings
from reportedly.ports import ReadOptions
from reportedly.query import overview
from reportedly.read import read_paths
from reportedly.store import Ledger, verify
from tests.hostile.scene import program

COUNT, LONG = 16, 100  # so long that it is not over before whoever stops it has seen that it began
SETTINGS = Settings(packs=(pack(),), model=None)
SMALL = {"REPORTEDLY_BATCH_DOCUMENTS": "2"}


@pytest.fixture(name="feed")
def _feed(tmp_path: Path) -> Path:
    return feed_of(tmp_path, COUNT)


def feed_of(folder: Path, count: int) -> Path:
    feed = folder / "feed.jsonl"
    words = "The army seized Hill {0} on Tuesday, a spokesman said. Fighters still hold Hill {0}, residents said."
    feed.write_text("\n".join(json.dumps({"id": str(n), "text": words.format(n)}) for n in range(count)))
    return feed


def documents_in(path: Path) -> int:
    try:
        with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as connection:
            return int(connection.execute("SELECT count(*) FROM document").fetchone()[0])
    except sqlite3.Error:
        return 0


def stop_after_first(running: subprocess.Popen[str], path: Path, how: int) -> tuple[str, str]:
    """Stop a program and all it has started, once a document is recorded; return what it said on both streams."""
    while documents_in(path) == 0 and running.poll() is None:
        time.sleep(0.005)
    os.killpg(running.pid, how)
    return _read(running.stdout), _read(running.stderr)


def _read(stream: IO[str] | None) -> str:
    assert stream is not None
    return stream.read()


@pytest.mark.parametrize("workers", [1, pytest.param(2, marks=pytest.mark.slow)])
def test_an_interrupt_while_adding_is_told_in_one_line_and_the_next_run_goes_on(tmp_path: Path, workers: int) -> None:
    path, feed = tmp_path / "l.db", feed_of(tmp_path, LONG)
    with program("add", feed, "--ledger", path, "--pack", pack(), "--rules-only", "--workers", workers, env=SMALL) as running:
        out, said = stop_after_first(running, path, signal.SIGINT)
    assert (running.returncode, out) == (130, "")
    assert said.startswith("stopped; ")
    assert said.count("\n") == 1
    with Ledger.open(path) as ledger:
        assert verify(ledger).findings == ()
        held = overview(ledger)["documents"]
        assert 0 < held < LONG
        summary = add(read_paths([str(feed)], ReadOptions()), ledger, SETTINGS)
        assert (summary.known, summary.added, summary.failures) == (held, LONG - held, ())
        assert verify(ledger).findings == ()


@pytest.mark.slow
def test_a_program_that_is_killed_leaves_no_worker_behind(tmp_path: Path, feed: Path) -> None:
    path = tmp_path / "l.db"
    with program("add", feed, "--ledger", path, "--pack", pack(), "--rules-only", "--workers", 2, env=SMALL) as running:
        while documents_in(path) == 0 and running.poll() is None:
            time.sleep(0.02)
        running.kill()
        _read(running.stderr)  # ends when no process holds the stream any more
    with Ledger.open(path) as ledger:
        assert verify(ledger).findings == ()


def test_what_a_job_left_uncompared_is_compared_by_the_same_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "The army seized Copper Row on Tuesday, its spokesman said, and its engineers opened the Salt Gate to lorries before dark."
    for name, words in (("a", text), ("b", f"{text} It rained.")):
        (tmp_path / f"{name}.txt").write_text(words)

    def cut(*_: object) -> object:
        raise KeyboardInterrupt

    with Ledger.open(tmp_path / "l.db") as ledger:
        with monkeypatch.context() as patch:
            patch.setattr("reportedly.adding.compare", cut)
            with pytest.raises(KeyboardInterrupt):
                add(read_paths([str(tmp_path / "a.txt"), str(tmp_path / "b.txt")], ReadOptions()), ledger, SETTINGS)
        summary = add(read_paths([str(tmp_path / "a.txt"), str(tmp_path / "b.txt")], ReadOptions()), ledger, SETTINGS)
        assert (summary.added, summary.known, summary.reprints) == (0, 2, 1)


def test_two_that_add_to_one_ledger_at_once_lose_and_double_nothing(tmp_path: Path, feed: Path) -> None:
    path = tmp_path / "l.db"
    words = ("--ledger", path, "--pack", pack(), "--rules-only", "--workers", 1, "--json")
    with program("add", feed, *words, env=SMALL) as first, program("add", feed, *words, env=SMALL) as second:
        said = [(running.communicate(), running.returncode) for running in (first, second)]
    assert [code for _, code in said] == [0, 0], said
    counts = [json.loads(out)["documents"] for (out, _), _ in said]
    assert sum(count["added"] for count in counts) == COUNT
    assert sum(count["known"] for count in counts) == COUNT
    with Ledger.open(path) as ledger:
        assert verify(ledger).findings == ()
        assert overview(ledger)["documents"] == overview(ledger)["appearances"] == COUNT
