from __future__ import annotations

from pathlib import Path

import pytest

from tests.ledgers import filled


@pytest.fixture(name="ledger", scope="session")
def _ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small ledger with at least one row in every table; tests only read it."""
    return filled(tmp_path_factory.mktemp("cli"))
