"""Thresholds: claims that are too unsure of themselves for their type are set apart and counted, never dropped in silence."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.model import Claim
from reportedly.model.frame import Codebook


def parted(claims: Sequence[Claim], codebook: Codebook) -> tuple[tuple[Claim, ...], tuple[Claim, ...]]:
    """Return the claims that reach the threshold of their type, and those that do not, both in their order."""
    least = {kind.id: kind.threshold for kind in codebook.types}
    if not any(least.values()):
        return tuple(claims), ()
    kept = tuple(c for c in claims if c.score >= least.get(c.type, 0.0))
    return kept, tuple(c for c in claims if c.score < least.get(c.type, 0.0))
