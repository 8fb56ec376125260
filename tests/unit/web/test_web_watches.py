"""Watches and looks from the browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from reportedly.example import pack
from reportedly.web.serving import LOOPBACK
from reportedly.web.site import Site
from reportedly.web.visit import form_token
from tests.ledgers import filled
from tests.unit.web.conftest import HERE, TOKEN, browser


@pytest.fixture(name="entered", scope="module")
def _entered(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[TestClient, str]]:
    place: Path = filled(tmp_path_factory.mktemp("watches"))
    site = Site(place, (str(pack()),), TOKEN, frozenset(LOOPBACK), writes=True, key=place.with_name("key.pem"))
    client = browser(site, origin=HERE)
    client.get(f"/enter?token={TOKEN}")
    yield client, form_token(TOKEN, "; ".join(f"{name}={value}" for name, value in client.cookies.items()))
    site.lost()


def test_a_filter_is_saved_looked_at_and_taken_out(entered: tuple[TestClient, str]) -> None:
    client, token = entered
    assert "Nothing is watched." in client.get("/watches").text
    page = client.get("/claims?stance=asserts").text
    assert "Save as watch" in page
    sent = {"token": token, "act": "add", "name": "attacks", "where": "stance=asserts"}
    assert client.post("/watches", data=sent).headers["location"] == "/watches"
    assert "Not looked at yet" in client.get("/watches").text
    (watch,) = client.get("/watches.json").json()["rows"]
    assert (watch["name"], watch["where"], watch["looked"]) == ("attacks", {"stance": "asserts"}, None)
    batch = client.get("/watches").text.partition('name="batch" value="')[2].partition('"')[0]
    client.post("/watches", data={"token": token, "act": "looked", "name": "attacks", "batch": batch})
    assert "Nothing new." in client.get("/watches").text
    client.post("/watches", data={"token": token, "act": "remove", "name": "attacks"})
    assert "Nothing is watched." in client.get("/watches").text


@pytest.mark.parametrize(
    "sent",
    [
        {"act": "add", "name": "<script>", "where": "stance=asserts"},
        {"act": "add", "name": "x", "where": "nothing=1"},
        {"act": "add", "name": "x", "where": "type=nothing"},
        {"act": "erase", "name": "x"},
        {"act": "looked", "name": "x", "batch": "1"},
        {"name": "x"},
    ],
)
def test_what_is_refused(entered: tuple[TestClient, str], sent: dict[str, str]) -> None:
    client, token = entered
    assert client.post("/watches", data={"token": token, **sent}).status_code in {400, 404}
    assert client.get("/watches.json").json()["rows"] == []


def test_who_has_looked_sees_what_came_since(entered: tuple[TestClient, str]) -> None:
    client, token = entered
    page = client.get("/changed?since=2001").text
    batch = page.partition('name="batch" value="')[2].partition('"')[0]
    refused = client.post("/changed", data={"token": token, "by": "Ada L.", "batch": "999999"})
    assert refused.status_code == 400
    answer = client.post("/changed", data={"token": token, "by": "Ada L", "batch": batch})
    assert answer.headers["location"] == "/changed?since=last-look%3AAda+L"
    assert "Nothing changed." in client.get(answer.headers["location"]).text
    assert client.get("/changed?since=last-look:nobody").status_code == 400


def test_a_report_has_its_twins(entered: tuple[TestClient, str]) -> None:
    client, _ = entered
    asked = "?from=2001&to=2031&most=3"
    assert client.get(f"/report.md{asked}").text.startswith("# Situation report 2001-01-01 to 2031-12-31")
    rows = client.get(f"/report.json{asked}").json()["rows"]
    assert all(row["notes"] or row["list"] for row in rows)
    assert client.get("/report?from=2031&to=2001").status_code == 400
    assert client.get("/report?from=2001&to=2031&most=0").status_code == 400
    assert "No claim of the window passes." in client.get("/report?from=1901&to=1901").text
