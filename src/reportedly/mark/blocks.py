"""Quotations and their speakers: contents grow to the marks around them, quotations without a cue of their own go to who spoke before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from reportedly.mark.construct import cue_words
from reportedly.mark.cues import Cues
from reportedly.mark.drafts import Draft, cut_out, length, shared, united
from reportedly.mark.found import Page, characters
from reportedly.mark.glued import glued_speech
from reportedly.mark.quotations import Quotations
from reportedly.mark.quotes import Quote, QuoteIndex
from reportedly.mark.sources import source_range, subject_of
from reportedly.mark.speaking import can_speak
from reportedly.model.span import Span
from reportedly.parse import root_of, tokens_between

_REPORTING = frozenset({"clause", "paren", "as", "closing", "inserted", "according", "quote", "colon", "signed"})
_SIGNATURE = re.compile(r"\s{0,4}([—―–]|--?)\s{0,2}([A-Z][\w.’'-]+(?: [A-Z][\w.’'-]*){0,4})(?=\s*(?:[,(\n]|$))")
_WORDS = 4
"""A quotation of fewer words that no cue governs is a name or a scare quote."""
_PHRASE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON"})
_SENTENCE = 5
_NEAR = 14
"""Tokens between a quotation and its cue."""
_PIECES = 60
_GAP = 320
"""Characters between two quotations of one speaker."""
_LABEL_FROM = 2
"""Characters of a quotation before the name that labels it."""


def attach_all(page: Page, drafts: Sequence[Draft], quotes: Quotations, cues: Cues) -> list[Draft]:
    """Return ``drafts`` with contents grown to the quotations around them: inside each extract by itself, then outside."""
    inside: list[Draft] = []
    outside: list[Draft] = []
    for made in drafts:
        (outside if quotes.extract_at(made.head.idx) is None else inside).append(made)
    outside = [made for made in outside if not _crosses(page.text, made, quotes.outer)]
    return attach_quotes(page, outside, quotes.outer, cues) + attach_quotes(page, inside, quotes.inner, cues)


def _crosses(text: str, made: Draft, quotes: QuoteIndex) -> bool:
    """Say whether the cue stands in a quotation of whole sentences and the source outside it: the parse has run the two together."""
    number = quotes.at(made.head.idx)
    if number is None or not made.source or quotes.at(made.source[0].start) == number:
        return False
    quote = quotes.quotes[number]
    return text[quote.start + 1 : quote.start + 2].isupper() and _count_words(text, quote) >= _SENTENCE


def attach_quotes(page: Page, drafts: Sequence[Draft], quotes: QuoteIndex, cues: Cues) -> list[Draft]:
    """Return ``drafts`` with contents grown to whole quotations, and with new ones for quotations that had none."""
    out = list(drafts)
    owner = _owners(page.text, out, quotes)
    for number, mine in owner.items():
        out[mine] = _grow(out[mine], quotes.quotes[number])
    busy = {made.head.i for made in out if made.pattern in _REPORTING}
    last: int | None = None
    covered = _covered(page.text, out)
    waiting: list[Quote] = []
    for number, quote in enumerate(quotes.quotes):
        before = last
        if number in owner:
            last = owner[number]
        elif last is not None and _open(out[last]) and _resumes(page.text, out[last], quote):
            out[last] = _grow(out[last], quote)
        elif _sayable(page.text, quote) and not _part(page.text, quote, covered):
            made = _introduced(page, quote, cues, busy)
            busy |= {made.head.i} if made else set()
            last = _orphan(page, quote, made, out, last)
        waiting.append(quote)
        waiting = _waiting(page.text, out, before, last, waiting)
    return out


def _sayable(text: str, quote: Quote) -> bool:
    """Say whether a quotation can stand by itself: it has some words, or is a sentence of one ("No,")."""
    if _count_words(text, quote) >= _WORDS:
        return True
    return text[quote.start + 1 : quote.start + 2].isupper() and text[quote.end - 2] in ",.?!"


def _covered(text: str, drafts: Sequence[Draft]) -> bytearray:
    covered = bytearray(len(text))
    for made in drafts:
        for start, end in made.content:
            covered[start:end] = b"\1" * (end - start)
    return covered


def _part(text: str, quote: Quote, covered: bytearray) -> bool:
    """Say whether a quotation is a few words of a content: it begins in mid-sentence and all of it is content."""
    return text[quote.start + 1 : quote.start + 2].islower() and covered.find(b"\0", quote.start + 1, quote.end - 1) < 0


def _waiting(text: str, out: list[Draft], before: int | None, last: int | None, quotes: list[Quote]) -> list[Quote]:
    """Return which of ``quotes`` wait for a speaker behind them; where the last one has found hers, those right above it are hers too."""
    if last == before:
        return quotes if last is None else []
    while last is not None and len(quotes) > 1 and not text[quotes[-2].end : quotes[-1].start].strip():
        out[last] = _grow(out[last], quotes[-2])
        quotes = quotes[:-1]
    return []


def _owners(text: str, drafts: Sequence[Draft], quotes: QuoteIndex) -> dict[int, int]:
    """Return for each quotation that belongs to a content the number of its draft, the surest where there are several."""
    owner: dict[int, int] = {}
    for number, made in enumerate(drafts):
        for quote in _labelled(made, quotes) if made.pattern == "line" else _grown(text, made, quotes):
            if quote not in owner or drafts[owner[quote]].score < made.score:
                owner[quote] = number
    return owner


def _orphan(page: Page, quote: Quote, made: Draft | None, out: list[Draft], last: int | None) -> int | None:
    """Add a quotation that no content holds to ``out``, as ``made`` or as the last speaker's; return the number of its draft."""
    if made is not None:
        out.append(made)
        return len(out) - 1
    if last is not None and _open(out[last]) and _continues(page.text, out[last], quote):
        out[last] = _grow(out[last], quote)
        return last
    return None


