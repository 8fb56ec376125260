"""``sources.yaml`` of a pack."""

from __future__ import annotations

from pathlib import Path

from reportedly.marked import Marked
from reportedly.model.pack import Source
from reportedly.packs.entries import load_entries
from reportedly.packs.mistakes import Held, Mistake


def load_sources(path: Path, mistakes: list[Mistake]) -> dict[str, Held[Source]]:
    """Return the sources of ``path`` by id, with where they stand; what is wrong is added to ``mistakes``."""
    return load_entries(path, _source, mistakes)


def _source(entry: Marked) -> Source:
    entry.only("id", "name", "kind", "aliases", "domains", "actor", "note", "lang", "country")
    return Source(
        entry.text("id"), entry.text("name"), entry.text("kind"), entry.strings("aliases"), entry.strings("domains"), entry.maybe("actor")
    )
