"""Actors that a clause leaves to the words around it: "the attack" is the one just told, and its victims are its victims."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from reportedly.claim.context import Context
from reportedly.model import Argument, Claim
from reportedly.parse import sentences

_DOER = {"attack": "attacker", "casualty": "perpetrator"}
_SENTENCES_BACK = 2


def inherit_actors(context: Context, claims: Sequence[Claim]) -> list[Claim]:
    """Return ``claims`` with the doers of attacks and casualties filled in where the text leaves no choice.

    A doer that is only "the attack" or "the shelling" is the doer of the last attack told, up to two sentences back. A
    casualty without a doer takes that of the attack in its own sentence. Nothing is filled in where neither holds.
    """
    starts = [s.start_char for s in sentences(context.doc)]
    out: list[Claim] = []
    for claim in sorted(claims, key=lambda c: c.start):
        doers = _doers(claim)
        if claim.type not in _DOER or any(d.actor for d in doers):
            out.append(claim)
            continue
        here = _sentence(starts, claim.start)
        near = [c for c in claims if c.type == "attack" and _sentence(starts, c.start) == here and c is not claim and _named(c)]
        back = [c for c in out if here - _SENTENCES_BACK <= _sentence(starts, c.start) <= here and _named(c)]
        source = near[0] if claim.type == "casualty" and near else back[-1] if back and _points_back(doers) else None
        out.append(_with_doers(claim, _named(source)) if source is not None else claim)
    return out


def _doers(claim: Claim) -> list[Argument]:
    role = _DOER.get(claim.type, "")
    return [a for name, a in claim.args if name.partition("_")[0] == role]


def _named(claim: Claim) -> list[Argument]:
    return [a for a in _doers(claim) if a.actor]


def _points_back(doers: Sequence[Argument]) -> bool:
    """Say whether the doer is a definite noun of attack, which can only be one told before."""
    return any(d.name.lower().startswith(("the ", "this ", "these ", "those ")) for d in doers)


def _sentence(starts: Sequence[int], at: int) -> int:
    return bisect_right(starts, at) - 1


def _with_doers(claim: Claim, doers: Sequence[Argument]) -> Claim:
    role = _DOER[claim.type]
    kept = tuple((name, a) for name, a in claim.args if name.partition("_")[0] != role)
    filled = tuple((role if at == 1 else f"{role}_{at}", a) for at, a in enumerate(doers, 1))
    return replace(claim, args=(*kept, *filled), method=f"{claim.method}+inherited")
