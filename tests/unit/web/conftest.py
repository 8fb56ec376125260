from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from reportedly.packs import DEFAULT_PACKS
from reportedly.web.app import make_app
from reportedly.web.serving import LOOPBACK
from reportedly.web.site import Site
from tests.ledgers import filled

TOKEN = "an-invented-token-of-tests"  # noqa: S105 - of a server that no network reaches
HERE = "http://127.0.0.1:8642"


def browser(site: Site, **headers: str) -> TestClient:
    """Return a client of a site that has no cookie yet."""
    return TestClient(make_app(site), base_url=HERE, headers=headers, follow_redirects=False)


@pytest.fixture(scope="session", name="place")
def _place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return filled(tmp_path_factory.mktemp("web"))


@pytest.fixture(name="site")
def _site(place: Path) -> Iterator[Site]:
    site = Site(place, DEFAULT_PACKS, TOKEN, frozenset(LOOPBACK))
    yield site
    site.lost()


@pytest.fixture(name="client")
def _client(site: Site) -> Iterator[TestClient]:
    with browser(site, authorization=f"Bearer {TOKEN}") as client:
        yield client


def rows(client: TestClient, address: str) -> list[dict[str, Any]]:
    """Return the rows of a JSON twin."""
    found: list[dict[str, Any]] = json.loads(client.get(address).text)["rows"]
    return found
