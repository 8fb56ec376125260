"""Contradictions between claims, kind by kind, and what only looks like one, with the reason.

Each kind is a module with ``keys`` (what a claim is filed under) and ``judge`` (what is to be said of two claims that share a key).
Nothing here says which of the two holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from reportedly.compare import (
    characterisations,
    charges,
    control,
    dates,
    denials,
    drift,
    figures,
    meetings,
    misquotes,
    opposites,
    outcomes,
    scopes,
)
from reportedly.compare.blocks import Side, pairs
from reportedly.compare.context import Context
from reportedly.compare.world import World
from reportedly.model import Contradiction, HeldClaim


class Keys(Protocol):
    """What a claim is filed under; none where it cannot be part of such a contradiction."""

    def __call__(self, held: HeldClaim, world: World) -> Iterable[str]:
        """Return the keys of a claim."""
        ...


class Judge(Protocol):
    """What is to be said of two claims that share a key."""

    def __call__(self, a: HeldClaim, b: HeldClaim, context: Context) -> Contradiction | None:
        """Return a contradiction or a look-alike, None where nothing is to be said; the order of the two does not matter."""
        ...


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of comparison; ``side`` parts the claims of which a pair holds one of either kind."""

    name: str
    keys: Keys
    judge: Judge
    side: Side | None = None


KINDS = (
    Kind("figures", figures.keys, figures.judge),
    Kind("control", control.keys, control.judge),
    Kind("denials", denials.keys, denials.judge, denials.denies),
    Kind("charges", charges.keys, charges.judge),
    Kind("opposites", opposites.keys, opposites.judge),
    Kind("drift", drift.keys, drift.judge),
    Kind("dates", dates.keys, dates.judge),
    Kind("meetings", meetings.keys, meetings.judge, meetings.calls_off),
    Kind("misquotes", misquotes.keys, misquotes.judge),
    Kind("scopes", scopes.keys, scopes.judge),
    Kind("characterisations", characterisations.keys, characterisations.judge),
    Kind("outcomes", outcomes.keys, outcomes.judge, outcomes.foretells),
)
"""The registry of kinds."""


def find_contradictions(
    claims: Sequence[HeldClaim], new: AbstractSet[str] | None = None, *, world: World | None = None
) -> list[Contradiction]:
    """Return the contradictions and look-alikes among claims, in order of kind and ids; the order of ``claims`` does not matter.

    Args:
        claims: the claims held; those that were superseded left out.
        new: ids of claims of which every pair must hold one, None for all pairs.
        world: what is known of places and actors; without it every place and actor stands for itself.

    Claims whose place or day is unknown are not compared: nothing is said of what is not known.
    """
    relations = world or World()
    context = Context.of(claims, relations)
    found: dict[str, Contradiction] = {}
    for kind in KINDS:
        for first, second in pairs(claims, partial(kind.keys, world=relations), new, kind.side):
            entry = kind.judge(first, second, context)
            if entry is not None:
                found[entry.id] = entry
    return sorted(found.values(), key=lambda entry: (entry.kind, entry.a, entry.b))
