"""Portions of a whole in words: "half of the population", "two thirds of the town", "one in five people". All are percent of that whole."""

from __future__ import annotations

from spacy.tokens import Token

from reportedly.claim.figures import SCALE_WORDS, SHARE_WORDS, bounds, operator_before, read_number
from reportedly.model import Figure
from reportedly.parse import sentence_bounds, text_of

_PLURALS = {"halves": 0.5, "thirds": 1 / 3, "quarters": 0.25, "fifths": 0.2, "fifth": 0.2, "tenths": 0.1, "tenth": 0.1}
_ORDINALS = frozenset({"third", "quarter", "fifth", "tenth"})
_PLACES = 6


def portion(token: Token) -> Figure | None:
    """Return the share that ``token`` is the noun of, as percent of the whole that follows; None where it is none."""
    return _part_of(token) or _one_in(token)


def _part_of(token: Token) -> Figure | None:
    factor = SHARE_WORDS.get(token.lower_) or _PLURALS.get(token.lower_)
    whole = _whole(token) if factor is not None else []
    if factor is None or not whole or any(t.lower_ in SCALE_WORDS for t in whole):
        return None
    first, times = _numerator(token)
    if token.lower_ in _ORDINALS and first.i == token.i and token.dep_ in {"amod", "advmod"}:
        return None
    number = read_number(token) if first.i == token.i and token.lower_ in SHARE_WORDS else None
    op, start = (number.op, number.start) if number else operator_before(token, _article(first))
    share = 100 * factor * times
    low, high = bounds(share, op)
    low, high = (None if bound is None else round(bound, _PLACES) for bound in (low, high))
    denominator = words_between(text_of(token.doc), whole)
    return Figure(round(share, _PLACES), op, "percent", low, high, denominator, start=start, end=token.idx + len(token))


def _article(first: Token) -> Token:
    """Return the article before the first word of a fraction, else that word: "more than a fifth" is said of "a fifth"."""
    before = first.nbor(-1) if first.i > sentence_bounds(first)[0] else first
    return before if before.lower_ in {"a", "an"} else first


def _whole(token: Token) -> list[Token]:
    """Return the words after the "of" of a share."""
    of = next((c for c in token.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    return [t for c in (of.children if of is not None else ()) for t in c.subtree if t.dep_ != "punct"]


def _numerator(token: Token) -> tuple[Token, float]:
    """Return the first word of a fraction and how many parts it counts: two in "two thirds", one in "a third"."""
    before = token.nbor(-1) if token.i > sentence_bounds(token)[0] else token
    if before.text == "-" and before.i > sentence_bounds(token)[0]:
        before = before.nbor(-1)
    number = read_number(before) if token.lower_ in _PLURALS and before.i != token.i and before.like_num else None
    return (before, number.value) if number is not None and number.value is not None else (token, 1.0)


def _one_in(token: Token) -> Figure | None:
    """Return "one in five people" as 20 percent of people."""
    end = sentence_bounds(token)[1]
    if not token.like_num or token.i + 3 >= end or token.nbor(1).lower_ not in {"in", "out"}:
        return None
    at = token.i + (3 if token.nbor(2).lower_ == "of" else 2)
    whole = token.doc[at]
    first, second = read_number(token), read_number(whole) if whole.like_num else None
    if first is None or second is None or not first.value or not second.value or first.value >= second.value or at + 1 >= end:
        return None
    noun = whole.head if whole.dep_ == "nummod" else token.doc[at + 1]
    if noun.pos_ != "NOUN" or noun.i < at:
        return None
    share = round(100 * first.value / second.value, _PLACES)
    words = [t for t in noun.subtree if t.i > at]
    named = words_between(text_of(token.doc), words)
    return Figure(share, first.op, "percent", *bounds(share, first.op), named, start=first.start, end=noun.idx + len(noun))


def words_between(text: str, words: list[Token]) -> str:
    """Return the words from the first to the last on one line, without an article in front."""
    return " ".join(text[words[0].idx : words[-1].idx + len(words[-1])].split()).removeprefix("the ")
