"""A pack's YAML list of entries, each with an id of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol, TypeVar

from reportedly import marked
from reportedly.errors import PackError
from reportedly.marked import Marked


class Entry(Protocol):
    """What every entry of a pack has."""

    @property
    def id(self) -> str:
        """The id."""
        ...


E = TypeVar("E", bound=Entry)


def load_entries(path: Path, build: Callable[[Marked], E]) -> dict[str, E]:
    """Return what ``build`` makes of each entry of ``path``, by id; empty where there is no such file.

    Raises:
        PackError: the file is no YAML list, an entry has a mistake, or an id stands twice.
    """
    out: dict[str, E] = {}
    for entry in marked.load(path, PackError).items() if path.is_file() else ():
        made = build(entry)
        if made.id in out:
            what = f"the id {made.id!r} stands here twice"
            raise entry.complain(what, "give one of the two another id, or make them one entry")
        out[made.id] = made
    return out
