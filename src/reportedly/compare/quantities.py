"""Figures made comparable: what they count, between which bounds, and in which words they are shown."""

from __future__ import annotations

import math
from dataclasses import dataclass

from reportedly.compare.rules import rules
from reportedly.model import Claim, Figure
from reportedly.text import words

REACH = 1.5
"""A lower bound ("at least 20") is read as reaching to this many times its value: reporters who say it do not mean ten times as many.

The reading is a convention of this program, kept in one place: with ``math.inf`` two lower bounds never exclude each other.
"""

ABOUT = 0.1
"""What "about" leaves open on either side, as a share of the value."""

_WORDS = {"=": "", "~": "about ", ">=": "at least ", ">": "more than ", "<=": "at most ", "<": "fewer than "}
_SMALL = frozenset("a an and at from in of on the to".split())
_UNTOLD = "casualties"  # killed or injured, which of the two is not told
_TOLLS = frozenset({"figure_of", "toll"})
_OF_GROUP = frozenset({"member", "members"})
_OTHERS = frozenset({"others", "bodies", "people", "persons"})


@dataclass(frozen=True, slots=True)
class Unit:
    """What a figure counts.

    Attributes:
        key: class of who is counted and of what happened to them, or the unit's own words; equal keys are compared.
        noun: the word used for who is counted.
        outcome: class of what happened to them, empty for other counts.
        share: it is a share of something.
    """

    key: str
    noun: str
    outcome: str = ""
    share: bool = False


def unit_of(figure: Figure, claim: Claim | None = None) -> Unit | None:
    """Return what a figure counts, None where it does not say.

    Args:
        figure: the figure.
        claim: its claim; persons counted in a claim of such an outcome, or in a toll of one, are counted as having met with it.
    """
    table, parts = rules(), words(figure.unit)
    if figure.unit.casefold().strip() in table.shares:
        return Unit("share", "share", share=True)
    outcome = next((table.outcome[part] for part in parts if part in table.outcome), "")
    nouns = [part for part in parts if part not in table.outcome and part not in _SMALL]
    if not nouns and not outcome:
        return None
    noun = next((part for part in reversed(nouns) if part in table.who), nouns[-1] if nouns else "people")
    if noun in _OF_GROUP and claim is not None:  # "15 members of the medical staff"
        named = (word for role, arg in claim.args if role == "victims" for word in reversed(words(arg.name)))
        noun = next((word for word in named if word in table.who), noun)
    if claim is not None and noun in table.who and outcome in {"", _UNTOLD} and not _besides(figure, noun, claim):
        outcome = _outcome_of(claim) or outcome
    who = table.who.get(noun, noun)
    return Unit(f"{who} {outcome}", noun, outcome) if outcome else Unit(" ".join([*nouns[:-1], who]), noun)


def _outcome_of(claim: Claim) -> str:
    """Return what a claim says happened to those it counts: by its frame, or by the word of its toll ("the deaths of 43 people")."""
    outcomes = rules().outcome
    if claim.frame in outcomes.values() and claim.frame != _UNTOLD:
        return claim.frame
    told = (word for role, arg in claim.args if role in _TOLLS for word in words(arg.name))
    return next((outcomes[word] for word in told if outcomes.get(word, _UNTOLD) != _UNTOLD), "")


def _besides(figure: Figure, noun: str, claim: Claim) -> bool:
    """Say whether a figure after the first counts others than its claim does ("ten killed and fifty others")."""
    return noun in _OTHERS and bool(claim.figures) and figure != claim.figures[0]


def denominator_of(figure: Figure) -> frozenset[str] | None:
    """Return the telling words of what a share is a share of, None where it does not say."""
    if figure.denominator is None:
        return None
    return frozenset(words(figure.denominator)) - _SMALL


def bounds(figure: Figure) -> tuple[float, float] | None:
    """Return the least and the greatest value that a figure leaves open, None where it has no value."""
    low = figure.low if figure.low is not None else figure.value
    high = figure.high if figure.high is not None else figure.value
    if low is None or high is None:
        return None
    match figure.op:
        case ">" | ">=":
            return low, figure.high if figure.high is not None else low * REACH
        case "<" | "<=":
            return figure.low if figure.low is not None else -math.inf, high
        case "~" if low == high:
            return low - abs(low) * ABOUT, high + abs(high) * ABOUT
        case _:
            return min(low, high), max(low, high)


def disjoint(left: Figure, right: Figure) -> bool:
    """Say whether no value satisfies both figures. Figures without a value exclude nothing."""
    a, b = bounds(left), bounds(right)
    if a is None or b is None:
        return False
    return a[1] < b[0] or b[1] < a[0]


def shown(figure: Figure) -> str:
    """Return a figure in words: ``at least 85 percent of the districts``."""
    low, high = figure.low, figure.high
    ranged = figure.value is None and low is not None and high is not None and low != high
    number = f"{low:g} to {high:g}" if ranged else _number(figure)
    denominator = f" of {figure.denominator}" if figure.denominator else ""
    return f"{_WORDS.get(figure.op, '')}{number} {figure.unit}{denominator}"


def _number(figure: Figure) -> str:
    value = next((value for value in (figure.value, figure.low, figure.high) if value is not None), None)
    return "?" if value is None else f"{value:,.10g}"
