"""Findings of arithmetic: whether numbers that a text puts together agree. A mismatch is a finding, not an error."""

from __future__ import annotations

from dataclasses import dataclass

CHECKS = ("breakdown", "part", "running-total", "share")
"""What is checked: parts against their sum, one part against its whole, a total against the last and the increment, shares and counts."""


@dataclass(frozen=True, slots=True)
class Check:
    """One check of a claim's figure against others.

    Attributes:
        kind: one of ``CHECKS``.
        holds: whether the numbers can all be true.
        why: the sum in words.
        claims: ids of the other claims it was made with.
    """

    kind: str
    holds: bool
    why: str
    claims: tuple[str, ...] = ()
