"""A page of a view whose rows are found by marks: those of the page are chosen first, then their claims are fetched."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from reportedly.compare.world import World
from reportedly.ids import number_for
from reportedly.query.briefs import Briefs
from reportedly.query.groups import Depth, Found, cut
from reportedly.query.left import Left
from reportedly.query.seen import uncollected
from reportedly.query.source import Source
from reportedly.track.outline import Outline, Sketch
from reportedly.track.seen import Glass, Seen

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Outlined:
    """What a page is made of.

    Attributes:
        source: gives claims. glass: from where is looked. depth: how many claims of a row are looked at, all where None.
        left: is told what is left out. learn: looks up what stands behind documents, of many at once.
    """

    source: Source
    glass: Glass
    depth: Depth | None
    left: Left
    learn: Callable[[Iterable[str]], None]

    def rows(self, outline: Outline[R], briefs: Briefs, world: World, offset: int, limit: int | None) -> list[R]:
        """Return so many rows. Those that numbers alone do not put in order are made, too, where one of them is of the page."""
        with uncollected():  # until what was made of all claims is gone again
            return self._rows(outline.sketches(dict(briefs.since(0)), self.glass, ids_of(world)), offset, limit)

    def _rows(self, sketches: Sequence[Sketch[R]], offset: int, limit: int | None) -> list[R]:
        passing = self.source.wanted.claims
        found = [each for each in sketches if passing is None or not passing.isdisjoint(each.claims)]
        found.sort(key=lambda each: each.key)
        end = len(found) if limit is None else min(len(found), offset + limit)
        self.left.rows = max(0, len(found) - end)
        if offset >= end:
            return []
        first = next(at for at, each in enumerate(found) if each.key == found[offset].key)
        last = next((at for at in range(end, len(found)) if found[at].key != found[end - 1].key), len(found))
        made = self._made(found[first:last])
        self.left.claims += sum(out for _, _, out in made[offset - first : end - first])
        return [row for _, row, _ in made[offset - first : end - first]]

    def _made(self, found: Sequence[Sketch[R]]) -> list[tuple[Any, R, int]]:
        """Return rows in order, each with what puts it there, and how many of its claims were not looked at."""
        looked = cut({at: self._parts(each) for at, each in enumerate(found)}, self.depth)
        read = [looked[at] for at in range(len(found))]
        also = [set(each.also(numbers)) for each, numbers in zip(found, read, strict=True)]
        held = self.source.fetch({number for part in (*read, *also) for number in part})
        self.learn({held[number].held.document for numbers in read for number in numbers})
        rows = [self._row(each, numbers, held) for each, numbers in zip(found, read, strict=True)]
        return sorted(rows, key=lambda each: each[0])

    def _row(self, sketch: Sketch[R], read: Sequence[int], held: Mapping[int, Seen]) -> tuple[Any, R, int]:
        then, row = sketch.row(read, held, self.glass)
        return (sketch.key, then), row, len(set(sketch.claims)) - len(read)

    def _parts(self, sketch: Sketch[Any]) -> Found:
        """Return the claims of a row as those of a group: the newest first, those that are asked for, and its second list."""
        passing = self.source.wanted.claims or frozenset[int]()
        first, second = sketch.parts()
        return list(first), [number for part in (first, second) for number in part if number in passing], list(second)


def ids_of(world: World) -> dict[int, str]:
    """Return number that stands for an actor or a place -> its id, of all that have a relation to others."""
    return {number_for(key): key for key in (*world.kinds, *world.part_of.values())}
