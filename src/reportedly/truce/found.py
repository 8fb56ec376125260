"""A value with what it rests on: the claims for it, those against it, and what would settle it. That is its explanation."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reportedly.truce.value import Value, every, opposite, some

Ids = frozenset[str]
NONE: Ids = frozenset()


@dataclass(frozen=True, slots=True)
class Found:
    """A value and its grounds.

    Attributes:
        for_, against: ids of claims.
        missing: what would settle it, in words; empty where the value is definite.
        unconfirmed: ids of those claims whose bearing nobody has confirmed.
        since: moment from which on it is kept, None where it is not, or where that is unknown.
    """

    value: Value
    for_: Ids = NONE
    against: Ids = NONE
    missing: Ids = NONE
    unconfirmed: Ids = NONE
    since: dt.datetime | None = None


def unknown(*missing: str) -> Found:
    """Return the value of what nothing is known of, with what would settle it."""
    return Found(Value.UNKNOWN, missing=frozenset(missing))


def both(parts: Sequence[Found]) -> Found:
    """Return the conjunction of ``parts``; it is kept since the last of them was."""
    return _joined(every(part.value for part in parts), parts, _last(parts))


def either(parts: Sequence[Found]) -> Found:
    """Return the disjunction of ``parts``; it is kept since the first of them was."""
    kept = [part.since for part in parts if part.value is Value.KEPT]
    known = [moment for moment in kept if moment is not None]
    return _joined(some(part.value for part in parts), parts, min(known) if known and len(known) == len(kept) else None)


def negated(part: Found) -> Found:
    """Return the negation: what spoke for it speaks against it."""
    return replace(part, value=opposite(part.value), for_=part.against, against=part.for_, since=None)


def lacking(found: Found, missing: str) -> Found:
    """Return a definite value as unknown, for want of ``missing``; others keep what they are and lack it too."""
    value = Value.UNKNOWN if found.value.definite else found.value
    return replace(found, value=value, missing=found.missing | {missing}, since=None)


def gated(gate: Found, found: Found) -> Found:
    """Return what is left of a value where what it hangs on is itself no more than ``gate``: definite only where that is established.

    What is disputed stays disputed, whatever the gate.
    """
    if gate.value is Value.KEPT:
        return found
    disputed = Value.DISPUTED in {gate.value, found.value}
    value = Value.DISPUTED if disputed else Value.UNKNOWN
    missing = gate.missing | found.missing or frozenset({"what it hangs on has not come about"})
    return replace(_joined(value, (gate, found), None), missing=missing)


def _joined(value: Value, parts: Iterable[Found], since: dt.datetime | None) -> Found:
    parts = tuple(parts)
    missing = NONE if value.definite else NONE.union(*(part.missing for part in parts))
    return Found(
        value,
        NONE.union(*(part.for_ for part in parts)),
        NONE.union(*(part.against for part in parts)),
        missing,
        NONE.union(*(part.unconfirmed for part in parts)),
        since if value is Value.KEPT else None,
    )


def _last(parts: Sequence[Found]) -> dt.datetime | None:
    known = [part.since for part in parts if part.since is not None]
    return max(known) if known and len(known) == len(parts) else None
