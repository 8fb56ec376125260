"""Who shares words with whom, kept up to date as documents come.

What is found depends on the documents alone and not on their order: two texts are a pair where they share enough words that are
neither stock phrases nor page furniture, and a new document may turn words into either. Then the few texts that hold those words are
compared anew, and what no longer holds is withdrawn. Near copies count as one family, so that ten thousand copies of one text do not
make its words look like stock; of a crowded family, only the text with the smallest id is compared with all others. Ids are hashes, so
another takes its place ever more seldom, and adding costs no more in a large ledger than in a small one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache

from reportedly.compare.reprints import MEASURED, ReuseRules, compare_texts
from reportedly.compare.sketch import bands
from reportedly.compare.stock import stock
from reportedly.compare.words import Words, marks, split
from reportedly.model import WITHDRAWN, Reprint
from reportedly.ports import ReuseShelf, Tally

Tallies = Mapping[int, Tally]
Pair = tuple[str, str]
_KEPT = 256  # texts whose words are kept at hand


@dataclass(frozen=True, slots=True)
class _Standing:
    """How the marks of a text stand: those that tell of reuse, and those that are page furniture of each of its publishers."""

    telling: frozenset[int]
    furniture: Mapping[str, AbstractSet[int]]

    def barred(self, publishers: AbstractSet[str]) -> frozenset[int]:
        return frozenset(mark for name in publishers for mark in self.furniture.get(name, ()))


def update(shelf: ReuseShelf, documents: Iterable[str], rules: ReuseRules = MEASURED) -> list[Reprint]:
    """Put new texts on the shelf and return what that changes: pairs found, found otherwise, or withdrawn; ordered by their ids.

    Args:
        shelf: knows the texts already; is changed.
        documents: ids of texts that were not compared before, or that have a new publisher.
        rules: the thresholds; the same for one shelf at all times.
    """
    job = _Job(shelf, rules)
    for document in documents:
        job.place(document)
    return job.changes()


class _Job:
    def __init__(self, shelf: ReuseShelf, rules: ReuseRules) -> None:
        self._shelf, self._rules = shelf, rules
        self._affected: set[str] = set()
        self._words = lru_cache(_KEPT)(self._split)
        self._marks = lru_cache(_KEPT)(self._marked)
        self._standing = lru_cache(_KEPT)(self._stand)

    def place(self, document: str) -> None:
        """Put one text on the shelf, and note whom that affects."""
        shelf = self._shelf
        own = bands(self._words(document))
        before = {family: self._first(family) for family in shelf.joined(own)}
        into = max(before, key=lambda family: (len(before[family]), -family), default=None)
        moved = {family: shelf.members(family) for family in before if family != into}
        texts = [document, *(member for members in moved.values() for member in members)]
        touched = {mark for text in texts for mark in self._marks(text)}
        publishers = sorted({name for text in texts for name in shelf.text(text).publishers})
        was = self._tally(touched, publishers)
        family = shelf.place(document, own, into)
        for other, members in moved.items():
            shelf.absorb(family, other, {mark for member in members for mark in self._marks(member)})
        for text in texts:
            shelf.hold(family, shelf.text(text).publishers, self._marks(text))
        self._note(touched, was, self._tally(touched, publishers) if before else _with_one_more(was, publishers))
        self._affected |= {document, *self._crowding(before, self._first(family))}

    def changes(self) -> list[Reprint]:
        """Compare whom it affects, and return what is not as it was recorded."""
        was: dict[Pair, Reprint] = {}
        now: dict[Pair, Reprint | None] = {}
        for document in sorted(self._affected):
            was.update(self._shelf.partners(document))
            for other in self._candidates(document):
                pair = (min(document, other), max(document, other))
                if pair not in now:
                    now[pair] = self._compare(*pair)
        changed = {pair: found for pair, found in now.items() if found is not None and was.get(pair) != found}
        gone = {pair: Reprint(*pair, WITHDRAWN, 0.0) for pair in was if now.get(pair) is None}
        return [found for _, found in sorted((changed | gone).items())]

    def _candidates(self, document: str) -> set[str]:
        """Return the texts that one is compared with: those of its family, and of families that share telling marks with it."""
        family = self._shelf.family(document)
        first = self._first(family)
        if len(first) > self._rules.family:
            if document != first[0]:
                return {first[0]}
            first = self._shelf.members(family)
        return {member for other in self._sharing(document) for member in self._asked(other)}.union(first) - {document}

    def _sharing(self, document: str) -> Iterator[int]:
        standing = self._standing(document)
        shared: dict[int, set[int]] = defaultdict(set)
        for mark, family, publisher in self._shelf.holders(sorted(standing.telling)):
            if mark not in standing.furniture.get(publisher, ()):
                shared[family].add(mark)
        yield from (family for family, found in shared.items() if len(found) >= self._rules.shared)

    def _compare(self, first: str, second: str) -> Reprint | None:
        shelf, rules = self._shelf, self._rules
        common = set(shelf.text(first).publishers) & set(shelf.text(second).publishers)
        one, two = self._standing(first), self._standing(second)
        barred = one.barred(common) | two.barred(common) if common else frozenset()
        if shelf.family(first) != shelf.family(second):
            if len((one.telling & two.telling) - barred) < rules.shared:
                return None
            barred |= (self._marks(first) - one.telling) | (self._marks(second) - two.telling)
        return compare_texts(rules, (first, self._words(first)), (second, self._words(second)), barred)

    def _note(self, touched: Collection[int], was: Tallies, now: Tallies) -> None:
        """Note the texts that hold marks which have become telling or stopped being so, or furniture or stopped being so."""
        most = self._rules.common
        turned = [mark for mark in touched if (was[mark].families > most) != (now[mark].families > most)]
        families = {family for _, family, _ in self._shelf.holders(turned)} if turned else set()
        turned_own: dict[str, list[int]] = defaultdict(list)
        for mark in touched:
            for name in self._rules.owners(was[mark]) ^ self._rules.owners(now[mark]):
                turned_own[name].append(mark)
        for name, own in turned_own.items():
            families |= {family for _, family, _ in self._shelf.holders(own, name)}
        self._affected.update(member for family in families for member in self._asked(family))

    def _crowding(self, before: dict[int, list[str]], after: list[str]) -> set[str]:
        """Return the texts that gain or lose partners because families have become one, crowded, or have another first text."""
        most = self._rules.family
        same = len(before) == 1 and all((len(old) > most) == (len(after) > most) and old[0] == after[0] for old in before.values())
        if same or not before or (len(before) == 1 and len(after) <= most):
            return set()
        small = {member for old in before.values() if len(old) <= most for member in old}
        return small | {after[0]} | {old[0] for old in before.values()}

    def _tally(self, found: Collection[int], publishers: Collection[str]) -> Tallies:
        return self._shelf.tally(found, publishers, self._rules.common, self._rules.furniture - 1)

    def _first(self, family: int) -> list[str]:
        return self._shelf.members(family, self._rules.family + 1)

    def _asked(self, family: int) -> list[str]:
        first = self._first(family)
        return first if len(first) <= self._rules.family else first[:1]

    def _split(self, document: str) -> Words:
        return split(self._shelf.text(document).text, self._rules.most)

    def _marked(self, document: str) -> frozenset[int]:
        return marks(self._words(document), stock())

    def _stand(self, document: str) -> _Standing:
        publishers, own = self._shelf.text(document).publishers, self._marks(document)
        furniture: dict[str, set[int]] = {name: set() for name in publishers}
        telling = set()
        for mark, tally in self._tally(own, publishers).items():
            if tally.families <= self._rules.common:
                telling.add(mark)
            if tally.families >= self._rules.furniture:
                for name in self._rules.owners(tally) & furniture.keys():
                    furniture[name].add(mark)
        return _Standing(frozenset(telling), furniture)


def _with_one_more(was: Tallies, publishers: Collection[str]) -> Tallies:
    """Return the tallies of marks which one more family holds, on pages of the publishers; what is told of counts that matter is exact."""
    return {
        mark: Tally(tally.families + 1, {**tally.own, **{name: tally.own.get(name, 0) + 1 for name in publishers}})
        for mark, tally in was.items()
    }
