"""``sources.yaml`` of a pack."""

from __future__ import annotations

from pathlib import Path

from reportedly import marked
from reportedly.errors import PackError
from reportedly.model.pack import Source


def load_sources(path: Path) -> dict[str, Source]:
    """Return the sources of ``path`` by id; empty where there is no such file.

    Raises:
        PackError: an entry has a mistake, or an id stands twice.
    """
    if not path.is_file():
        return {}
    out: dict[str, Source] = {}
    for entry in marked.load(path, PackError).items():
        entry.only("id", "name", "kind", "aliases", "domains", "actor", "note", "lang", "country")
        source = Source(
            entry.text("id"),
            entry.text("name"),
            entry.text("kind"),
            entry.strings("aliases"),
            entry.strings("domains"),
            entry.maybe("actor"),
        )
        if source.id in out:
            what = f"the id {source.id!r} stands here twice"
            raise entry.complain(what, "keep one of the two entries")
        out[source.id] = source
    return out
