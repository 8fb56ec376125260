"""Boundaries and names of the user's own: a GeoJSON file (RFC 7946) in place of those that ship."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from math import isfinite
from pathlib import Path
from typing import Any, NoReturn

import numpy as np

from reportedly.errors import DataError
from reportedly.gazetteer.formats.stream import Broken, values
from reportedly.limits import limits
from reportedly.text import clean, excerpt
from reportedly.web.map.base import AGREED, HOLE, Base, Line, Name, earth
from reportedly.web.map.frame import DATE_LINE

_LAYERS = ("boundary", "land", "lake")
_KINDS = (AGREED, "disputed")
_DEPTH = {"LineString": 1, "MultiLineString": 2, "Polygon": 2, "MultiPolygon": 3}
_HIGH, _TWO, _RING, _NAME = 90.0, 2, 4, 80
_ORDER = "longitude, then latitude"


def boundaries(path: Path) -> Base:
    """Return the base with the boundaries and names of a file in place of its own.

    A feature is a line or a polygon. Of its properties are read: ``layer``, one of ``boundary`` (where none is named), ``land`` and
    ``lake``, which take the place of the base's own where the file has any; ``kind`` of a boundary, ``agreed`` or ``disputed``; and
    ``name``, which is written at ``label`` ([longitude, latitude]) or in the middle of the feature.

    Raises:
        DataError: the file cannot be read, or a feature of it cannot be drawn; it names the line on which the feature begins.
    """
    layers: dict[str, list[Line]] = {layer: [] for layer in _LAYERS}
    names: list[Name] = []
    for where, feature in _features(path):
        layer, kind = _word(feature, "layer", _LAYERS, where), _word(feature, "kind", _KINDS, where)
        shade = kind if layer == "boundary" else ""
        parts = [Line.of(_points(part, where), HOLE if hole and layer != "boundary" else shade) for part, hole in _parts(feature, where)]
        if any(len(part.points) < (_TWO if layer == "boundary" else _RING) for part in parts):
            _fail("a line needs two points, and a ring four", where)
        layers[layer] += parts
        if (name := feature["properties"].get("name")) and parts:
            names.append(_name(str(name), feature["properties"].get("label"), parts, where))
    held = earth()
    made = replace(held, lines=tuple(layers["boundary"]), names=tuple(names), whose=excerpt(clean(path.name), _NAME))
    return replace(made, land=tuple(layers["land"]) or held.land, lakes=tuple(layers["lake"]) or held.lakes)


def _features(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    where, count = str(path), 0
    try:
        if path.stat().st_size > limits().boundaries_bytes:
            _fail(f"the file is larger than {limits().boundaries_bytes:,} bytes", where, "make its lines simpler")
        with path.open(encoding="utf-8-sig") as text:
            for line, found in values(text):
                where, count = f"{path}:{line}", count + 1
                yield where, _feature(found, where)
    except json.JSONDecodeError as error:
        _fail(f"from here on it is no JSON: {error.msg}", f"{path}:{error.lineno}")
    except UnicodeDecodeError:
        _fail("the file is no text in UTF-8", str(path))
    except OSError as error:
        _fail(f"the file cannot be read: {error.strerror or error}", str(path), "check its name and its rights")
    if not count:
        _fail("the file has no feature", str(path))


def _feature(found: object, where: str) -> dict[str, Any]:
    if isinstance(found, Broken) or not isinstance(found, dict) or found.get("type") != "Feature":
        _fail("this is no feature", where, "give a FeatureCollection of GeoJSON")
    properties = found.get("properties") or {}
    return found | {"properties": properties if isinstance(properties, dict) else {}}


def _word(feature: dict[str, Any], name: str, known: tuple[str, ...], where: str) -> str:
    value = feature["properties"].get(name, known[0])
    if value not in known:
        _fail(f"{value!r:.40} is no {name}", where, f"write one of {', '.join(known)}")
    return str(value)


def _parts(feature: dict[str, Any], where: str) -> Iterable[tuple[Any, bool]]:
    """Return the lines and rings of a feature, each with whether it is a hole."""
    given = feature.get("geometry")
    geometry = given if isinstance(given, dict) else {}
    kind = str(geometry.get("type", "no geometry"))
    if kind not in _DEPTH:
        _fail(f"a feature of {kind:.40} cannot be drawn", where, f"use one of {', '.join(_DEPTH)}")
    parts: list[tuple[Any, bool]] = [(geometry.get("coordinates"), False)]
    for _ in range(_DEPTH[kind] - 1):
        if not all(isinstance(part, list) for part, _ in parts):
            _fail(f"these are no coordinates of a {kind}", where)
        parts = [(each, bool(number) and kind.endswith("Polygon")) for part, _ in parts for number, each in enumerate(part)]
    return parts


def _points(part: object, where: str) -> Any:  # noqa: ANN401 - an array
    if not isinstance(part, list) or not part:
        _fail("a line has no points", where)
    return np.array([_point(each, where) for each in part], dtype=np.float64)


def _point(given: object, where: str) -> tuple[float, float]:
    pair = given[:_TWO] if isinstance(given, list) and len(given) >= _TWO else []
    if len(pair) < _TWO or not all(isinstance(each, int | float) and not isinstance(each, bool) and isfinite(each) for each in pair):
        _fail(f"{given!r:.40} is no point", where, f"write {_ORDER}, as in [37.16, 36.2]")
    lon, lat = pair
    if abs(lon) > DATE_LINE or abs(lat) > _HIGH:
        _fail(f"[{lon:g}, {lat:g}] is not on the earth", where, f"write degrees (WGS 84), {_ORDER}")
    return float(lon), float(lat)


def _name(text: str, label: object, parts: list[Line], where: str) -> Name:
    if label is None:
        box = max((part.box for part in parts), key=lambda box: (box.east - box.west) * (box.north - box.south))
        return Name(excerpt(clean(text), _NAME), (box.south + box.north) / 2, (box.west + box.east) / 2)
    lon, lat = _point(label, where)
    return Name(excerpt(clean(text), _NAME), lat, lon)


def _fail(what: str, where: str, remedy: str | None = None) -> NoReturn:
    raise DataError(what, where=where, remedy=remedy)
