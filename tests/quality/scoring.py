"""What the program finds against what was coded by hand. Pure functions; every figure is in percent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import product

from reportedly.model import Attribution, Claim, Speaker
from tests.quality.gold import GoldAttribution, GoldClaim, GoldPair, GoldReprint, Side
from tests.quality.names import Same

Figures = dict[str, float]
Stretch = Iterable[tuple[int, int]]

SAME_CONTENT = 0.5
"""Contents are the same where they share at least this part of what either holds (after PolNeAR's scoring)."""
SAME_CLAIM = 1 / 3
"""Claims may stand for each other from this part on: a clause may be cut with or without its adjuncts."""

FAMILIES = (
    {"control", "siege", "route", "movement"},
    {"attack", "casualty", "allegation", "compliance"},
    {"casualty", "figure", "humanitarian", "control"},
    {"proposal", "position", "compliance", "support"},
    {"statement", "coverage", "position", "denial"},
    {"contact"},
    {"prediction"},
)
"""Types that the same words may be coded as: who holds what, who harms whom, how many, what is agreed to, what is said."""
GOLD_TYPES = {"ceasefire-proposal": "proposal", "meeting": "contact"}
"""The gold's names of types where the codebook has others."""
POLARITY = {
    "asserts": "asserted",
    "reports": "asserted",
    "denies": "denied",
    "cannot-confirm": "denied",
    "declines-comment": "denied",
    "plans": "planned",
    "demands": "planned",
    "predicts": "predicted",
    "supposes": "hypothetical",
}
"""The gold's polarity of every stance."""


def percent(part: float, whole: float) -> float:
    """Return ``part`` of ``whole`` in percent, rounded to a tenth; 0 of nothing."""
    return round(100 * part / whole, 1) if whole else 0.0


def f1(right: int, found: int, gold: int) -> float:
    """Return the harmonic mean of precision and recall."""
    return percent(2 * right, found + gold)


def points(stretch: Stretch) -> frozenset[int]:
    """Return the offsets that lie in any of the spans."""
    return frozenset(offset for start, end in stretch for offset in range(start, end))


def overlap(a: frozenset[int], b: frozenset[int]) -> float:
    """Return the part of all offsets of two stretches that both hold (Jaccard), 0 to 1."""
    return len(a & b) / len(a | b) if a and b else 0.0


def one_to_one(options: Iterable[tuple[float, int, int]]) -> Iterator[tuple[int, int]]:
    """Yield pairs of numbers from (worth, left, right), the worthiest first, none of them twice."""
    left: set[int] = set()
    right: set[int] = set()
    for _, i, j in sorted(options, key=lambda option: (-option[0], option[1:])):
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            yield i, j


def same_family(gold: str, found: str) -> bool:
    """Say whether a type of the gold and one of the codebook lie in one family."""
    wanted = GOLD_TYPES.get(gold, gold)
    return wanted == found or any({wanted, found} <= family for family in FAMILIES)


def agreement(gold: GoldClaim, claim: Claim, same: Same) -> dict[str, bool]:
    """Return which fields agree; ``complete`` where type, speaker, own voice and stance all do."""
    fields = {
        "type": same_family(gold.type, claim.type),
        "speaker": (gold.own and claim.own) or same(gold.speaker, claim.speaker),
        "own": gold.own == claim.own,
        "stance": POLARITY[claim.stance] == gold.polarity,
    }
    return fields | {
        "complete": all(fields.values()),
        "figure": any(gold.number in {figure.value, figure.low, figure.high} for figure in claim.figures if gold.number is not None),
        "place": 2 * len(gold.places & set(claim.places)) >= max(1, len(gold.places | set(claim.places))),
    }


def paired_claims(gold: Sequence[GoldClaim], drawn: Sequence[Claim], same: Same) -> list[dict[str, bool]]:
    """Return the agreement of every pair: one to one, those first that agree in most fields, then those that share most words."""
    left, right = [points([g.span]) for g in gold], [points([(c.start, c.end)]) for c in drawn]
    close = {(i, j): overlap(a, b) for (i, a), (j, b) in product(enumerate(left), enumerate(right))}
    fields = {(i, j): agreement(gold[i], drawn[j], same) for (i, j), share in close.items() if share >= SAME_CLAIM}
    return [fields[pair] for pair in one_to_one((sum(fields[pair].values()) + close[pair], *pair) for pair in fields)]


def claims(gold: Mapping[str, Sequence[GoldClaim]], drawn: Mapping[str, Sequence[Claim]], same: Same) -> Figures:
    """Return the part of the gold's claims that was found, with which fields right, and ``complete_f1`` against all that was drawn.

    ``figure`` and ``place`` are parts of the claims that have one.
    """
    pairs = [fields for doc in gold for fields in paired_claims(gold[doc], drawn[doc], same)]
    wanted = [claim for coded in gold.values() for claim in coded]
    right = Counter(name for fields in pairs for name, agrees in fields.items() if agrees)
    whole = Counter({"figure": sum(g.number is not None for g in wanted), "place": sum(bool(g.places) for g in wanted)})
    parts = {name: percent(right[name], whole[name] or len(wanted)) for name in ("type", "speaker", "own", "stance", "figure", "place")}
    complete = f1(right["complete"], sum(len(drawn[doc]) for doc in gold), len(wanted))
    found = {"found": percent(len(pairs), len(wanted))}
    return found | parts | {"complete": percent(right["complete"], len(wanted)), "complete_f1": complete}


def attributions(gold: Mapping[str, Sequence[GoldAttribution]], found: Mapping[str, Sequence[Attribution]], same: Same) -> Figures:
    """Return F1 of contents, of contents with their source (end to end) and of contents with their speaker. Only speech is coded."""
    spoken = {doc: [item for item in found[doc] if item.speech] for doc in gold}
    pairs = [pair for doc in gold for pair in _paired_contents(gold[doc], spoken[doc])]
    totals = sum(map(len, spoken.values())), sum(map(len, gold.values()))
    speakers = sum(same(g.speaker, Speaker(p.speaker_name or "", p.speaker, p.anonymous)) for g, p in pairs)
    return {
        "content_f1": f1(len(pairs), *totals),
        "end_to_end_f1": f1(sum(_same_source(g, p) for g, p in pairs), *totals),
        "speaker_f1": f1(speakers, *totals),
    }


def _paired_contents(gold: Sequence[GoldAttribution], found: Sequence[Attribution]) -> list[tuple[GoldAttribution, Attribution]]:
    left, right = [points(g.content) for g in gold], [points(p.content) for p in found]
    shares = ((overlap(a, b), i, j) for (i, a), (j, b) in product(enumerate(left), enumerate(right)))
    return [(gold[i], found[j]) for i, j in one_to_one(option for option in shares if option[0] >= SAME_CONTENT)]


def _same_source(gold: GoldAttribution, found: Attribution) -> bool:
    wanted, given = points(gold.source), points(found.source)
    return not wanted or 2 * len(wanted & given) >= min(len(wanted), len(given)) > 0


def reprints(gold: Sequence[GoldReprint], labels: Mapping[frozenset[str], str], label: str) -> Figures:
    """Return precision, recall and F1 of one label over the pairs that were coded."""
    wanted = {pair.docs for pair in gold if pair.label == label}
    given = {pair.docs for pair in gold if labels.get(pair.docs) == label}
    right = len(wanted & given)
    return {"precision": percent(right, len(given)), "recall": percent(right, len(wanted)), "f1": f1(right, len(given), len(wanted))}


def contradictions(gold: Sequence[GoldPair], drawn: Mapping[str, Sequence[Claim]], linked: Collection[frozenset[str]]) -> Figures:
    """Return how many pairs have a claim drawn from both sides, how many of all and of those are linked, and which look-alikes are not.

    Args:
        gold: pairs of stretches.
        drawn: claims by the name of their document.
        linked: pairs of ids of claims that are said to contradict each other.
    """
    sides = [(pair, _ids(pair.a, drawn[pair.a.doc]), _ids(pair.b, drawn[pair.b.doc])) for pair in gold]
    ready = [(pair.look_alike, any(frozenset(ids) in linked for ids in product(a, b))) for pair, a, b in sides if a and b]
    told = [link for look_alike, link in ready if not look_alike]
    tempted = [link for look_alike, link in ready if look_alike]
    whole = sum(not pair.look_alike for pair in gold)
    return {
        "drawn": percent(len(told), whole),
        "found": percent(sum(told), whole),
        "found_of_drawn": percent(sum(told), len(told)),
        "left_alone": percent(tempted.count(False), len(tempted)),
    }


def _ids(side: Side, drawn: Iterable[Claim]) -> set[str]:
    """Return the claims that cover half of a stretch, or lie half in it."""
    begin, until = side.span
    return {
        claim.id for claim in drawn if 2 * (min(until, claim.end) - max(begin, claim.start)) >= min(until - begin, claim.end - claim.start)
    }
