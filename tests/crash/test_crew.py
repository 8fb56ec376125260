"""Workers that are ended from outside: what they were at is done again, and only what no worker survives is given up."""

from __future__ import annotations

import os
import signal
import time
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from reportedly.engine.pool import ordered_map

ONCE = "REPORTEDLY_TEST_ONCE"


def dies_on_seven(batch: list[int]) -> list[int]:
    if 7 in batch:
        os.kill(os.getpid(), signal.SIGKILL)
    return batch


def dies_once(batch: list[int]) -> list[int]:
    """Die on seven the first time, which a file keeps."""
    if 7 in batch and not Path(os.environ[ONCE]).exists():
        Path(os.environ[ONCE]).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return batch


def lies_down(batch: list[int]) -> list[int]:
    Path(os.environ[ONCE], str(os.getpid())).touch()
    if 0 not in batch:
        time.sleep(300)
    return batch


def minus(number: int) -> int:
    return -number


def test_what_no_worker_survives_is_given_up_and_nothing_else() -> None:
    found = list(ordered_map(dies_on_seven, range(14), size=2, workers=2, lost=minus))
    assert found == [*range(7), -7, *range(8, 14)]


def test_a_worker_that_is_ended_once_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ONCE, str(tmp_path / "once"))
    assert list(ordered_map(dies_once, range(12), size=2, workers=2, lost=minus)) == list(range(12))
    assert (tmp_path / "once").exists()


def test_without_a_stand_in_the_end_of_a_worker_is_an_error() -> None:
    with pytest.raises(BrokenProcessPool):
        list(ordered_map(dies_on_seven, range(14), size=2, workers=2))


def test_workers_end_at_once_when_no_more_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ONCE, str(tmp_path))
    found = ordered_map(lies_down, range(8), size=1, workers=2, lost=minus)
    assert next(found) == 0
    found.close()  # type: ignore[attr-defined]
    for seen in tmp_path.iterdir():
        with pytest.raises(ProcessLookupError):
            os.kill(int(seen.name), 0)
