"""One run over the example for all tests of this folder."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.quality.measured import Example, Measured, filled, measure


@pytest.fixture(scope="session", name="run")
def _run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Example]:
    with filled(tmp_path_factory.mktemp("quality")) as run:
        yield run


@pytest.fixture(scope="session")
def measured(run: Example) -> Measured:
    return measure(run)
