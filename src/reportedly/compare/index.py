"""An index of texts by shingle, which can be filled with old documents and asked with new ones.

Near copies (MinHash over shingles, Broder 1997) are kept as one *family*, and shingles are counted by family, so that ten thousand
copies of one text do not make its words look like stock phrases.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from rensa import RMinHash, RMinHashLSH

from reportedly.compare.unionfind import UnionFind
from reportedly.compare.words import Words, split


@dataclass(frozen=True, slots=True)
class TextEntry:
    """A document as reuse sees it: its id, canonical text, ISO date of publication and publisher, None where unknown."""

    id: str
    text: str
    published: str | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class ReuseRules:
    """Thresholds of reuse, measured on labelled pairs of news articles.

    Attributes:
        near_copy: estimated resemblance (Jaccard, 0 to 1) from which two texts are one family.
        common: a shingle in more families than this is a stock phrase of the field.
        furniture: a shingle in this many families of one publisher, and of no other, is that publisher's page furniture,
        part: where it stands in this share of the publisher's texts too; a stock sentence of the newsroom stands in fewer.
        shared: shingles that two texts share before they are compared word by word.
        family: members of one family that a new text is compared with; of a larger family, the earliest published.
        run: words of a run that counts as a passage by itself.
        words: words that the counted passages of a pair hold together.
        reprint: share of the shorter text's words, furniture left out, that stand in the other: a reprint from here on.
    """

    near_copy: float = 0.8
    common: int = 25
    furniture: int = 5
    part: float = 0.125
    shared: int = 6
    family: int = 50
    run: int = 10
    words: int = 18
    reprint: float = 0.6


MEASURED = ReuseRules()
"""The thresholds in force."""

_PERMUTATIONS, _BANDS, _SEED = 128, 16, 1


class ShingleIndex:
    """Texts held for comparison. Adding one costs time in proportion to its words, and so does asking, for each text that answers."""

    def __init__(self, rules: ReuseRules = MEASURED) -> None:
        self.rules = rules
        self.entries: list[TextEntry] = []
        self.words: list[Words] = []
        self._numbers: dict[str, int] = {}
        self._sketches: list[RMinHash] = []
        self._lsh = RMinHashLSH(threshold=rules.near_copy, num_perm=_PERMUTATIONS, num_bands=_BANDS)
        self._families: UnionFind[int] = UnionFind()
        self._members: dict[int, list[int]] = {}
        self._published: Counter[str | None] = Counter()
        self._sorted: dict[int, tuple[frozenset[int], frozenset[int]]] = {}  # telling shingles, furniture; until a text is added
        self._postings: dict[int, dict[int, str | None]] = defaultdict(dict)  # shingle -> family -> publisher

    def __len__(self) -> int:
        return len(self.entries)

    def __contains__(self, identity: object) -> bool:
        return identity in self._numbers

    def add(self, entry: TextEntry) -> int:
        """Hold a text and return its number; a text whose id is held already is left alone."""
        if entry.id in self._numbers:
            return self._numbers[entry.id]
        number = self._numbers[entry.id] = len(self.entries)
        words = split(entry.text)
        self.entries.append(entry)
        self.words.append(words)
        self._published[entry.publisher] += 1
        self._sorted.clear()
        family = self._join_family(number, words)
        for shingle in set(words.shingles):
            posting = self._postings[shingle]
            if len(posting) <= self.rules.common:
                posting.setdefault(family, entry.publisher)
        return number

    def fill(self, entries: Iterable[TextEntry]) -> list[int]:
        """Hold many texts; return the numbers of those that were new, in order."""
        before = len(self.entries)
        for entry in entries:
            self.add(entry)
        return list(range(before, len(self.entries)))

    def near(self, number: int) -> list[int]:
        """Return the texts, this one left out, that share enough telling shingles with it or are near copies of it."""
        counts: Counter[int] = Counter()
        own = self._families.find(number)
        for shingle in self.telling(number):
            counts.update({self._families.find(family) for family in self._postings[shingle]})
        families = {family for family, count in counts.items() if count >= self.rules.shared} | {own}
        return sorted({member for family in families for member in self._asked(family)} - {number})

    def telling(self, number: int) -> frozenset[int]:
        """Return the shingles of a text that are neither stock phrases nor page furniture."""
        return self._sort(number)[0]

    def furniture(self, number: int) -> frozenset[int]:
        """Return the shingles of a text that are page furniture."""
        return self._sort(number)[1]

    def is_common(self, shingle: int) -> bool:
        """Say whether a shingle is a stock phrase of the field."""
        return len(self._postings.get(shingle, ())) > self.rules.common

    def is_furniture(self, shingle: int) -> bool:
        """Say whether a shingle repeats across one publisher's pages and stands nowhere else."""
        posting = self._postings.get(shingle, {})
        publishers = set(posting.values())
        if len(posting) < self.rules.furniture or len(publishers) != 1 or None in publishers:
            return False
        return len(posting) >= self.rules.part * self._published[publishers.pop()]

    def families(self) -> dict[str, str]:
        """Return document id -> id that stands for its family of near copies (the first that was added)."""
        return {entry.id: self.entries[self._families.find(number)].id for number, entry in enumerate(self.entries)}

    def _sort(self, number: int) -> tuple[frozenset[int], frozenset[int]]:
        if number not in self._sorted:
            shingles = frozenset(self.words[number].shingles)
            furniture = frozenset(shingle for shingle in shingles if self.is_furniture(shingle))
            telling = frozenset(shingle for shingle in shingles - furniture if not self.is_common(shingle))
            self._sorted[number] = telling, furniture
        return self._sorted[number]

    def _join_family(self, number: int, words: Words) -> int:
        sketch = RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
        sketch.update([" ".join(words.keys[at : at + 5]) for at in range(len(words.shingles))] or [" ".join(words.keys)])
        alike = [other for other in self._lsh.query(sketch) if sketch.jaccard(self._sketches[other]) >= self.rules.near_copy]
        self._lsh.insert(number, sketch)
        self._sketches.append(sketch)
        self._merge(number, {self._families.find(other) for other in alike})
        return self._families.find(number)

    def _merge(self, number: int, families: set[int]) -> None:
        self._families.join([number, *families])
        members = sorted({number}.union(*(self._members.pop(family) for family in families)))
        self._members[self._families.find(number)] = members

    def _asked(self, family: int) -> list[int]:
        members = self._members[family]
        if len(members) <= self.rules.family:
            return members
        return [min(members, key=lambda at: (self.entries[at].published or "9999", self.entries[at].id))]
