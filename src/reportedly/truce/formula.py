"""What a trigger, an exception or being in force hangs on: a formula over terms, acceptances and other things that claims bear on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.truce.times import Duration


@dataclass(frozen=True, slots=True)
class All:
    """All of its parts."""

    parts: tuple[Formula, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """One of its parts, or more."""

    parts: tuple[Formula, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite of its part."""

    part: Formula


@dataclass(frozen=True, slots=True)
class Done:
    """A term, or every duty and prohibition of a stage, is kept so far; by all who owe it."""

    of: str


@dataclass(frozen=True, slots=True)
class Held:
    """A term is kept without a break for ``lasting`` from its beginning."""

    of: str
    lasting: Duration


@dataclass(frozen=True, slots=True)
class Accepted:
    """An actor has accepted the agreement, and has not gone back on it."""

    by: str


@dataclass(frozen=True, slots=True)
class Atom:
    """Something that claims bear on; the name ``exists`` is the agreement itself."""

    name: str


Formula = All | AnyOf | Not | Done | Held | Accepted | Atom
EXISTS = "exists"


def leaves(formula: Formula | None) -> Iterator[Done | Held | Accepted | Atom]:
    """Yield what a formula is made of, in its order; nothing for None."""
    match formula:
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from leaves(part)
        case Not(part):
            yield from leaves(part)
        case Done() | Held() | Accepted() | Atom():
            yield formula
        case None:
            return


def conjoined(*formulas: Formula | None) -> Formula | None:
    """Return the conjunction of those that are there; None where none is."""
    there = tuple(formula for formula in formulas if formula is not None)
    return All(there) if len(there) > 1 else next(iter(there), None)
