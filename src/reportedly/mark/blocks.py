"""Quotations and their speakers: contents grow to the marks around them, quotations without a cue of their own go to who spoke before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from reportedly.mark.cues import Cues
from reportedly.mark.drafts import Draft, cut_out, length, shared, united
from reportedly.mark.found import Page, characters
from reportedly.mark.quotes import Quote, QuoteIndex
from reportedly.mark.sources import source_range, subject_of
from reportedly.mark.verbs import cue_words
from reportedly.model.span import Span

_REPORTING = frozenset({"clause", "paren", "as", "closing", "according", "quote", "colon", "signed"})
_SIGNATURE = re.compile(r"\s{0,4}([—―–]|--?)\s{0,2}([A-Z][\w.’'-]+(?: [A-Z][\w.’'-]*){0,4})(?=\s*(?:[,(\n]|$))")
_WORDS = 4
"""A quotation of fewer words that no cue governs is a name or a scare quote."""
_NEAR = 14
"""Tokens between a quotation and its cue."""
_NAMED = frozenset({"PERSON", "ORG", "WORK_OF_ART", "NORP", "GPE"})
_GAP = 320
"""Characters between two quotations of one speaker."""


def attach_quotes(page: Page, drafts: Sequence[Draft], quotes: QuoteIndex, cues: Cues) -> list[Draft]:
    """Return ``drafts`` with contents grown to whole quotations, and with new ones for quotations that had none."""
    out = list(drafts)
    owner: dict[int, int] = {}
    for number, made in enumerate(out):
        for quote in _grown(made, quotes):
            if quote not in owner or out[owner[quote]].score < made.score:
                owner[quote] = number
    for quote, number in owner.items():
        out[number] = _grow(out[number], quotes.quotes[quote])
    last: int | None = None
    for number, quote in enumerate(quotes.quotes):
        if number in owner:
            last = owner[number]
            continue
        if last is not None and _resumes(page.text, out[last], quote):
            out[last] = _grow(out[last], quote)
            continue
        if _count_words(page.text, quote) < _WORDS:
            continue
        made_now = _introduced(page, quote, cues, out)
        if made_now is not None:
            out.append(made_now)
            last = len(out) - 1
        elif last is not None and _continues(page.text, out[last], quote):
            out[last] = _grow(out[last], quote)
        else:
            last = None
    return out


def _grown(made: Draft, quotes: QuoteIndex) -> Iterator[int]:
    """Yield the quotations that belong to a content: it holds a good part of them, and its cue stands outside."""
    if made.pattern not in _REPORTING:
        return
    for span, number in {(s, n) for c in made.content for s, n in quotes.overlapping(c.start, c.end)}:
        quote = quotes.quotes[number]
        if any(quote.start <= c.start < quote.end for c in made.cue):
            continue
        common = shared(made.content, (span,))
        if common >= 0.5 * length((span,)) or common >= 0.5 * length(made.content):  # noqa: PLR2004 - half
            yield number


def _grow(made: Draft, quote: Quote) -> Draft:
    return replace(made, content=_minus(united([*made.content, *quote.spans]), made))


def _minus(content: tuple[Span, ...], made: Draft) -> tuple[Span, ...]:
    """Return ``content`` without the words of its own cue and source."""
    return cut_out(content, (*made.cue, *made.source)) or content


def _count_words(text: str, quote: Quote) -> int:
    return sum(len(text[s:e].split()) for s, e in quote.spans)


def _introduced(page: Page, quote: Quote, cues: Cues, taken: Sequence[Draft]) -> Draft | None:
    """Return the attribution of a quotation by a verb of speech that stands right before or after it, None where there is none."""
    span = page.doc.char_span(quote.start, quote.end, alignment_mode="expand")
    if span is None:
        return None
    if (signed := _signed(page, quote)) is not None:
        return signed
    busy = {made.head.i for made in taken if made.pattern in _REPORTING}
    after = _speech_verb(page, range(span.end, min(span.end + _NEAR, len(page.doc))), cues, busy, quote.end)
    before = None if after else _speech_verb(page, range(span.start - 1, max(span.start - _NEAR, -1), -1), cues, busy, quote.start)
    verb = after or before
    if verb is None:
        return None
    holder = subject_of(verb)
    if holder is not None and span.start <= holder.i < span.end:
        holder = None
    who = source_range(holder, verb)
    source = characters(page, [who]) if who else ()
    source = cut_out(source, quote.spans)
    if not source:
        return None
    words = characters(page, cue_words(verb))
    return Draft(verb, "quote", cut_out(quote.spans, (*words, *source)), words, source, holder, speech=True, score=0.8)


def _signed(page: Page, quote: Quote) -> Draft | None:
    """Return the attribution of a quotation that a dash and a name follow."""
    match = _SIGNATURE.match(page.text, quote.end)
    if match is None:
        return None
    name = Span(*match.span(2))
    span = page.doc.char_span(*name, alignment_mode="expand")
    if span is None:
        return None
    return Draft(span.root, "signed", quote.spans, (Span(*match.span(1)),), (name,), span.root, speech=True, score=0.8)


def _speech_verb(page: Page, reach: range, cues: Cues, busy: set[int], edge: int) -> Token | None:
    """Return the first verb of speech in ``reach`` that no sentence end or other quote mark parts from the quotation."""
    for i in reach:
        token = page.doc[i]
        between = page.text[min(edge, token.idx) : max(edge, token.idx)]
        if token.text in {".", "!", "?", '"', "“", "”", "«", "»"} or "\n\n" in between:
            return None
        if token.pos_ in {"VERB", "AUX"} and i not in busy:
            cue = cues.get(token.lemma_.lower(), "clause")
            if cue is not None and cue.speech:
                return token
    return None


def _resumes(text: str, made: Draft, quote: Quote) -> bool:
    """Say whether a quotation goes on in mid-sentence: between its two parts stand only source, cue and few words, no full stop."""
    gap = text[made.end : quote.start]
    cue = made.cue[-1].end if made.cue else -1
    return made.end <= cue <= quote.start and len(gap) < _GAP // 2 and "." not in text[cue : quote.start] and "\n\n" not in gap


def _continues(text: str, made: Draft, quote: Quote) -> bool:
    """Say whether a quotation without a cue goes on with what ``made`` quotes: it begins a sentence not far behind it."""
    gap = text[made.end : quote.start]
    if len(gap) > _GAP or quote.start < made.end:
        return False
    opening = text[quote.start : quote.start + 3].lstrip("\"“”«„'‘ ")
    return opening[:1].isupper() and (not gap.strip() or gap.rstrip()[-1:] in ".!?:,”\"’") and gap.count("\n\n") <= 1


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


