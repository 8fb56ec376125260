"""The stores that every test of this folder runs on. Another database is another entry."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reportedly.store import Ledger

STORES: dict[str, Callable[[Path], str]] = {"sqlite": lambda folder: str(folder / "ledger.db")}


@pytest.fixture(params=sorted(STORES))
def target(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    return STORES[request.param](tmp_path)


@pytest.fixture
def ledger(target: str) -> Iterator[Ledger]:
    with Ledger.open(target) as opened:
        yield opened
