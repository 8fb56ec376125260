"""Finding one's way in a parse in constant or logarithmic time.

spaCy's own ``doc.text``, ``token.sent``, ``span.root`` and ``doc.char_span`` walk the whole document at each call; on a page of some
hundred claims that took three times as long as the claims themselves. The tables here are made once per document.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from spacy.tokens import Doc, Span, Token

_KEY = "reportedly.tables"

_NOBODY = frozenset({"nobody", "none", "no-one", "neither"})
_TELLING = frozenset("say specify claim tell mention report announce state reveal disclose elaborate give clarify indicate explain".split())
"""Verbs that, negated, tell of silence; a denial, refusal or doubt that is negated is still said."""


class _Tables(NamedTuple):
    text: str
    starts: list[int]
    ends: list[int]
    bounds: list[tuple[int, int]]
    number: list[int]


def _tables(doc: Doc) -> _Tables:
    found = doc.user_data.get(_KEY)
    if isinstance(found, _Tables):
        return found
    heads = [token.i for token in doc if token.i == 0 or token.is_sent_start]
    bounds = list(zip(heads, [*heads[1:], len(doc)], strict=False))
    number = [n for n, (begin, end) in enumerate(bounds) for _ in range(end - begin)]
    starts = [token.idx for token in doc]
    ends = [start + len(token) for start, token in zip(starts, doc, strict=True)]
    made = _Tables(doc.text, starts, ends, bounds, number)
    doc.user_data[_KEY] = made
    return made


def text_of(doc: Doc) -> str:
    """Return the text of ``doc``, put together once."""
    return _tables(doc).text


def sentence_number(token: Token) -> int:
    """Return how many sentences stand before that of ``token``."""
    return _tables(token.doc).number[token.i]


def sentence_bounds(token: Token) -> tuple[int, int]:
    """Return the indices of the first token of the sentence of ``token``, and of the one after its last."""
    tables = _tables(token.doc)
    return tables.bounds[tables.number[token.i]]


def sentence_of(token: Token) -> Span:
    """Return the sentence of ``token``."""
    begin, end = sentence_bounds(token)
    return token.doc[begin:end]


def sentences(doc: Doc) -> list[Span]:
    """Return the sentences of ``doc`` in order."""
    return [doc[begin:end] for begin, end in _tables(doc).bounds]


def tokens_between(doc: Doc, start: int, end: int, *, whole: bool = True) -> Span | None:
    """Return the tokens that touch the characters ``start`` to ``end``; with ``whole`` false only those that lie within. None if none."""
    _, starts, ends, *_ = _tables(doc)
    if not starts or start >= end:
        return None
    first = max(0, bisect_right(starts, start) - 1)
    last = bisect_left(starts, end)
    if whole:
        while first < last and ends[first] <= start:
            first += 1
    else:
        first = bisect_left(starts, start)
        while last > first and ends[last - 1] > end:
            last -= 1
    return doc[first:last] if first < last else None


def root_of(span: Span) -> Token:
    """Return the token of ``span`` that governs the others: the first whose head lies outside, or that heads its sentence.

    Not a mark or a space, unless there is nothing else: quotation marks hang on the verb outside that says the quotation.
    """
    outer = [token for token in span if token.head == token or not span.start <= token.head.i < span.end]
    return next((token for token in outer if not (token.is_punct or token.is_space)), outer[0] if outer else span[0])


def ends_truce(token: Token) -> bool:
    """Say whether a word is the last part of "cease-fire": the opposite of the fire that it is by itself."""
    return token.i > 1 and token.nbor(-1).text in {"-", "–"} and token.nbor(-2).lower_ == "cease"


def unsaid(verb: Token) -> bool:
    """Say whether a verb tells that something was not said: "did not specify whether", "no group has claimed responsibility"."""
    if verb.lemma_.lower() not in _TELLING:
        return False
    subjects = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}]
    nobody = any(c.lower_ in _NOBODY or any(d.lower_ == "no" for d in c.children) for c in subjects)
    return nobody or any(c.dep_ == "neg" for c in verb.children)
