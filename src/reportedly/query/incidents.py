"""Which claims are of which incident, told by what is kept of each in few words: from the latest days backward, or around a few claims."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date

from reportedly.query.briefs import Briefs, Told
from reportedly.query.groups import EVER
from reportedly.query.pairs import Pairs
from reportedly.query.seen import uncollected
from reportedly.track.allegations import ALLEGING, STANCES
from reportedly.track.alleged import SLACK, Alleged, alleged, incidents
from reportedly.track.holding import NOBODY
from reportedly.track.seen import Glass

_CLAIMS = 2
"""Claims of an incident, as a first guess."""
_TIMES = 4
"""How many times as many claims are looked at where those before were of too few incidents."""
_FEW = 2_000
"""Claims up to which all their incidents are looked at, and not only the latest; of a filter, those around claims that pass."""
Group = list[Alleged]


@dataclass(frozen=True, slots=True)
class Incidents:
    """Incidents in one state of the ledger.

    Attributes:
        briefs: where what is told of claims is looked up. pairs: what comparison found of them. glass: from where is looked.
    """

    briefs: Briefs
    pairs: Pairs
    glass: Glass

    def latest(self, wanted: int | None, passing: AbstractSet[int] | None) -> Iterator[tuple[list[Group], bool]]:
        """Yield incidents, each time those that are last told of earlier than the ones before, and whether that is all.

        Args:
            wanted: how many of them are likely needed, None for all.
            passing: numbers of claims of which each is to have one, or an answer; None for all incidents.
        """
        days = self.briefs.days(-1 if wanted is None or passing is not None else max(_FEW, wanted * _CLAIMS) + 1)
        told = days if passing is None else [(number, day) for number, day in days if number in passing]
        if passing is not None and (len(told) <= _FEW or wanted is None):
            yield self._around(self.briefs.of([number for number, _ in told])), True
            return
        at, before = EVER if wanted is None or len(days) <= _FEW else max(1, wanted) * _CLAIMS, EVER
        while True:
            begin = min(told[at][1], date.fromisoformat(self.glass.as_of).toordinal()) if at < len(told) else 0
            groups = self._since(begin)
            groups = [group for group in groups if _last(group) < before]
            yield (groups if passing is None else list(self._passing(groups, passing))), not begin
            if not begin:
                return
            before, at = begin, at * _TIMES
            if passing is None:
                told = self.briefs.days(at + 1)

    def standing(self, groups: Collection[Group]) -> int:
        """Return how many groups make an incident: those of nothing but denials do not, that stand with what they deny."""
        denying = [group for group in groups if not any(each.stance in ALLEGING for each in group)]
        of = self.pairs.others([each.id for group in denying for each in group], {"denial"})
        charges = {each.values[0] for each in self.briefs.of(self.pairs.numbers(of)) if each.values[1] in ALLEGING}
        placed = self.pairs.others(charges, {"denial"})
        return len(groups) - sum(placed.issuperset(each.id for each in group) for group in denying)

    def _since(self, begin: int) -> list[Group]:
        """Return the incidents that are told of on a day or later."""
        found = _Found(self.glass, begin)
        found.take(self.briefs.since(begin))
        return self._whole(found, lambda group: _last(group) >= begin)

    def _passing(self, groups: Collection[Group], passing: AbstractSet[int]) -> Iterator[Group]:
        """Yield the groups that have a claim which passes, or are answered by one."""
        answers = self.pairs.others([each.id for group in groups for each in group], {"denial"})
        asked = {key for number, key in self.pairs.numbers(answers).items() if number in passing}
        for group in groups:
            ids = [each.id for each in group]
            if any(each.number in passing for each in group) or not asked.isdisjoint(self.pairs.others(ids, {"denial"})):
                yield group

    def _around(self, claims: Collection[Told]) -> list[Group]:
        """Return the incidents that claims are of, or are answers in."""
        found, own = _Found(self.glass, EVER), {each.number for each in claims}
        found.take(claims)
        answered = self.pairs.others([each.id for each in found.told.values() if each.stance == "denies"], {"denial"})
        told = [each for each in self.briefs.of(self.pairs.numbers(answered)) if each.values[1] in ALLEGING]
        found.take(told)
        own |= {each.number for each in told}
        return self._whole(found, lambda group: any(each.number in own for each in group))

    def _whole(self, found: _Found, wanted: Callable[[Group], bool]) -> list[Group]:
        """Return the groups that are wanted, once all was looked up that they may have claims among."""
        met: set[str] = set()
        while True:
            groups = [group for group in found.groups() if wanted(group)]
            new = {each.id for group in groups for each in group} - met
            joined = {(each.a, each.b) for each in self.pairs.of(new) if each.kind == "cause"} - found.one_act
            found.one_act |= joined
            met |= new
            more = found.take(self.briefs.of(self.pairs.numbers(self.pairs.others(new, {"cause"}))))
            for shelf, day in found.reach(groups).items():
                more |= found.take(self.briefs.on(shelf, day))
            if not more and not joined:
                return groups


@dataclass(slots=True)
class _Found:
    """What was looked up: all that is told of on ``begin`` or later, and of some shelves more."""

    glass: Glass
    begin: int
    told: dict[int, Alleged] = field(default_factory=dict)
    one_act: set[tuple[str, str]] = field(default_factory=set)
    shelves: dict[str, int] = field(default_factory=dict)

    def take(self, told: Iterable[Told]) -> bool:
        """Take in what was looked up, and say whether any of it is new."""
        before = len(self.told)
        with uncollected():
            self.told |= {each.number: one for each in told if (one := alleged(*each)).stance in STANCES}
        return len(self.told) > before

    def groups(self) -> list[Group]:
        with uncollected():
            return incidents([self.told[number] for number in sorted(self.told)], self.one_act, self.glass)

    def wide(self, place: str) -> bool:
        """Say whether a place, or no place at all, is one of many incidents."""
        return place.startswith(NOBODY) or self.glass.wide(place)

    def reach(self, groups: Iterable[Group]) -> dict[str, int]:
        """Return the shelves that claims of groups may join others on, each with the day from which on it is then looked up."""
        wanted: dict[str, int] = {}
        for each in (each for group in groups for each in group):
            for shelf in each.shelves(self.wide):
                if each.begin - SLACK < self.shelves.get(shelf, self.begin):
                    self.shelves[shelf] = wanted[shelf] = each.begin - SLACK
        return wanted


def _last(group: Group) -> int:
    return max(each.last for each in group)
