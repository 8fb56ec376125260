"""The shapes that tell parties apart beside their colours."""

from __future__ import annotations

from math import cos, pi, sin

SLOTS = 8
"""Parties that have a shape and a colour of their own; those that follow share one."""


def _ring(*points: tuple[float, float]) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + "Z"


def _polygon(corners: int, radius: float, turn: float = -90.0, inner: float | None = None) -> str:
    steps = corners if inner is None else 2 * corners
    reach = [radius if inner is None or n % 2 == 0 else inner for n in range(steps)]
    angles = [turn * pi / 180 + 2 * pi * n / steps for n in range(steps)]
    return _ring(*((r * cos(a), r * sin(a)) for r, a in zip(reach, angles, strict=True)))


def _circle(r: float) -> str:
    return f"M{-r} 0a{r} {r} 0 1 0 {2 * r} 0a{r} {r} 0 1 0 {-2 * r} 0Z"


_CROSS = "M-2.9 -8.7H2.9V-2.9H8.7V2.9H2.9V8.7H-2.9V2.9H-8.7V-2.9H-2.9Z"
SHAPES: tuple[str, ...] = (
    _circle(8.2),
    _ring((-7.4, -7.4), (7.4, -7.4), (7.4, 7.4), (-7.4, 7.4)),
    _polygon(3, 10.2),
    _ring((0, -10), (9, 0), (0, 10), (-9, 0)),
    _CROSS,
    _polygon(6, 9, 0),
    _polygon(3, 10.2, 90),
    _polygon(5, 10.6, inner=4.9),
    _circle(5.5),
)
"""Paths around the middle, within ten steps of it, by slot; the last is of all that have none of their own."""
