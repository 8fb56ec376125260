from __future__ import annotations

from pathlib import Path

import pytest

from reportedly.store import Ledger
from tests.ledgers import fill


@pytest.fixture(name="ledger", scope="session")
def _ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small ledger with at least one row in every table; tests only read it."""
    path = tmp_path_factory.mktemp("cli") / "ledger.db"
    with Ledger.open(path) as held:
        fill(held)
    return path
