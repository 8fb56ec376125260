"""Count judgements of drawn claims, with an interval for the share that is right."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator

from tools.runs import Row

VERDICTS = ("right", "wrong")
KINDS = (
    "type",
    "frame",
    "wrong-argument",
    "missing-argument",
    "speaker",
    "stance",
    "date",
    "place",
    "figure",
    "not-a-claim",
    "segmentation",
    "duplicate",
)
"""What may be wrong with a claim; of several, each is listed."""

Z = 1.959964
"""The 97.5th percentile of the standard normal distribution, for an interval of 95 percent."""


class TallyError(Exception):
    """A draw or a file of judgements is of no use; says why, and what to do."""


def wilson(right: int, count: int) -> tuple[float, float]:
    """Return the 95 % score interval of a share of ``count``, which is at least 1, as two shares (Wilson 1927)."""
    share, spread = right / count, Z * Z / count
    middle = (share + spread / 2) / (1 + spread)
    half = Z * math.sqrt(share * (1 - share) / count + spread / (4 * count)) / (1 + spread)
    return max(0.0, middle - half), min(1.0, middle + half)


def checked(row: Row) -> tuple[str, str, list[str]]:
    """Return the group, the verdict (empty where not judged) and the kinds of errors of a judged claim.

    Raises:
        TallyError: a verdict or a kind that is not known, a wrong claim without a kind, or a right one with one.
    """
    group, verdict, errors = row.get("group"), row.get("verdict") or "", row.get("errors") or []
    kinds = [str(kind) for kind in errors] if isinstance(errors, list) else [str(errors)]
    unknown = [kind for kind in kinds if kind not in KINDS]
    if verdict and verdict not in VERDICTS:
        reason = f"{row.get('id')}: the verdict is {verdict!r}; write one of {', '.join(VERDICTS)}"
    elif unknown:
        reason = f"{row.get('id')}: not a kind of error: {', '.join(unknown)}; write some of {', '.join(KINDS)}"
    elif (verdict == "wrong") != bool(kinds):
        reason = f"{row.get('id')}: a wrong claim, and no other, has kinds of errors; write some of {', '.join(KINDS)}"
    else:
        return str(group), str(verdict), kinds
    raise TallyError(reason)


def lines(rows: Iterable[Row]) -> Iterator[str]:
    """Yield, for each group, how many are right with the interval, then its kinds of errors, the commonest first.

    Raises:
        TallyError: as in `checked`.
    """
    verdicts: dict[str, Counter[str]] = {}
    errors: dict[str, Counter[str]] = {}
    for group, verdict, kinds in map(checked, rows):
        verdicts.setdefault(group, Counter())[verdict] += 1
        errors.setdefault(group, Counter()).update(dict.fromkeys(kinds, 1))
    for group, counted in verdicts.items():
        right, judged = counted["right"], counted["right"] + counted["wrong"]
        if judged:
            low, high = wilson(right, judged)
            yield f"{group}: n {judged}, right {right}, share {right / judged:.1%}, 95 % interval {low:.1%} to {high:.1%}"
        if counted[""]:
            yield f"{group}: {counted['']} not judged yet"
        yield from (f"  {kind}: {number}" for kind, number in sorted(errors[group].items(), key=lambda item: (-item[1], item[0])))
