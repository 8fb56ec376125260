from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from reportedly.packs import DEFAULT_PACKS, load_packs
from reportedly.query import ClaimFilter, claims
from reportedly.review import Judging
from reportedly.store import Ledger
from tests.ledgers import small
from tests.strategies import RUN

KEY = Ed25519PrivateKey.from_private_bytes(b"\x07" * 32)
Reviewer = Callable[[str], Judging]


@pytest.fixture(scope="session", name="fresh")
def _fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("review") / "fresh.db"
    with Ledger.open(place) as held:
        for number in (1, 2, 3):
            held.writer(RUN).add(small(number))
    return place


@pytest.fixture(name="ledger")
def _ledger(fresh: Path, tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(shutil.copy(fresh, tmp_path / "ledger.db")) as held:
        yield held


def reviewer(name: str) -> Judging:
    """Return how somebody judges, with a key of the tests."""
    return Judging(name, lambda: KEY, load_packs(DEFAULT_PACKS), DEFAULT_PACKS)


def standing(ledger: Ledger, **filters: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - fields of the filter
    """Return the claims that stand."""
    return list(claims(ledger, ClaimFilter(**filters)))
