"""Numbers over time as a drawing of dots and ranges: every number as it was told, no line that would join what nobody joined."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from math import log10
from typing import Any

WIDTH, HEIGHT, _EDGE = 640, 132, 8
_LEFT = 84
_WIDE = 200
"""Times the number that a quarter of them lie under, from which on the largest is drawn on a scale of powers of ten."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A number: where it is drawn, how far its bounds reach, the claim, and what is said to who points at it."""

    x: float
    y: float
    top: float
    bottom: float
    op: str
    claim: str
    told: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing: dots, the days at its ends, the numbers at its height, and whether its height is in powers of ten."""

    dots: tuple[Dot, ...]
    days: tuple[str, str]
    marks: tuple[tuple[float, float], ...]
    powers: bool


def chart(row: Mapping[str, Any]) -> Chart | None:
    """Return the drawing of a series; None where it has fewer than three numbers, or all are of one day."""
    points = [point for point in row["points"] if _middle(point) is not None]
    if len(points) < 3 or points[0]["day"] == points[-1]["day"]:  # noqa: PLR2004 - two are as well read as drawn
        return None
    ends = sorted(value for point in points for value in _ends(point))
    top = max(ends[-1], 1.0)
    powers = top > _WIDE * max(1.0, ends[len(ends) // 4])
    first, last = (date.fromisoformat(points[at]["day"]).toordinal() for at in (0, -1))

    def height(value: float) -> float:
        share = log10(1 + max(0.0, value)) / log10(1 + top) if powers else max(0.0, value) / top
        return round(HEIGHT - _EDGE - (HEIGHT - 2 * _EDGE) * share, 1)

    def dot(point: Mapping[str, Any]) -> Dot:
        day = date.fromisoformat(point["day"]).toordinal()
        x = round(_LEFT + (WIDTH - _LEFT - _EDGE) * (day - first) / (last - first), 1)
        low, high = min(_ends(point)), max(_ends(point))
        return Dot(
            x, height(_middle(point) or 0.0), height(high), height(low), point["op"], point["claim"], f"{point['day']} {point['by']}"
        )

    steps = [0.0, *(10.0**n for n in range(1, int(log10(top)) + 1, 2))] if powers else [0.0, top / 2, top]
    marks = tuple((value, height(value)) for value in steps)
    return Chart(tuple(map(dot, points)), (points[0]["day"], points[-1]["day"]), marks, powers)


def _middle(point: Mapping[str, Any]) -> float | None:
    found = next((point[name] for name in ("value", "low", "high") if point[name] is not None), None)
    return None if found is None else float(found)


def _ends(point: Mapping[str, Any]) -> list[float]:
    return [float(point[name]) for name in ("value", "low", "high") if point[name] is not None]
