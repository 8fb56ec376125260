"""GeoJSON features and Who's On First records (whosonfirst.org/docs/concepts): names in properties, a point out of the geometry."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from reportedly.gazetteer.formats.row import Source, UnusableError
from reportedly.gazetteer.formats.stream import Broken, values
from reportedly.model.toponym import Toponym

_GUESSES = {
    "id": ("id", "wof:id", "pcode", "code", "fid", "objectid"),
    "name": ("name", "wof:name", "name_en", "name:en", "shapename", "admin_name"),
    "kind": ("kind",),
    "within": ("within", "wof:parent_id", "parent"),
    "country": ("country", "iso:country", "wof:country", "iso"),
    "population": ("population", "wof:population", "pop"),
    "lat": ("lat", "latitude", "geom:latitude", "lbl:latitude"),
    "lon": ("lon", "lng", "longitude", "geom:longitude", "lbl:longitude"),
}
_PLACETYPES = {
    "country": "country",
    "region": "governorate",
    "macroregion": "region",
    "county": "district",
    "localadmin": "district",
    "macrohood": "neighbourhood",
    "neighbourhood": "neighbourhood",
    "microhood": "neighbourhood",
    "locality": "town",
    "borough": "district",
    "campus": "institution",
    "venue": "building",
}
_RING = 4


def read(source: Source) -> Iterator[Toponym | tuple[int, str]]:
    """Yield the places of a file, and for each feature that is none the line it begins on and why."""
    with source.text() as text:
        try:
            for line, value in values(text):
                if isinstance(value, Broken):
                    yield line, f"this is no JSON: {value.why}"
                    continue
                try:
                    yield _place(source, value, line)
                except UnusableError as why:
                    yield line, str(why)
        except json.JSONDecodeError as problem:
            yield problem.lineno, f"from here on it is no JSON: {problem.msg}"


def _place(source: Source, value: Any, line: int) -> Toponym:  # noqa: ANN401 - whatever the file holds
    if not isinstance(value, dict):
        why = "this is no feature"
        raise UnusableError(why)
    properties = value.get("properties")
    held = properties if isinstance(properties, dict) else value
    cells = {str(key).lower(): cell for key, cell in held.items()}
    kind = _cell(source, cells, "kind")
    placetype = cells.get("wof:placetype") or cells.get("pt")
    point: tuple[object, object] = (_cell(source, cells, "lat"), _cell(source, cells, "lon"))
    if point[0] is None:
        point = _point(value.get("geometry"))
    own = _cell(source, cells, "id") or value.get("id") or f"{source.path.stem}:{line}"
    prefix = "wof:" if placetype is not None else ""
    parent = _cell(source, cells, "within")
    return source.place(
        f"{prefix}{own}",
        str(_cell(source, cells, "name") or ""),
        str(kind) if kind else _PLACETYPES.get(str(placetype)),
        point,
        within=f"{prefix}{parent}" if parent not in (None, -1, "", 0) else None,
        country=str(_cell(source, cells, "country") or ""),
        population=_cell(source, cells, "population"),
        names=_names(source, cells),
    )


def _cell(source: Source, cells: Mapping[str, Any], ours: str) -> Any:  # noqa: ANN401
    named = source.columns.get(ours)
    keys = (named.lower(),) if named else _GUESSES[ours]
    return next((cells[key] for key in keys if cells.get(key) not in (None, "")), None) if cells else None


def _names(source: Source, cells: Mapping[str, Any]) -> Iterator[str]:
    """Yield every other name: of named columns, of Who's On First's ``name:…`` lists, of ``name_…`` and ``names``."""
    for ours in ("variants", "arabic"):
        named = cells.get(source.columns.get(ours, ours).lower())
        yield from str(named).split("|") if named else ()
    for key, cell in cells.items():
        if key.startswith(("name:", "name_")):
            yield from map(str, cell) if isinstance(cell, list) else (str(cell or ""),)
        elif key == "names" and isinstance(cell, dict):
            yield from (str(name) for names in cell.values() for name in (names if isinstance(names, list) else [names]))


def _point(geometry: Any) -> tuple[object, object]:  # noqa: ANN401
    """Return latitude and longitude of a point, or of the middle of the largest outline; Nones where there is neither."""
    if not isinstance(geometry, dict):
        return None, None
    try:
        match geometry.get("type"):
            case "Point":
                lon, lat = geometry["coordinates"][:2]
                return lat, lon
            case "Polygon":
                return _middle([geometry["coordinates"]])
            case "MultiPolygon":
                return _middle(geometry["coordinates"])
            case _:
                return None, None
    except (TypeError, ValueError, IndexError, KeyError) as problem:
        why = f"its geometry cannot be read: {problem}"
        raise UnusableError(why) from problem


def _middle(polygons: list[Any]) -> tuple[object, object]:
    rings = [_centroid(polygon[0]) for polygon in polygons if polygon and len(polygon[0]) >= _RING]
    if not rings:
        return None, None
    _, lat, lon = max(rings)
    return lat, lon


def _centroid(ring: list[Any]) -> tuple[float, float, float]:
    """Return area, latitude and longitude of the centroid of a closed ring (shoelace formula), in degrees."""
    x0, y0 = ring[0][:2]
    doubled = lat = lon = 0.0
    for (ax, ay, *_), (bx, by, *_) in pairwise(ring):
        cross = (ax - x0) * (by - y0) - (bx - x0) * (ay - y0)
        doubled += cross
        lon += (ax + bx - 2 * x0) * cross
        lat += (ay + by - 2 * y0) * cross
    if not doubled:
        return 0.0, y0, x0
    return abs(doubled) / 2, y0 + lat / (3 * doubled), x0 + lon / (3 * doubled)
