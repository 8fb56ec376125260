"""A process that is killed while it adds loses nothing that it has acknowledged, and leaves no half."""

from __future__ import annotations

import pickle
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from hypothesis import settings

from reportedly.query import overview
from reportedly.store import Ledger, verify
from tests.strategies import RUN, invented_reading

ROOT = Path(__file__).resolve().parents[2]
KILLS = 200 if settings.get_current_profile_name() == "soak" else 8
READINGS = 40  # more than are added before a process is killed
ADD = """
import pickle, sys
from reportedly.store import Ledger
with open(sys.argv[2], "rb") as file:
    run, readings = pickle.load(file)
with Ledger.open(sys.argv[1]) as ledger:
    for number, reading in readings:
        outcome = ledger.writer(run).add(reading)
        print(number, outcome, flush=True)
"""


def _killed(path: Path, start: int, chance: random.Random) -> list[str]:
    """Let a process add, kill it at a random moment, and return the lines in which it acknowledged documents."""
    readings = path.with_name("readings")
    readings.write_bytes(pickle.dumps((RUN, [(number, invented_reading(number)) for number in range(start, start + READINGS)])))
    command = [sys.executable, "-c", ADD, str(path), str(readings)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:  # noqa: S603 - ours
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(chance.randrange(1, 6))]
        time.sleep(chance.random() / 50)
        process.kill()
        lines += process.stdout.readlines()
    assert process.returncode == -signal.SIGKILL
    return [line for line in lines if line.endswith("\n")]


def test_kills_lose_nothing_and_the_chain_holds(tmp_path: Path) -> None:
    path, chance = tmp_path / "ledger.db", random.Random(7)  # noqa: S311 - moments, not secrets
    acknowledged: dict[int, str] = {}
    for _ in range(KILLS):
        start = max(acknowledged, default=-1) + 1
        for line in _killed(path, start, chance):
            number, outcome = line.split()
            acknowledged[int(number)] = outcome
        with Ledger.open(path, create=False) as ledger:
            assert verify(ledger).findings == ()
            held = {document.id for document in ledger.view().documents()}
            assert {invented_reading(number).document.id for number in acknowledged} <= held
            assert overview(ledger)["documents"] == overview(ledger)["appearances"] == len(held) <= len(acknowledged) + KILLS
    with Ledger.open(path) as ledger:
        last = max(acknowledged)
        assert ledger.view().reading(invented_reading(last).document.id) == invented_reading(last)


def test_a_kill_while_the_ledger_is_made_leaves_one_that_opens(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    for delay in (0.0, 0.02, 0.05, 0.1):
        command = [sys.executable, "-c", "import sys; from reportedly.store import Ledger; print(1, flush=True); Ledger.open(sys.argv[1])"]
        with subprocess.Popen([*command, str(path)], stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:  # noqa: S603 - ours
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(delay)
            process.kill()
        with Ledger.open(path) as ledger:
            assert verify(ledger).findings == ()
        for file in tmp_path.iterdir():
            file.unlink()
