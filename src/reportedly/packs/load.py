"""Reading pack folders. Every mistake is named by file and line, and the rest is read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

from reportedly import marked
from reportedly.errors import PackError
from reportedly.ids import digest
from reportedly.marked import Marked
from reportedly.model.pack import Actor, Pack, Place, Source
from reportedly.packs.actors import load_actors
from reportedly.packs.check import settle_actors, settle_sources
from reportedly.packs.head import check_times, zone_of
from reportedly.packs.mistakes import Held, Mistake, line_of
from reportedly.packs.places import load_places
from reportedly.packs.sources import load_sources
from reportedly.packs.within import settle_places

SHIPPED = Path(__file__).parent
DEFAULT_PACKS = (str(SHIPPED / "aleppo"),)
_FILES = ("pack.yaml", "actors.yaml", "places.csv", "sources.yaml")


class Loaded(NamedTuple):
    """A pack set as far as it could be read, and what is wrong with it."""

    pack: Pack
    mistakes: tuple[Mistake, ...]


def load_packs(folders: Sequence[str] = DEFAULT_PACKS) -> Pack:
    """Return the packs of ``folders`` (a tuple of paths) and of those they extend, laid over each other in order.

    Entries with mistakes are left out: :func:`read_packs` says which.

    Raises:
        PackError: a folder is no pack, or its ``pack.yaml`` has a mistake.
    """
    return read_packs(tuple(folders)).pack


@cache
def read_packs(folders: tuple[str, ...] = DEFAULT_PACKS) -> Loaded:
    """Return the packs of ``folders`` as :func:`load_packs` does, with every mistake in them.

    Raises:
        PackError: as for :func:`load_packs`.
    """
    order: list[Path] = []
    for name in folders:
        _unfold(Path(name), order)
    mistakes: list[Mistake] = []
    actors: dict[str, Held[Actor]] = {}
    places: dict[str, tuple[Place, str]] = {}
    sources: dict[str, Held[Source]] = {}
    zone, names = "UTC", []
    scope: Marked | None = None
    gazetteer = True
    for folder in order:
        head = marked.load(folder / "pack.yaml", PackError)
        names.append(head.text("id"))
        zone, scope = zone_of(head, zone, mistakes), head.get("scope") if head.maybe("scope") else scope
        check_times(head, mistakes)
        gazetteer = _gazetteer(head, before=gazetteer)
        actors |= load_actors(folder / "actors.yaml", mistakes)
        places |= load_places(folder / "places.csv", mistakes)
        sources |= load_sources(folder / "sources.yaml", mistakes)
    settled = settle_actors(actors, mistakes)
    around = settle_places(places, mistakes)
    pack = Pack("+".join(names), _digest(order), settled, around, settle_sources(sources, settled, mistakes), zone, gazetteer=gazetteer)
    return Loaded(replace(pack, scope=_scope(scope, around, mistakes)), tuple(mistakes))


def _scope(said: Marked | None, places: Mapping[str, Place], mistakes: list[Mistake]) -> str | None:
    """Return the id of the place that the theatre centres on, None where none is said, or none that is known."""
    if said is None or said.value in places:
        return None if said is None else str(said.value)
    what = f"the scope {said.value!r} is no place's id"
    mistakes.append(Mistake(what, line_of(said), "write an id of places.csv", "the pack is read without a scope"))
    return None


def _gazetteer(head: Marked, *, before: bool) -> bool:
    said = head.maybe("gazetteer")
    if said not in {None, "world", "none"}:
        what = f"{said!r} is no gazetteer"
        raise head.need("gazetteer").complain(what, "write world, or none where the places are invented")
    return before if said is None else said == "world"


def _unfold(folder: Path, order: list[Path], below: tuple[Path, ...] = ()) -> None:
    """Append the packs that ``folder`` extends, then itself, each once; ``below`` are those that extend it."""
    if not (folder / "pack.yaml").is_file():
        what = f"{folder} is no pack: it has no pack.yaml"
        raise PackError(what, where=str(folder), remedy="name a folder with pack.yaml, actors.yaml and places.csv; docs/packs.md shows one")
    head = marked.load(folder / "pack.yaml", PackError)
    head.only("id", "name", "version", "time_zone", "begin", "until", "scope", "extends", "gazetteer", "source", "note")
    for parent in head.strings("extends"):
        sibling = folder.absolute().parent / parent  # "." has itself for parent
        lower = sibling if sibling.is_dir() else SHIPPED / parent
        if lower.resolve() in {each.resolve() for each in (*below, folder)}:
            what = f"{parent!r} lies beneath itself"
            raise head.need("extends").complain(what, "take it out of `extends` here or there")
        _unfold(lower, order, (*below, folder))
    if folder not in order:
        order.append(folder)


def _digest(folders: Sequence[Path]) -> str:
    data = [path.read_bytes() for folder in folders for name in _FILES if (path := folder / name).is_file()]
    return digest(b"\0".join(data))
