"""Whom "they" means inside its own sentence: the several, or the body, that the sentence has named before."""

from __future__ import annotations

from spacy.tokens import Token

from reportedly.mark.people import People
from reportedly.mark.speaking import can_speak
from reportedly.parse import sentence_bounds

_STEPS = 6
_VERBS = frozenset({"VERB", "AUX"})


def several_above(people: People, pronoun: Token) -> list[Token]:
    """Return the words of the subject above "they" that names several: "Orre and Varda sent proof of attacks which they say …"."""
    verb = pronoun.head
    for _ in range(_STEPS):
        if verb.head.i == verb.i:
            return []
        verb = verb.head
        subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < pronoun.i), None) if verb.pos_ in _VERBS else None
        if subject is None or subject.pos_ not in {"NOUN", "PROPN"} or not can_speak(subject):
            continue
        joined = [t for t in subject.conjuncts if t.i < pronoun.i and (people.mention(t) is not None or can_speak(t))]
        if joined or subject.tag_ in {"NNS", "NNPS"}:
            return list(pronoun.doc[subject.left_edge.i : max([subject.i, *(t.i for t in joined)]) + 1])
        return []
    return []


def body_before(people: People, pronoun: Token) -> Token | None:
    """Return the body that "they" of a second clause takes up: "we are in touch with the ministry and they have told us"."""
    verb = pronoun.head
    if verb.dep_ != "conj" or pronoun.i == 0 or pronoun.nbor(-1).lower_ not in {"and", "but"}:
        return None
    first = sentence_bounds(pronoun)[0]
    for i in range(pronoun.i - 1, first, -1):
        mention = people.mention(pronoun.doc[i])
        if mention is not None:
            return pronoun.doc[i] if mention.kind != "person" and can_speak(pronoun.doc[i]) else None
    return None
