"""The map as GeoJSON (RFC 7946): its marks, and what they stand on."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict

from reportedly.export.contract import Json
from reportedly.web.map.base import HOLE, Base, Line
from reportedly.web.map.marks import Mark

_STEPS = 5
"""Digits of a degree: a metre."""


def marks(found: Iterable[Mark], link: Callable[[Mark], str]) -> str:
    """Return the marks as points; their properties are those of :class:`Mark`, and ``href``, where they lead."""
    return _written(
        _feature("Point", [mark.lon, mark.lat], asdict(mark) | {"glyphs": list(mark.glyphs), "half": mark.half, "href": link(mark)})
        for mark in found
    )


def base(held: Base) -> str:
    """Return land, lakes, lines and names; a hole in the land is a lake, and one in a lake is land."""
    return _written(_base(held))


def _base(held: Base) -> Iterator[Json]:
    for rings, layer, other in ((held.land, "land", "lake"), (held.lakes, "lake", "land")):
        for ring in sorted(rings, key=lambda ring: ring.kind == HOLE):
            yield _feature("Polygon", [_points(ring, closed=True)], {"layer": other if ring.kind == HOLE else layer})
    for line in held.lines:
        yield _feature("LineString", _points(line), {"layer": "boundary", "kind": line.kind})
    for name in held.names:
        yield _feature("Point", [name.lon, name.lat], {"layer": "name", "name": name.text, "zoom": name.zoom})


def _points(line: Line, *, closed: bool = False) -> list[list[float]]:
    points: list[list[float]] = line.points.round(_STEPS).tolist()
    return [*points, points[0]] if closed and points[0] != points[-1] else points


def _feature(kind: str, coordinates: object, properties: Json) -> Json:
    return {"type": "Feature", "geometry": {"type": kind, "coordinates": coordinates}, "properties": properties}


def _written(features: Iterable[Json]) -> str:
    return json.dumps({"type": "FeatureCollection", "features": list(features)}, ensure_ascii=False, separators=(",", ":"))
