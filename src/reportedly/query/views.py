"""Views over the ledger: the groups that are shown are chosen first, then their claims are fetched, and shown by pure functions of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from typing import Generic, TypeVar

from sqlalchemy import Connection

from reportedly.compare.world import World
from reportedly.ids import number_for
from reportedly.model.pack import Pack
from reportedly.query.asked import clocks_in
from reportedly.query.athand import Same
from reportedly.query.briefs import Briefs
from reportedly.query.chains import ChainCounter
from reportedly.query.filters import ClaimFilter
from reportedly.query.groups import Depth, Group
from reportedly.query.kin import Learnt
from reportedly.query.left import Left
from reportedly.query.outlined import Outlined
from reportedly.query.seen import uncollected
from reportedly.query.source import Source, last_day, opened
from reportedly.store import Ledger
from reportedly.track.seen import Glass, Row
from reportedly.track.track import Briefly, Track
from reportedly.truce.view import View

R = TypeVar("R", bound=Row)
_PAGE = 200
"""Groups that are looked at together."""


def view(
    ledger: Ledger,
    where: ClaimFilter,
    track: Track[R],
    *,
    asked: View,
    pack: Pack,
    depth: Depth | None = None,
    left: Left | None = None,
) -> Iterator[R]:
    """Yield the rows of a view that have a claim which passes the filter; a row is always shown whole, with those who say otherwise.

    Args:
        ledger: the open ledger.
        where: which claims a row must have one of; its clocks are those of ``asked``.
        track: which claims the view is of, and how its rows are made of them.
        asked: the day, what was known and recorded by then, and the lens.
        pack: relations between actors and places.
        depth: to which of each group claims are looked at, the newest; all of them where None.
        left: is told what is left out, once all rows were taken.
    """
    left = left or Left()
    with opened(ledger, where, track, asked) as source:
        left.stale = source.stale
        world = World.of(pack)
        glass, learn = looked(source.connection, asked, world, source.learnt)
        showing = _Showing(source, track, glass, None if track.whole else depth, left, learn)
        if source.briefs is not None and track.outline is not None:
            page = Outlined(source, glass, depth, left, learn)
            yield from page.rows(track.outline, source.briefs, world, where.offset, where.limit)
        elif source.briefs is not None and track.briefly is not None:
            yield from showing.briefly(source.briefs, track.briefly, pack, where.offset, where.limit)
        else:
            yield from showing.shown(where.offset, where.limit)


def looked(
    connection: Connection, asked: View, world: World, learnt: Learnt | None = None
) -> tuple[Glass, Callable[[Iterable[str]], None]]:
    """Return from where a view is looked at, and what looks up, at once for many rows, what documents share words with.

    ``learnt``: what was looked up of that before.
    """
    counter = ChainCounter(connection, clocks_in(asked), learnt=learnt)
    glass = Glass(
        last_day(asked.as_of),
        asked.chains,
        lambda group: counter.behind([one.held for one in group], {one.claim.id: one.authors for one in group}),
        world.related,
        lambda place: world.is_wide([place]),
        world.kinds.get,
        vague=world.vague.__contains__,
        side=world.top,
    )
    return glass, counter.learn


@dataclass(frozen=True, slots=True)
class _Showing(Generic[R]):
    source: Source
    track: Track[R]
    glass: Glass
    depth: Depth | None
    left: Left
    learn: Callable[[Iterable[str]], None]

    def shown(self, offset: int, limit: int | None) -> Iterator[R]:
        """Yield so many rows."""
        passed, after = (offset, 0) if self.track.single else (0, offset)  # groups of one row each need not even be made
        wanted = None if limit is None else after + limit
        rows = self._rows(passed, wanted)
        for number, (group, row) in enumerate(islice(rows, wanted)):
            if number >= after:
                yield row
            self.left.rows = max(0, group.all - passed - number - 1)  # every group makes one row at least
        if self.track.whole:
            self.left.rows = sum(1 for _ in rows)

    def briefly(self, briefs: Briefs, of: Briefly[R], pack: Pack, offset: int, limit: int | None) -> Iterator[R]:
        """Yield so many rows, which are told apart by few words of each claim; only the claims of these are read.

        Which claims are of which row hangs on the clocks alone, and is worked out once for all pages and filters.
        """
        passing, wanted = self.source.wanted.claims, self.source.wanted
        with uncollected():
            key = self.track.name, self.glass.as_of, wanted.known, Same(pack)
            rows: list[tuple[int, ...]] = self.source.once(key, lambda: of.rows(briefs.since(0), self.glass))
        if passing is not None:
            rows = [row for row in rows if not passing.isdisjoint(row)]
        chosen = rows[offset : None if limit is None else offset + limit]
        self.left.rows = max(0, len(rows) - offset - len(chosen))
        for start in range(0, len(chosen), _PAGE):
            page = chosen[start : start + _PAGE]
            seen = self.source.fetch({number for row in page for number in row})
            self.learn({one.held.document for one in seen.values()})
            with uncollected():
                found = [of.row([seen[number] for number in sorted(row)], self.glass) for row in page]
            yield from found

    def _rows(self, passed: int, wanted: int | None) -> Iterator[tuple[Group, R]]:
        size = _PAGE if wanted is None else min(_PAGE, max(wanted, 1))
        groups, of = self.source.groups, self.source.wanted
        while page := groups.page(of, passed, size):
            numbers = groups.claims(of, [group.number for group in page], self.depth)
            seen = self.source.fetch({number for found in numbers.values() for number in found})
            self.learn({one.held.document for one in seen.values()})
            chosen = None if self.track.single else self.source.chosen(seen)
            for group in page:
                found = [seen[number] for number in numbers[group.number]]
                self.left.claims += max(0, group.claims - len(found))
                glass = replace(self.glass, of=partial(_is, group.number))
                with uncollected():
                    rows = [row for row in self.track.build(found, glass) if chosen is None or row.ids & chosen]
                yield from ((group, row) for row in rows)
            passed += len(page)
            if len(page) < size:
                return


def _is(number: int, name: str) -> bool:
    return number_for(name) == number
