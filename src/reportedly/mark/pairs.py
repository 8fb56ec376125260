"""Words for two who were just named: "both", "the two sides", "the former", "the latter"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from reportedly.model import ActorMention

_SIDES = frozenset("side party country government group army force man woman leader state power nation".split())
PERSONS = frozenset("minister president leader diplomat envoy ambassador commander general official negotiator spokesman".split())
"""Nouns of which two stand for two persons who were named."""
_STANDS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj"})
_TWO = 2


def is_pair(token: Token) -> bool:
    """Say whether a word stands for two who were named, or for one of them."""
    low = token.lower_
    if low == "both":
        # "both rejected it"; not "both the army and …", where what it joins is named
        return token.dep_ in _STANDS and not any(c.dep_ in {"conj", "cc"} for c in token.children)
    if low in {"former", "latter"}:
        return token.dep_ in _STANDS and token.i > 0 and token.nbor(-1).lower_ == "the"
    if token.tag_ != "NNS" or token.lemma_.lower() not in _SIDES | PERSONS:
        return False
    return any(c.lower_ in {"two", "both"} for c in token.children) and not any(c.dep_ == "prep" for c in token.children)


def both_of(token: Token, before: Sequence[ActorMention]) -> list[ActorMention]:
    """Return the two actors that a word for a pair means, in text order; one for the former or the latter; none where two are not named.

    Args:
        token: the word.
        before: the actors named before it, the nearest first.
    """
    found: dict[str, ActorMention] = {}
    for mention in before:
        found.setdefault(mention.actor or mention.name, mention)
        if len(found) == _TWO:
            break
    if len(found) < _TWO:
        return []
    latter, former = found.values()
    if token.lower_ == "former":
        return [former]
    return [latter] if token.lower_ == "latter" else [former, latter]
