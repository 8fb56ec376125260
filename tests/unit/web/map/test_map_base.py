from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly import example
from reportedly.errors import DataError
from reportedly.limits import Limits
from reportedly.web.map.base import AGREED, Line, earth
from reportedly.web.map.boundaries import boundaries
from reportedly.web.map.frame import Box, Frame
from reportedly.web.map.paths import areas, clipped, lines, runs

BOX = Box(0.0, 0.0, 10.0, 10.0)


def _area(points: np.ndarray) -> float:
    x, y = points[:, 0], points[:, 1]
    return float(abs(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1))) / 2)


@given(st.floats(-20, 20), st.floats(-20, 20), st.floats(0.5, 30), st.floats(0.5, 30))
def test_a_ring_is_clipped_to_what_of_it_lies_in_the_box(west: float, south: float, wide: float, tall: float) -> None:
    ring = np.array([(west, south), (west + wide, south), (west + wide, south + tall), (west, south + tall)])
    across = max(0.0, min(10.0, west + wide) - max(0.0, west))
    up = max(0.0, min(10.0, south + tall) - max(0.0, south))
    cut = clipped(ring, BOX)
    assert (_area(cut) if len(cut) else 0.0) == pytest.approx(across * up, abs=1e-6)


def test_a_line_is_cut_into_the_runs_that_meet_the_box() -> None:
    found = list(runs(np.array([(-5.0, 5.0), (5.0, 5.0), (15.0, 5.0), (15.0, 20.0), (5.0, 20.0), (5.0, 9.0)]), BOX))
    assert [len(run) for run in found] == [3, 2]


def test_the_base_that_ships_has_land_where_land_is_and_marks_disputed_lines() -> None:
    base = earth()
    frame = Frame.of(Box(35.0, 32.0, 43.0, 38.0))
    assert len(areas(base.land, frame)) > 400
    assert areas(base.land, Frame.of(Box(-150.0, -20.0, -149.9, -19.9))) == ""
    assert {AGREED, "disputed"} == {line.kind for line in base.lines}
    assert len(lines(base.lines, frame)) > 1000
    assert any(name.text == "Syria" for name in base.names)


def test_a_file_takes_the_place_of_boundaries_and_names_and_of_land_only_where_it_has_some(tmp_path: Path) -> None:
    own = boundaries(Path(example.pack()) / "boundaries.geojson")
    assert {name.text for name in own.names} == {"Corvany", "Tressia", "Haldria"}
    assert len(own.land) == 1
    file = tmp_path / "two.geojson"
    shape = {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]}
    file.write_text(
        json.dumps({"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"name": "A"}, "geometry": shape}]})
    )
    base = boundaries(file)
    assert base.land is earth().land
    assert [len(line.points) for line in base.lines] == [4]
    assert (base.names[0].text, base.names[0].lat, base.whose) == ("A", 0.5, "two.geojson")


def _feature(geometry: object, **properties: object) -> str:
    return json.dumps({"type": "Feature", "properties": properties, "geometry": geometry})


_LINE = {"type": "LineString", "coordinates": [[0, 0], [1, 1]]}


@pytest.mark.parametrize(
    ("second", "what"),
    [
        (_feature({"type": "Point", "coordinates": [0, 0]}), "cannot be drawn"),
        (_feature(None), "no geometry"),
        (_feature({"type": "LineString", "coordinates": [[0, 0]]}), "two points"),
        (_feature({"type": "LineString", "coordinates": []}), "no points"),
        (_feature({"type": "LineString", "coordinates": [[0, 0], [1, 95]]}), "not on the earth"),
        (_feature({"type": "LineString", "coordinates": [[0, 0], ["a", 1]]}), "is no point"),
        (_feature({"type": "LineString", "coordinates": [[0, 0], [True, 1]]}), "is no point"),
        (_feature({"type": "MultiPolygon", "coordinates": [1]}), "no coordinates"),
        (_feature({"type": "Polygon", "coordinates": [[[0, 0], [1, 1], [0, 0]]]}, layer="land"), "a ring four"),
        (_feature(_LINE, layer="sky"), "is no layer"),
        (_feature(_LINE, kind="mine"), "is no kind"),
        (_feature(_LINE, name="A", label=[200, 1]), "not on the earth"),
        ('{"type": "Topology"}', "no feature"),
        ("[1,", "no JSON"),
    ],
)
def test_a_feature_that_cannot_be_drawn_is_told_with_its_line(tmp_path: Path, second: str, what: str) -> None:
    file = tmp_path / "own.geojson"
    file.write_text(f'{{"type": "FeatureCollection", "features": [\n{_feature(_LINE)},\n{second}\n]}}\n')
    with pytest.raises(DataError) as told:
        boundaries(file)
    assert what in told.value.what
    assert told.value.where is not None
    assert int(told.value.where.rpartition(":")[2]) in {3, 4}


def test_a_file_that_is_none_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "own.geojson"
    for content, what in ((b"", "no feature"), (b"\xff\xfe\x00", "UTF-8"), (b'{"features": []}', "no feature")):
        file.write_bytes(content)
        with pytest.raises(DataError, match=what):
            boundaries(file)
    with pytest.raises(DataError, match="cannot be read"):
        boundaries(tmp_path / "none")
    monkeypatch.setattr("reportedly.web.map.boundaries.limits", lambda: Limits(boundaries_bytes=3))
    with pytest.raises(DataError, match="larger"):
        boundaries(file)


def test_a_ring_far_off_is_not_drawn() -> None:
    line = Line.of(np.array([(100.0, 10.0), (101.0, 11.0), (102.0, 10.0)]))
    assert lines([line], Frame.of(BOX)) == ""
