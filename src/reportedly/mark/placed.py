"""A mention with the place that it turned out to mean."""

from __future__ import annotations

from dataclasses import replace

from reportedly.model import PlaceMention
from reportedly.model.toponym import Toponym

AREAS = frozenset({"country", "governorate", "region"})
"""Kinds of place that are so wide that their point says little."""


def placed(mention: PlaceMention, place: Toponym, score: float) -> PlaceMention:
    """Return ``mention`` with the id, name, point and kind of ``place``; ``score`` says how sure that is, 0 to 1."""
    precision = "unknown" if place.lat is None else "area" if place.kind in AREAS else "point"
    within = (place.within,) if place.within else ()
    return replace(
        mention,
        name=place.name,
        place=place.id,
        lat=place.lat,
        lon=place.lon,
        kind=place.kind,
        within=within,
        precision=precision,
        score=score,
    )
