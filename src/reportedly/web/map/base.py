"""What the map stands on: land, lakes, lines and names, of Natural Earth (public domain) or of a file of the user's own."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reportedly.web.map.frame import Box

Points = NDArray[np.float64]
"""Longitudes and latitudes, a row each."""
HOLE = "hole"
AGREED = "agreed"
"""The kind of a line that the base does not mark as disputed."""
NATURAL_EARTH = "Natural Earth 1:10m"
_KINDS = {"International boundary (verify)": AGREED}


@dataclass(frozen=True, slots=True)
class Line:
    """A line or a ring: its points, its box, and its kind: of a boundary ``agreed`` or ``disputed``, of a ring ``hole`` where it is one."""

    points: Points
    box: Box
    kind: str = ""

    @classmethod
    def of(cls, points: Points, kind: str = "") -> Line:
        """Return the line of points."""
        (west, south), (east, north) = points.min(axis=0), points.max(axis=0)
        return cls(points, Box(float(west), float(south), float(east), float(north)), kind)

    def touches(self, box: Box) -> bool:
        """Say whether its box meets another."""
        own = self.box
        return own.west <= box.east and box.west <= own.east and own.south <= box.north and box.south <= own.north


@dataclass(frozen=True, slots=True)
class Name:
    """What an area is called, where that is written, and from which zoom on."""

    text: str
    lat: float
    lon: float
    zoom: float = 0.0


@dataclass(frozen=True, slots=True)
class Base:
    """What the map stands on, and whose lines and names they are."""

    land: tuple[Line, ...]
    lakes: tuple[Line, ...]
    lines: tuple[Line, ...]
    names: tuple[Name, ...]
    whose: str = NATURAL_EARTH


@cache
def earth() -> Base:
    """Return the base that ships, as ``tools/basemap.py`` made it."""
    held = json.loads(gzip.decompress((files(__package__) / "earth.json.gz").read_bytes()))
    scale = held["scale"]
    lines = tuple(_line(steps, scale, _KINDS.get(kind, "disputed")) for kind, steps in held["lines"])
    names = tuple(Name(text, lat, lon, zoom) for text, lon, lat, zoom in held["names"])
    return Base(_lines(held["land"], scale), _lines(held["lakes"], scale), lines, names)


def _lines(found: Iterable[Any], scale: int) -> tuple[Line, ...]:
    rings = (_line(steps, scale) for steps in found)
    return tuple(replace(ring, kind=HOLE) if turns_left(ring.points) else ring for ring in rings)


def turns_left(ring: Points) -> bool:
    """Say whether a ring goes against the clock, as shapefiles have their holes."""
    x, y = ring[:, 0], ring[:, 1]
    return bool(np.dot(x, np.roll(y, -1)) > np.dot(y, np.roll(x, -1)))


def _line(steps: list[int], scale: int, kind: str = "") -> Line:
    return Line.of(np.cumsum(np.array(steps, dtype=np.float64).reshape(-1, 2), axis=0) / scale, kind)
