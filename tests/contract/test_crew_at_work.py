"""Four who add and eight who review, for ten minutes, while connections are cut now and then: `make soak`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections import Counter
from typing import Any

import psycopg
import pytest
from sqlalchemy import func, select

from reportedly.store import Ledger, schema, verify
from tests.cluster import Cluster
from tests.contract.crew import main
from tests.ledgers import small
from tests.strategies import RUN
from tools.house import ROOT

SECONDS = float(os.environ.get("REPORTEDLY_SOAK_SECONDS", "600"))
CREW = [("add", who) for who in range(1, 5)] + [("judge", who) for who in range(1, 9)]
CUT = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'reportedly' AND pid <> pg_backend_pid()"


def _work(server: Cluster, address: str) -> list[dict[str, Any]]:
    env = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT)))}
    command = [sys.executable, "-m", "tests.contract.crew"]
    crew = [
        subprocess.Popen([*command, kind, str(who), address, str(SECONDS)], stdout=subprocess.PIPE, text=True, env=env)  # noqa: S603 - our own
        for kind, who in CREW
    ]
    end = time.monotonic() + SECONDS
    while time.monotonic() < end - SECONDS / 4:
        time.sleep(SECONDS / 10)
        server.say(f"{CUT} AND random() < 0.5")
    told = [json.loads(line) for each in crew for line in each.communicate()[0].splitlines()]
    assert [each.returncode for each in crew] == [0] * len(crew)
    return told


def _check(ledger: Ledger, told: list[dict[str, Any]]) -> None:
    assert verify(ledger).findings == ()
    outcomes = Counter((row["document"], row["outcome"]) for row in told if "document" in row)
    judged = [row["judgement"] for row in told if "judgement" in row]
    lost = sum("refused" in row for row in told)
    with ledger.reading() as connection:
        held = set(connection.scalars(select(schema.document.c.id)))
        places = Counter(connection.scalars(select(schema.appearance.c.document)))
        numbers = set(connection.scalars(select(schema.judgement.c.seq)))
        twice = connection.execute(select(schema.judgement.c.by, schema.judgement.c.reason, func.count()).group_by("by", "reason")).all()
    assert {document for document, _ in outcomes} <= held
    assert set(places.values()) == {1}
    assert all(count == 1 for (_, outcome), count in outcomes.items() if outcome == "added")
    assert len(judged) == len(set(judged))
    assert set(judged) <= numbers
    assert len(numbers) - len(judged) <= lost  # of a batch that was cut off at its end nobody was told whether it is there
    assert all(count == 1 for *_, count in twice)


@pytest.mark.slow
def test_a_crew_at_work_loses_and_doubles_nothing(server: Cluster) -> None:
    with Ledger.open(server.fresh()) as ledger:
        ledger.writer(RUN).add(small(0))
        told = _work(server, ledger.address)
        _check(ledger, told)
    counts = Counter(next(iter(row)) for row in told)
    sys.stdout.write(f"{dict(counts)} in {SECONDS:.0f} s\n")
    assert min(counts["document"], counts["judgement"]) > 0


def test_one_of_the_crew_tells_what_was_acknowledged(server: Cluster, capsys: pytest.CaptureFixture[str]) -> None:
    with Ledger.open(server.fresh()) as ledger:
        ledger.writer(RUN).add(small(0))
        for kind in ("add", "judge"):
            main(kind, 1, ledger.address, 0.2)
        told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
        with psycopg.connect(ledger.address) as connection:
            assert connection.execute("SELECT count(*) FROM judgement").fetchone() == (sum("judgement" in row for row in told),)
        _check(ledger, told)
