"""Which words of a sentence tell a term, and whether it binds, forbids, allows or declares."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from spacy.tokens import Token

from reportedly.claim.syntax import VERBAL, is_passive, negators, preposition, with_conjuncts
from reportedly.claim.terms.lexicon import Lexicon
from reportedly.claim.terms.moods import is_governed, mood_of

_OBJECTS = frozenset({"dobj", "obj", "nsubjpass"})
_INSIDE = frozenset({"of", "to", "in", "on"})
_TRUCES = frozenset({"lull", "pause", "truce", "cessation", "ceasefire", "calm"})
_OPPOSITE = {"must": "must-not", "may": "must-not", "must-not": "must"}
_SUPPORT = frozenset({"be", "have", "do", "get", "make", "take", "carry", "conduct", "launch", "see"})


class Head(NamedTuple):
    """A word that tells a term.

    Attributes:
        token: whose clause or phrase it is.
        mood: one of ``model.term.MOODS``.
        act: the word that names the act, which may hang on ``token`` ("halt all shelling").
        kind: neutral act, "other" where the lists know none.
    """

    token: Token
    mood: str
    act: Token
    kind: str


def heads(words: Iterable[Token], lexicon: Lexicon) -> Iterator[Head]:
    """Yield the heads among ``words`` in text order. What only allows or asks for another act is told by that act."""
    held = list(words)
    found = [head for token in held if (head := _verbal(token, lexicon) or _nominal(token, lexicon)) is not None]
    truces = {head.token.i for head in found if lexicon.kind("kinds", spelled(head.token)) in _TRUCES}
    known = {head.token.i for head in found if head.kind != "other"}
    taken = {head.act.i for head in found if head.act != head.token}
    over = [head.token.head for head in found if is_governed(head.token, lexicon)]
    governing = {governor.i for governor in over if governor.pos_ in VERBAL and not binds(governor)}
    provided = {head.token.i: provider.i for head in found if (provider := provider_of(head.token, lexicon)) is not None}
    told = {token for token, provider in provided.items() if provider in known and token not in truces}
    vague = set(provided.values()) - known | {provider for token, provider in provided.items() if token in truces}
    yield from (head for head in found if head.token.i not in taken | governing | told | vague)


def binds(governor: Token) -> bool:
    """Say whether a governor is a duty of somebody's own: "the army is to let aid enter" binds the army."""
    return not is_passive(governor) and governor.lemma_.lower() in {"let", "allow", "permit", "enable", "ensure", "arrange"}


def _verbal(token: Token, lexicon: Lexicon) -> Head | None:
    if token.pos_ not in VERBAL or token.dep_ in {"aux", "auxpass"}:
        return None
    mood = mood_of(token, lexicon)
    if mood is None:
        return None
    if negators(token):
        mood = _OPPOSITE.get(mood, mood)
    lemma = token.lemma_.lower()
    if lemma in lexicon.lists["declaring"] and any(c.dep_ in {"oprd", "attr", "dobj", "ccomp"} for c in token.children):
        return Head(token, "declares", token, "declaring")
    if lemma in lexicon.ending_verbs:
        act, kind = _ended(token, lexicon)
        return Head(token, _OPPOSITE.get(mood, mood), act, kind) if act is not None else Head(token, mood, token, "other")
    act, kind = _act(token, lexicon)
    return None if kind == "other" and lemma in lexicon.lists["idle"] else Head(token, mood, act, kind)


def _act(verb: Token, lexicon: Lexicon) -> tuple[Token, str]:
    """Return the word that names the act of a verb, and its neutral name: a light verb leaves it to its object."""
    lemma = verb.lemma_.lower()
    if binds(verb) or lemma in _SUPPORT:
        for child in verb.children:
            clause = child.dep_ in {"xcomp", "ccomp"}
            known = lexicon.nouns if child.dep_ in _OBJECTS else lexicon.verbs if clause else {}
            if (kind := known.get(child.lemma_.lower())) is not None:
                return child if clause else verb, kind
    return verb, lexicon.verbs.get(lemma, "other")


def _ended(token: Token, lexicon: Lexicon) -> tuple[Token | None, str]:
    """Return what a word of ending puts an end to, with its neutral name; None where that is no act."""
    if token.pos_ in VERBAL:
        of = [c for c in token.children if c.dep_ in {"dobj", "xcomp", "nsubjpass"}] + preposition(token, frozenset({"from"}))
        of += [g for c in token.children if c.lower_ == "from" for g in c.children if g.dep_ == "pcomp"]
    else:
        of = preposition(token, _INSIDE) + [c for c in token.lefts if c.dep_ == "compound"]
    for act in of:
        table = lexicon.verbs if act.pos_ in VERBAL else lexicon.nouns
        if (kind := table.get(act.lemma_.lower())) is not None:
            return act, kind
    return (of[0], "other") if of and of[0].pos_ in VERBAL else (None, "other")


def _nominal(token: Token, lexicon: Lexicon) -> Head | None:
    """Return the term that a noun tells which a plan or demand provides for: "calls for a halt to all shelling"."""
    if provider_of(token, lexicon) is None:
        return None
    lemma = spelled(token)
    if lemma in lexicon.ending_nouns or lemma == "cessation":
        act, kind = _ended(token, lexicon)
        if act is not None:
            return Head(token, "must-not", act, kind)
    if lexicon.kind("kinds", lemma) in _TRUCES:
        return Head(token, "must-not", token, "fighting")
    kind = lexicon.nouns.get(lemma, "other")
    return None if kind in {"other", "fighting"} else Head(token, "must", token, kind)


def provider_of(token: Token, lexicon: Lexicon) -> Token | None:
    """Return the verb of planning or asking whose object or "for" phrase a noun is, None where it is none's."""
    if token.pos_ not in {"NOUN", "PROPN"}:
        return None
    first = token
    while first.dep_ == "conj" and first.head.pos_ in {"NOUN", "PROPN"}:
        first = first.head
    above = first.head
    if first.dep_ == "pobj" and above.lower_ in {"for", "on", "upon"}:
        above = above.head
    elif first.dep_ not in {"dobj", "nsubjpass"}:
        return None
    return above if above.pos_ in VERBAL and above.lemma_.lower() in lexicon.lists["providing"] else None


def spelled(token: Token) -> str:
    """Return the lemma of a word, with what a hyphen joins it to ("cease-fire")."""
    if token.i > 1 and token.nbor(-1).text in {"-", "–"} and token.nbor(-2).lower_ in {"cease", "de", "pull", "draw", "safe", "hand"}:
        return f"{token.nbor(-2).lower_}-{token.lemma_.lower()}"
    return token.lemma_.lower()


def doers(head: Head) -> list[Token]:
    """Return whom a nominal term names as doing it: "by the army", "the army's withdrawal"."""
    out: list[Token] = []
    for noun in dict.fromkeys((head.token, head.act)):
        out += [t for found in preposition(noun, frozenset({"by"})) for t in with_conjuncts(found)]
        out += [c for c in noun.children if c.dep_ == "poss"]
    return out
