"""The stores that every test of this folder runs on. Another database is another entry."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from reportedly.store import Ledger
from tests.cluster import Cluster, cluster

STORES = ("postgresql", "sqlite")
HEAVY = {
    "test_a_ledger_of_any_readings_is_whole",
    "test_what_is_read_again_comes_out_and_the_record_is_whole",
    "test_a_job_that_is_killed_half_way_leaves_whole_readings_and_goes_on",
    "test_the_views_of_reuse_do_not_depend_on_the_order",
    "test_a_claim_is_shown_with_its_chains_and_the_terminal_reads",
    "test_another_process_reads_while_one_writes",
    "test_what_was_recorded_by_a_day_is_told_as_it_was_told_on_that_day",
    "test_which_claims_meet_is_said_by_one_text_too",
}
"""What a server is not asked each time: it takes long, and the same ways are gone by others. `make soak` asks."""
Places = Callable[[str], str]
"""Gives a store's place of a new ledger."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what is slow on a server."""
    for item in items:
        if isinstance(item, pytest.Function) and item.originalname in HEAVY and "[postgresql" in item.name:
            item.add_marker("slow")


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
