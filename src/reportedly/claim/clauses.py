"""Clauses: the finite clauses of a sentence that can be denied each on its own."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from reportedly.claim.syntax import VERBAL

_HELD = frozenset({"ROOT", "conj", "ccomp", "parataxis"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def clause_heads(sentence: Span) -> Iterator[Token]:
    """Yield the verbs of the main clauses of ``sentence`` in text order: its root, what is coordinated with it, and what these govern."""
    for token in sentence:
        if token.pos_ in VERBAL and token.dep_ in _HELD and is_finite(token) and _is_main(token, sentence):
            yield token


def is_finite(verb: Token) -> bool:
    """Say whether a verb has a subject of its own and a tensed form, its own or that of an auxiliary."""
    if not any(child.dep_ in _SUBJECTS for child in verb.children):
        return False
    return verb.tag_ in _FINITE or any(child.dep_ in {"aux", "auxpass"} and child.lower_ != "to" for child in verb.children)


def _is_main(token: Token, sentence: Span) -> bool:
    while token.dep_ in _HELD and token.head != token and sentence.start <= token.head.i < sentence.end:
        token = token.head
    return token.dep_ in _HELD
