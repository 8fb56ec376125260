"""From degrees to the drawing: a box of the earth in Mercator's projection, as wide as the page has it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import atan, cos, degrees, exp, log, pi, radians, tan

import numpy as np
from numpy.typing import NDArray

from reportedly.errors import OptionError

WIDTH, LOWEST, HIGHEST = 900.0, 460.0, 680.0
"""Of a drawing: its width, and between which its height lies."""
POLE, DATE_LINE = 85.0, 180.0
LEAST = 0.02
"""Degrees that a box is wide, at least."""
_MARGIN = 0.09
_FAR = 3.0
"""Times the distance that three in four places stand from their middle: what is farther does not make the box wider."""
_FEW = 8
"""Places below which all of them make the box."""


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the earth between two meridians and two parallels, in degrees."""

    west: float
    south: float
    east: float
    north: float

    def __str__(self) -> str:
        return ",".join(f"{each:.4f}".rstrip("0").rstrip(".") for each in (self.west, self.south, self.east, self.north))

    def has(self, lat: float, lon: float) -> bool:
        """Say whether a point lies in it."""
        return self.west <= lon <= self.east and self.south <= lat <= self.north

    def moved(self, east: float = 0.0, north: float = 0.0, by: float = 1.0) -> Box:
        """Return it moved by parts of its width and height, and made wider by a factor; it stays on the earth."""
        low, high = _up(self.south), _up(self.north)
        half = min(DATE_LINE, max(LEAST / 2, (self.east - self.west) * by / 2))
        tall = min(_up(POLE), (high - low) * by / 2)
        x = (self.west + self.east) / 2 + east * (self.east - self.west)
        y = (low + high) / 2 + north * (high - low)
        x = max(half - DATE_LINE, min(DATE_LINE - half, x))
        y = max(tall - _up(POLE), min(_up(POLE) - tall, y))
        return Box(x - half, _down(y - tall), x + half, _down(y + tall))


def box_of(given: str) -> Box:
    """Return the box that a query string names: west, south, east, north.

    Raises:
        OptionError: it is none.
    """
    try:
        box = Box(*map(float, given.split(",")))
    except (ValueError, TypeError):
        box = None
    if box is None or not (-DATE_LINE <= box.west < box.east <= DATE_LINE and -POLE <= box.south < box.north <= POLE):
        what = f"{given!r:.60} is no part of the earth"
        remedy = "give west, south, east and north in degrees, as in 36,35.5,38,37, or leave it out"
        raise OptionError(what, where="box", remedy=remedy)
    return box


def around(points: Iterable[tuple[float, float]], *, whole: bool = False) -> Box | None:
    """Return the box of points (latitude, longitude) with a margin; None where there are none.

    A few that stand very far from the others are left outside, but for ``whole``.
    """
    kept = list(points) if whole else _near(list(points))
    if not kept:
        return None
    lats, lons = zip(*kept, strict=True)
    wide = max(max(lons) - min(lons), LEAST * 4) * _MARGIN
    tall = max(max(lats) - min(lats), LEAST * 4) * _MARGIN
    edges = (min(lons) - wide, min(lats) - tall, max(lons) + wide, max(lats) + tall)
    return Box(max(-DATE_LINE, edges[0]), max(-POLE, edges[1]), min(DATE_LINE, edges[2]), min(POLE, edges[3]))


def _near(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    if len(points) < _FEW:
        return points
    middle = [sorted(each)[len(points) // 2] for each in zip(*points, strict=True)]
    off = [max(abs(lat - middle[0]), abs(lon - middle[1])) for lat, lon in points]
    far = max(_FAR * sorted(off)[len(off) * 3 // 4], LEAST)
    return [point for point, away in zip(points, off, strict=True) if away <= far]


def _up(lat: float) -> float:
    """Return the height of a parallel in Mercator's projection, in degrees of longitude."""
    return degrees(log(tan(pi / 4 + radians(lat) / 2)))


def _down(height: float) -> float:
    return degrees(2 * atan(exp(radians(height))) - pi / 2)


@dataclass(frozen=True, slots=True)
class Frame:
    """A drawing of a box: its size, and how degrees become places on it."""

    box: Box
    height: float
    scale: float

    @classmethod
    def of(cls, box: Box) -> Frame:
        """Return the drawing that shows a box, and beside it what its shape leaves room for."""
        wide, tall = box.east - box.west, _up(box.north) - _up(box.south)
        height = min(HIGHEST, max(LOWEST, WIDTH * tall / wide))
        scale = min(WIDTH / wide, height / tall)
        shown = box.moved()
        grown_x, grown_y = WIDTH / scale / wide, height / scale / tall
        low, high = _up(shown.south), _up(shown.north)
        x, y = (shown.west + shown.east) / 2, (low + high) / 2
        half, up = wide * grown_x / 2, tall * grown_y / 2
        south, north = _down(y - up), _down(y + up)
        return cls(Box(x - half, max(-POLE, south), x + half, min(POLE, north)), round(height, 1), scale)

    def at(self, lat: float, lon: float) -> tuple[float, float]:
        """Return where a point is drawn."""
        return (lon - self.box.west) * self.scale, (_up(self.box.north) - _up(lat)) * self.scale

    def all_at(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return where points are drawn, each a longitude and a latitude."""
        heights = np.degrees(np.log(np.tan(pi / 4 + np.radians(points[:, 1]) / 2)))
        return np.stack([(points[:, 0] - self.box.west) * self.scale, (_up(self.box.north) - heights) * self.scale], axis=1)

    def kilometres(self) -> float:
        """Return how many kilometres a step of the drawing is at its middle."""
        middle = radians((self.box.south + self.box.north) / 2)
        return 111.32 * cos(middle) / self.scale
