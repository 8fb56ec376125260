"""How far reviewers agree, field by field: Cohen's kappa of two, Krippendorff's alpha of any number, each with a 95 % interval.

Kappa: J. Cohen, A coefficient of agreement for nominal scales, Educational and Psychological Measurement 20 (1960). Alpha, nominal, with
values missing: K. Krippendorff, Computing Krippendorff's alpha-reliability (2011). Intervals: percentiles of 1,000 bootstrap samples of the
claims (B. Efron, 1979), seeded. The package that computes alpha is under the GPL, and this program is not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from reportedly.review.raters import Ratings

Unit = Mapping[str, str]
"""What reviewers hold of one claim."""

_SAMPLES, _SEED, _EVEN = 1_000, 20_101, 2
_ENDS = (2.5, 97.5)


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far reviewers agree on one field.

    Attributes:
        field: what they judged. who: two reviewers, or all of them.
        measure: ``kappa`` or ``alpha``.
        claims: how many were judged by two or more of them. same: the part of pairs of values that are equal.
        value: 1 where they always agree, 0 where as often as by chance; None where all values are one, so that nothing can be told.
        low, high: of a 95 % interval; None where there is no value, or too few claims for one.
    """

    field: str
    who: tuple[str, ...]
    measure: str
    claims: int
    same: float
    value: float | None
    low: float | None
    high: float | None


def agreements(found: Ratings) -> list[Agreement]:
    """Return kappa of every two reviewers who judged the same claims, and alpha of all, for every field."""
    out = []
    for field, claims in found.items():
        units = [held for held in claims.values() if len(held) >= _EVEN]
        who = sorted({by for held in units for by in held})
        for pair in combinations(who, _EVEN):
            both = [{by: held[by] for by in pair} for held in units if all(by in held for by in pair)]
            if both:
                out.append(_measured(field, pair, "kappa", both, kappa))
        if units:
            out.append(_measured(field, tuple(who), "alpha", units, alpha))
    return out


def kappa(units: Sequence[Unit]) -> float | None:
    """Return Cohen's kappa of two reviewers; None where both give one value throughout."""
    pairs = [tuple(unit[by] for by in sorted(unit)) for unit in units]
    n = len(pairs)
    observed = sum(a == b for a, b in pairs) / n
    first, second = (Counter(pair[at] for pair in pairs) for at in (0, 1))
    expected = sum(first[value] * second[value] for value in first) / n**2
    return None if expected == 1 else (observed - expected) / (1 - expected)


def alpha(units: Sequence[Unit]) -> float | None:
    """Return Krippendorff's alpha for nominal values, some missing; None where all values are one."""
    counts = [Counter(unit.values()) for unit in units if len(unit) >= _EVEN]
    totals = sum(counts, Counter())
    n = totals.total()
    apart = sum(_apart(count) / (count.total() - 1) for count in counts)
    expected = _apart(totals) / (n - 1) if n > 1 else 0
    return None if expected == 0 else 1 - apart / expected


def _apart(count: Counter[str]) -> int:
    """Return in how many ordered pairs of values the two differ."""
    return count.total() ** 2 - sum(number**2 for number in count.values())


def _measured(
    field: str, who: tuple[str, ...], measure: str, units: Sequence[Unit], of: Callable[[Sequence[Unit]], float | None]
) -> Agreement:
    value = of(units)
    low, high = _interval(units, of) if value is not None else (None, None)
    pairs = [a == b for unit in units for a, b in combinations(unit.values(), _EVEN)]
    rounded = (None if number is None else round(number, 3) for number in (value, low, high))
    return Agreement(field, who, measure, len(units), round(sum(pairs) / len(pairs), 3), *rounded)


def _interval(units: Sequence[Unit], of: Callable[[Sequence[Unit]], float | None]) -> tuple[float | None, float | None]:
    if len(units) < _EVEN:
        return None, None
    draw = np.random.default_rng(_SEED)
    picks = draw.integers(0, len(units), (_SAMPLES, len(units)))
    values = [value for pick in picks if (value := of([units[at] for at in pick])) is not None]
    if not values:
        return None, None
    low, high = map(float, np.percentile(values, _ENDS))
    return low, high
