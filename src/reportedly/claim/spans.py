"""The words of a claim: the clause of its trigger, without clauses that make claims of their own."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from reportedly.claim.syntax import VERBAL
from reportedly.parse import text_of
from reportedly.text import trim

_HANGING = {"acl", "relcl", "amod"}
_LONG_APPOSITION = 4
_EDGE = " \t\n,;:-–—.\"'“”’‘()«»"


def clause_span(trigger: Token, others: set[int], kind: str = "verb") -> tuple[int, int]:
    """Return the offsets of the clause around ``trigger``.

    Args:
        trigger: the word that evokes the claim.
        others: indices of the words that evoke other claims; clauses at the edges that hold one are left out.
        kind: kind of the trigger; adjectives and hyphenated words take their noun phrase along.
    """
    kept = {trigger.i} | set(_kept(trigger, others))
    if trigger.dep_ in _HANGING or kind in {"adj", "hyphen"}:
        kept |= _noun_phrase(trigger, others)
    if trigger.dep_ == "xcomp" and trigger.head.i not in others:
        kept |= _governor_words(trigger.head)
    doc = trigger.doc
    marks = {t.i for t in trigger.children if t.dep_ == "mark" and t.lower_ not in {"if", "unless"}}
    kept -= {i for i in marks if not any(k < i for k in kept - marks)}
    first, last = doc[min(kept)], doc[max(kept)]
    start, end = first.idx, last.idx + len(last)
    while end > start and text_of(doc)[end - 1] in _EDGE and text_of(doc)[end - 1] not in ")”":
        end -= 1
    while start < end and text_of(doc)[start] in _EDGE and text_of(doc)[start] not in "(“":
        start += 1
    return trim(text_of(doc), start, end)


def _governor_words(verb: Token) -> set[int]:
    """Return a governing verb with its auxiliaries and subject: "is trying" belongs to "to cut the road"."""
    words = {verb.i}
    for child in verb.children:
        if child.dep_ in {"aux", "auxpass", "neg", "nsubj", "nsubjpass"}:
            words |= {t.i for t in child.subtree} if child.dep_.startswith("nsubj") else {child.i}
    return words


def _kept(token: Token, others: set[int]) -> Iterator[int]:
    for child in token.children:
        if child.dep_ in {"cc", "punct", "preconj"} or _own_clause(child, token, others):
            continue
        yield child.i
        yield from _kept(child, others)


def _own_clause(child: Token, parent: Token, others: set[int]) -> bool:
    """Say whether ``child`` heads a clause that is told apart from its parent's."""
    if child.dep_ == "conj" and parent.pos_ in VERBAL:
        return child.pos_ in VERBAL or _holds(child, others)
    if child.dep_ == "appos" and child.i > parent.i and child.right_edge.i - child.left_edge.i > _LONG_APPOSITION:
        return True
    if child.dep_ == "advcl" and child.tag_ == "VBG" and child.i > parent.i:
        return True
    if child.dep_ in {"advcl", "parataxis", "relcl", "acl", "ccomp", "conj", "appos", "dep", "pcomp"}:
        return _holds(child, others)
    return child.dep_ == "prep" and any(t.dep_ == "pcomp" and _holds(t, others) for t in child.children)


def _holds(token: Token, others: set[int]) -> bool:
    return any(t.i in others for t in token.subtree)


def _clause_words(verb: Token, others: set[int]) -> set[int]:
    """Return a verb with its auxiliaries, and its subject where that tells no claim of its own ("the raid had left … dead")."""
    words = {verb.i} | {t.i for t in verb.lefts if t.dep_ in {"aux", "auxpass", "neg"}}
    for child in verb.lefts:
        if child.dep_ in {"nsubj", "nsubjpass"} and not _holds(child, others):
            words |= {t.i for t in child.subtree}
    return words


def _noun_phrase(trigger: Token, others: set[int]) -> set[int]:
    """Return the words of the noun phrase that an adjective or participle belongs to, up to the trigger."""
    head = trigger.head
    if head.pos_ not in {"NOUN", "PROPN", "PRON", "NUM"}:
        return _clause_words(head, others) if head.i < trigger.i else {head.i}
    words = _clause_words(head.head, others) | {head.i} if head.dep_ == "attr" and head.head.i < head.i else {head.i}
    for child in head.children:
        if (
            child != trigger
            and child.i < max(trigger.i, head.i)
            and child.dep_ not in {"punct", "cc", "conj"}
            and not _holds(child, others)
        ):
            words |= {t.i for t in child.subtree}
    if trigger.i < head.i:
        words |= {t.i for child in head.rights if child.dep_ == "prep" and not _holds(child, others) for t in child.subtree}
    return words
