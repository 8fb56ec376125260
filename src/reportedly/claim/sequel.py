"""Sequels: what the sentence after an attack tells of it without saying so ("Rebels shelled the town. Two farmers were killed.")."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from reportedly.claim.context import Context
from reportedly.model import Argument, Claim, Figure
from reportedly.parse import sentence_of, tokens_between

_HARMED = frozenset({"killed", "injured"})
_MANY = 1_000
"""From so many on a count is the toll of a war rather than of the attack told before."""
_POINTING = frozenset({"the", "this", "these", "those", "that"})


def goes_on(context: Context, claim: Claim, doers: Sequence[Argument], before: Sequence[Claim]) -> bool:
    """Say whether a claim tells what came of the attack that the sentence before it told.

    Args:
        context: the document.
        claim: a claim without a known doer.
        doers: the weapons and events that stand where its doer would.
        before: the claims of the sentence before whose doer is known.

    It does where all of these have one doer and its speaker, no place parts them, and it tells no event of its own: people were
    killed or hurt, or shells fell, and nothing says by what other attack.
    """
    if claim.stance != "asserts" or not before or not _is_plain(context, claim, doers):
        return False
    if any(c.stance != "asserts" or c.speaker.name != claim.speaker.name for c in before):
        return False
    if len({_doers(c) for c in before}) != 1 or _doers(before[0]) & {a.actor for _, a in claim.args}:
        return False
    there = {place for c in before for place in c.place_ids}
    return not there or not claim.place_ids or bool(there & set(claim.place_ids))


def points(noun: Token) -> bool:
    """Say whether a noun of attack stands with an article that points back and with nothing that tells a new attack."""
    parts = {c.dep_ for c in noun.children}
    return any(c.dep_ == "det" and c.lower_ in _POINTING for c in noun.children) and not parts & {"prep", "relcl", "acl"}


def _doers(claim: Claim) -> frozenset[str | None]:
    return frozenset(a.actor for name, a in claim.args if name.startswith(("attacker", "perpetrator")) and a.actor)


def is_toll(counted: Sequence[Figure]) -> bool:
    """Say whether so many are counted as a whole war kills."""
    return any((f.value or f.low or 0) >= _MANY for f in counted)


def _is_plain(context: Context, claim: Claim, doers: Sequence[Argument]) -> bool:
    """Say whether the words of a claim tell no event of their own, or none but that shells fell."""
    words = tokens_between(context.doc, claim.start, claim.end)
    if words is None or is_toll(claim.figures):
        return False
    shells = {t.i for d in doers for t in tokens_between(context.doc, d.start, d.end) or () if context.class_has("projectile", t)}
    if doers and not shells:
        return False
    if not (claim.frame in _HARMED if not doers else claim.frame == "attacks"):
        return False
    sentence = sentence_of(words[0])
    events = [t for t in sentence if context.class_has("attack_noun", t) and t.i not in shells and not points(t)]
    return not events and not any(t.lower_ == "since" for t in sentence)
