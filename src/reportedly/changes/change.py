"""One thing that changed, and all of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from reportedly.truce.view import View

KINDS = {
    "truce": "Truce verdicts",
    "control": "Who is said to hold what",
    "route": "Roads and sieges",
    "allegation": "Allegations",
    "contradiction": "Contradictions",
    "forecast": "Forecasts",
    "position": "Positions",
    "figure": "Figures",
    "judgement": "Judgements",
    "claims": "Types with new claims",
    "document": "Documents added",
    "trouble": "Not read, or taken out",
}
"""Kinds of change, in the order in which an analyst needs them, and what they are called."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that changed.

    Attributes:
        kind: one of :data:`KINDS`.
        what: what it is that changed, in neutral words.
        before, after: what claims came to at each look, None where there was nothing.
        by: on whose word.
        claims: ids of the claims behind what is new, the newest last.
        page: the page of the web that shows all of it; query: what it is asked.
        day: the newest day that it tells of; empty where it tells none.
    """

    kind: str
    what: str
    before: str | None
    after: str | None
    by: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    page: str = ""
    query: Mapping[str, str] = field(default_factory=dict)
    day: str = ""


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed, by kind in the order of :data:`KINDS`, of each the newest first.

    Attributes:
        before, after: the two looks. counts: how many there are of each kind. left: groups of claims of each kind that have new claims
            and were not looked at, as there are too many.
        since: the moment or day that was asked for; empty where the whole ledger is new.
    """

    before: View
    after: View
    rows: tuple[Change, ...]
    counts: Mapping[str, int]
    left: Mapping[str, int]
