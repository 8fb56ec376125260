"""Reading pack folders. Every mistake is named by file and line."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from reportedly import marked
from reportedly.errors import PackError
from reportedly.ids import digest
from reportedly.marked import Marked
from reportedly.model.pack import Actor, Pack, Place, Source
from reportedly.packs.actors import load_actors
from reportedly.packs.check import check_pack
from reportedly.packs.places import load_places
from reportedly.packs.sources import load_sources

SHIPPED = Path(__file__).parent
DEFAULT_PACKS = (str(SHIPPED / "aleppo"),)
_FILES = ("pack.yaml", "actors.yaml", "places.csv", "sources.yaml")


@cache
def load_packs(folders: Sequence[str] = DEFAULT_PACKS) -> Pack:
    """Return the packs of ``folders`` (a tuple of paths) and of those they extend, laid over each other in order.

    Raises:
        PackError: a folder, file or line is not what a pack should hold.
    """
    order: list[Path] = []
    for name in folders:
        _unfold(Path(name), order)
    actors: dict[str, Actor] = {}
    places: dict[str, Place] = {}
    sources: dict[str, Source] = {}
    zone, scope, names = "UTC", None, []
    gazetteer = True
    for folder in order:
        head = marked.load(folder / "pack.yaml", PackError)
        names.append(head.text("id"))
        zone, scope = head.maybe("time_zone") or zone, head.maybe("scope") or scope
        gazetteer = _gazetteer(head, before=gazetteer)
        actors |= load_actors(folder / "actors.yaml")
        places |= load_places(folder / "places.csv")
        sources |= load_sources(folder / "sources.yaml")
    pack = Pack("+".join(names), _digest(order), actors, places, sources, zone, scope, gazetteer)
    check_pack(pack, order)
    return pack


def _gazetteer(head: Marked, *, before: bool) -> bool:
    said = head.maybe("gazetteer")
    if said not in {None, "world", "none"}:
        what = f"{said!r} is no gazetteer"
        raise head.need("gazetteer").complain(what, "write world, or none where the places are invented")
    return before if said is None else said == "world"


def _unfold(folder: Path, order: list[Path]) -> None:
    """Append the packs that ``folder`` extends, then itself, each once."""
    if not (folder / "pack.yaml").is_file():
        what = f"{folder} is no pack: it has no pack.yaml"
        raise PackError(what, where=str(folder), remedy="name a folder with pack.yaml, actors.yaml and places.csv; docs/packs.md shows one")
    head = marked.load(folder / "pack.yaml", PackError)
    head.only("id", "name", "version", "time_zone", "begin", "until", "scope", "extends", "gazetteer", "source", "note")
    for parent in head.strings("extends"):
        sibling = folder.parent / parent
        _unfold(sibling if sibling.is_dir() else SHIPPED / parent, order)
    if folder not in order:
        order.append(folder)


def _digest(folders: Sequence[Path]) -> str:
    data = [path.read_bytes() for folder in folders for name in _FILES if (path := folder / name).is_file()]
    return digest(b"\0".join(data))
