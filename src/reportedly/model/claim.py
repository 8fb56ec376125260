"""A claim: what is said to be so, by whom, on whose word, how firmly."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.model.check import Check
from reportedly.model.explain import Explanation
from reportedly.model.mood import Forecast, Marker
from reportedly.model.term import Plan, Term

STANCES = ("asserts", "denies", "reports", "predicts", "plans", "demands", "supposes", "cannot-confirm", "declines-comment")
"""How a speaker stands to what is said."""

CLAIM_TYPES = (
    "control",
    "attack",
    "movement",
    "route",
    "siege",
    "proposal",
    "position",
    "contact",
    "figure",
    "humanitarian",
    "casualty",
    "allegation",
    "support",
    "denial",
    "prediction",
    "compliance",
    "coverage",
    "statement",
)
"""Claim types of the codebook's first edition."""

SAYING = frozenset({"asserts", "reports"})
"""Stances in which a claim says that something is so."""

OPERATORS = ("=", "<", ">", "<=", ">=", "~")
"""How a figure relates to its value."""

FIGURE_ROLES = ("increment", "total", "challenged", "complement")
"""What a figure is: what its window added, the running total, one that another is set against, the rest of a whole."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its operator, unit, denominator and as-of time; nothing is averaged or rounded.

    Attributes:
        low, high: bounds that the operator leaves open, None where it leaves them open for good.
        unit: what is counted ("percent", "civilians killed", "square kilometres").
        denominator: what a share is a share of, in the source's words.
        universe: what the count is drawn from, in the source's words.
        derived: computed by the program (a complement), not said by anybody.
        vague: the words give no number ("millions of"); a bound then only serves for comparing.
        role: one of ``FIGURE_ROLES``, None for a plain count.
        window: words of the time that an increment is counted in ("in the past 24 hours"), as ISO begin and end.
    """

    value: float | None
    op: str
    unit: str
    low: float | None = None
    high: float | None = None
    denominator: str | None = None
    universe: str | None = None
    as_of: str | None = None
    derived: bool = False
    start: int | None = None
    end: int | None = None
    vague: bool = False
    role: str | None = None
    window: tuple[str | None, str | None] | None = None


@dataclass(frozen=True, slots=True)
class Argument:
    """What fills one role of a frame: an actor, a place, or other words of the text."""

    name: str
    start: int
    end: int
    actor: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who makes the claim. ``actor`` is None where the register does not know the speaker."""

    name: str
    actor: str | None = None
    anonymous: bool = False


@dataclass(frozen=True, slots=True)
class ValidTime:
    """When what is claimed is said to hold: ISO dates, inclusive, None open; and the same as EDTF."""

    begin: str | None = None
    until: str | None = None

    @property
    def edtf(self) -> str | None:
        """The interval in EDTF (ISO 8601-2), None where nothing is known of it."""
        if self.begin is None and self.until is None:
            return None
        return self.begin if self.begin == self.until and self.begin else f"{self.begin or '..'}/{self.until or '..'}"


@dataclass(frozen=True, slots=True)
class About:
    """What a prediction, denial or compliance claim is about, so that it can meet its outcome or its assertion."""

    type: str
    frame: str
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim, with the exact words it was drawn from.

    Attributes:
        proposition: id of what is said, made of frame, actors, places and valid time, and not of any label or offset.
        args: role -> who or what fills it, in the order of the codebook.
        hedge: the hedging words of the source.
        chain: names from the page inward to the innermost speaker.
        own: true where the author or publisher says it in their own voice.
        asserted: ISO date on which it was said.
        places: names of the places it is about, as the document spells them.
        place_ids: their ids, of those that have one.
        places_told: its own sentence names them; False where they are those of what stands before it, or of the document.
        agreement: id of the candidate agreement that its terms belong to, shared by all claims that tell terms of the same plan.
        terms: candidate terms that its words tell.
        plan: what its words say of an agreement as a whole.
        markers: what negates, conditions, questions or hedges it, with scope.
        forecast: how a prediction can be scored.
        checks: findings of arithmetic on its figures.
        method: the rule or model that drew it, with its version.
        run: id of the run (program version, model, codebook and pack) that drew it.
        explanation: the words and the rule that made it; None where it was kept without one.
    """

    id: str
    start: int
    end: int
    type: str
    frame: str
    gloss: str
    args: tuple[tuple[str, Argument], ...]
    stance: str
    speaker: Speaker
    chain: tuple[str, ...]
    own: bool
    proposition: str
    valid: ValidTime = ValidTime()
    asserted: str | None = None
    hedge: str | None = None
    places: tuple[str, ...] = ()
    place_ids: tuple[str, ...] = ()
    places_told: bool = True
    figures: tuple[Figure, ...] = ()
    about: About | None = None
    agreement: str | None = None
    terms: tuple[Term, ...] = ()
    plan: Plan | None = None
    markers: tuple[Marker, ...] = ()
    forecast: Forecast | None = None
    checks: tuple[Check, ...] = ()
    attribution: str | None = None
    method: str = ""
    run: str = ""
    score: float = 0.0
    explanation: Explanation | None = None
