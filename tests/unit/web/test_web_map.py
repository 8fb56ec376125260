from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from reportedly import example
from reportedly.model import Argument
from reportedly.model.pack import Place
from reportedly.packs import DEFAULT_PACKS, read_packs
from reportedly.store import Ledger
from reportedly.web.serving import LOOPBACK
from reportedly.web.site import BOUNDARIES, Site
from tests.ledgers import small
from tests.strategies import RUN
from tests.unit.web.conftest import TOKEN, browser, rows


@pytest.fixture(scope="module", name="held")
def _held(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a ledger that says who holds two places, one of which a pack knows."""
    path = tmp_path_factory.mktemp("map") / "ledger.db"
    reading = small(1)
    party = ("controller", Argument("Army", 0, 1, actor="SYR-ARMY"))
    told: dict[str, Any] = {"type": "control", "frame": "holds-control", "stance": "asserts"}
    places = zip(reading.claims or (), ("sy-aleppo", "sy-nowhere", "sy"), strict=True)
    made = [
        replace(claim, **told, args=(party, ("place", Argument(place, 0, 1, place=place))), places=(place,), place_ids=(place,))
        for claim, place in places
    ]
    with Ledger.open(path) as ledger:
        ledger.writer(RUN).add(replace(reading, claims=tuple(made)))
    return path


@pytest.fixture(name="map_client")
def _map_client(held: Path) -> object:
    site = Site(held, DEFAULT_PACKS, TOKEN, frozenset(LOOPBACK), boundaries=Path(example.pack()) / BOUNDARIES)
    with browser(site, authorization=f"Bearer {TOKEN}") as client:
        yield client
    site.lost()


def test_a_place_is_marked_where_it_lies_and_leads_to_its_row_and_one_without_is_listed(map_client: TestClient) -> None:
    found = {row["place"]: row for row in rows(map_client, "/map.json?as_of=2032")}
    assert (found["sy-aleppo"]["lat"], found["sy-aleppo"]["unmarked"]) == (36.20124, "")
    assert found["sy-nowhere"]["unmarked"] == "no coordinates are known"
    text = map_client.get("/map?as_of=2032").text
    assert 'href="/control?as_of=2032&amp;place=sy-aleppo"' in text
    assert text.count('class="mark') == 1
    assert "No mark: no coordinates are known" in text
    assert "No mark: a country is too wide for a mark" in text
    assert "no endorsement" in text
    assert map_client.get("/control?as_of=2032&place=sy-aleppo").text.count("data-row") == 1


def test_the_table_has_a_line_for_each_party(map_client: TestClient) -> None:
    lines = list(csv.DictReader(io.StringIO(map_client.get("/map.csv?as_of=2032").text)))
    assert {(line["place"], line["actor"], line["says"]) for line in lines} == {
        (p, "SYR-ARMY", "holds") for p in ("sy-aleppo", "sy-nowhere", "sy")
    }


def test_a_part_of_the_earth_may_be_named_and_what_lies_outside_is_told(map_client: TestClient) -> None:
    text = map_client.get("/map?as_of=2032&box=-10,40,5,50").text
    assert "Outside of this view" in text
    assert "show where they are" in text
    assert 'class="mark' not in text
    wrong = map_client.get("/map.json?box=5,40,-10,50")
    assert (wrong.status_code, json.loads(wrong.text)["error"]["where"]) == (400, "box")


def test_nothing_on_the_map_has_a_page_of_its_own(client: TestClient, map_client: TestClient) -> None:
    assert "No claim of who holds a place" in map_client.get("/map?recorded_by=1999-01-01").text
    assert "no endorsement" in client.get("/map").text


def test_a_site_takes_boundaries_of_the_user_then_of_the_pack_then_its_own(tmp_path: Path) -> None:
    pack, own = tmp_path / "pack", tmp_path / "own.geojson"
    pack.mkdir()
    feature = {"type": "Feature", "properties": {"name": "Here"}, "geometry": {"type": "LineString", "coordinates": [[0, 0], [1, 1]]}}
    (pack / "boundaries.geojson").write_text(json.dumps(feature))
    own.write_text(json.dumps(feature))
    sites = [Site(tmp_path, (str(pack),), "", frozenset(), boundaries=file) for file in (own, None)] + [Site(tmp_path, (), "", frozenset())]
    assert [site.base.whose for site in sites] == ["own.geojson", "boundaries.geojson", "Natural Earth 1:10m"]


def test_a_place_that_only_its_pack_knows_is_marked_by_it(held: Path) -> None:
    pack = read_packs(DEFAULT_PACKS).pack
    site = Site(held, DEFAULT_PACKS, TOKEN, frozenset(LOOPBACK))
    site.__dict__["pack"] = replace(pack, places=pack.places | {"sy-nowhere": Place("sy-nowhere", "Nowhere", "town", None, 35.0, 37.0)})
    with browser(site, authorization=f"Bearer {TOKEN}") as client:
        assert next(row for row in rows(client, "/map.json?as_of=2032") if row["place"] == "sy-nowhere")["lat"] == 35.0
    site.lost()


def test_the_map_that_moves_has_the_same_marks_and_the_base(map_client: TestClient) -> None:
    found = json.loads(map_client.get("/map.geojson?as_of=2032").text)["features"]
    assert [(each["properties"]["place"], each["properties"]["href"]) for each in found] == [
        ("sy-aleppo", "/control?as_of=2032&place=sy-aleppo")
    ]
    answer = map_client.get("/map.base")
    assert answer.headers["content-type"].startswith("application/geo+json")
    assert "unsafe" not in answer.headers["content-security-policy"]
    text = map_client.get("/map?as_of=2032").text
    assert 'data-marks="/map.geojson?as_of=2032"' in text
    module = text.partition('data-free-map="')[2].partition('"')[0]
    assert map_client.get(module).headers["content-type"].partition(";")[0] in {"text/javascript", "application/javascript"}
