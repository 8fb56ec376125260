from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from reportedly.model import Argument, Figure, Reading, Speaker
from reportedly.packs import DEFAULT_PACKS
from reportedly.store import Ledger
from reportedly.web.app import make_app
from reportedly.web.serving import LOOPBACK
from reportedly.web.site import Site
from tests.ledgers import filled, small
from tests.strategies import RUN

TOKEN = "an-invented-token-of-tests"  # noqa: S105 - of a server that no network reaches
HERE = "http://127.0.0.1:8642"


def browser(site: Site, **headers: str) -> TestClient:
    """Return a client of a site that has no cookie yet."""
    return TestClient(make_app(site), base_url=HERE, headers=headers, follow_redirects=False)


JOB = "20310101T000000-000000"
HOSTILE = "<img src=x onerror=alert(1)> \"'&{{7*7}} \u202e"


@pytest.fixture(scope="session", name="place")
def _place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = filled(tmp_path_factory.mktemp("web"))
    with Ledger.open(place) as held:
        held.writer(RUN).add(hostile())
    sent = place.with_name(f"{place.name}.uploads") / JOB
    sent.mkdir(parents=True)
    told = {"by": HOSTILE, "when": "2031-01-01T00:00:00Z", "files": [{"name": HOSTILE, "size": 3}]}
    (sent / "job.json").write_text(json.dumps(told), encoding="utf-8")
    (sent / "told.jsonl").write_text(json.dumps({"file": 0, "code": "R202", "message": HOSTILE}) + "\n", encoding="utf-8")
    (sent / "ended").touch()
    return place


def key_of(path: str, claim: dict[str, Any]) -> str:
    """Return the id of what a page of one thing shows."""
    kind = path.split("/")[1]
    return JOB if kind == "upload" else str(claim["id"] if kind == "claim" else claim["doc"]["id"])


def hostile() -> Reading:
    """Return a reading that has markup in every field that a document, a pack or a model may fill."""
    reading = small(4)
    first, *rest = reading.claims or ()
    claim = replace(
        first,
        gloss=HOSTILE,
        speaker=Speaker(HOSTILE),
        chain=(HOSTILE, HOSTILE),
        hedge=HOSTILE,
        places=(HOSTILE,),
        args=((HOSTILE, Argument(HOSTILE, first.start, first.end)),),
        figures=(Figure(7.0, "=", HOSTILE, denominator=HOSTILE, universe=HOSTILE),),
        method=HOSTILE,
    )
    document = replace(reading.document, text=reading.document.text.replace("Report", HOSTILE), path=f"{HOSTILE}/a.txt", ref=HOSTILE)
    metadata = replace(document.metadata, title=HOSTILE, publisher=HOSTILE, byline=(HOSTILE,), url=HOSTILE)
    marks = tuple(replace(mark, speaker_name=HOSTILE) for mark in reading.attributions or ())
    return replace(reading, document=replace(document, metadata=metadata), attributions=marks, claims=(claim, *rest))


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
