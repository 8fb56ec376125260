from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from starlette.testclient import TestClient

from reportedly.packs import DEFAULT_PACKS
from reportedly.query.judgements import every
from reportedly.store import Ledger, verify
from reportedly.web.serving import LOOPBACK
from reportedly.web.site import Site
from tests.unit.web.conftest import HERE, HOSTILE, TOKEN, browser, rows


@pytest.fixture(name="desk")
def _desk(place: Path, tmp_path: Path) -> Iterator[Site]:
    copy = Path(shutil.copy(place, tmp_path / "desk.db"))
    made = Site(copy, DEFAULT_PACKS, TOKEN, frozenset(LOOPBACK), writes=True, key=tmp_path / "key.pem")
    yield made
    made.lost()


@pytest.fixture(name="ada")
def _ada(desk: Site) -> Iterator[TestClient]:
    with browser(desk, origin=HERE) as client:
        client.get(f"/enter?token={TOKEN}")
        yield client


def form(text: str, act: str) -> dict[str, str]:
    """Return the hidden fields of the first form that does something."""
    found = next(part for part in text.split('<form method="post"')[1:] if f'value="{act}"' in part.partition("</form>")[0])
    return dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', found.partition("</form>")[0]))


def test_a_claim_is_rejected_from_the_queue_and_undone(ada: TestClient, desk: Site) -> None:
    text = ada.get("/review").text
    sent = form(text, "reject") | {"act": "reject", "by": "Ada", "reason": HOSTILE}
    answer = ada.post("/review?order=impact", data=sent)
    assert (answer.status_code, answer.headers["location"]) == (303, "/review?order=impact#queue")
    again = ada.get("/review").text
    assert "Judged last" in again
    assert "<img src=x" not in again
    assert sent["claim"] not in {row["id"] for row in rows(ada, "/claims.json")}
    assert sent["claim"] in {row["id"] for row in rows(ada, "/claims.json?judgements=without")}
    assert ada.post("/review", data=form(again, "undo")).status_code == 303
    assert sent["claim"] in {row["id"] for row in rows(ada, "/claims.json")}
    with Ledger.open(desk.where) as held:
        assert [(row["act"], row["by"]) for row in every(held)[-2:]] == [("reject", "Ada"), ("undo", "Ada")]
        assert verify(held).findings == ()


def test_a_claim_that_one_rejected_can_be_spoken_of_and_accepted_by_another(ada: TestClient, desk: Site) -> None:
    address = f"/claim/{rows(ada, '/claims.json')[0]['id']}"
    for act, by in (("reject", "Ada"), ("comment", "Bo"), ("accept", "Bo")):
        sent = form(ada.get(address).text, act) | {"act": act, "by": by, "reason": "as it reads"}
        assert ada.post(address, data=sent).status_code == 303
    with Ledger.open(desk.where) as held:
        assert [(row["act"], row["by"]) for row in every(held)[-3:]] == [("reject", "Ada"), ("comment", "Bo"), ("accept", "Bo")]


def test_a_correction_that_is_refused_keeps_what_was_written_and_a_stale_one_is_told(ada: TestClient) -> None:
    claim = next(row for row in rows(ada, "/claims.json") if row["type"] == "control")
    address = f"/claim/{claim['id']}"
    sent = form(ada.get(address).text, "correct") | {"by": "Ada", "date": "2031-13", "reason": "the mill stood"}
    refused = ada.post(address, data=sent)
    assert refused.status_code == 400
    assert "R102" in refused.text
    assert 'value="2031-13"' in refused.text
    assert "the mill stood" in refused.text
    taken = ada.post(address, data=sent | {"date": "2031-11"})
    assert taken.status_code == 303
    to = unquote(taken.headers["location"])
    assert ada.get(to).text.count("from 2031-11-01 until 2031-11-30") >= 1
    stale = ada.post(address, data=sent | {"date": "2031-12"})
    assert (stale.status_code, "R104" in stale.text) == (409, True)
    row = next(row for row in rows(ada, "/claims.json?since=2031-11-01&until=2031-11-30") if row["judged"])
    assert (row["judged"][0]["act"], row["judged"][0]["by"]) == ("correct", "Ada")
    assert "judged" in ada.get("/claims?since=2031-11-01").text


def test_a_program_judges_with_its_token_and_a_reader_sees_no_forms(desk: Site, client: TestClient) -> None:
    with browser(desk, authorization=f"Bearer {TOKEN}") as program:
        first = rows(program, "/review.json")[0]["id"]
        done = program.post(f"/claim/{first}.json", data={"act": "grade", "grade": "B2", "by": "Ben"}).json()
        assert (done["act"], done["claim"], done["now"]) == ("grade", first, [first])
        for data, status in (({"act": "grade", "grade": "Z"}, 400), ({"act": "none"}, 400), ({"act": "undo", "undo": "x"}, 400), ({}, 400)):
            assert program.post(f"/claim/{first}.json", data=data | {"by": "Ben"}).status_code == status
        assert program.post("/claim/c:none.json", data={"act": "accept", "by": "Ben"}).status_code == 404
        assert program.get("/review.csv").text.startswith("id,rank,")
        assert program.get("/review?order=odd").status_code == 400
    assert 'method="post"' not in client.get("/review").text
