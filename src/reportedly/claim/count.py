"""Figures of a claim: what its words count, with unit and denominator."""

from __future__ import annotations

from spacy.tokens import Token

from reportedly.claim.context import Context
from reportedly.claim.figures import Number, read_number
from reportedly.claim.match import Match
from reportedly.model import Figure

_PERCENT = {"%", "percent", "per", "pc", "percentage"}
_EMPTY_UNITS = {"other", "more", "one", "hundred", "dozen", "thousand", "score"}


def figures(context: Context, match: Match, start: int, end: int) -> tuple[Figure, ...]:
    """Return the figures of a match: what its counted role numbers first, then other numbers of its words."""
    found: list[Figure] = []
    for token in match.roles.get(match.frame.counts or "", ()):
        number = _number_of(token)
        if number is not None:
            found.append(_figure(number, _unit(context, token, match.frame.unit)))
    taken = [(f.start, f.end) for f in found]
    for token in context.doc.char_span(start, end, alignment_mode="expand") or ():
        number = read_number(token) if token.like_num or token.pos_ == "NUM" else None
        if (
            number is None
            or any(s is not None and e is not None and s < number.end and number.start < e for s, e in taken)
            or _in_time(context, number)
        ):
            continue
        figure = _free_figure(token, number)
        if figure is not None:
            found.append(figure)
            taken.append((figure.start, figure.end))
    return tuple(found)


def _number_of(token: Token) -> Number | None:
    """Return the number that a noun is counted with, or that it is itself."""
    for child in token.children:
        if child.dep_ in {"nummod", "amod", "quantmod", "det"} or (child.dep_ == "compound" and child.like_num):
            found = read_number(child)
            if found is not None:
                return found
    return read_number(token)


def _unit(context: Context, token: Token, verb: str | None) -> str:
    """Return what is counted, in plural: the noun and what befell it ("civilians killed")."""
    del context
    noun = token.lower_ if token.pos_ in {"NOUN", "PROPN"} and token.lemma_.lower() not in _EMPTY_UNITS else "people"
    return f"{_plural(noun)} {verb}" if verb else _plural(noun)


def _plural(noun: str) -> str:
    irregular = {"person": "people", "child": "children", "woman": "women", "man": "men", "people": "people"}
    return irregular.get(noun, noun if noun.endswith("s") or noun in irregular.values() else noun + "s")


def _figure(number: Number, unit: str, denominator: str | None = None) -> Figure:
    return Figure(number.value, number.op, unit, number.low, number.high, denominator, start=number.start, end=number.end)


def _free_figure(token: Token, number: Number) -> Figure | None:
    """Return a number that stands before a noun or a percent sign as a figure; bare numbers are none."""
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if following is not None and following.lower_ in _PERCENT:
        return _figure(number, "percent", _denominator(following))
    head = token.head
    if token.dep_ == "nummod" and head.pos_ in {"NOUN", "PROPN"} and head is not token:
        return _figure(number, _plural(head.lower_), None)
    return None


def _denominator(percent: Token) -> str | None:
    """Return the words after "percent of", up to the end of their noun phrase."""
    for token in (percent, percent.head):
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ == "of":
                words = [t for c in child.children for t in c.subtree if t.dep_ != "punct"]
                if words:
                    doc = percent.doc
                    return " ".join(doc.text[words[0].idx : words[-1].idx + len(words[-1])].split()).removeprefix("the ")
    return None


def _in_time(context: Context, number: Number) -> bool:
    return any(t.start < number.end and number.start < t.end for t in context.reading.times or ())
