"""One run over the example for all tests of this folder."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reportedly.store import Ledger
from tests.drawing import Demo
from tests.quality.measured import Example, Measured, measure


@pytest.fixture(scope="session", name="run")
def _run(demo: Demo) -> Iterator[Example]:
    with Ledger.open(demo.place, read_only=True) as ledger:
        yield Example(ledger)


@pytest.fixture(scope="session")
def measured(run: Example) -> Measured:
    return measure(run)
