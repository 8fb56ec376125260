"""Explaining: what of the parse and of the codebook made a claim, kept beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from spacy.tokens import Token

from reportedly.claim.context import Context
from reportedly.claim.match import Match, met_by
from reportedly.claim.roles import Filled
from reportedly.model import Argument, Claim
from reportedly.model.explain import Explanation, Filling, Met


def explained(context: Context, match: Match, filled: Iterable[Filled]) -> Explanation:
    """Return why ``match`` makes a claim: its rule, the words the rule asked for, and the slot that each argument stands in."""
    frame, trigger, token = match.frame, match.trigger, match.token
    met = ((c.slot, t) for c in trigger.when if not c.absent for t in met_by(context, c, token))
    return Explanation(
        frame=frame.id,
        rule=f"{frame.id}#{frame.triggers.index(trigger) + 1}",
        at=trigger.at or None,
        kind=trigger.kind,
        start=token.idx,
        end=token.idx + len(token),
        stance="trigger" if trigger.stance else "frame" if frame.stance else "clause",
        filled=tuple(Filling(role, match.via.get(head.i), a.start, a.end, _offsets(head)) for role, a, head in filled),
        met=tuple(Met(slot, *_offsets(t)) for slot, t in met),
        parts=(("trigger", trigger.score),),
    )


def by_clause(frame: str, rule: str, root: Token, args: Sequence[tuple[str, Argument]], score: float) -> Explanation:
    """Return why a clause makes a claim that no frame takes in: the rule, the clause's verb, and whom its words name."""
    filled = tuple(Filling(role, None, a.start, a.end) for role, a in args)
    return Explanation(frame, rule, None, "clause", *_offsets(root), filled=filled, parts=((rule, score),))


def settled(claim: Claim) -> Claim:
    """Return ``claim`` with its explanation brought to the arguments that later rules have left it with."""
    told = claim.explanation
    if told is None:
        return claim
    known = {(f.role, f.start, f.end): f for f in told.filled}
    filled = tuple(known.get((role, a.start, a.end)) or Filling(role, None, a.start, a.end) for role, a in claim.args)
    return claim if filled == told.filled else replace(claim, explanation=replace(told, filled=filled))


def _offsets(token: Token) -> tuple[int, int]:
    return token.idx, token.idx + len(token)
