"""Colons, and sentences without an end, that set off what somebody says: "X said: …", "here is more from X:" and a passage after it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Token

from reportedly.mark.construct import RELATIVES, VERBAL, cue_words
from reportedly.mark.cues import Cues
from reportedly.mark.drafts import Draft, united
from reportedly.mark.found import Page, Range, characters, extent
from reportedly.mark.passages import passage
from reportedly.mark.quotations import Quotations
from reportedly.mark.references import publisher
from reportedly.mark.sources import source_range, subject_of
from reportedly.mark.speaking import can_speak
from reportedly.model.span import Span
from reportedly.parse import root_of, sentence_bounds, tokens_between

_NEAR = 14
_FROM = 9
"""Tokens between "from" and the colon of "here is more from X:"."""
_SHORT = 8
_GAP = 320
_SCORE = 0.8
_SAID = frozenset({"statement", "message", "remark", "comment", "reply", "answer", "words", "text", "letter", "report", "account"})
_AGAIN = frozenset({"so", "likewise"})
_REASONS = frozenset({"reasons", "reason", "ways", "factors", "facts", "examples", "questions", "points", "things"})
_GIVING = frozenset(
    {"reproduce", "give", "quote", "publish", "print", "reprint", "copy", "paste", "translate", "post", "present", "offer", "share"}
)
_EMPTY = frozenset("*_ .:-–—")


class _Lead(NamedTuple):
    """What leads to a passage: the head token of the cue, the cue, the head word of the source, the source."""

    head: Token
    cue: tuple[Range, ...]
    holder: Token
    who: Range


def colon_speech(page: Page, quotes: Quotations, cues: Cues) -> Iterator[Draft]:
    """Yield "X said: …", whose content is the quotation, the sentence or the passage after the colon, and the same without a colon."""
    for token in page.doc:
        if token.text == ":" and quotes.outer.at(token.idx) is None:
            yield from _led(page, token, quotes, cues, token.idx + 1)
    for end in quotes.leads:
        span = tokens_between(page.doc, end - 1, end)
        if span is not None:
            yield from _led(page, span[-1], quotes, cues, end)


def _led(page: Page, lead: Token, quotes: Quotations, cues: Cues, at: int) -> Iterator[Draft]:
    """Yield the attribution that ``lead``, the last token before ``at``, leads to."""
    if any(t.lower_ in _REASONS for t in page.doc[max(0, lead.i - _SHORT // 2) : lead.i]):
        return
    found = _reproduced(page, lead) or _said(page, lead, cues) or _presented(page, lead, quotes, at)
    source = characters(page, [found.who]) if found is not None else ()
    words = page.text[source[0].start : source[-1].end] if source else ""
    content = _after(page, lead, quotes, at, words)
    if not content:
        return
    name = publisher(page.text, quotes.extract_at(content[0].start))
    if found is not None and source and (name is None or found.holder.ent_type_ == "PERSON" or found.holder.pos_ == "PRON"):
        yield Draft(found.head, "colon", content, characters(page, found.cue), source, found.holder, speech=True, score=_SCORE)
    elif name is not None and (tokens := tokens_between(page.doc, *name)) is not None:
        head, cue = (found.head, characters(page, found.cue)) if found is not None else (lead, ())
        yield Draft(head, "colon", content, cue, united((*source, name)), root_of(tokens), speech=True, score=_SCORE)


def _reproduced(page: Page, lead: Token) -> _Lead | None:
    """Return what "since the statement is not easy to find, I reproduce it:" and "as is clear from their report:" lead with."""
    first = sentence_bounds(lead)[0]
    words = page.doc[first : lead.i + 1]
    giving = next((t for t in words if t.lemma_.lower() in _GIVING and any(c.lower_ in {"i", "we"} for c in t.children)), None)
    for token in reversed(list(words)):
        if token.lemma_.lower() not in _SAID:
            continue
        head = giving if giving is not None else token.head
        if giving is not None or (head.lower_ == "from" and lead.i - head.i <= _FROM):
            holder = _of_what(token)
            who = source_range(holder, giving) if giving is not None else extent(holder)
            return None if who is None else _Lead(head, cue_words(giving) if giving is not None else ((head.i, head.i + 1),), holder, who)
    return None


def _of_what(token: Token) -> Token:
    """Return "statement" of "the text of this statement"."""
    inner = next((c for p in token.children if p.lower_ == "of" for c in p.children if c.lemma_.lower() in _SAID), None)
    return token if inner is None else inner


def _said(page: Page, lead: Token, cues: Cues) -> _Lead | None:
    """Return what "X said:" leads with."""
    verb = _before_colon(page, lead, cues)
    if verb is None:
        return None
    holder = _named(verb, subject_of(verb))
    who = source_range(holder, verb)
    return None if holder is None or who is None else _Lead(verb, cue_words(verb), holder, who)


def _named(verb: Token, holder: Token | None) -> Token | None:
    """Return what a relative pronoun stands for, where it is the subject of ``verb``: "the letter, which states:"."""
    if holder is not None and holder.lower_ in RELATIVES and verb.dep_ == "relcl":
        return verb.head
    return holder


def _before_colon(page: Page, colon: Token, cues: Cues) -> Token | None:
    """Return the verb of speech nearest before a colon, in its sentence."""
    first = sentence_bounds(colon)[0]
    for i in range(colon.i, max(first, colon.i - 3 * _NEAR) - 1, -1):
        token = page.doc[i]
        named = token.pos_ in VERBAL and any(c.dep_ == "nsubj" for c in token.children)
        if named and token.lemma_ == "do" and token.nbor(1).lower_ in _AGAIN:
            return token
        if token.pos_ == "VERB" and (named or (token.tag_ == "VBG" and subject_of(token) is not None)) and not _as(token):
            cue = cues.get(token.lemma_.lower(), "clause")
            if cue is not None and cue.speech:
                return token
    return None


def _as(verb: Token) -> bool:
    """Say whether a verb stands in an aside: "as X admitted"."""
    return any(c.dep_ in {"mark", "advmod"} and c.lower_ == "as" for c in verb.children)


def _presented(page: Page, lead: Token, quotes: Quotations, at: int) -> _Lead | None:
    """Return head, cue and source of what sets off a quotation or a paragraph: "here is more from X:", "X put it this way:"."""
    gap = len(page.text[at : at + _GAP]) - len(page.text[at : at + _GAP].lstrip(" *_\n\t\xa0"))
    if quotes.outer.at(at + gap) is None and "\n\n" not in page.text[at : at + gap]:
        return None
    first = sentence_bounds(lead)[0]
    return _from_whom(page, lead, first) or _subject(page, lead, first)


def _from_whom(page: Page, lead: Token, first: int) -> _Lead | None:
    """Return "X" of "this is from X:", "more from X:"; a name or a document."""
    doc = page.doc
    for i in range(lead.i, max(first, lead.i - _FROM) - 1, -1):
        if doc[i].pos_ in VERBAL or (doc[i].is_punct and doc[i].text not in _EMPTY and doc[i].text != "-"):
            return None
        if doc[i].lower_ in {"from", "via"}:
            words = [t for t in doc[i + 1 : lead.i + 1] if t.text not in _EMPTY and not t.is_space]
            named = [t for t in words if t.pos_ in {"PROPN", "NOUN"} or t.ent_type_]
            if not any(can_speak(t) and t.ent_type_ not in {"DATE", "TIME"} for t in named):
                return None
            begin = first if i - first <= _FROM // 2 else i
            return _Lead(doc[i], ((begin, i + 1),), named[-1], (words[0].i, words[-1].i + 1))
    return None


def _subject(page: Page, lead: Token, first: int) -> _Lead | None:
    """Return the subject nearest before a colon, a name or pronoun, or one that issues a statement."""
    for i in range(lead.i, max(first, lead.i - 3 * _NEAR) - 1, -1):
        token = page.doc[i]
        if token.dep_ != "nsubj" or token.i > token.head.i or token.lower_ in RELATIVES:
            continue
        near = lead.i - i <= _NEAR and can_speak(token) and (token.ent_type_ or token.pos_ in {"PROPN", "PRON"} or _puts_it(token.head))
        if near or any(c.lemma_.lower() in _SAID for c in token.head.children):
            who = source_range(token, token.head)
            return None if who is None else _Lead(token.head, cue_words(token.head), token, who)
    return None


def _puts_it(verb: Token) -> bool:
    """Say whether a verb has "it" or "this" for its object: "puts it this way"."""
    return any(c.dep_ in {"dobj", "nsubj"} and c.i > verb.i and c.lower_ in {"it", "this"} for c in verb.children)


def _after(page: Page, lead: Token, quotes: Quotations, at: int, source: str) -> tuple[Span, ...]:
    text, end = page.text, at
    while at < len(text) and (text[at].isspace() or text[at] in "*_"):
        at += 1
    if (number := quotes.outer.at(at)) is not None and quotes.outer.quotes[number].start <= at + 1:
        return quotes.outer.quotes[number].spans
    if "\n\n" in text[end:at]:
        first = quotes.paragraph_after(end)
        return passage(text, quotes.paragraphs, first, source) if first < len(quotes.paragraphs) else ()
    last = sentence_bounds(lead)[1]
    rest = [t.i for t in page.doc[lead.i + 1 : last] if not t.is_space]
    if rest:
        return characters(page, [(rest[0], rest[-1] + 1)])
    return characters(page, [sentence_bounds(page.doc[last])]) if last < len(page.doc) else ()
