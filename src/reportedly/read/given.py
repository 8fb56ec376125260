"""What a container says of its parts, each value with where it stands."""

from __future__ import annotations

from dataclasses import replace

from reportedly.model import Metadata

_FIELDS = ("title", "byline", "publisher", "original_source", "url", "lang", "section")


def said_by(place: str, said: Metadata) -> Metadata:
    """Return ``said`` with ``place`` as the origin of each value that has none yet."""
    known = dict(said.origins)
    told = {name: place for name in _FIELDS if getattr(said, name)}
    return replace(said, origins=tuple((told | known).items()))
