"""The four values of a verdict, and how they combine: Kleene's strong connectives with two kinds of gap.

``disputed`` (claims on both sides) and ``unknown`` (not enough on either) are both undetermined, and differ in the reason only. So a
result is ``kept`` or ``breached`` exactly when every way of closing the gaps gives it, connective by connective. Belnap's and Dunn's
logic of both and neither is not used: there unknown or disputed is true, and an unproved duty with a disputed excuse would be kept.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum


class Value(Enum):
    """What the claims at hand say of a term."""

    KEPT = "kept"
    BREACHED = "breached"
    DISPUTED = "disputed"
    UNKNOWN = "unknown"

    @property
    def definite(self) -> bool:
        """Whether it does not hang on how a gap is closed."""
        return self in {Value.KEPT, Value.BREACHED}


_AND = (Value.BREACHED, Value.DISPUTED, Value.UNKNOWN, Value.KEPT)
_OR = (Value.KEPT, Value.DISPUTED, Value.UNKNOWN, Value.BREACHED)
_NOT = {Value.KEPT: Value.BREACHED, Value.BREACHED: Value.KEPT}


def every(values: Iterable[Value]) -> Value:
    """Return the conjunction, ``kept`` of none: the least where breached < disputed < unknown < kept."""
    return min(values, key=_AND.index, default=Value.KEPT)


def some(values: Iterable[Value]) -> Value:
    """Return the disjunction, ``breached`` of none: the greatest where kept > disputed > unknown > breached."""
    return min(values, key=_OR.index, default=Value.BREACHED)


def opposite(value: Value) -> Value:
    """Return the negation: the two gaps stay as they are."""
    return _NOT.get(value, value)
