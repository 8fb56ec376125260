"""The stores that every test of this folder runs on. Another database is another entry."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from reportedly.store import Ledger
from tests.cluster import Cluster, cluster

STORES = ("postgresql", "sqlite")
Places = Callable[[str], str]
"""Gives a store's place of a new ledger."""


@pytest.fixture(scope="session", name="server")
def _server() -> Iterator[Cluster]:
    with cluster() as made:
        yield made


@pytest.fixture(scope="session")
def places(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Places:
    def place(store: str) -> str:
        if store == "sqlite":
            return str(tmp_path_factory.mktemp("ledger") / "ledger.db")
        server: Cluster = request.getfixturevalue("server")
        return server.fresh()

    return place


@pytest.fixture(params=STORES)
def target(request: pytest.FixtureRequest, places: Places) -> Iterator[str]:
    made = places(request.param)
    server: Cluster | None = request.getfixturevalue("server") if request.param == "postgresql" else None
    yield made
    if server is not None:
        server.take_back(made)


@pytest.fixture
def ledger(target: str) -> Iterator[Ledger]:
    with Ledger.open(target) as opened:
        yield opened