def _run_on(text: str, made: Draft, quotes: QuoteIndex) -> int | None:
    """Return the quotation that a report goes on from in mid-sentence: '"there was a blast" that could be heard, X said'."""
    start = made.start
    before = len(text[:start].rstrip())
    number = quotes.at(before - 1) if before and text[start].islower() and before < start and made.head.idx >= made.end else None
    return number if number is not None and quotes.quotes[number].end == before else None


def _grown(text: str, made: Draft, quotes: QuoteIndex) -> Iterator[int]:
    """Yield the quotations that belong to a content: it holds a good part of them, and its cue stands outside."""
    if made.pattern not in _REPORTING:
        return
    if (number := _run_on(text, made, quotes)) is not None:
        yield number
    for span, number in {(s, n) for c in made.content for s, n in quotes.overlapping(c.start, c.end)}:
        quote = quotes.quotes[number]
        if any(quote.start <= c.start < quote.end for c in made.cue):
            continue
        common = shared(made.content, (span,))
        if common >= 0.5 * length((span,)) or common >= 0.5 * length(made.content):
            yield number


def _labelled(made: Draft, quotes: QuoteIndex) -> Iterator[int]:
    """Yield the quotation that begins with the name that ``made``, a line of a transcript, gives: it is nobody else's."""
    number = quotes.at(made.source[0].start) if made.source else None
    if number is not None and made.source[0].start - quotes.quotes[number].start <= _LABEL_FROM:
        yield number


def _grow(made: Draft, quote: Quote) -> Draft:
    return replace(made, content=_minus(united([*made.content, *quote.spans]), made))


def _minus(content: tuple[Span, ...], made: Draft) -> tuple[Span, ...]:
    """Return ``content`` without the words of its own cue and source."""
    return cut_out(content, (*made.cue, *made.source)) or content


def _count_words(text: str, quote: Quote) -> int:
    return sum(len(text[s:e].split()) for s, e in quote.spans)


def _introduced(page: Page, quote: Quote, cues: Cues, busy: set[int]) -> Draft | None:
    """Return the attribution of a quotation by a verb of speech that stands right before or after it, None where there is none."""
    span = tokens_between(page.doc, quote.start, quote.end)
    if span is None:
        return None
    if (plain := _signed(page, quote) or glued_speech(page, quote)) is not None:
        return plain
    after = _speech_verb(page, range(span.end, min(span.end + _NEAR, len(page.doc))), cues, busy, quote.end)
    before = None if after else _speech_verb(page, range(span.start - 1, max(span.start - _NEAR, -1), -1), cues, busy, quote.start)
    verb = after or before
    if verb is None:
        return None
    holder = subject_of(verb)
    if holder is not None and span.start <= holder.i < span.end:
        holder = None
    who = source_range(holder, verb) if holder is not None else _between(page, span.end, verb) if after else None
    source = characters(page, [who]) if who else ()
    source = cut_out(source, quote.spans)
    if not source:
        return None
    words = characters(page, cue_words(verb))
    return Draft(verb, "quote", cut_out(quote.spans, (*words, *source)), words, source, holder, speech=True, score=0.8)


def _between(page: Page, begin: int, verb: Token) -> tuple[int, int] | None:
    """Return the tokens between a quotation and its verb where they are one phrase of who can speak, None otherwise."""
    words = page.doc[begin : verb.i]
    if not len(words) or any(t.pos_ not in _PHRASE for t in words) or not can_speak(words[-1]):
        return None
    return begin, verb.i


def _signed(page: Page, quote: Quote) -> Draft | None:
    """Return the attribution of a quotation that a dash and a name follow."""
    match = _SIGNATURE.match(page.text, quote.end)
    if match is None:
        return None
    name = Span(*match.span(2))
    span = tokens_between(page.doc, *name)
    if span is None:
        return None
    head = root_of(span)
    return Draft(head, "signed", quote.spans, (Span(*match.span(1)),), (name,), head, speech=True, score=0.9)


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


def _open(made: Draft) -> bool:
    """Say whether more may follow of what ``made`` quotes: a name behind a dash closes it."""
    return made.pattern != "signed"


def _resumes(text: str, made: Draft, quote: Quote) -> bool:
    """Say whether a quotation goes on in mid-sentence: between its two parts stand only source, cue and few words, no full stop."""
    gap = text[made.end : quote.start]
    cue = made.cue[-1].end if made.cue else -1
    return made.end <= cue <= quote.start and len(gap) < _GAP // 2 and "." not in text[cue : quote.start] and "\n\n" not in gap


def _continues(text: str, made: Draft, quote: Quote) -> bool:
    """Say whether a quotation without a cue goes on with what ``made`` quotes: it begins a sentence not far behind it."""
    gap = text[made.end : quote.start]
    if len(gap) > _GAP or quote.start < made.end or len(made.content) > _PIECES:
        return False
    opening = text[quote.start : quote.start + 3].lstrip("\"“”«„'‘ ")
    return opening[:1].isupper() and (not gap.strip() or gap.rstrip()[-1:] in '.!?:,”"’') and gap.count("\n\n") <= 1
