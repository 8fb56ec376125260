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
    main = _main(sentence)
    for token in sentence:
        if token.i in main and token.pos_ in VERBAL and is_finite(token):
            yield token


def is_finite(verb: Token) -> bool:
    """Say whether a verb has a subject of its own and a tensed form, its own or that of an auxiliary."""
    if not any(child.dep_ in _SUBJECTS for child in verb.children):
        return False
    return verb.tag_ in _FINITE or any(child.dep_ in {"aux", "auxpass"} and child.lower_ != "to" for child in verb.children)


def _main(sentence: Span) -> set[int]:
    """Return the indices of the root of ``sentence`` and of what hangs on it through main clauses alone."""
    below: dict[int | None, list[int]] = {}
    for token in sentence:
        if token.dep_ in _HELD:
            head = token.head
            top = head == token or not sentence.start <= head.i < sentence.end
            below.setdefault(None if top else head.i, []).append(token.i)
    found: set[int] = set()
    waiting = list(below.get(None, ()))
    while waiting:
        index = waiting.pop()
        found.add(index)
        waiting += below.get(index, ())
    return found
