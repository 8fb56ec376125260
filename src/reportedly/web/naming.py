"""What places are called on pages, so that two of one name are told apart."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from reportedly.model.pack import ByDigest, Pack, Place


def place_name(pack: Pack, place: str | None, name: str = "") -> str:
    """Return what a place is called: by the pack, with its kind, and what it lies in, where others of it are called so; else ``name``."""
    known = pack.places.get(place or "")
    if known is None:
        return name or place or ""
    names, kinds = _counts(ByDigest.of(pack))
    if names[known.name] == 1:
        return known.name
    around = pack.places.get(known.within or "")
    inside = f" in {around.name}" if around is not None and kinds[_kind(known)] > 1 else ""
    return f"{known.name} ({known.kind}{inside})"


def _kind(place: Place) -> tuple[str, str]:
    return place.name, place.kind


@lru_cache(maxsize=4)
def _counts(held: ByDigest) -> tuple[Counter[str], Counter[tuple[str, str]]]:
    places = held.pack.places.values()
    return Counter(place.name for place in places), Counter(map(_kind, places))
