"""Colons that set off what somebody says: "X said: …", "here is more from X:" and a quotation or paragraph after it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from reportedly.mark.construct import cue_words
from reportedly.mark.cues import Cues
from reportedly.mark.drafts import Draft
from reportedly.mark.found import Page, characters
from reportedly.mark.quotes import QuoteIndex
from reportedly.mark.sources import source_range, subject_of
from reportedly.model.span import Span

_NAMED = frozenset({"PERSON", "ORG", "WORK_OF_ART", "NORP", "GPE"})
_NEAR = 14
_GAP = 320


def colon_speech(page: Page, quotes: QuoteIndex, cues: Cues) -> Iterator[Draft]:
    """Yield "X said: …", whose content is the quotation, the sentence or the paragraph after the colon."""
    for token in page.doc:
        if token.text != ":" or quotes.at(token.idx) is not None:
            continue
        verb = _before_colon(page, token, cues)
        if verb is not None:
            holder = subject_of(verb)
        else:
            holder, verb = _presented(page, token, quotes)
        if verb is None or holder is None:
            continue
        who = source_range(holder, verb)
        source = characters(page, [who]) if who else ()
        content = _after_colon(page, token, quotes)
        if source and content:
            yield Draft(verb, "colon", content, characters(page, cue_words(verb)), source, holder, speech=True, score=0.8)


def _before_colon(page: Page, colon: Token, cues: Cues) -> Token | None:
    """Return the verb of speech nearest before a colon, in its sentence."""
    first = colon.sent.start
    for i in range(colon.i - 1, max(first, colon.i - 3 * _NEAR) - 1, -1):
        token = page.doc[i]
        if token.pos_ == "VERB":
            cue = cues.get(token.lemma_.lower(), "clause")
            if cue is not None and cue.speech and any(c.dep_ == "nsubj" for c in token.children):
                return token
    return None


def _presented(page: Page, colon: Token, quotes: QuoteIndex) -> tuple[Token | None, Token | None]:
    """Return source and cue of a colon that sets off a quotation or a paragraph: "here is more from X:", "X put it this way:"."""
    at = colon.idx + 1
    gap = len(page.text[at : at + _GAP]) - len(page.text[at : at + _GAP].lstrip())
    if quotes.at(at + gap) is None and "\n\n" not in page.text[at : at + gap]:
        return None, None
    for i in range(colon.i - 1, max(colon.sent.start, colon.i - _NEAR) - 1, -1):
        token = page.doc[i]
        if token.dep_ == "pobj" and token.head.lower_ == "from" and token.ent_type_ in _NAMED:
            return token, token.head
        if token.dep_ == "nsubj" and token.i < token.head.i and (token.ent_type_ in _NAMED or token.pos_ in {"PROPN", "PRON"}):
            return token, token.head
    return None, None


def _after_colon(page: Page, colon: Token, quotes: QuoteIndex) -> tuple[Span, ...]:
    text = page.text
    at = colon.idx + 1
    while at < len(text) and text[at].isspace():
        at += 1
    if (number := quotes.at(at)) is not None and quotes.quotes[number].start <= at + 1:
        return quotes.quotes[number].spans
    if "\n\n" in text[colon.idx : at]:
        end = text.find("\n\n", at)
        return (Span(at, len(text) if end < 0 else end),) if at < len(text) else ()
    rest = [t.i for t in page.doc[colon.i + 1 : colon.sent.end] if not t.is_space]
    if rest:
        return characters(page, [(rest[0], rest[-1] + 1)])
    after = page.doc[colon.sent.end : colon.sent.end + 1]
    return characters(page, [(after[0].sent.start, after[0].sent.end)]) if len(after) else ()
