"""Verdicts and findings as rows of the contract."""

from __future__ import annotations

from typing import Any

from reportedly.truce.agreement import Agreement
from reportedly.truce.found import Found
from reportedly.truce.history import Word
from reportedly.truce.lint import Finding
from reportedly.truce.verdict import Verdict

Json = dict[str, Any]


def verdict_row(verdict: Verdict) -> Json:
    """Return a verdict as a line of ``truce check --json``.

    ``value`` is null where the agreement is not in force for the obligor; ``if_in_force`` is the word where that is itself disputed.
    ``unconfirmed`` are those of the claims whose bearing nobody has confirmed; ``force`` is what being in force rests on. ``own`` is
    what claims on the term itself come to; ``for`` and ``against`` count those too that it hangs on, or that excuse it.
    """
    return {
        "agreement": verdict.agreement,
        "term": verdict.term,
        "obligor": verdict.obligor,
        "reading": verdict.reading,
        "in_force": verdict.in_force,
        "state": verdict.state,
        "value": verdict.value.value if verdict.value else None,
        **found_row(verdict.found),
        "if_in_force": verdict.if_in_force.value if verdict.if_in_force else None,
        "mood": verdict.mood,
        "act": verdict.act,
        "excused": verdict.excused,
        "firm": verdict.firm,
        "guarantor": verdict.guarantor,
        "force": found_row(verdict.force),
        "own": {"value": verdict.own.value.value, **found_row(verdict.own)},
        "before_exception": verdict.bare.value.value,
        "trigger": {"value": verdict.trigger.value.value, **found_row(verdict.trigger)},
    }


def found_row(found: Found) -> Json:
    """Return what a value rests on, each list in order."""
    return {
        "for": sorted(found.for_),
        "against": sorted(found.against),
        "missing": sorted(found.missing),
        "unconfirmed": sorted(found.unconfirmed),
    }


def history_row(days: list[tuple[str, Word]]) -> Json:
    """Return the days on which the words on a term changed, as ``truce explain --json`` has them."""
    names = ("in_force", "state", "value")
    return {"history": [{"day": day, **dict(zip(names, (word or None for word in words), strict=True))} for day, words in days]}


def finding_row(agreement: Agreement, finding: Finding) -> Json:
    """Return a finding as a line of ``truce lint --json``."""
    at = {"agreement": agreement.id, "file": agreement.file, "line": finding.line, "term": finding.term}
    return at | {"kind": finding.kind, "what": finding.what}
