"""The register of allegations: its incidents are told apart by what is kept of each claim, and the claims of those shown are read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from reportedly.compare.world import World
from reportedly.model.pack import Pack
from reportedly.query.briefs import Briefs
from reportedly.query.filters import ClaimFilter
from reportedly.query.incidents import Group, Incidents
from reportedly.query.left import Left
from reportedly.query.pairs import KINDS
from reportedly.query.register import Register
from reportedly.query.seen import uncollected
from reportedly.query.source import Source, opened
from reportedly.query.views import looked
from reportedly.store import Ledger
from reportedly.track.allegations import ALLEGATIONS, Incident, order
from reportedly.track.alleged import alleged
from reportedly.track.seen import Glass, Seen
from reportedly.truce.view import View

_PAGE = 200
"""Incidents that are made together."""


def allegation_register(
    ledger: Ledger, where: ClaimFilter, *, asked: View, pack: Pack, unmask: bool = False, left: Left | None = None
) -> Iterator[Incident]:
    """Yield the incidents of which a claim passes, whole, with the names of private persons taken out unless ``unmask``.

    Args:
        ledger: the open ledger.
        where: which claims an incident must have one of.
        asked: the day, what was known and recorded by then, and the lens.
        pack: relations between actors and places, and which actors may verify.
        left: is told how many rows are left out.
        unmask: leave the names as the texts have them.
    """
    with opened(ledger, where, ALLEGATIONS, asked) as source:
        if source.briefs is None:
            return
        world = World.of(pack)
        glass, learn = looked(source.connection, asked, world, source.learnt)
        shown = _Showing(source, source.briefs, glass, learn, Register(source.connection, asked, world, unmask=unmask))
        yield from shown.rows(where.offset, where.limit, left or Left())


def register(ledger: Ledger, *, asked: View, pack: Pack, unmask: bool = False) -> Callable[[Sequence[Seen], Glass], Iterator[Incident]]:
    """Return what makes the incidents of claims that are at hand; arguments as of :func:`allegation_register`."""

    def build(seen: Sequence[Seen], glass: Glass) -> Iterator[Incident]:
        with ledger.reading() as connection:
            yield from Register(connection, asked, World.of(pack), unmask=unmask).rows(seen, glass)

    return build


@dataclass(frozen=True, slots=True)
class _Showing:
    source: Source
    briefs: Briefs
    glass: Glass
    learn: Callable[[Iterable[str]], None]
    register: Register

    def rows(self, offset: int, limit: int | None, left: Left) -> Iterator[Incident]:
        """Yield so many rows, and tell what is left out."""
        wanted, number = None if limit is None else offset + limit, 0
        incidents = Incidents(self.briefs, self.register.pairs, self.glass)
        for groups, whole in incidents.latest(wanted, self.source.wanted.claims):
            pages = list(_pages(groups, self.glass, _PAGE if wanted is None else min(_PAGE, max(wanted, 1))))
            for at, page in enumerate(pages):
                with uncollected():
                    rows = list(self._page(page))
                taken = rows if wanted is None else rows[: wanted - number]
                yield from taken[max(0, offset - number) :]
                number += len(taken)
                if number == wanted:
                    rest = [group for later in pages[at + 1 :] for group in later]
                    left.rows, left.least = len(rows) - len(taken) + incidents.standing(rest), not whole
                    return

    def _page(self, groups: Sequence[Group]) -> Iterator[Incident]:
        """Yield the rows of groups, in order; none of one that only denies what others allege."""
        seen = self.source.fetch({each.number for group in groups for each in group})
        self.learn({one.held.document for one in seen.values()})
        pairs = self.register.pairs
        others = [alleged(*each) for each in self.briefs.of(pairs.numbers(pairs.others([one.claim.id for one in seen.values()], KINDS)))]
        chosen, passing = self.source.chosen(seen), self.source.wanted.claims
        if chosen is not None and passing is not None:
            chosen |= {each.id for each in others if each.number in passing}
        for row in self.register.rows([seen[number] for number in sorted(seen)], self.glass, others):
            if chosen is None or row.ids & chosen:
                yield row


def _pages(groups: Iterable[Group], glass: Glass, size: int) -> Iterator[list[Group]]:
    """Yield groups in order, so many at once and those that only their rows tell apart."""
    told = [(order(group, glass), group) for group in groups]
    page: list[Group] = []
    for _, alike in groupby(sorted(told, key=lambda each: each[0], reverse=True), key=lambda each: each[0]):
        page += [group for _, group in alike]
        if len(page) >= size:
            yield page
            page = []
    if page:
        yield page
