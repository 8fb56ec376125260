"""Whom an act was done to, where a term asks for it: an attack on one whom the agreement leaves out is none on a party."""

from __future__ import annotations

import re

from reportedly.model import Argument, Claim
from reportedly.model.pack import Pack
from reportedly.truce.rules import Rule
from reportedly.truce.standing import Standing

_ROLES = frozenset({"target", "loser"})
PARTIES, EXCLUDED, CIVILIANS = "parties", "excluded", "civilians"


def hits(claim: Claim, rule: Rule, who: str | None, standing: Standing, pack: Pack) -> bool | None:
    """Return whether a claim is of an act done to those whom a rule asks for: True for sure, None perhaps, False for sure not.

    Args:
        claim: the claim; whom it was done to is named by its roles ``target`` and ``loser``.
        rule: what is asked: ``parties``, ``excluded`` or ``civilians``; nothing is asked where it names none.
        who: the party that owes the term; what it does to itself is not asked for.
        standing: who stands for whom.
        pack: kinds of actors.
    """
    if not rule.on:
        return True
    targets = [_meant(argument, standing, pack) for role, argument in claim.args if role.partition("_")[0] in _ROLES]
    found = [_hit(actor, rule.on, who, standing, pack) for actor in targets]
    if True in found:
        return True
    if rule.on == PARTIES and False in found and all(actor is None for actor, hit in zip(targets, found, strict=True) if hit is None):
        return False  # "the positions and dens of those left out"
    if not found:
        return None if rule.on == PARTIES else False
    return None if None in found else False


def _meant(argument: Argument, standing: Standing, pack: Pack) -> str | None:
    """Return whom a target is: the actor, or whom its words name ("the quarters that the brigades hold")."""
    if argument.actor is not None:
        return argument.actor
    words = argument.name.lower()
    named = (pack.actors[each] for each in (*standing.excluded, *standing.agreement.parties) if each in pack.actors)
    return max(
        (actor.id for actor in named if re.search(rf"\b{re.escape(actor.name.lower())}\b", words)),
        key=lambda each: len(pack.actors[each].name),
        default=None,
    )


def _hit(actor: str | None, on: str, who: str | None, standing: Standing, pack: Pack) -> bool | None:
    """Return the same of one whom it was done to; one who is not known may be a party, as a town that was shelled may hold its forces."""
    left_out = standing.is_left_out(actor)
    if on == EXCLUDED:
        return left_out
    known = pack.actors.get(actor or "")
    if on == CIVILIANS:
        return known is not None and known.kind == "population"
    if left_out or (who is not None and standing.of(actor, who)):
        return False
    return True if standing.is_party(actor) else None
