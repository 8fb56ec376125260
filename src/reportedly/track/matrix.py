"""Who takes which position on which text, act by act: a party's own word, and what others say of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from reportedly.model import Argument
from reportedly.model.actor import is_provisional
from reportedly.model.claim import SAYING
from reportedly.track.acts import Act, Told, party_key, told, words_of
from reportedly.track.confirming import Rule, Ruling
from reportedly.track.outline import Ids, Marks, Outline, Sorted
from reportedly.track.outlined import outlined
from reportedly.track.seen import Glass, Seen
from reportedly.track.stand_ins import Sides
from reportedly.track.texts import Deed, deed, text_rules
from reportedly.track.traces import Trace, texts, trace, traces
from reportedly.track.track import Track


@dataclass(frozen=True, slots=True)
class Cell:
    """A party's acts on a text, in the order of their days.

    Attributes:
        known: a pack knows the party. own, others: the newest act for or against it, by its own word and by that of others; None where
            there is none.
        state: ``for``, ``against``; ``differ``, the two are of different signs; ``no side taken``; ``unknown``, too few chains for a lens.
        by: ``own word``, ``others' word`` or ``both``, where a side is taken.
        chains: independent chains behind the newest act that takes a side.
    """

    actor: str | None
    party: str
    known: bool
    state: str
    by: str
    own: str | None
    others: str | None
    chains: tuple[int, int]
    acts: tuple[Act, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """A text, how it is told of, and who takes which position on it.

    Attributes:
        title, told: the most telling words for it, and all. state: ``divided`` where newest acts are on both sides of it, else theirs.
        referred: claims that have no words for it, and take up what is told before them in their page.
        rulings: what rules of confirmation come to.
    """

    title: str
    told: tuple[str, ...]
    begin: str
    last: str
    as_of: str
    state: str
    cells: tuple[Cell, ...]
    rulings: tuple[Ruling, ...]
    referred: tuple[str, ...]

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all its claims."""
        return frozenset(act.claim for cell in self.cells for act in cell.acts)


def matrix_of(rules: Sequence[Rule] = ()) -> Track[Text]:
    """Return the view of positions by text, with what these rules of confirmation come to."""

    def sketches(marks: Marks, glass: Glass, ids: Ids) -> list[_Sketch]:
        told = traces(marks)
        sides = Sides.of(told, glass, ids)
        return [_Sketch((-group[-1].day, -len(group)), at, group, sides, rules) for at, group in enumerate(texts(told, glass, ids))]

    return outlined("positions by text", ("position", "proposal", "compliance"), tuple(text_rules().acts), Outline(trace, sketches))


class _Sketch(NamedTuple):
    key: tuple[int, ...]
    at: int
    group: Sequence[Trace]
    sides: Sides
    rules: Sequence[Rule]

    @property
    def claims(self) -> list[int]:
        return [each.number for each in self.group]

    def parts(self) -> tuple[Sequence[int], Sequence[int]]:
        named = [each for each in self.group if not each.refers]
        told = Counter(each.matter for each in named)
        best = max(named, key=lambda each: (each.tells, told[each.matter], each.day))
        return [each.number for each in reversed(self.group)], (best.number,)

    def also(self, read: Sequence[int]) -> set[int]:
        looked = frozenset(read)
        return self.sides.claims(party for each in self.group if each.number in looked for party in each.parties)

    def row(self, read: Sequence[int], held: Mapping[int, Seen], glass: Glass) -> tuple[Sorted, Text]:
        days = (date.fromordinal(self.group[0].day).isoformat(), date.fromordinal(self.group[-1].day).isoformat())
        found = sorted((held[number] for number in read), key=lambda one: (one.begin, one.claim.id))
        acts = [each for one in found if (each := deed(one))]
        made = _text(acts, days, self.sides.stand(acts, held), self.rules, glass)
        return ((*(-ord(sign) for sign in made.title), 1), self.at), made  # of two titles the later one in the alphabet is first


def _text(group: Sequence[Deed], days: tuple[str, str], who: Mapping[str, Argument], rules: Sequence[Rule], glass: Glass) -> Text:
    matters = Counter(each.matter for each in group if not each.refers)
    title = max((each for each in group if not each.refers), key=lambda each: (len(each.telling), matters[each.matter], each.matter)).matter
    sides: dict[str, list[tuple[Seen, Argument]]] = defaultdict(list)
    for each in group:
        for party in each.who:
            found = sides[party_key(who[party_key(party)])]
            if not found or found[-1][0] is not each.seen:  # else two of one side are told of in one claim
                found.append((each.seen, party))
    cells, signs = [], set[int]()
    for key, found in sides.items():
        cell, taken = _cell(who[key], found, glass)
        cells.append(cell)
        signs |= taken
    cells.sort(key=lambda cell: (not cell.known, -len(cell.acts), cell.party))
    rulings = tuple(_ruling(rule, sides, glass) for rule in rules if rule.covers(tuple(matters)))
    referred = tuple(each.seen.claim.id for each in group if each.refers)
    return Text(title, tuple(matters), *days, glass.as_of, _state(cells, signs), tuple(cells), rulings, referred)


def _state(cells: Iterable[Cell], signs: set[int]) -> str:
    """Return the state of a text: where sides differ they do so through every lens, which may only leave open what was one-sided."""
    if len(signs) > 1 or not signs:
        return "divided" if signs else "no side taken"
    return next((cell.state for cell in cells if cell.state in {"for", "against"}), "unknown")


def _cell(party: Argument, found: Sequence[tuple[Seen, Argument]], glass: Glass) -> tuple[Cell, set[int]]:
    """Return the cell of a party, and the signs of the newest acts of both words."""
    acts = [_told(seen, one, glass) for seen, one in found]
    both = words_of(acts)
    chains, signs = glass.chains(both.behind) if both.behind else (0, 0), both.signs
    state = "differ" if len(signs) > 1 else "no side taken" if not signs else "for" if signs == {1} else "against"
    if state in {"for", "against"} and chains[0] < glass.need:
        state = "unknown"
    by = "both" if both.own and both.others else "own word" if both.own else "others' word" if both.others else ""
    return Cell(party.actor, party.name, _known(party), state, by, *both.told, chains, tuple(each.act for each in acts)), signs


def _known(party: Argument) -> bool:
    return party.actor is not None and not is_provisional(party.actor)


def _told(seen: Seen, party: Argument, glass: Glass) -> Told:
    return told(seen, party, *text_rules().acts[seen.claim.frame], glass)


def _ruling(rule: Rule, sides: Mapping[str, Sequence[tuple[Seen, Argument]]], glass: Glass) -> Ruling:
    """Return what a rule comes to: each party must have confirmed, with chains enough for the lens, and not have taken it back since."""
    confirmed: list[tuple[str, str]] = []
    for who in rule.who:
        found = [one for key, side in sides.items() if glass.surely(key, who) for one in side]
        acts = [each for seen, party in found if (each := _told(seen, party, glass)).act.own or not rule.own]
        yes = [each for each in acts if each.act.act in rule.acts and each.sign >= 0 and each.act.stance in SAYING]
        since = yes and any(each.sign < 0 and each.act.day >= yes[-1].act.day for each in acts)
        if yes and not since and glass.chains([each.seen for each in yes])[0] >= glass.need:
            confirmed.append((who, yes[-1].act.claim))
    missing = tuple(who for who in rule.who if who not in dict(confirmed))
    return Ruling(rule.name, "not confirmed" if missing else "confirmed", tuple(confirmed), missing)
