"""Who stands for a side in every row of a view of texts: the party of it that is told of most, found by numbers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reportedly.ids import number_for
from reportedly.model import Argument
from reportedly.track.acts import party_key
from reportedly.track.holding import NOBODY
from reportedly.track.outline import Ids, sides_of
from reportedly.track.seen import Glass, Seen
from reportedly.track.texts import Deed, deed
from reportedly.track.traces import Party, Trace, party_of


@dataclass(frozen=True, slots=True)
class Sides:
    """Sides of parties.

    Attributes:
        side: a party's key -> the number of its side. firsts: that number -> those who are told of most, several where they are told of
            alike, each with a claim that tells of it.
    """

    side: Mapping[int, int]
    firsts: Mapping[int, Sequence[tuple[Party, int]]]

    @classmethod
    def of(cls, told: Iterable[Trace], glass: Glass, ids: Ids) -> Sides:
        """Return the sides of all parties that traces tell of."""
        where: dict[Party, int] = {}
        named: Counter[Party] = Counter()
        for each in told:
            for key, name in each.parties:
                named[key, name] += 1
                where.setdefault((key, name), each.number)
        order = named.most_common()
        side = sides_of((key for (key, _), _ in order), glass, ids)
        firsts: dict[int, list[tuple[Party, int]]] = defaultdict(list)
        for party, count in order:
            found = firsts[side[party[0]]]
            if not found or named[found[0][0]] == count:
                found.append((party, where[party]))
        return cls(side, firsts)

    def claims(self, parties: Iterable[Sequence[int]]) -> set[int]:
        """Return the claims that tell who stands for parties."""
        return {claim for side in {self.side[key] for key, _ in parties} for _, claim in self.firsts[side]}

    def stand(self, told: Iterable[Deed], held: Mapping[int, Seen]) -> dict[str, Argument]:
        """Return key of a party that claims tell of, and of who stands for it -> who stands for it."""
        found: dict[str, Argument] = {}
        made: dict[int, Argument] = {}
        for key in {party_key(party) for each in told for party in each.who}:
            side = self.side[number_for(key)]
            if side not in made:
                made[side] = self._first(side, held)
            found[key] = found[party_key(made[side])] = made[side]
        return found

    def _first(self, side: int, held: Mapping[int, Seen]) -> Argument:
        told = [(party, doer) for party, claim in self.firsts[side] if (act := deed(held[claim])) for doer in act.who]
        key, name = min((party_key(doer), doer.name) for party, doer in told if party_of(doer) == party)
        return Argument(name, 0, 0, None if key.startswith(NOBODY) else key)
