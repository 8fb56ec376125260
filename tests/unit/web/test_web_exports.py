from __future__ import annotations

import json
from pathlib import Path

from starlette.testclient import TestClient

from reportedly.export.formats import FORMATS
from reportedly.query.bundle_check import check_bundle
from reportedly.web.site import Site
from tests.unit.web.conftest import rows


def test_every_download_is_of_the_claims_that_the_page_lists(client: TestClient) -> None:
    query = "?type=control&known_by=2031-02"
    listed = [row["id"] for row in rows(client, f"/claims.json{query}")]
    page = client.get(f"/export{query}").text
    assert f"<b>{len(listed)} claims</b>" in page
    for row in rows(client, f"/export.json{query}"):
        assert row["file"].replace("&", "&amp;") in page
        answer = client.get(row["file"])
        assert answer.status_code == 200
        assert answer.headers["content-disposition"].endswith(f'.{FORMATS[row["format"]].suffix}"')
        assert row["manifest"] in answer.headers["link"]
        if row["format"] not in {"acled", "geojson"}:
            continue
        told = json.loads(client.get(row["manifest"]).text)
        assert (told["claims"], told["private_names"], told["clocks"]["known_by"]) == (len(listed), "taken out", "2031-02")
    assert [json.loads(line)["id"] for line in client.get(f"/export/jsonl{query}").text.splitlines()] == listed


def test_a_bundle_is_signed_where_the_server_may_write_and_can_be_checked(client: TestClient, site: Site, tmp_path: Path) -> None:
    query = "?type=control&known_by=2031-02"
    assert json.loads(client.get(f"/export.json{query}").text)["bundle"] is None
    assert client.get(f"/export/bundle{query}").status_code == 400
    site.writes, site.key = True, tmp_path / "key.pem"
    where = json.loads(client.get(f"/export.json{query}").text)["bundle"]
    assert where.replace("&", "&amp;") in client.get(f"/export{query}").text
    kept = tmp_path / "evidence.zip"
    kept.write_bytes(client.get(where).content)
    checked = check_bundle(kept)
    assert checked.faults == ()
    assert checked.claims == len(rows(client, f"/claims.json{query}"))


def test_pages_lead_to_the_exports_of_what_they_show(client: TestClient) -> None:
    assert "/export?place=Saltgate&amp;stance=denies" in client.get("/claims?place=Saltgate&stance=denies&limit=3").text
    assert (
        "/export?place=Saltgate&amp;until=2031-01&amp;type=control"
        in client.get("/control?place=Saltgate&as_of=2031-01&lens=chains:2").text
    )
    assert "/export?" not in client.get("/sources").text


def test_what_is_wrong_with_a_download_is_told(client: TestClient) -> None:
    assert client.get("/export/shapefile").status_code == 404
    assert client.get("/export/csv?since=yesterday").status_code == 400
    assert client.get("/export/csv?unmask=true").status_code == 400
    assert client.head("/export/csv").status_code == 200
