"""Denials: how far their words go, and what they deny, so that a denial can meet the claim it is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.claim.match import Match
from reportedly.claim.syntax import VERBAL
from reportedly.model import About, Claim

_MATTER = "matter"
_POINTING = frozenset("it this that this claim that claim the claim this report that report the report these claims".split())
_WITH_CLAUSE = frozenset({("denial", "verb"), ("prediction", "adj")})
_BACK = 400
"""Characters before a denial in which what "this" or "the claim" points to may end."""


def until(match: Match, end: int) -> int:
    """Return where a denial, or what is called likely, ends: with its clause, though that makes a claim too; ``end`` for other claims."""
    if (match.frame.type, match.trigger.kind) not in _WITH_CLAUSE:
        return end
    denied = (t.right_edge for t in match.roles.get(_MATTER, ()) if t.pos_ in VERBAL)
    return max((end, *(t.idx + len(t) for t in denied if not t.is_punct)))


def with_about(claims: Sequence[Claim]) -> list[Claim]:
    """Return ``claims``, denials among them with what they are about: the claim in the clause denied, or the one just told.

    "They denied that the road was cut" is about its being cut; "this is false" about what was said right before. Where neither holds
    another claim, a denial is about nothing that is known.
    """
    return [_about(claim, claims) if claim.type == "denial" and claim.about is None else claim for claim in claims]


def _about(denial: Claim, claims: Sequence[Claim]) -> Claim:
    matter = next((a for role, a in denial.args if role == _MATTER), None)
    if matter is None:
        return denial
    others = [c for c in claims if c is not denial and c.type != "denial"]
    if set(matter.name.lower().split()) <= _POINTING:
        before = [c for c in others if denial.start - _BACK < c.end <= denial.start]
        found = max(before, key=lambda c: c.end, default=None)
    else:
        inside = [c for c in others if matter.start <= c.start and c.end <= matter.end]
        found = min(inside, key=lambda c: (c.start, -c.end), default=None)
    if found is None:
        return denial
    return replace(denial, about=About(found.type, found.frame, next(iter(found.place_ids or found.places), None)))
