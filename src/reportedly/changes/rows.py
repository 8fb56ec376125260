"""The rows of a view at both looks: of those groups only that a new claim is in, so that the rest need not be looked at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, TypeVar

from reportedly.changes.stretch import Stretch
from reportedly.compare.world import World
from reportedly.ids import number_for
from reportedly.model.pack import Pack
from reportedly.query.asked import clocks_in
from reportedly.query.chains import ChainCounter
from reportedly.query.groups import EVER, Counted, Depth, Groups, Wanted
from reportedly.query.kept import Kept
from reportedly.query.seen import by_numbers, numbered
from reportedly.query.sightings import edition, sightings_of
from reportedly.query.source import last_day, ordinal
from reportedly.query.tracks import TRACKS
from reportedly.store import database, schema, sightings, sql
from reportedly.track.seen import Glass, Row, Seen
from reportedly.track.track import Track

R = TypeVar("R", bound=Row)
Pair = tuple[Sequence[R], Sequence[R]]
"""The rows of a group, as they were and as they are."""
_PART = 200
DEPTH = Depth(400, 400)
"""Claims of one group that are looked at, the newest."""


@dataclass(frozen=True)
class Shelf:
    """Where groups and claims are looked up, and from where they are seen.

    Attributes:
        stretch: between the two looks. pack: relations between actors and places.
        most: groups of a view that are looked at. depth: claims of them.
        left: view -> groups that are not looked at.
    """

    stretch: Stretch
    pack: Pack
    most: int | None
    depth: Depth
    left: dict[str, int]
    counters: tuple[ChainCounter, ChainCounter]
    world: World

    @classmethod
    def of(cls, stretch: Stretch, pack: Pack, most: int | None, depth: Depth = DEPTH) -> Shelf:
        """Return what is looked up for a stretch; ``most`` groups of each view, all of them where it is None, to a depth."""
        before, after = (ChainCounter(stretch.connection, clocks_in(look.view)) for look in (stretch.before, stretch.after))
        return cls(stretch, pack, most, depth, {}, (before, after), World.of(pack))

    def rows(self, track: Track[R], also: frozenset[int] = frozenset()) -> Iterator[Pair[R]]:
        """Yield the rows of each group that a claim came to or left, as they were and as they are.

        Args:
            track: the view.
            also: numbers of claims whose groups are looked at, too.
        """
        at = TRACKS.index(track)
        gone = self._replaced(track, at)
        source = self._groups(track)
        turned = {group for group, of in gone.items() if of & self.stretch.turned.keys()}
        every = sorted(self._chosen(source, track, at, also) | turned)
        for start in range(0, len(every), _PART):
            yield from self._part(track, source, every[start : start + _PART], gone)

    def _part(self, track: Track[R], source: Groups, numbers: list[int], gone: Mapping[int, set[int]]) -> Iterator[Pair[R]]:
        members = source.claims(replace(self._wanted(TRACKS.index(track)), known=EVER), numbers, self.depth)
        found = by_numbers(self.stretch.connection, {number for group in members.values() for number in group})
        for counter in self.counters:
            counter.learn({one.held.document for one in found.values()})
        for group in numbers:
            sides = (self._seen(side, members.get(group, ()), found, gone.get(group, set())) for side in (0, 1))
            before, after = (self._built(track, group, side, seen) for side, seen in enumerate(sides))
            yield before, after

    def _seen(self, side: int, own: Sequence[int], found: Mapping[int, Seen], gone: set[int]) -> list[Seen]:
        back = self.stretch.replaced[side]
        return self.stretch.seen(side, own, found, (back[number] for number in sorted(gone & back.keys())))

    def _built(self, track: Track[R], group: int, side: int, seen: Sequence[Seen]) -> list[R]:
        return list(track.build(seen, self.glass(side, lambda name: number_for(name) == group)))

    def glass(self, side: int, of: Callable[[str], bool] = lambda _: True) -> Glass:
        """Return from where rows are made; ``side`` is 0 at the earlier look, 1 at the later one."""
        world, counter, look = self.world, self.counters[side], (self.stretch.before, self.stretch.after)[side]
        return Glass(
            last_day(look.view.as_of),
            look.view.chains,
            lambda group: counter.behind([one.held for one in group], {one.claim.id: one.authors for one in group}),
            world.related,
            lambda place: world.is_wide([place]),
            world.kinds.get,
            of=of,
            vague=world.vague.__contains__,
        )

    def _chosen(self, source: Groups, track: Track[Any], at: int, also: frozenset[int]) -> set[int]:
        page = source.page(replace(self._wanted(at), claims=self.stretch.new, most=False), 0, self.most or 1_000_000_000)
        self.left[track.name] = max(0, page[0].all - len(page)) if page else 0
        also |= self.stretch.absent[0] ^ self.stretch.absent[1]
        more = source.page(replace(self._wanted(at), claims=also, most=False), 0, 1_000_000_000) if also else []
        return {group.number for group in (*page, *more)}

    def _wanted(self, at: int) -> Wanted:
        view = self.stretch.after.view
        return Wanted(at, ordinal(view.as_of), EVER if view.known_by is None else ordinal(view.known_by))

    def _groups(self, track: Track[Any]) -> Groups:
        connection, judged = self.stretch.connection, self.stretch.after.view.judged
        if judged and sightings.is_fresh(connection, edition()):
            take = partial(database.ask, connection)
            return Kept(take, take)
        claim = schema.claim.c
        framed = [claim.frame.in_(track.frames)] if track.frames else []
        seen = numbered(connection, None, sql.current(judged=judged), claim.type.in_(track.types), *framed)
        return Counted(row for number, one in seen for row in sightings_of(TRACKS.index(track), track, number, one, one.known))

    def _replaced(self, track: Track[Any], at: int) -> dict[int, set[int]]:
        found: dict[int, set[int]] = defaultdict(set)
        for side in self.stretch.replaced:
            for number, one in side.items():
                if track.takes(one):
                    for row in sightings_of(at, track, number, one, one.known):
                        found[row.grp].add(number)
        return found
