"""What "it" is in "they rejected it": the plan or offer told of before."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from reportedly.claim.context import Context
from reportedly.parse import sentence_bounds

_BACK = 3
_SAID_OF = frozenset({"nsubj", "nsubjpass", "dobj"})
_OFFERING = frozenset("offer propose suggest present submit table float".split())


def offered(context: Context, pronoun: Token) -> Token | None:
    """Return the noun that ``pronoun`` takes up as what is accepted or refused, None where it is not "it" or nothing is offered.

    That is the nearest subject or object before it, up to three sentences back, that is a plan or that somebody offered.
    """
    if pronoun.lower_ != "it" or pronoun.dep_ not in {"dobj", "nsubjpass"}:
        return None
    return next((t for t in _before(pronoun) if t.dep_ in _SAID_OF and t.pos_ == "NOUN" and _is_offered(context, t)), None)


def _before(token: Token) -> Iterator[Token]:
    """Yield the words before ``token`` in its sentence and in those before it, the nearest first."""
    begin = token.i
    for _ in range(_BACK + 1):
        first = sentence_bounds(token.doc[begin])[0] if begin == token.i else sentence_bounds(token.doc[begin - 1])[0]
        yield from reversed(token.doc[first:begin])
        begin = first
        if begin == 0:
            return


def _is_offered(context: Context, noun: Token) -> bool:
    return context.class_has("plan_noun", noun) or (noun.dep_ == "dobj" and noun.head.lemma_.lower() in _OFFERING)
