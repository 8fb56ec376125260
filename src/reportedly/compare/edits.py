"""What was changed, cut and added between two copies of a text, sorted by what matters: a number, a name, a hedge, a label, a source.

Words are aligned within the gaps between shared passages (Ratcliff and Obershelp 1988, by difflib); a gap is looked at only where it is
so short on both sides that the one stands for the other. Sentences that were put in other words are found by the words of content that
they share, and only what matters is told of them. Each edit is given with its offsets in both texts; what is on one side only has
an empty span on the other, where it would stand.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from rapidfuzz import fuzz

from reportedly.compare.retold import new_words, retold
from reportedly.compare.reworded import reworded
from reportedly.compare.side import Edit, Side, Span, classes, is_of
from reportedly.compare.words import Words, split
from reportedly.model import Passage

KINDS = ("number", "denominator", "name", "label", "hedge", "attribution", "date", "cut", "added", "other")
"""Kinds of edits, the order in which one is looked for."""

_NAMED = ("denominator", "name", "label")

_COPY = 0.3  # of the words of two stretches in one order; below it they are no copies of each other
_GAP, _CLAUSE, _SHORT, _ALIKE, _PHRASE, _NEAR = 60, 8, 4, 70, 4, 5


def edits(a: str, b: str, passages: Sequence[Passage], actors: Mapping[str, frozenset[str]], *, whole: bool) -> list[Edit]:
    """Return the edits between two texts that share ``passages``, in the order of the first.

    Args:
        a: the one text, of which the other is taken to be the later form.
        b: the other.
        passages: what they share.
        actors: a name or label of an actor, in folded words -> the actors it may stand for.
        whole: what stands before the first and after the last passage counts too, as in a reprint.
    """
    left, right = split(a), split(b)
    found: list[Edit] = []
    for one, two in _gaps(a, b, left, right, passages, whole=whole):
        if max(len(one.keys), len(two.keys)) > _GAP or _unlike(one, two):
            found += _apart(one, two)
            continue
        found += _differences(one, two, actors)
    apart = [[edit.a for edit in found if edit.kind == "cut"], [edit.b for edit in found if edit.kind == "added"]]
    outer = None if whole else _in_order(passages)
    for one, two in reworded(Side(a, left, 0, len(left.keys)), Side(b, right, 0, len(right.keys)), apart, outer):
        found += new_words(one, two, (edit for edit in _differences(one, two, actors) if edit.kind in _NAMED))
        found += retold(one, two)
    return sorted(found, key=lambda edit: (edit.a, edit.b))


def _unlike(one: Side, two: Side) -> bool:
    """Say whether two stretches of some length have so few words in the same order that they are no copies of each other."""
    long = min(len(one.keys), len(two.keys)) >= _CLAUSE
    return long and SequenceMatcher(None, one.keys, two.keys, autojunk=False).ratio() < _COPY


def _differences(one: Side, two: Side, actors: Mapping[str, frozenset[str]]) -> Iterator[Edit]:
    matcher = SequenceMatcher(None, one.keys, two.keys, autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag != "equal":
            yield from _sorted(one.part(one.begin + i, one.begin + j), two.part(two.begin + k, two.begin + m), actors)


def _gaps(a: str, b: str, left: Words, right: Words, passages: Sequence[Passage], *, whole: bool) -> Iterator[tuple[Side, Side]]:
    """Yield what lies between passages that follow each other in both texts."""
    chain = [
        (*_within(left, passage.a_start, passage.a_end), *_within(right, passage.b_start, passage.b_end)) for passage in _in_order(passages)
    ]
    if whole:
        chain = [(0, 0, 0, 0), *chain, (len(left.keys), len(left.keys), len(right.keys), len(right.keys))]
    for before, after in pairwise(chain):
        one, two = Side(a, left, before[1], after[0]), Side(b, right, before[3], after[2])
        if (one.keys or two.keys) and (whole or max(len(one.keys), len(two.keys)) <= _GAP):
            yield one, two


def _within(words: Words, start: int, end: int) -> Span:
    """Return the first word of a span of code points, and the one after its last."""
    return bisect_left(words.starts, start), bisect_right(words.ends, end)


def _in_order(passages: Sequence[Passage]) -> list[Passage]:
    """Return the passages of the longest chain that runs forward in both texts."""
    best: list[tuple[int, int]] = []  # for each passage: length of the best chain that ends with it, and the one before it
    ordered = sorted(passages)
    for at, passage in enumerate(ordered):
        size = passage.a_end - passage.a_start
        earlier = [(best[i][0], i) for i in range(at) if ordered[i].a_end <= passage.a_start and ordered[i].b_end <= passage.b_start]
        length, before = max(earlier, default=(0, -1))
        best.append((length + size, before))
    at = max(range(len(ordered)), key=lambda i: best[i][0], default=-1)
    chain = []
    while at >= 0:
        chain.append(ordered[at])
        at = best[at][1]
    return chain[::-1]


def _apart(one: Side, two: Side) -> Iterator[Edit]:
    if one.keys:
        yield Edit("cut", one.span(), two.part(two.begin, two.begin).span())
    if two.keys:
        yield Edit("added", one.part(one.end, one.end).span(), two.span())


def _sorted(one: Side, two: Side, actors: Mapping[str, frozenset[str]]) -> Iterator[Edit]:
    """Yield one edit for each kind that the words which differ are of."""
    shorter, longer = sorted((len(one.keys), len(two.keys)))
    if longer >= _CLAUSE and (shorter == 0 or shorter * 3 <= longer or shorter + longer >= 2 * _CLAUSE):
        yield from _apart(one, two)
        return
    found = [edit for edit in (_of_class(kind, one, two) for kind in ("number", "hedge", "attribution", "date")) if edit]
    taken = {edit.kind for edit in found}
    found += [Edit("denominator", one.span(), two.span())] if "number" not in taken and _denominator(one) else []
    found += [edit for edit in (_name(one, two, actors),) if edit]
    if found:
        yield from sorted(found, key=lambda edit: KINDS.index(edit.kind))
    elif set(one.keys) | set(two.keys) <= classes()["plain"]:
        return
    elif longer < _SHORT or shorter:
        yield Edit("other", one.span(), two.span())
    else:
        yield from _apart(one, two)


def _of_class(kind: str, one: Side, two: Side) -> Edit | None:
    left, right = ([at for at in range(side.begin, side.end) if side.of(kind, at)] for side in (one, two))
    if kind == "number" and not left and not right and _bounds(one, two):
        left, right = list(range(one.begin, one.end)), list(range(two.begin, two.end))
    if [one.words.keys[at] for at in left] == [two.words.keys[at] for at in right] and not (kind == "number" and _bounds(one, two)):
        return None
    return Edit(kind, _place(one, left).span(), _place(two, right).span())


def _place(side: Side, chosen: Sequence[int]) -> Side:
    """Return the chosen words, from the first to the last; where there are none, what stands in their place, if that is short."""
    return side.where(chosen) if chosen or len(side.keys) < _SHORT else side.part(side.begin, side.begin)


def _bounds(one: Side, two: Side) -> bool:
    """Say whether only a bound was changed, right before a number: "31" became "at least 31"."""
    bound = classes()["bound"] | {"at", "to"}
    following = one.words.keys[one.end : one.end + 1]
    return bool(following and is_of("number", following[0])) and set(one.keys) | set(two.keys) <= bound


def _denominator(one: Side) -> bool:
    """Say whether what differs is what a share is of: "85 percent of the districts" became "85 percent of the city"."""
    before = one.before(_NEAR)
    return bool(classes()["share"] & set(before)) and "of" in before


def _name(one: Side, two: Side, actors: Mapping[str, frozenset[str]]) -> Edit | None:
    names = [[at for at in range(side.begin, side.end) if side.capital(at)] for side in (one, two)]
    spelt = " ".join(one.keys), " ".join(two.keys)
    if all(names) and fuzz.ratio(*spelt) >= _ALIKE:
        return Edit("name", one.where(names[0]).span(), two.where(names[1]).span())
    same = _actors(one, actors) & _actors(two, actors)
    labels = [[at for at in range(side.begin, side.end) if side.of("label", at)] for side in (one, two)]
    if same or any(labels):
        return Edit("label", one.where([] if same else labels[0]).span(), two.where([] if same else labels[1]).span())
    if all(names) or (any(names) and not (one.keys and two.keys)):
        return Edit("name", one.where(names[0]).span(), two.where(names[1]).span())
    return None


def _actors(side: Side, actors: Mapping[str, frozenset[str]]) -> frozenset[str]:
    phrases = (side.keys[at : at + size] for size in range(1, _PHRASE + 1) for at in range(len(side.keys) - size + 1))
    return frozenset(actor for phrase in phrases for actor in actors.get(" ".join(phrase), ()))
