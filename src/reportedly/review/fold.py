"""What judgements come to, one after the other: pure, so that any reader of the record comes to the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

WHOLE = -1
"""In place of the number of a part: the claim as a whole."""


@dataclass(frozen=True, slots=True)
class Act:
    """A judgement as far as it changes what stands.

    Attributes:
        number: of the judgement. act: what was done. by: who did it. said: what else it holds; ``part`` names a part of a split claim.
        undoes: number of the judgement that it undoes.
    """

    number: int
    act: str
    by: str
    said: Mapping[str, Any] = field(default_factory=dict)
    undoes: int | None = None

    @property
    def part(self) -> int:
        """The part of the claim that it is about."""
        return int(self.said.get("part", WHOLE))


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands in the place of a claim.

    Attributes:
        gone: parts that were rejected, :data:`WHOLE` for all of it. into: id of the claim that it is one with, None where it is its own.
        spans: the two spans that it was split into; empty where it is whole.
        set: part -> corrected fields.
    """

    gone: frozenset[int] = frozenset()
    into: str | None = None
    spans: tuple[tuple[int, int], ...] = ()
    set: Mapping[int, Mapping[str, Any]] = field(default_factory=dict)

    @property
    def untouched(self) -> bool:
        """Whether the claim stands as it was drawn."""
        return self == Standing()


def in_force(acts: Iterable[Act]) -> list[Act]:
    """Return the judgements that were not undone, in their order; undoing itself is none of them."""
    held = sorted(acts, key=lambda act: act.number)
    undone = {act.undoes for act in held if act.act == "undo"}
    return [act for act in held if act.number not in undone and act.act != "undo"]


def fold(acts: Iterable[Act]) -> Standing:
    """Return what stands after all judgements of one claim. Of two that disagree the later counts; comments and grades change nothing."""
    found = Standing()
    for act in in_force(acts):
        found = _STEPS.get(act.act, _same)(found, act)
    return found


def _same(found: Standing, _act: Act) -> Standing:
    return found


def _accept(found: Standing, act: Act) -> Standing:
    return replace(found, gone=found.gone - {act.part, WHOLE}, into=None)


def _reject(found: Standing, act: Act) -> Standing:
    return replace(found, gone=found.gone | {act.part})


def _correct(found: Standing, act: Act) -> Standing:
    changed = {**found.set.get(act.part, {}), **act.said["set"]}
    return replace(_accept(found, act), set={**found.set, act.part: changed})


def _merge(found: Standing, act: Act) -> Standing:
    return replace(found, into=str(act.said["into"]))


def _split(found: Standing, act: Act) -> Standing:
    spans = tuple((int(start), int(end)) for start, end in act.said["spans"])
    whole = {WHOLE: found.set[WHOLE]} if WHOLE in found.set else {}
    return Standing(spans=spans, set=whole)


_STEPS = {"accept": _accept, "reject": _reject, "correct": _correct, "merge": _merge, "split": _split}
