"""Views over the ledger: the groups that are shown are chosen first, then their claims are fetched, and shown by pure functions of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from typing import Generic, TypeVar

from reportedly.compare.world import World
from reportedly.ids import number_for
from reportedly.model.pack import Pack
from reportedly.query.asked import clocks_in
from reportedly.query.chains import ChainCounter
from reportedly.query.filters import ClaimFilter
from reportedly.query.groups import Depth, Group
from reportedly.query.latest import Dated, newest, stretches, sure
from reportedly.query.left import Left
from reportedly.query.outlined import Outlined
from reportedly.query.seen import uncollected
from reportedly.query.source import Source, last_day, opened
from reportedly.store import Ledger
from reportedly.track.seen import Glass, Row, Seen
from reportedly.track.track import Near, Track
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
    clocks, left = clocks_in(asked), left or Left()
    with opened(ledger, where, track, asked) as source:
        left.stale = source.stale
        counter, world = ChainCounter(source.connection, clocks), World.of(pack)
        glass = Glass(
            last_day(asked.as_of),
            asked.chains,
            lambda group: counter.behind([one.held for one in group], {one.claim.id: one.authors for one in group}),
            world.related,
            lambda place: world.is_wide([place]),
            world.kinds.get,
            vague=world.vague.__contains__,
        )
        grouped = _Showing(source, track, glass, None if track.whole else depth, left, counter.learn)
        if source.marks is not None and track.outline is not None:
            showing = Outlined(source, glass, depth, left, counter.learn)
            yield from showing.rows(track.outline, world, where.offset, where.limit)
        elif source.days is not None and track.near is not None and where.limit is not None:
            yield from grouped.latest(source.days, track.near, where.offset, where.limit)
        else:
            yield from grouped.shown(where.offset, where.limit)


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

    def latest(self, days: Sequence[Dated], near: Near[R], offset: int, limit: int) -> list[R]:
        """Return so many rows, made of no more than the claims of the latest days; of the rest of the rows no chains are counted."""
        wanted, by_id, passing = offset + limit, {one.id: one for one in days}, self.source.wanted.claims
        counted, found, seen = newest(days, wanted, passing), [], dict[int, Seen]()
        skipped: set[str] = set()
        for read, rest in stretches(days, near, wanted, passing):
            seen |= self.source.fetch({one.number for one in read} - seen.keys())
            chosen = self.source.chosen(seen)
            rows = sure(self._built(seen, counted, skipped), by_id, rest, near)
            found = [row for row in rows if chosen is None or row.ids & chosen]
            self.left.rows, self.left.least = max(0, len(found) - wanted), rest is not None
            if len(found) >= wanted:
                break
        shown = [row.ids for row in found[offset:wanted]]
        if not any(each & skipped for each in shown):
            return found[offset:wanted]
        return [row for row in self._built(seen, frozenset().union(*shown), set()) if row.ids in shown]

    def _built(self, seen: Mapping[int, Seen], counted: AbstractSet[str], skipped: set[str]) -> list[R]:
        """Return all rows, and count the chains of those of these claims; the claims of others are put with those that were skipped."""
        self.learn({one.held.document for one in seen.values() if one.claim.id in counted})

        def chains(group: Sequence[Seen]) -> tuple[int, int]:
            told = {one.claim.id for one in group}
            if told & counted:
                return self.glass.chains(group)
            skipped.update(told)
            return 0, 0

        with uncollected():
            return list(self.track.build([seen[number] for number in sorted(seen)], replace(self.glass, chains=chains)))

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


def _is(number: int, name: str) -> bool:
    return number_for(name) == number
