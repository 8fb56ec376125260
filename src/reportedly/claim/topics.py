"""Topics: what kind of thing a clause is about that no frame takes in, by the words at its core."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Token

from reportedly.claim.context import Context
from reportedly.claim.syntax import VERBAL

_CORE = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "acomp", "oprd", "agent", "dative"})
_ONWARD = frozenset({"xcomp", "ccomp", "conj", "advcl"})
_INSIDE = frozenset({"compound", "amod", "nmod", "conj", "appos"})
_PHRASES = frozenset({"prep", "agent", "dative"})
_WHEN = frozenset({"after", "before", "since", "during", "amid", "despite", "until", "following"})
_STEPS = 3


class Topic(NamedTuple):
    """A claim type, the frame of it that is told of in general, and the word class that is its mark."""

    type: str
    frame: str
    words: str


STAND = Topic("position", "holds-view", "stand_word")
_TOPICS = (
    Topic("casualty", "harm-told", "harm_word"),
    Topic("attack", "violence-told", "violence_word"),
    Topic("humanitarian", "need-told", "need_word"),
    Topic("control", "hold-told", "hold_word"),
)
"""In the order in which they count: who was hurt is told of a clause before what hurt them."""
GRAVE = frozenset(_TOPICS[:3])
"""Topics that make a clause worth telling though it names no actor."""
UNFRAMED = frozenset({"says", STAND.frame, *(topic.frame for topic in _TOPICS)})
"""Frames of what no frame of the codebook takes in."""


def topic_of(context: Context, root: Token, *, own: bool) -> Topic | None:
    """Return what the clause of ``root`` is about, None where its core has no word of any topic.

    What somebody other than the page hopes, demands or calls for is a position, whatever it is about. Of what is shown, mentioned or
    suspected the clause tells no more than that. Verb, subject and object count before what follows a preposition.
    """
    if (not own or _in_person(root)) and any(context.class_has(STAND.words, t) for t in _heads(root)):
        return STAND
    near = list(dict.fromkeys(_core(context, root)))
    if any(context.class_has("telling_word", t) for t in near):
        return None
    for words in (near, list(dict.fromkeys(_phrases(context, root)))):
        for topic in _TOPICS:
            if any(context.class_has(topic.words, t) for t in words):
                return topic
    return None


def _in_person(root: Token) -> bool:
    return any(t.dep_ == "nsubj" and t.lower_ in {"i", "we"} for t in root.children)


def _heads(root: Token) -> Iterator[Token]:
    """Yield the verb of a clause with its auxiliaries and predicate."""
    yield root
    yield from (t for t in root.children if t.dep_ in {"aux", "acomp", "attr"})


def _verbs(root: Token, steps: int = 0) -> Iterator[Token]:
    """Yield the verb of a clause and the verbs that it governs or is joined to."""
    yield root
    for child in root.children:
        if child.dep_ in _ONWARD and child.pos_ in VERBAL and steps < _STEPS and (child.dep_ != "advcl" or child.i < root.i):
            yield from _verbs(child, steps + 1)


def _core(context: Context, root: Token) -> Iterator[Token]:
    """Yield the verbs of a clause, their subjects, objects and predicates with what names them more closely."""
    for verb in _verbs(root):
        yield verb
        for child in verb.children:
            if child.dep_ in _CORE:
                yield from _named(context, child)


def _phrases(context: Context, root: Token) -> Iterator[Token]:
    """Yield the nouns after the prepositions of a clause, also nested ones ("out of their homes"), but not of time."""
    for verb in _verbs(root):
        for child in verb.children:
            if child.dep_ not in _PHRASES or child.lower_ in _WHEN:
                continue
            for inner in child.children:
                if inner.dep_ in {"pobj", "pcomp"}:
                    yield from _named(context, inner)
                elif inner.dep_ == "prep":
                    yield from (t for t in inner.children if t.dep_ == "pobj")


def _named(context: Context, token: Token) -> Iterator[Token]:
    """Yield a noun with the words before it, what is joined to it, and what it is a part of; a name stands for nothing but its bearer."""
    if token.i not in context.actor_at or token.pos_ != "PROPN":
        yield token
    for child in token.children:
        if child.dep_ in _INSIDE:
            yield from _named(context, child)
        elif child.lower_ == "of":
            yield from (t for t in child.children if t.dep_ == "pobj")
