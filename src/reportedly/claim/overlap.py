"""Settling which of several matches in one clause make claims of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from reportedly.claim.match import Match

_STEPS = 5
_NOUN_ROUTE = frozenset("prep pobj dobj nsubj nsubjpass agent compound amod conj attr nmod npadvmod poss pcomp".split())
_VERB_ROUTE = frozenset({"xcomp", "ccomp", "acl", "pcomp"})
_TRIED = frozenset({"be", "able", "unable", "attempt", "try", "seek", "struggle", "fail", "refuse", "decline", "threaten"})


def settle(found: Iterable[Match]) -> Iterator[Match]:
    """Yield the matches that stand: a noun that only serves another claim of its clause makes none of its own.

    "Airstrikes killed six" speaks of one event; so the attack noun is left to the verb. A noun is kept where no verb
    of its clause evokes a frame that takes it in.
    """
    held = list(found)
    by_token = {m.token.i: m for m in held}
    for match in held:
        if _only_tried(match, by_token) or (match.trigger.kind == "noun" and _served(match, by_token)):
            continue
        yield match


def _only_tried(match: Match, by_token: dict[int, Match]) -> bool:
    """Say whether the match is the aim of an attempt or duty that makes a claim itself ("tried to seize the town" is no capture)."""
    token: Token = match.token
    return token.dep_ == "xcomp" and token.head.lemma_ in _TRIED and token.head.i in by_token


def _served(match: Match, by_token: dict[int, Match]) -> bool:
    token: Token = match.token
    if any(child.dep_ == "amod" and child.i in by_token and by_token[child.i].trigger.kind == "adj" for child in token.lefts):
        return True
    for _ in range(_STEPS):
        if token.dep_ not in _NOUN_ROUTE | _VERB_ROUTE or token.head == token:
            return False
        token = token.head
        other = by_token.get(token.i)
        if other is not None and other is not match:
            return other.frame.priority >= match.frame.priority
    return False
