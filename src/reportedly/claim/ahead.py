"""What is told as still ahead: as a forecast, or as a plan where speakers tell of what they will do themselves."""

from __future__ import annotations

from spacy.tokens import Token

_FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo"})
_WOULD = frozenset({"would", "'d", "’d"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_THEMSELVES = frozenset({"it", "they", "he", "she", "we", "i"})
_UNWILLED = frozenset("be have die see need know lose suffer feel face".split())
"""What one does not do on purpose: "we will see", "I will die"."""


def told_ahead(verb: Token, auxiliaries: set[str]) -> str | None:
    """Return "predicts" or "plans" for a clause about what is to come, None for others.

    Args:
        verb: the verb of the clause.
        auxiliaries: its auxiliaries in small letters.
    """
    if auxiliaries & _FUTURE:
        return _told_of(verb)
    if auxiliaries & _WOULD and _is_announced(verb):
        return "plans"
    if verb.dep_ == "xcomp" and "to" in auxiliaries and _is_going(verb.head):
        return _told_of(verb.head)
    if _is_going(verb) and any(t.dep_ == "xcomp" and t.tag_ == "VB" for t in verb.children):
        return _told_of(verb)
    return None


def _told_of(verb: Token) -> str:
    """Return "plans" where speakers tell what they are about to do: "we will take measures", not "I will be killed"; else "predicts"."""
    doer = next((t for t in verb.children if t.dep_ == "nsubj"), None)
    return "plans" if doer is not None and doer.lower_ in {"i", "we"} and verb.lemma_ not in _UNWILLED else "predicts"


def _is_announced(verb: Token) -> bool:
    """Say whether a speaker was told to have said what they would do: "they said they would let them in"."""
    if verb.dep_ != "ccomp" or verb.head.tag_ not in {"VBD", "VBN", "VBZ"}:
        return False
    doer = next((t for t in verb.children if t.dep_ == "nsubj"), None)
    return doer is not None and doer.lower_ in _THEMSELVES and verb.lemma_ not in _UNWILLED


def _is_going(verb: Token) -> bool:
    return verb.lemma_ == "go" and verb.tag_ == "VBG" and any(t.lemma_ == "be" for t in verb.children)


def is_done(token: Token) -> bool:
    """Say whether an act of speech is one: not "they must condemn it", nor "neither blamed anybody", which somebody else says of them."""
    verb = token
    while verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"} and not any(t.dep_ in _SUBJECTS for t in verb.children):
        verb = verb.head
    if any(t.dep_ == "aux" and t.lower_ in {"must", "should", "shall"} for t in verb.children):
        return False
    subjects = (t for t in verb.children if t.dep_ in _SUBJECTS)
    return not any(t.left_edge.lower_ == "neither" for t in subjects)
