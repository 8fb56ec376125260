"""How a claim was drawn: the words that evoked its frame, the words that fill its roles, the rule and the parts of its score."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Filling:
    """One argument of a claim and what put it there.

    Attributes:
        role: as in the claim's arguments.
        slot: the slot of the codebook that its head word stands in; None where a later rule took it from the words around.
        start, end: offsets of the argument's words.
        head: offsets of the word that stands in the slot, which may name the actor only by what modifies it; None without a slot.
    """

    role: str
    slot: str | None
    start: int
    end: int
    head: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Met:
    """Words that a condition of the rule asked for, and the slot that it asked for them in."""

    slot: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a claim is one.

    Attributes:
        frame: the frame that was evoked; of a forecast, that of what is foretold.
        rule: the frame's id, ``#`` and the number of the trigger in it from 1; else the name of the rule that no frame holds.
        at: file and line of the trigger in the codebook, None where the rule is not in it.
        kind: kind of the trigger, ``clause`` where no single word evoked the claim, ``hand`` where a person coded it.
        start, end: offsets of the word that evoked it.
        stance: what gave the stance: ``trigger`` or ``frame`` where the codebook fixes it, ``given`` by who coded it, else ``clause``.
        filled: where the arguments come from, in their order.
        met: the words that the conditions of the trigger asked for.
        parts: what the score is made of; their product is the score.
    """

    frame: str
    rule: str
    at: str | None
    kind: str
    start: int
    end: int
    stance: str = "clause"
    filled: tuple[Filling, ...] = ()
    met: tuple[Met, ...] = ()
    parts: tuple[tuple[str, float], ...] = ()
