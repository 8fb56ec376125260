"""The base as paths of a drawing: clipped to its box, and as fine as it can show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from reportedly.web.map.base import Line, Points
from reportedly.web.map.frame import Box, Frame

_FINE = 2.0
"""Steps in which places on the drawing differ."""
_AREA, _LINE = 3, 2  # points that make one


def areas(found: Iterable[Line], frame: Frame) -> str:
    """Return the path of rings, clipped to the box (Sutherland and Hodgman 1974)."""
    box = frame.box.moved(by=1.04)
    cut = (clipped(each.points, box) for each in found if each.touches(box))
    return "".join(_path(points, frame, _AREA, "Z") for points in cut)


def lines(found: Iterable[Line], frame: Frame) -> str:
    """Return the path of lines, without the parts that lie outside of the box."""
    box = frame.box.moved(by=1.04)
    return "".join(_path(points, frame, _LINE, "") for each in found if each.touches(box) for points in runs(each.points, box))


def clipped(points: Points, box: Box) -> Points:
    """Return what of a ring lies in a box."""
    for axis, bound, sign in ((0, box.west, 1), (0, box.east, -1), (1, box.south, 1), (1, box.north, -1)):
        if not len(points):
            break
        inside = sign * (points[:, axis] - bound)
        following, after = np.roll(points, -1, axis=0), np.roll(inside, -1)
        crosses = (inside >= 0) != (after >= 0)
        apart = np.where(crosses, inside - after, 1.0)
        crossing = points + (inside / apart)[:, None] * (following - points)
        both = np.stack([points, crossing], axis=1).reshape(-1, 2)
        points = both[np.stack([inside >= 0, crosses], axis=1).reshape(-1)]
    return points


def runs(points: Points, box: Box) -> Iterator[Points]:
    """Yield the runs of a line whose steps meet a box."""
    low, high = np.minimum(points[:-1], points[1:]), np.maximum(points[:-1], points[1:])
    meets = ((low <= (box.east, box.north)) & (high >= (box.west, box.south))).all(axis=1)
    edges = np.flatnonzero(np.diff(np.concatenate([[0], meets.astype(np.int8), [0]])))
    for begin, end in edges.reshape(-1, 2):
        yield points[begin : end + 1]


def _path(points: Points, frame: Frame, least: int, end: str) -> str:
    if len(points) < least:
        return ""
    whole = np.round(frame.all_at(points) * _FINE)
    kept = whole[np.concatenate([[True], (np.diff(whole, axis=0) != 0).any(axis=1)])] / _FINE
    if len(kept) < least:
        return ""
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in kept.tolist()) + end
