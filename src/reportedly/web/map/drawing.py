"""The whole drawing: base, marks, groups and names, as the template paints them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import floor, log2, log10

from reportedly.model.pack import Place
from reportedly.text import clean, excerpt
from reportedly.web.map.base import AGREED, Base
from reportedly.web.map.frame import WIDTH, Frame
from reportedly.web.map.groups import Group, Placed, arranged
from reportedly.web.map.labels import Label, Room, written
from reportedly.web.map.marks import Mark
from reportedly.web.map.paths import areas, lines

_NAME, _AREA_LETTER, _TILE = 26, 9.0, 512.0
_OTHERS = 24
"""Places of the packs, of which nothing is said, that are named so that one finds one's way."""
_SCALE = 120.0
"""How long the bar of the scale is, at most."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A place of which nothing is said."""

    x: float
    y: float
    label: Label


@dataclass(frozen=True, slots=True)
class Ground:
    """The base as paths, and its names."""

    land: str
    lakes: str
    agreed: str
    disputed: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is painted. ``bar`` is the scale: kilometres, and how long that is."""

    frame: Frame
    ground: Ground
    marks: tuple[Placed, ...]
    groups: tuple[Group, ...]
    names: tuple[Label, ...]
    areas: tuple[Label, ...]
    dots: tuple[Dot, ...]
    bar: tuple[float, float]

    @property
    def width(self) -> float:
        """How wide it is."""
        return WIDTH


def ground(base: Base, frame: Frame) -> Ground:
    """Return the base as paths."""
    agreed = (line for line in base.lines if line.kind == AGREED)
    disputed = (line for line in base.lines if line.kind != AGREED)
    return Ground(areas(base.land, frame), areas(base.lakes, frame), lines(agreed, frame), lines(disputed, frame))


def drawn(marks: Sequence[Mark], frame: Frame, base: Base, under: Ground, others: Iterable[Place]) -> Drawing:
    """Return the drawing of marks; ``others`` are places that may be named beside them, those first that help most."""
    alone, groups = arranged(marks, frame)
    room = Room(frame.height)
    room.take(_SCALE * 0.8, frame.height - 14, _SCALE * 0.8, 14)  # the bar of the scale
    for placed in alone:
        room.take(placed.x, placed.y, placed.mark.reach, max(placed.mark.size + 3, placed.mark.reach - placed.mark.half + placed.mark.size))
    for group in groups:
        room.take(group.x, group.y, group.size + 3)
    names = written(_named(alone, groups, room))
    spots = (
        (name.text, *frame.at(name.lat, name.lon)) for name in base.names if frame.box.has(name.lat, name.lon) and name.zoom <= _zoom(frame)
    )
    wide = written(room.on(x, y, text, _AREA_LETTER) for text, x, y in spots)
    return Drawing(frame, under, tuple(alone), tuple(groups), tuple(names), tuple(wide), tuple(_dots(others, frame, room)), _bar(frame))


def _named(alone: Sequence[Placed], groups: Sequence[Group], room: Room) -> Iterable[Label | None]:
    """Yield the names of marks and groups, the weightiest first."""
    found = [(placed.mark.weight, placed.x, placed.y, placed.mark.reach, _short(placed.mark.name)) for placed in alone]
    for group in groups:
        first = group.marks[0]
        found.append((first.weight + len(group.marks), group.x, group.y, group.size + 3, _short(first.name)))
    for _, x, y, half, text in sorted(found, key=lambda each: -each[0]):
        yield room.beside(x, y, half, text)


def _dots(others: Iterable[Place], frame: Frame, room: Room) -> Iterable[Dot]:
    count = 0
    for place in others:
        if place.lat is None or place.lon is None or not frame.box.has(place.lat, place.lon):
            continue
        x, y = frame.at(place.lat, place.lon)
        if not room.free(x - 3, y - 3, x + 3, y + 3):
            continue
        label = room.beside(x, y, 3, _short(place.name))
        if label is not None:
            room.take(x, y, 3)
            yield Dot(round(x, 1), round(y, 1), label)
            count += 1
        if count == _OTHERS:
            return


def _short(name: str) -> str:
    return excerpt(clean(name), _NAME)


def _zoom(frame: Frame) -> float:
    """Return the zoom that maps of tiles would call this drawing's."""
    return log2(max(1.0, frame.scale * 360 / _TILE)) + 1


def _bar(frame: Frame) -> tuple[float, float]:
    most = frame.kilometres() * _SCALE
    step: float = 10 ** floor(log10(most))
    whole = next(step * part for part in (5, 2, 1) if step * part <= most)
    return whole, round(whole / frame.kilometres(), 1)
