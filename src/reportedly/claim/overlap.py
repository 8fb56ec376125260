"""Settling which of several matches in one clause make claims of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from reportedly.claim.context import Context
from reportedly.claim.match import Match

_STEPS = 5
_NOUN_ROUTE = frozenset("prep pobj dobj nsubj nsubjpass agent compound amod conj attr nmod npadvmod poss pcomp".split())
_VERB_ROUTE = frozenset({"xcomp", "ccomp", "acl", "pcomp"})
_TRIED = frozenset({"be", "able", "unable", "attempt", "try", "seek", "struggle", "fail", "refuse", "decline", "threaten"})
_CHARGE = frozenset({"prep", "pobj", "pcomp", "conj", "dobj", "xcomp", "ccomp", "advcl", "acl"})
_VIOLENT = frozenset({"attack", "casualty"})


def settle(context: Context, found: Iterable[Match]) -> Iterator[Match]:
    """Yield the matches that stand: a noun that only serves another claim of its clause makes none of its own.

    "Airstrikes killed six" speaks of one event; so the attack noun is left to the verb. A noun is kept where no verb
    of its clause evokes a frame that takes it in.
    """
    held = list(found)
    by_token = {m.token.i: m for m in held}
    for match in held:
        if _only_tried(match, by_token) or _within_charge(match, by_token):
            continue
        if _taken_for_granted(match) or _describes(match, by_token) or _nameless(context, match):
            continue
        if match.trigger.kind != "noun" or not _served(match, by_token):
            yield match


def _within_charge(match: Match, by_token: dict[int, Match]) -> bool:
    """Say whether the match is what somebody is accused of in the same clause: the charge is one claim, of who makes it."""
    token: Token = match.token
    for _ in range(_STEPS):
        if token.dep_ not in _CHARGE:
            return False
        governor = token.head
        if token.dep_ == "prep" and token.lower_ in {"of", "for"}:
            other = by_token.get(governor.i) or by_token.get(governor.head.i)  # the parse may hang "of" on the accused
            return other is not None and other is not match and other.frame.id == "accuses"
        token = governor
    return False


def _taken_for_granted(match: Match) -> bool:
    """Say whether the match only tells apart what is spoken of: "the burnt cars", "among those killed", "when the raid took place"."""
    token: Token = match.token
    if match.trigger.kind != "verb" or match.frame.type not in _VIOLENT:
        return False
    told = [*token.lefts, *([token.head] if token.dep_ in {"acl", "relcl"} else [])]
    known = any(t.dep_ == "det" and t.lower_ == "the" for c in told for t in c.lefts)
    if token.dep_ in {"advcl", "relcl", "acl"} and not match.roles and known:
        return True
    if token.dep_ == "amod" and token.i < token.head.i:
        return True
    return token.dep_ == "acl" and token.head.lower_ == "those"


def _nameless(context: Context, match: Match) -> bool:
    """Say whether the match only says in passing who holds places that have no name of their own ("rebel-held areas near the border").

    One place is one that is spoken of ("the rebel-held town"), several without a name are any.
    """
    passing = match.trigger.kind in {"adj", "hyphen"} or (match.trigger.kind == "verb" and match.token.dep_ in {"acl", "amod"})
    if match.frame.id != "holds-control" or not passing:
        return False
    return not any(_named(context, t) or _is_one(t) for t in match.roles.get("place", ()))


def _is_one(token: Token) -> bool:
    return token.tag_ == "NN" and any(t.dep_ in {"det", "poss"} for t in token.lefts)


def _named(context: Context, token: Token) -> bool:
    if token.i in context.place_at:
        return True
    after = (t for c in token.children if c.lower_ == "of" for t in c.children if t.dep_ == "pobj")
    return any(t.i in context.place_at for t in (*(c for c in token.children if c.dep_ in {"compound", "nmod", "appos"}), *after))


def _describes(match: Match, by_token: dict[int, Match]) -> bool:
    """Say whether the match only describes the attack that another claim of violence tells of ("shells fired by rebels hit the mill")."""
    token: Token = match.token
    if token.dep_ != "acl" or match.frame.type != "attack":
        return False
    noun = token.head
    governor = noun.head.head if noun.dep_ == "pobj" and noun.head.dep_ == "agent" else noun.head
    other = by_token.get(governor.i) if noun.dep_ in {"nsubj", "nsubjpass", "pobj", "conj"} else None
    return other is not None and other is not match and other.frame.type == "attack"


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
