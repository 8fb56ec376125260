"""Means: weapons and events with which violence is done. They attack nobody: whoever is behind them does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from reportedly.claim.context import Context
from reportedly.claim.match import whole_of
from reportedly.claim.numbering import numbered, plain
from reportedly.claim.parties import actors_of
from reportedly.claim.regloss import frame_of, reglossed
from reportedly.claim.syntax import is_passive, preposition, subject, with_conjuncts
from reportedly.model import ActorMention, Argument, Claim
from reportedly.parse import root_of, tokens_between

BOMBER = "suicide bomber"
_FIRING = frozenset("fire launch drop lob shoot throw plant carry conduct mount stage detonate".split())
_SUICIDE = frozenset({"suicide", "suicidal"})
_DOERS = frozenset({"attacker", "perpetrator", "side", "besieger"})
_MEANS = "means"
_POINTING = ("the ", "this ", "these ", "those ", "that ")


def is_means(context: Context, token: Token) -> bool:
    """Say whether a noun is a weapon or an event, and not troops or machines that are led by somebody ("tanks")."""
    noun = whole_of(token)[-1]  # "a number of shells"
    event = context.class_has("weapon", noun) or context.class_has("attack_noun", noun)
    return event and not context.class_has("force_noun", noun)


def is_suicidal(token: Token) -> bool:
    """Say whether a noun is a suicide attack, its weapon or its attacker: whoever does it is then a suicide bomber."""
    return any(t.lower_ in _SUICIDE for t in token.lefts)


def doers_behind(context: Context, token: Token) -> Iterator[ActorMention]:
    """Yield who is told to have used a weapon or made an attack: "a bomb planted by rebels", "rebels fired shells that hit"."""
    for verb in token.rights:
        if verb.dep_ in {"acl", "relcl"} and is_passive(verb):
            yield from (m for head in preposition(verb, frozenset({"by"})) for t in with_conjuncts(head) for m in actors_of(context, t))
    if token.dep_ == "dobj" and token.head.lemma_.lower() in _FIRING:
        yield from (m for t in subject(token.head) for m in actors_of(context, t))


def with_means(context: Context, claims: Sequence[Claim]) -> list[Claim]:
    """Return ``claims`` without weapons and events as doers: they are told as the means, where that tells anything.

    An attack is no means of itself, and neither is "the attack" once it is known whose it was.
    """
    out: list[Claim] = []
    for claim in claims:
        moved = [name for name, a in claim.args if _is_moved(context, name, a)]
        if not moved:
            out.append(claim)
            continue
        kept = [(plain(name), a) for name, a in claim.args if name not in moved]
        frame = frame_of(context, claim)
        has = frame is not None and any(r.name == _MEANS for r in frame.roles)
        known = any(name in _DOERS for name, _ in kept)
        told = [a for name, a in claim.args if name in moved and has and _tells(context, claim, a, known=known)]
        args = numbered([*kept, *((_MEANS, a) for a in told)])
        out.append(reglossed(context, replace(claim, args=args)))
    return out


def _is_moved(context: Context, name: str, argument: Argument) -> bool:
    if plain(name) not in _DOERS or argument.actor is not None:
        return False
    token = _head(context, argument)
    return token is not None and is_means(context, token)


def _tells(context: Context, claim: Claim, argument: Argument, *, known: bool) -> bool:
    """Say whether a means tells more than the claim does without it."""
    token = _head(context, argument)
    if token is not None and context.class_has("weapon", whole_of(token)[-1]):
        return True
    return claim.type != "attack" and not (known and argument.name.lower().startswith(_POINTING))


def _head(context: Context, argument: Argument) -> Token | None:
    span = tokens_between(context.doc, argument.start, argument.end)
    return None if span is None else root_of(span)
