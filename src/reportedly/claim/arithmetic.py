"""Arithmetic on figures: complements, sums and running totals. A mismatch is a finding for a reader, never an error."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.model import Check, Figure

WHOLE = 100.0
_MIRROR = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}
_PLACES = 6


def complement(share: Figure) -> Figure | None:
    """Return what a share leaves of its whole, marked as derived; None where the figure is no share of a named whole.

    The complement of a complement is the share itself, but for the mark: "less than 10 percent" leaves "more than 90 percent".
    """
    if share.unit != "percent" or not share.denominator or share.value is None or not 0 <= share.value <= WHOLE:
        return None
    low, high = (None if bound is None else round(WHOLE - bound, _PLACES) for bound in (share.high, share.low))
    value = round(WHOLE - share.value, _PLACES)
    op = _MIRROR.get(share.op, share.op)
    return replace(share, value=value, op=op, low=low, high=high, derived=True, role="complement", start=None, end=None)


def bounds_of(figure: Figure) -> tuple[float, float] | None:
    """Return the least and greatest value a figure leaves open, infinite where nothing bounds it; None where it has no number."""
    if figure.vague or (figure.value is None and figure.low is None and figure.high is None):
        return None
    match figure.op:
        case ">" | ">=":
            low = figure.low if figure.low is not None else figure.value
            return (float("-inf") if low is None else low), float("inf")
        case "<" | "<=":
            high = figure.high if figure.high is not None else figure.value
            return float("-inf"), (float("inf") if high is None else high)
        case _:
            low = figure.low if figure.low is not None else figure.value
            high = figure.high if figure.high is not None else figure.value
            return (float("-inf") if low is None else low), (float("inf") if high is None else high)


def total_of(parts: Sequence[Figure]) -> tuple[float, float] | None:
    """Return the least and greatest sum of figures, None where one of them has no number."""
    held = [bounds_of(part) for part in parts]
    known = [bound for bound in held if bound is not None]
    if not known or len(known) < len(held):
        return None
    return sum(low for low, _ in known), sum(high for _, high in known)


def breakdown(whole: Figure, parts: Sequence[Figure], claims: tuple[str, ...] = ()) -> Check | None:
    """Return whether parts that are told one by one can make up their whole; None where a number is missing."""
    given, summed = bounds_of(whole), total_of(parts)
    if given is None or summed is None:
        return None
    why = f"{' + '.join(map(shown, parts))} = {_range(summed)}, the whole is given as {shown(whole)}"
    return Check("breakdown", _meet(given, summed), why, claims)


def part(whole: Figure, inside: Figure, claims: tuple[str, ...] = ()) -> Check | None:
    """Return whether a part can be as great as it is said to be; None where a number is missing."""
    given, held = bounds_of(whole), bounds_of(inside)
    if given is None or held is None:
        return None
    return Check("part", held[0] <= given[1], f"{shown(inside)} of {shown(whole)}", claims)


def running_total(before: Figure, increment: Figure, after: Figure, claims: tuple[str, ...] = ()) -> Check | None:
    """Return whether a later total can be an earlier one and what was added since; None where a number is missing."""
    summed, given = total_of((before, increment)), bounds_of(after)
    if summed is None or given is None:
        return None
    why = f"{shown(before)} + {shown(increment)} = {_range(summed)}, the total is given as {shown(after)}"
    return Check("running-total", _meet(given, summed), why, claims)


def share_of(count: Figure, whole: float, share: Figure, claims: tuple[str, ...] = ()) -> Check | None:
    """Return whether a count of a whole and a share of it can both be; None where a number is missing or the whole is nothing."""
    counted, given = bounds_of(count), bounds_of(share)
    if counted is None or given is None or whole <= 0:
        return None
    found = (counted[0] * WHOLE / whole, counted[1] * WHOLE / whole)
    near = (given[0] - 0.5, given[1] + 0.5)  # a share is given to the nearest percent
    return Check("share", _meet(near, found), f"{shown(count)} of {whole:g} is {_range(found)} percent, given as {shown(share)}", claims)


def shown(figure: Figure) -> str:
    """Return a figure's number with its operator."""
    if figure.value is None:
        return f"{_number(figure.low)} to {_number(figure.high)}"
    return f"{'' if figure.op == '=' else figure.op + ' '}{figure.value:g}"


def _meet(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[0] <= other[1] + 1e-9 and other[0] <= one[1] + 1e-9


def _range(bound: tuple[float, float]) -> str:
    low, high = bound
    return f"{low:g}" if low == high else f"{low:g} to {high:g}"


def _number(value: float | None) -> str:
    return "?" if value is None else f"{value:g}"
