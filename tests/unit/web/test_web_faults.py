from __future__ import annotations

import json
import shutil
import sqlite3
from pathlib import Path
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from reportedly.packs import DEFAULT_PACKS
from reportedly.store import Ledger
from reportedly.web.serving import LOOPBACK
from reportedly.web.site import Site
from tests.ledgers import filled, small
from tests.strategies import RUN
from tests.unit.web.conftest import TOKEN, browser

HOSTILE = ("<script>alert(1)</script>", "' OR 1=1 --", "\u202e\u0000", "%", "9" * 400, "../../etc/passwd", "{{7*7}} ß🕊️")


@pytest.mark.parametrize(
    ("query", "word"),
    [
        ("bogus=1", "no filter"),
        ("type=war", "not understood"),
        ("since=tomorrow", "not understood"),
        ("since=2018-02-31", "not understood"),
        ("limit=-1", "not understood"),
        ("min_chains=many", "not understood"),
        ("after=x", "no place in this list"),
        ("actor=a&actor=b", "given twice"),
        ("own=perhaps", "not understood"),
        ("recorded_by=2018-10-10T99:00", "not understood"),
    ],
)
def test_what_is_not_understood_is_told_to_persons_and_programs(client: TestClient, query: str, word: str) -> None:
    page, told = client.get(f"/claims?{query}"), client.get(f"/claims.json?{query}")
    assert (page.status_code, told.status_code) == (400, 400)
    assert word in page.text.replace("&#39;", "'")
    error = json.loads(told.text)["error"]
    assert word in error["what"]
    assert error["code"].startswith("R1")
    assert error["remedy"]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_values_are_shown_as_text_and_break_nothing(client: TestClient, hostile: str) -> None:
    names = ("text", "actor", "speaker", "place", "publisher", "path", "doc", "frame", "type", "since", "after", "limit", hostile)
    pages = [f"/claims.json?{quote(name)}={quote(hostile)}" for name in names]
    pages += [
        f"/{page}?{name}={quote(hostile)}" for page in ("claims", "documents", "contradictions", "figures") for name in ("text", "lens")
    ]
    for page in pages:
        answer = client.get(page)
        assert answer.status_code in {200, 400}
        assert "<script>alert" not in answer.text or page.startswith("/claims.json")
    for path in ("claim", "document"):
        assert client.get(f"/{path}/{quote(hostile, safe='')}").status_code in {400, 404}


def test_unknown_pages_ids_and_methods(client: TestClient) -> None:
    assert client.get("/nothing").status_code == 404
    page = client.get("/claim/c:0000")
    assert page.status_code == 404
    assert 'href="/timeline"' in page.text  # a way on
    assert 'action="/claims"' in page.text
    assert client.get("/document/sha256:0").status_code in {200, 404}
    assert json.loads(client.get("/nothing", headers={"accept": "application/json"}).text)["error"]["status"] == 404
    assert client.delete("/claims", headers={"origin": "http://127.0.0.1:8642"}).status_code == 405


def test_a_lost_ledger_says_so_and_comes_back(tmp_path: Path) -> None:
    place = filled(tmp_path)
    site = Site(place, DEFAULT_PACKS, TOKEN, frozenset(LOOPBACK))
    with browser(site, authorization=f"Bearer {TOKEN}") as client:
        whole = client.get("/claims.json").text
        gone = place.rename(tmp_path / "gone.db")
        page, told = client.get("/claims"), client.get("/claims.json")
        assert (page.status_code, told.status_code) == (503, 503)
        assert "the ledger is gone" in page.text
        assert json.loads(told.text)["error"]["code"] == "R402"
        place.write_bytes(b"no ledger at all" * 512)
        assert client.get("/claims").status_code == 503
        shutil.copy(gone, place)
        assert client.get("/claims.json").text == whole
    site.lost()


def test_a_writer_beside_it_is_not_disturbed_and_what_it_records_is_shown(tmp_path: Path) -> None:
    place = filled(tmp_path)
    site = Site(place, DEFAULT_PACKS, TOKEN, frozenset(LOOPBACK))
    with browser(site, authorization=f"Bearer {TOKEN}") as client, Ledger.open(place) as writing:
        before = json.loads(client.get("/overview.json").text)
        with writing.writing():
            assert client.get("/claims").status_code == 200
        writing.writer(RUN).add(small(9))
        after = json.loads(client.get("/overview.json").text)
    counts = [next(row["count"] for row in told["rows"] if row["what"] == "documents") for told in (before, after)]
    assert counts[1] == counts[0] + 1
    site.lost()


def test_a_ledger_that_is_only_read_is_never_written(tmp_path: Path) -> None:
    place = filled(tmp_path)
    with Ledger.open(place, read_only=True) as held, held.reading() as connection, pytest.raises(Exception, match="readonly"):
        connection.exec_driver_sql("DELETE FROM claim")
    with sqlite3.connect(place) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0001'")
    with pytest.raises(Exception, match="R401"):
        Ledger.open(place, read_only=True)
