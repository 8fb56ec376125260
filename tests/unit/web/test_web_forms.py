from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from reportedly.errors import StaleError
from reportedly.packs import DEFAULT_PACKS
from reportedly.web import app, site
from reportedly.web.ask import Ask
from reportedly.web.form import Form
from reportedly.web.page import Done
from reportedly.web.pages import claims
from reportedly.web.serving import LOOPBACK
from reportedly.web.site import Site
from tests.unit.web.conftest import HERE, TOKEN, browser

TAKEN: list[Form] = []


def take(ask: Ask, form: Form) -> Done:
    """Record what came, where a real page would write the ledger."""
    if form.need("note") == "stale":
        what = "it has changed"
        raise StaleError(what, where="note", remedy="look again")
    told = {"by": form.signer}
    with ask.site.writing() as ledger, ledger.writing():
        TAKEN.append(form)
    return Done("/claims?type=attack", told)


@pytest.fixture(name="written")
def _written(place: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Site]:
    monkeypatch.setattr(app, "PAGES", (replace(claims.PAGE, post=take, fields=("note",)),))
    TAKEN.clear()
    made = Site(place, DEFAULT_PACKS, TOKEN, frozenset(LOOPBACK), writes=True, key=tmp_path / "key.pem")
    yield made
    made.lost()


def entered(site: Site) -> tuple[TestClient, str]:
    """Return a browser that opened the link, and what its forms carry."""
    client = browser(site, origin=HERE)
    client.get(f"/enter?token={TOKEN}")
    text = client.post("/claims", data={"token": "none"}).text
    assert "not made by this run" in text
    from reportedly.web.visit import form_token  # noqa: PLC0415

    return client, form_token(TOKEN, "; ".join(f"{name}={value}" for name, value in client.cookies.items()))


def test_a_form_is_taken_and_another_page_is_shown_and_the_name_is_kept(written: Site) -> None:
    client, token = entered(written)
    answer = client.post("/claims", data={"token": token, "by": " Ada  L. ", "note": "a\r\nb"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/claims?type=attack")
    assert (TAKEN[0].by, dict(TAKEN[0].fields)) == ("Ada L.", {"note": "a\nb"})
    assert {"HttpOnly", "SameSite=Strict"} <= set(answer.headers["set-cookie"].split("; "))
    assert client.post("/claims", data={"token": token, "note": "again"}).status_code == 303
    assert TAKEN[1].by == "Ada L."
    forged = answer.headers["set-cookie"].partition(";")[0].partition("=")
    client.cookies.set(forged[0], "RXZl." + forged[2].partition(".")[2], domain="127.0.0.1")
    client.cookies.delete(forged[0], domain="127.0.0.1")
    assert client.post("/claims", data={"token": token, "note": "nobody"}).status_code == 400


@pytest.mark.parametrize(
    ("data", "headers", "expected"),
    [
        ({"note": "x"}, {"sec-fetch-site": "cross-site"}, (403, "R100", "another site")),
        ({"note": "x"}, {"origin": "http://elsewhere.invalid"}, (403, "R100", "another site")),
        ({"note": "x"}, {"origin": "null"}, (403, "R100", "another site")),
        ({"note": "x", "token": "0" * 64}, {}, (403, "R103", "not made by this run")),
        ({"note": "x", "odd": "1"}, {}, (400, "R103", "no field")),
        ({"odder": "1"}, {}, (400, "R103", "no field")),
        ({"note": " "}, {}, (400, "R103", "note is empty")),
        ({"note": "stale"}, {}, (409, "R104", "has changed")),
        ({"note": "x", "by": "n" * 101}, {}, (400, "R103", "too long")),
        ({"note": "x" * 200_001}, {}, (413, "R103", "200,000 bytes")),
    ],
)
def test_what_is_refused_is_told_to_a_person_and_to_a_program(
    written: Site, data: dict[str, str], headers: dict[str, str], expected: tuple[int, str, str]
) -> None:
    status, code, told = expected
    client, token = entered(written)
    page = client.post("/claims", data={"token": token, **data}, headers=headers)
    assert page.status_code == status
    assert told in page.text
    assert code in page.text
    bearer = {"authorization": f"Bearer {TOKEN}", **headers, "accept": "application/json"}
    sent = {name: value for name, value in data.items() if name != "token"}
    if data.get("token") is None:
        error = client.post("/claims", data=sent, headers=bearer).json()["error"]
        assert (error["status"], error["code"]) == (status, code)
    assert TAKEN == []


def test_a_program_sends_its_token_in_a_header_and_no_other(written: Site) -> None:
    with browser(written, authorization=f"Bearer {TOKEN}") as client:
        answer = client.post("/claims.json", data={"by": "Ada", "note": "x"})
        assert answer.json() == {"page": "claims", "by": "Ada", "to": "/claims?type=attack"}
        assert client.post("/claims.json", json={"note": "x"}).status_code == 415
        assert client.get("/openapi.json").json()["paths"]["/claims.json"]["post"]["requestBody"]
    with browser(written, origin=HERE) as client:
        assert client.post("/claims.json", data={"note": "x"}).status_code == 401


def test_a_body_that_hides_its_size_is_still_cut(written: Site) -> None:
    with browser(written, authorization=f"Bearer {TOKEN}", **{"content-type": "application/x-www-form-urlencoded"}) as client:
        assert client.post("/claims", content=(b"note=" + b"x" * 1_000 for _ in range(300))).status_code == 413


def test_a_ledger_that_another_writes_is_waited_for_and_then_said_politely(written: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site, "BUSY_SECONDS", 0.05)
    client, token = entered(written)
    held = sqlite3.connect(written.where, isolation_level=None)
    held.execute("BEGIN IMMEDIATE")
    answer = client.post("/claims", data={"token": token, "by": "Ada", "note": "words of mine"})
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
    assert "another process is writing" in answer.text
    held.execute("ROLLBACK")
    held.close()
    assert client.post("/claims", data={"token": token, "by": "Ada", "note": "words of mine"}).status_code == 303


def test_a_server_that_only_reads_takes_no_form(written: Site) -> None:
    client, token = entered(written)
    written.writes = False
    answer = client.post("/claims", data={"token": token, "by": "Ada", "note": "x"})
    assert (answer.status_code, "only reads" in answer.text) == (403, True)
