"""Sources and the quotations beside them: whoever says a quotation stands outside it, and behind "said" where nobody stands before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import dropwhile

from spacy.tokens import Token

from reportedly.mark.construct import cue_words
from reportedly.mark.drafts import Draft, cut_out, holder_of, united
from reportedly.mark.found import Page, characters
from reportedly.mark.quotes import QuoteIndex
from reportedly.mark.relays import with_relays
from reportedly.mark.speaking import can_speak
from reportedly.mark.unpunctuated import resourced
from reportedly.model.span import Span
from reportedly.parse import sentence_bounds, tokens_between
from reportedly.text import trim

_INVERTED = frozenset({"say", "tell", "add", "report", "state", "confirm", "note", "write", "explain", "declare", "announce"})
_SHOWING = frozenset({"suggest", "show", "indicate", "claim", "insist", "warn", "reveal"})
_PHRASE = frozenset({"DET", "ADJ", "PROPN", "NOUN", "NUM", "PART", "PRON"})
_JOINING = frozenset({"of", "for", "-", "the"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NOUNS = frozenset({"NOUN", "PROPN", "ADJ"})
_ARTICLES = frozenset({"the", "a", "an", "one", "another", "its", "his", "her", "their"})
_WHEN_WHERE = frozenset({"GPE", "LOC", "FAC", "DATE", "TIME"})
_LONGEST = 14


def with_outer_sources(page: Page, drafts: Sequence[Draft], quotes: QuoteIndex) -> list[Draft]:
    """Return ``drafts`` with sources cut free of the quotations they say, and "P, said X" read where the parse has lost X."""
    found = [_resourced(page, made, quotes) for made in drafts]
    found = [made if made.pattern == "title" or quotes.at(made.head.idx) is not None else resourced(page, made) for made in found]
    return with_relays(page, found)


def _resourced(page: Page, made: Draft, quotes: QuoteIndex) -> Draft:
    at = made.head.idx
    if quotes.at(at) is not None or made.pattern == "title":
        return made
    quoted = [span for piece in made.source for span, _ in quotes.overlapping(*piece) if _sentence(page.text, span)]
    rest = cut_out(made.source, quoted) if quoted else made.source
    if (more := _coordinated(page, made)) is not None:
        return more
    if quoted and rest and len(page.text[rest[-1].start : rest[-1].end].strip(' "”»“')) > 1:
        return _cut(page, made, Span(*trim(page.text, *rest[-1])))
    if (quoted or not made.source) and made.start < at and (words := _behind(made.head) or _before(page, made)) is not None:
        source = characters(page, [(words[0].i, words[-1].i + 1)])
        holder = holder_of(made.head.doc[words[0].i : words[-1].i + 1])
        content = cut_out((*made.content, *made.source) if quoted else made.content, source)
        if source and content:
            found = replace(made, source=source, holder=holder, speech=True, content=united(content, apart=1))
            return _coordinated(page, found) or found
    return made


def _coordinated(page: Page, made: Draft) -> Draft | None:
    """Return ``made`` with both speakers of "P a doctor and residents said", where the parse left the first in P."""
    tokens = tokens_between(page.doc, *made.source[0]) if made.source else None
    if tokens is None or tokens.start < 3 or not made.start < made.source[0].start < made.head.idx:  # noqa: PLR2004
        return None
    joint = tokens[0].nbor(-1)
    if joint.lower_ != "and" or not any(span.start <= joint.idx < span.end for span in made.content):
        return None
    words = _phrase(page.doc[joint.i - 1], made.start)
    if not words or words[0].pos_ != "DET" or not can_speak(words[-1]):
        return None
    source = Span(words[0].idx, made.source[0].end)
    content = cut_out(made.content, (source,))
    return replace(made, source=(source, *made.source[1:]), content=content) if content else None


def _phrase(last: Token, start: int) -> list[Token]:
    """Return the words of the phrase that ends with ``last``, from its article on, none before the offset ``start``."""
    last, words = _without_bracket(last)
    for i in range(last.i, max(-1, last.i - _LONGEST), -1):
        word = last.doc[i]
        if word.idx < start or (word.pos_ not in _NOUNS and not (word.lower_ in {"of", "for"} and i and last.doc[i - 1].pos_ == "PROPN")):
            return [word, *words] if word.pos_ == "DET" and word.lower_ in _ARTICLES and word.idx >= start else words
        words = [word, *words]
    return words


def _without_bracket(last: Token) -> tuple[Token, list[Token]]:
    """Return the word before a short name in brackets that ends with ``last``, and the brackets; ``last`` itself without brackets."""
    bracket = list(last.doc[max(0, last.i - 2) : last.i + 1])
    if len(bracket) < 3 or (bracket[0].text, last.text) != ("(", ")") or bracket[0].i == 0:  # noqa: PLR2004
        return last, []
    return bracket[0].nbor(-1), bracket


def _before(page: Page, made: Draft) -> list[Token] | None:
    """Return the phrase right before "said" that the parse took for the end of its content, None where none there can speak."""
    head = made.head
    begin = cue_words(head)[0][0]
    if head.lemma_.lower() not in _INVERTED | _SHOWING or head.tag_ not in _FINITE | {"VBN"} or begin == 0:
        return None
    if page.text[made.end : head.doc[begin].idx].strip():
        return None
    words = _not_placed(_phrase(head.doc[begin - 1], made.start))
    last = next((t for t in reversed(words) if t.text not in "()" and not (t.i and t.nbor(-1).text == "(")), None)
    if last is None or last.pos_ not in {"NOUN", "PROPN"} or words[0].idx <= made.start or not can_speak(last):
        return None
    return words


def _not_placed(words: list[Token]) -> list[Token]:
    """Return ``words`` without a place or day at their start that a preposition stands before: "near Aden British officials"."""
    first = words[0] if words else None
    if first is None or first.i == 0 or first.ent_type_ not in _WHEN_WHERE or first.nbor(-1).pos_ != "ADP":
        return words
    return list(dropwhile(lambda t: t.i == first.i or (t.ent_type_ == first.ent_type_ and t.ent_iob_ == "I"), words))


def _cut(page: Page, made: Draft, rest: Span) -> Draft:
    tokens = tokens_between(page.doc, *rest)
    inside = cut_out(made.source, (rest,))
    holder = holder_of(tokens) if tokens is not None else made.holder
    return replace(made, source=(rest,), holder=holder, speech=True, content=united((*made.content, *inside), apart=1))


def _sentence(text: str, span: Span) -> bool:
    """Say whether a quotation is a sentence, not a name or a few words."""
    return text[span.start + 1 : span.start + 2].isupper() and text.count(" ", span.start, span.end) > 3  # noqa: PLR2004


def _behind(verb: Token) -> list[Token] | None:
    """Return the words of who "said" is followed by, None where nobody who can speak comes next."""
    if verb.lemma_.lower() not in _INVERTED or verb.tag_ not in _FINITE:
        return None
    doc, last = verb.doc, sentence_bounds(verb)[1]
    words: list[Token] = []
    for i in range(verb.i + 1, min(last, verb.i + _LONGEST)):
        word = doc[i]
        if word.pos_ not in _PHRASE and (not words or word.lower_ not in _JOINING):
            break
        words.append(word)
    while words and words[-1].pos_ not in {"NOUN", "PROPN", "PRON"}:
        words.pop()
    after = words[-1].i + 1 if words else last
    if after < last and doc[after].pos_ == "AUX" and doc[after].tag_ in _FINITE:
        return None  # "IS said its men had fled"
    if not words or words[0].ent_type_ in {"DATE", "TIME"} or (words[-1].pos_ != "PROPN" and not can_speak(words[-1])):
        return None
    return words
