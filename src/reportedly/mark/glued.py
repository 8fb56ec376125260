"""Quotations whose opening mark touches the word before it (``X said«P»``), so that the parser takes the two for one word."""

from __future__ import annotations

import re

from spacy.tokens import Token

from reportedly.mark.drafts import Draft
from reportedly.mark.found import Page, characters
from reportedly.mark.quotes import Quote
from reportedly.mark.sources import source_range
from reportedly.mark.speaking import can_speak
from reportedly.model.span import Span
from reportedly.parse import sentence_bounds, tokens_between

_WORD = re.compile(
    r"(?:said|says|told|tells|added|adds|stated|states|wrote|writes|noted|notes|stressed|explained|declared|replied|warned)$"
)
_LONGEST = 10
_SCORE = 0.8
_HEADS = frozenset({"nsubj", "nsubjpass", "ROOT", "dep"})


def glued_speech(page: Page, quote: Quote) -> Draft | None:
    """Return the attribution of ``quote`` to the subject of the word of speech that its opening mark touches, None where there is none."""
    match = _WORD.search(page.text, max(0, quote.start - _LONGEST), quote.start)
    if match is None:
        return None
    tokens = tokens_between(page.doc, match.start(), match.end())
    if tokens is None:
        return None
    holder = _subject(page, tokens[0])
    who = source_range(holder, tokens[0])
    if holder is None or who is None:
        return None
    begin = who[0]
    while begin > 0 and page.doc[begin - 1].pos_ in {"DET", "ADJ"} and not page.doc[begin].is_sent_start:
        begin -= 1
    source = characters(page, [(begin, min(who[1], tokens[0].i))])
    return Draft(tokens[0], "quote", quote.spans, (Span(*match.span()),), source, holder, speech=True, score=_SCORE) if source else None


def _subject(page: Page, glued: Token) -> Token | None:
    """Return the first word before ``glued``, in its sentence, that heads a subject and can speak."""
    for i in range(sentence_bounds(glued)[0], glued.i):
        token = page.doc[i]
        if (token.dep_ in _HEADS or token.head.i >= glued.i) and token.pos_ in {"NOUN", "PROPN", "PRON"} and can_speak(token):
            return token
    return None
