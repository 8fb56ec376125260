"""Which claims are of which incident, told by what is kept of each in few words: from the latest days backward, or around a few claims."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date

from reportedly.query.briefs import Briefs, Told
from reportedly.query.groups import EVER
from reportedly.query.pairs import Pairs
from reportedly.query.seen import uncollected
from reportedly.track.allegations import ALLEGING, STANCES
from reportedly.track.alleged import SLACK, Alleged, alleged
from reportedly.track.seen import Glass
from reportedly.track.together import Together

_CLAIMS = 2
"""Claims of an incident, as a first guess."""
_TIMES = 4
"""How many times as many claims are looked at where those before were of too few incidents."""
_FEW = 2_000
"""Claims up to which all their incidents are looked at, and not only the latest."""
_AROUND, _JOINED = 200, 6
"""Claims that pass a filter up to which all their incidents are looked at; how many claims are looked at for each, as counted."""
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
        if passing is not None and (wanted is None or self._few(len(told), len(days), wanted)):
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

    @staticmethod
    def _few(passing: int, all_of: int, wanted: int) -> bool:
        """Say whether less is looked at around all claims that pass than of the days on which enough of them are told."""
        return passing <= _AROUND or _JOINED * passing * passing <= all_of * wanted * _CLAIMS

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
        return self._whole(found, lambda one: one.last >= begin)

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
        answered = self.pairs.others([each.id for each in found.all() if each.stance == "denies"], {"denial"})
        told = [each for each in self.briefs.of(self.pairs.numbers(answered)) if each.values[1] in ALLEGING]
        found.take(told)
        own |= {each.number for each in told}
        return self._whole(found, lambda one: one.number in own)

    def _whole(self, found: _Found, wanted: Callable[[Alleged], bool]) -> list[Group]:
        """Return the groups that have one that is wanted, once all was looked up that they may have claims among."""
        with uncollected():
            return self._closed(found, wanted)

    def _closed(self, found: _Found, wanted: Callable[[Alleged], bool]) -> list[Group]:
        while new := found.fresh(wanted):
            ids = {each.id for each in new}
            found.join((each.a, each.b) for each in self.pairs.of(ids) if each.kind == "cause")
            found.take(self.briefs.of(self.pairs.numbers(self.pairs.others(ids, {"cause"}))))
            for shelf, day in found.reach(new).items():
                found.take(self.briefs.on(shelf, day))
        return found.groups()


class _Found:
    """What was looked up: all that is told of on ``begin`` or later, and of some shelves more.

    Attributes:
        told: number of a claim -> its place among those that came.
    """

    def __init__(self, glass: Glass, begin: int) -> None:
        self.together, self.told, self._begin = Together(glass), dict[int, int](), begin
        self._shelves: dict[str, int] = {}
        self._places: dict[str, int] = {}
        self._one_act: set[tuple[str, str]] = set()
        self._looked, self._open = 0, set[int]()
        self._met = set[int]()

    def take(self, told: Iterable[Told]) -> None:
        """Take in what was looked up, as far as it is new."""
        with uncollected():
            for each in told:
                if each.number not in self.told and (one := alleged(*each)).stance in STANCES:
                    self.told[each.number] = self._places[one.id] = self.together.add(one)

    def all(self) -> list[Alleged]:
        """Return all that was taken in."""
        return self.together.told

    def join(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Note that claims of these ids are of one act, whenever both are there."""
        self._one_act |= set(pairs)

    def fresh(self, wanted: Callable[[Alleged], bool]) -> list[Alleged]:
        """Return what came, since this was asked last, into groups that have one that is wanted."""
        for one, other in [pair for pair in self._one_act if pair[0] in self._places and pair[1] in self._places]:
            self.together.join(self._places[one], self._places[other])
        self._open |= {at for at in range(self._looked, len(self.together.told)) if wanted(self.together.told[at])}
        self._looked = len(self.together.told)
        self._open = {self.together.first(at) for at in self._open}
        found = [at for first in self._open for at in self.together.sets[first] if at not in self._met]
        self._met |= set(found)
        return [self.together.told[at] for at in sorted(found)]

    def groups(self) -> list[Group]:
        """Return the groups that have one that is wanted, in the order of their first claims."""
        number = self.together.told
        order = sorted(self._open, key=lambda first: min(number[at].number for at in self.together.sets[first]))
        return [self.together.group(first) for first in order]

    def reach(self, new: Iterable[Alleged]) -> dict[str, int]:
        """Return the shelves that claims may join others on, each with the day from which on it is then looked up."""
        wanted: dict[str, int] = {}
        for each in new:
            for shelf in each.shelves(self.together.wide):
                if each.begin - SLACK < self._shelves.get(shelf, self._begin):
                    self._shelves[shelf] = wanted[shelf] = each.begin - SLACK
        return wanted


def _last(group: Group) -> int:
    return max(each.last for each in group)
