"""How a clause is held: what negates, conditions or questions it, with the words that do so and those they reach; and forecasts."""

from __future__ import annotations

from dataclasses import dataclass

MARKERS = ("negation", "condition", "counterfactual", "question", "hedge", "modal", "denial", "label")
"""What a marker does. ``label`` is a source's word for what it denies or speaks of ("propaganda" for reports): kept, never used."""

SCORABLE = ("scorable", "on-condition", "unscorable", "never")
"""Whether a forecast can be scored: as it stands, only if its condition occurs, not as worded, or never (a counterfactual)."""


@dataclass(frozen=True, slots=True)
class Marker:
    """Words that bear on how a claim is held.

    Attributes:
        kind: one of ``MARKERS``.
        words: the source's own words.
        start, end: their offsets.
        scope: offsets of the words that they bear on.
    """

    kind: str
    words: str
    start: int
    end: int
    scope: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Forecast:
    """How a prediction can meet its outcome.

    Attributes:
        verdict: one of ``SCORABLE``.
        why: the reason where it cannot be scored, or only on a condition; None where it can.
        deadline: ISO day or moment by which it must have happened, None where the words set none.
        deadline_at: offsets of the words that set it.
        condition: the words of its condition, None where it has none.
        condition_at: their offsets.
        test: what would have to be claimed by the deadline, as type, frame and place.
    """

    verdict: str
    why: str | None = None
    deadline: str | None = None
    deadline_at: tuple[int, int] | None = None
    condition: str | None = None
    condition_at: tuple[int, int] | None = None
    test: str | None = None
