"""Reuse between two texts: a whole reprint or shared passages, with the words that are shared; and families of reprints."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise

from reportedly.compare.passages import Run, passages, shared_runs
from reportedly.compare.stock import stock
from reportedly.compare.words import SHINGLE, WINDOW, Words
from reportedly.model import Reprint
from reportedly.ports import Tally
from reportedly.unionfind import UnionFind


@dataclass(frozen=True, slots=True)
class ReuseRules:
    """Thresholds of reuse, measured on labelled pairs of news articles.

    Attributes:
        furniture: what stands in this many unlike texts of one publisher is page furniture or a stock sentence between texts of his,
        others: where for every text of another that holds it there are so many of his; an agency's paragraph is in the pages of several.
        common: what stands in more unlike texts than this says nothing of who took it from whom.
        shared: marks that two texts share before they are compared word by word; any two runs of ``run`` words, or 18 words, have two.
        family: texts of one family that are all compared with each other; in a larger one, with the one of the smallest id.
        run: words of a run that counts as a passage by itself.
        words: words that the counted passages of a pair hold together.
        telling: such of them as stand in no stock phrase.
        reprint: share of the shorter text's words, furniture left out, that stand in the other: a reprint from here on.
        most: words of one text that are compared.
    """

    furniture: int = 5
    others: int = 20
    common: int = 50
    shared: int = 2
    family: int = 50
    run: int = 10
    words: int = 18
    telling: int = 12
    reprint: float = 0.6
    most: int = 20_000

    def owners(self, tally: Tally) -> frozenset[str]:
        """Return the publishers whose page furniture a mark is."""
        if tally.families < self.furniture:
            return frozenset()
        alone = tally.families > self.common
        return frozenset(
            name
            for name, count in tally.own.items()
            if name and count >= self.furniture and (alone or (tally.families - count) * self.others <= count)
        )


MEASURED = ReuseRules()
"""The thresholds in force."""


def compare_texts(rules: ReuseRules, a: tuple[str, Words], b: tuple[str, Words], barred: AbstractSet[int]) -> Reprint | None:
    """Return what two texts, each with its id, share; None where that is too little.

    Args:
        rules: the thresholds.
        a: the text of the smaller id.
        b: the other one.
        barred: the marks that are page furniture of a publisher of both, or stand in very many texts.
    """
    left, right = a[1], b[1]
    barred = spread(left, barred) | spread(right, barred)
    runs = shared_runs(left, right, unseeded=stock(), barred=barred)
    label = _label(rules, left, runs, min(_net_words(left, barred), _net_words(right, barred)), same=left.keys == right.keys)
    if label is None:
        return None
    return Reprint(a[0], b[0], label, _containment(left, right, barred), passages(left, right, runs))


def spread(words: Words, marks: AbstractSet[int]) -> frozenset[int]:
    """Return the shingles of a text from one of ``marks`` to the next, where these follow each other as closely as marks do."""
    places = sorted(at for mark in marks for at in words.places.get(mark, ()))
    inner = (at for before, after in pairwise(places) if after - before <= WINDOW for at in range(before, after))
    return frozenset(words.shingles[at] for at in (*inner, *places))


def families(reprints: Iterable[Reprint]) -> Mapping[str, str]:
    """Return document id -> id that stands for its family, for the documents that are reprints of another; the smallest id stands."""
    sets: UnionFind[str] = UnionFind()
    for reprint in reprints:
        if reprint.label == "reprint":
            sets.join([reprint.a, reprint.b])
    return {member: group[0] for group in sets.groups() for member in group}


def _label(rules: ReuseRules, left: Words, runs: Sequence[Run], shorter: int, *, same: bool) -> str | None:
    shared = sum(run.length for run in runs)
    if same or (shorter and shared / shorter >= rules.reprint and shared >= rules.words):
        return "reprint"
    counted = [run for run in runs if run.length >= rules.run]
    words = sum(run.length for run in counted)
    return "shares-passage" if words >= rules.words and words - sum(_of_stock(left, run) for run in counted) >= rules.telling else None


def _of_stock(words: Words, run: Run) -> int:
    """Return how many words of a run stand in stock phrases."""
    inside = bytearray(run.length)
    for at in range(run.length - SHINGLE + 1):
        if words.shingles[run.a + at] in stock():
            inside[at : at + SHINGLE] = b"\1" * SHINGLE
    return sum(inside)


def _net_words(words: Words, barred: AbstractSet[int]) -> int:
    """Return how many words stand outside page furniture."""
    inside = bytearray(len(words.keys))
    for mark in barred:
        for at in words.places.get(mark, ()):
            inside[at : at + SHINGLE] = b"\1" * SHINGLE
    return len(inside) - sum(inside)


def _containment(a: Words, b: Words, barred: AbstractSet[int]) -> float:
    shorter = min(len(words.places) - sum(mark in words.places for mark in barred) for words in (a, b))
    if not shorter:
        return 1.0 if a.keys == b.keys else 0.0
    return round(len((a.places.keys() & b.places.keys()) - barred) / shorter, 4)
