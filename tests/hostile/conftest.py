from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType

import pytest

from reportedly.limits import limits
from tests.ledgers import filled

_PATIENCE = 600


@pytest.fixture(autouse=True)
def _no_hang(request: pytest.FixtureRequest) -> Iterator[None]:
    """Have a test that waits for something that never comes fail, and the others go on."""

    def give_up(_number: int, _frame: FrameType | None) -> None:
        pytest.fail(f"{request.node.name} waits for something that never comes")  # nothing on the way catches it

    held = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(_PATIENCE)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, held)


@pytest.fixture(name="set_limit")
def _set_limit(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str, int], None]]:
    """A function that sets a ceiling for this test."""

    def put(name: str, value: int) -> None:
        monkeypatch.setenv(f"REPORTEDLY_{name.upper()}", str(value))
        limits.cache_clear()

    yield put
    monkeypatch.undo()
    limits.cache_clear()


@pytest.fixture(name="filled", scope="session")
def _filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small ledger that tests only read."""
    return filled(tmp_path_factory.mktemp("hostile"))
