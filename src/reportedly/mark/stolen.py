"""Sources that begin too early: "…, killing 14 people, five of them children, rescue workers and a doctor said".

The parse takes those who were hurt for the first of a list of speakers, so that the verb before them is left without an object.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from reportedly.mark.drafts import Draft, holder_of
from reportedly.mark.found import Page
from reportedly.mark.speaking import can_speak
from reportedly.model.span import Span
from reportedly.parse import tokens_between
from reportedly.text import trim

_OBJECTS = frozenset({"dobj", "prep", "prt"})
_WITHIN = 4
"""Words at the start of a phrase among which its number stands: "at least some 14 people"."""


def given_back(page: Page, made: Draft) -> Draft:
    """Return ``made`` with the object of the verb before its source in the content again, as it was where none was taken."""
    source = tokens_between(page.doc, *made.source[0]) if len(made.source) == 1 and made.content else None
    if source is None or made.content[-1].start >= made.source[0].start or not _took_object(source):
        return made
    commas = [t for t in source if t.text == ","]
    rest = page.doc[commas[-1].i + 1 : source.end] if commas else None
    if rest is None or not len(rest) or _counts(rest) or not can_speak(holder := holder_of(rest)):
        return made
    *before, last = made.content
    content = (*before, Span(*trim(page.text, last.start, commas[-1].idx)))
    return replace(made, content=content, source=(Span(rest.start_char, rest.end_char),), holder=holder)


def _took_object(source: TokenSpan) -> bool:
    """Say whether a source begins with those whom the verb right before it counts, which has no other object."""
    verb: Token | None = source.doc[source.start - 1] if source.start else None
    return (
        verb is not None and verb.pos_ == "VERB" and not any(c.dep_ in _OBJECTS and c.i > verb.i for c in verb.children) and _counts(source)
    )


def _counts(phrase: TokenSpan) -> bool:
    return any(t.like_num for t in phrase[:_WITHIN])
