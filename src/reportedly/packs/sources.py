"""``sources.yaml`` of a pack."""

from __future__ import annotations

from pathlib import Path

from reportedly.marked import Marked
from reportedly.model.pack import Source
from reportedly.packs.entries import load_entries


def load_sources(path: Path) -> dict[str, Source]:
    """Return the sources of ``path`` by id. Raises PackError where it has a mistake."""
    return load_entries(path, _source)


def _source(entry: Marked) -> Source:
    entry.only("id", "name", "kind", "aliases", "domains", "actor", "note", "lang", "country")
    return Source(
        entry.text("id"), entry.text("name"), entry.text("kind"), entry.strings("aliases"), entry.strings("domains"), entry.maybe("actor")
    )
