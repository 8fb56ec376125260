from __future__ import annotations

import hashlib
import json
from importlib.resources import files
from pathlib import Path

from reportedly import example
from reportedly.web.map import geojson
from reportedly.web.map.base import HOLE, earth
from reportedly.web.map.boundaries import boundaries
from reportedly.web.map.marks import Mark


def test_marks_are_points_with_all_that_is_drawn_and_said_of_them() -> None:
    mark = Mark("saltgate", "Saltgate", 36.2, 37.1, "contested", "told", glyphs=(1, 2), weight=3.0)
    (found,) = json.loads(geojson.marks([mark], lambda each: f"/control?place={each.place}"))["features"]
    assert found["geometry"] == {"type": "Point", "coordinates": [37.1, 36.2]}
    assert found["properties"]["glyphs"] == [1, 2]
    assert found["properties"]["href"] == "/control?place=saltgate"
    assert found["properties"]["told"] == "told"


def test_what_the_map_stands_on_has_rings_that_end_where_they_begin_and_holes_as_what_lies_in_them() -> None:
    found = json.loads(geojson.base(boundaries(Path(example.pack()) / "boundaries.geojson")))["features"]
    assert {each["properties"]["layer"] for each in found} == {"land", "lake", "boundary", "name"}
    rings = [ring for each in found if each["geometry"]["type"] == "Polygon" for ring in each["geometry"]["coordinates"]]
    assert all(ring[0] == ring[-1] for ring in rings)
    assert any(ring.kind == HOLE for ring in earth().land)


def test_a_hole_of_a_file_is_one(tmp_path: Path) -> None:
    square, inside = [[0, 0], [9, 0], [9, 9], [0, 0]], [[2, 1], [3, 1], [3, 2], [2, 1]]
    shape = {"type": "MultiPolygon", "coordinates": [[square, inside], [square]]}
    file = tmp_path / "own.geojson"
    file.write_text(json.dumps({"type": "Feature", "properties": {"layer": "land"}, "geometry": shape}))
    assert [ring.kind for ring in boundaries(file).land] == ["", HOLE, ""]


def test_what_is_shipped_of_others_is_as_they_made_it_with_its_licence() -> None:
    static = files("reportedly.web") / "static"
    for part in json.loads((static / "vendored.json").read_text(encoding="utf-8")):
        assert part["licence"]
        assert part["version"] in next(iter(part["files"]))
        assert any(name.endswith("LICENSE.txt") for name in part["files"])
        for name, seal in part["files"].items():
            assert hashlib.sha256((static / name).read_bytes()).hexdigest() == seal, name
    shipped = {f"{each.name}/{file.name}" for each in static.iterdir() if each.is_dir() for file in each.iterdir()}
    assert shipped == {name for part in json.loads((static / "vendored.json").read_text(encoding="utf-8")) for name in part["files"]}
