"""Checks of the figures of one document against each other. What does not add up is noted on the claim, and nothing is changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.claim import arithmetic
from reportedly.claim.bulletins import SHARE
from reportedly.claim.context import Context
from reportedly.claim.wordlists import pattern
from reportedly.model import Check, Claim, Figure
from reportedly.parse import text_of

_NEAR = 400
_NUMBER = re.compile(r"^(\d+(?:\.\d+)?)\b")


def with_checks(context: Context, claims: Sequence[Claim]) -> list[Claim]:
    """Return ``claims``, those whose figures stand beside others that they can be checked against with what was found.

    Checked are wholes against the items that break them down, parts against their whole, shares against counts of a counted
    whole, and increments against the running total that they went into.
    """
    counted = [claim for claim in claims if claim.figures]
    return [replace(claim, checks=found) if (found := tuple(_checks(context, claim, counted))) else claim for claim in claims]


def _checks(context: Context, claim: Claim, counted: Sequence[Claim]) -> Iterator[Check]:
    if not claim.figures:
        return
    first = claim.figures[0]
    found = [_breakdown(context, claim, counted), *(_part(first, f) for f in claim.figures[1:]), *(_share(claim, f) for f in claim.figures)]
    found += [_increment(claim, other) for other in counted if _precedes(other, claim)]
    yield from (check for check in found if check is not None)


def _breakdown(context: Context, claim: Claim, counted: Sequence[Claim]) -> Check | None:
    if _is_item(claim):
        return None
    items = [
        c for c in counted if _is_item(c) and c.frame == claim.frame and c.speaker == claim.speaker and 0 <= c.start - claim.start < _NEAR
    ]
    if not items or min(items, key=lambda c: c.start).figures[0].start == claim.figures[0].start:
        return None
    if pattern("parts").search(text_of(context.doc)[claim.start : items[0].start]):
        return None  # some of the items only
    return arithmetic.breakdown(claim.figures[0], [c.figures[0] for c in items], tuple(c.id for c in items))


def _is_item(claim: Claim) -> bool:
    return claim.method.endswith("+breakdown")


def _part(first: Figure, figure: Figure) -> Check | None:
    return arithmetic.part(first, figure) if figure.universe is not None and not figure.derived and first.unit != SHARE else None


def _share(claim: Claim, figure: Figure) -> Check | None:
    """Return a share of a claim against its count of a counted whole: "18 of the 24 districts, or 75 percent"."""
    if figure.unit != SHARE or figure.derived:
        return None
    for count in claim.figures:
        whole = _NUMBER.match(count.denominator or "") if count.unit != SHARE else None
        if whole is not None:
            return arithmetic.share_of(count, float(whole[1]), figure)
    return None


def _precedes(other: Claim, claim: Claim) -> bool:
    """Say whether a claim told just before gives an increment of what ``claim`` gives the total of."""
    return other.id != claim.id and other.speaker == claim.speaker and 0 < claim.start - other.start < _NEAR


def _increment(claim: Claim, other: Claim) -> Check | None:
    total = next((f for f in claim.figures if f.role == "total"), None)
    added = next((f for f in other.figures if f.role == "increment" and total is not None and f.unit == total.unit), None)
    return None if total is None or added is None else arithmetic.part(total, added, (other.id,))
