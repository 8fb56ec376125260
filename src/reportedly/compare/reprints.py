"""Reuse between documents: whole reprints and shared passages, with the words that are shared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from reportedly.compare.index import ReuseRules, ShingleIndex, TextEntry
from reportedly.compare.passages import Run, passages, shared_runs
from reportedly.compare.unionfind import UnionFind
from reportedly.compare.words import SHINGLE, Words
from reportedly.model import Reprint


def find_reprints(texts: Sequence[TextEntry], *, against: ShingleIndex | None = None) -> list[Reprint]:
    """Return the pairs of documents that share words, where at least one of the two is new.

    Args:
        texts: new documents; one whose id was met before is left alone.
        against: an index of old ones, which is filled with the new ones; None compares the new ones with each other.

    Returns:
        One entry per pair, ordered by its ids: ``reprint`` where most of the shorter text stands in the other, else ``shares-passage``.
        Stock phrases of the field and page furniture of one publisher make no passage. ``containment`` leaves furniture out.
    """
    index = ShingleIndex() if against is None else against
    new = index.fill(sorted(texts, key=lambda entry: entry.id))
    pairs = {(min(number, other), max(number, other)) for number in new for other in index.near(number)}
    found = (_compare(index, left, right) for left, right in pairs)
    return sorted((reprint for reprint in found if reprint is not None), key=lambda reprint: (reprint.a, reprint.b))


def families(reprints: Iterable[Reprint]) -> Mapping[str, str]:
    """Return document id -> id that stands for its family, for the documents that are reprints of another; the smallest id stands."""
    sets: UnionFind[str] = UnionFind()
    for reprint in reprints:
        if reprint.label == "reprint":
            sets.join([reprint.a, reprint.b])
    return {member: group[0] for group in sets.groups() for member in group}


def _compare(index: ShingleIndex, left: int, right: int) -> Reprint | None:
    first, second = sorted((left, right), key=lambda number: _rank(index.entries[number]))
    a, b = index.words[first], index.words[second]
    barred = index.furniture(first) | index.furniture(second)
    seeds = _seeds(index, first, second)
    runs = shared_runs(a, b, seeds=seeds, barred=barred)
    label = _label(index.rules, runs, min(_net_words(a, barred), _net_words(b, barred)), same=a.keys == b.keys)
    if label is None:
        return None
    entry, other = index.entries[first], index.entries[second]
    earliest = entry.id if entry.published and other.published and entry.published < other.published else None
    return Reprint(entry.id, other.id, label, _containment(a, b, barred), passages(a, b, runs), earliest)


def _rank(entry: TextEntry) -> tuple[str, str]:
    return (entry.published or "9999", entry.id)


def _seeds(index: ShingleIndex, first: int, second: int) -> AbstractSet[int]:
    """Return the shared telling shingles; where a text holds none at all, as one of few words may, all shared ones."""
    shared = index.telling(first) & index.telling(second)
    return shared or set(index.words[first].shingles) & set(index.words[second].shingles)


def _label(rules: ReuseRules, runs: Sequence[Run], shorter: int, *, same: bool) -> str | None:
    shared = sum(run.length for run in runs)
    if same or (shorter and shared / shorter >= rules.reprint and shared >= rules.words):
        return "reprint"
    return "shares-passage" if sum(run.length for run in runs if run.length >= rules.run) >= rules.words else None


def _net_words(words: Words, barred: AbstractSet[int]) -> int:
    """Return how many words stand outside page furniture."""
    inside = bytearray(len(words.keys))
    for at, shingle in enumerate(words.shingles):
        if shingle in barred:
            inside[at : at + SHINGLE] = b"\1" * SHINGLE
    return len(inside) - sum(inside)


def _containment(a: Words, b: Words, barred: AbstractSet[int]) -> float:
    left, right = set(a.shingles) - barred, set(b.shingles) - barred
    shorter = min(len(left), len(right))
    if not shorter:
        return 1.0 if a.keys == b.keys else 0.0
    return round(len(left & right) / shorter, 4)
