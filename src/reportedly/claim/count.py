"""Figures of a claim: what its words count, with unit and denominator."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from reportedly.claim.context import Context
from reportedly.claim.figures import SCALE_WORDS, SHARE_WORDS, Number, bounds, read_number
from reportedly.claim.match import Match
from reportedly.model import Figure
from reportedly.parse import text_of, tokens_between

_PERCENT = {"%", "percent", "per", "pc", "percentage"}
_PLURALS = {"person": "people", "child": "children", "woman": "women", "man": "men"} | {
    f"{first}man": f"{first}men" for first in ("service", "police", "gun", "militia", "fire", "camera")
}
_GROUPS = frozenset("number group family total series lot handful dozen score hundred thousand million couple few toll".split())
_EMPTY_UNITS = {"other", "more", "one", "hundred", "dozen", "thousand", "score", "life", "ten", "tens", "several", "many", "million"}


def figures(context: Context, match: Match, start: int, end: int) -> tuple[Figure, ...]:
    """Return the figures of a match: what its counted role numbers first, then other numbers of its words."""
    found: list[Figure] = []
    for token in match.roles.get(match.frame.counts or "", ()):
        figure = _share(token) or _counted(token, match.frame.unit)
        if figure is not None:
            found.append(figure)
    return (*found, *free_figures(context, start, end, found))


def free_figures(context: Context, start: int, end: int, taken: Sequence[Figure] = ()) -> tuple[Figure, ...]:
    """Return the numbers in ``start`` to ``end`` that count something, shares first, leaving out times and those of ``taken``."""
    found: list[Figure] = []
    held = [(f.start, f.end) for f in taken]
    for token in tokens_between(context.doc, start, end) or ():
        number = read_number(token) if token.like_num or token.pos_ == "NUM" else None
        if number is None or _touches(number, held) or _in_time(context, number):
            continue
        figure = _free_figure(token, number, found)
        if figure is not None:
            found.append(figure)
            held.append((figure.start, figure.end))
    return tuple(sorted(found, key=lambda f: f.unit != "percent"))


def _touches(number: Number, held: Sequence[tuple[int | None, int | None]]) -> bool:
    return any(s is not None and e is not None and s < number.end and number.start < e for s, e in held)


def _counted(token: Token, verb: str | None) -> Figure | None:
    number = _number_of(token)
    return _figure(number, _unit(token, verb)) if number is not None else None


def _number_of(token: Token) -> Number | None:
    """Return the number that a noun is counted with, or that it is itself; "a child" is one."""
    found = []
    for child in token.lefts:
        if child.dep_ in {"nummod", "amod", "quantmod", "det", "compound"} and child.lower_ not in {"a", "an", "the"}:
            last = child.nbor(1) if child.nbor(1).lower_ in SCALE_WORDS else child
            found += [number for number in (read_number(last), read_number(child)) if number is not None]
    if found:
        return max(found, key=lambda n: (n.end, n.value or 0))
    single = next((c for c in token.lefts if c.dep_ == "det" and c.lower_ in {"a", "an"}), None)
    if single is not None and token.tag_ in {"NN", "NNP"} and token.lemma_.lower() not in _GROUPS:
        return Number(1.0, "=", 1.0, 1.0, single.idx, single.idx + len(single))
    return read_number(token)


def _share(token: Token) -> Figure | None:
    """Return "half of the population" as percent of what follows, None where the noun is no such share."""
    factor = SHARE_WORDS.get(token.lower_)
    of = next((c for c in token.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    whole = [t for c in (of.children if of is not None else ()) for t in c.subtree if t.dep_ != "punct"]
    if factor is None or not whole or any(t.lower_ in SCALE_WORDS for t in whole):
        return None
    number = read_number(token)
    op, start = (number.op, number.start) if number else ("=", token.idx)
    low, high = bounds(100 * factor, op)
    denominator = _words_between(text_of(token.doc), whole)
    return Figure(round(100 * factor, 6), op, "percent", low, high, denominator, start=start, end=token.idx + len(token))


def _words_between(text: str, words: list[Token]) -> str:
    return " ".join(text[words[0].idx : words[-1].idx + len(words[-1])].split()).removeprefix("the ")


def _unit(token: Token, verb: str | None) -> str:
    """Return what is counted, in plural: the noun and what befell it ("civilians killed")."""
    noun = token.lower_ if token.pos_ == "NOUN" and token.lemma_.lower() not in _EMPTY_UNITS else "people"
    return f"{_plural(noun)} {verb}" if verb else _plural(noun)


def _plural(noun: str) -> str:
    if noun in _PLURALS:
        return _PLURALS[noun]
    if noun.endswith(("s", "men", "people", "children", "troops")):
        return noun
    return noun[:-1] + "ies" if noun.endswith("y") and noun[-2:-1] not in "aeiou" else noun + "s"


def _figure(number: Number, unit: str, denominator: str | None = None) -> Figure:
    return Figure(number.value, number.op, unit, number.low, number.high, denominator, start=number.start, end=number.end)


def _free_figure(token: Token, number: Number, before: Sequence[Figure]) -> Figure | None:
    """Return a number that stands before a noun, "of" a whole or a percent sign as a figure; bare numbers are none."""
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if following is not None and following.lower_ in _PERCENT:
        # "50 districts, about 70 percent": a share without a whole of its own is one of the whole just named
        whole = _denominator(following) or next((f.denominator for f in reversed(before) if f.denominator), None)
        return _figure(number, "percent", whole)
    head = token.head
    if token.dep_ == "nummod" and head.pos_ in {"NOUN", "PROPN"} and head != token and head.i > token.i:
        return _figure(number, _measured(head), None)
    return _part_of(token, number)


def _part_of(token: Token, number: Number) -> Figure | None:
    """Return "18 of the 24 districts" as 18 districts of that whole, its end after the whole; None where no "of" follows."""
    of = next((c for c in token.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    noun = next((t for t in (of.children if of is not None else ()) if t.dep_ == "pobj" and t.pos_ == "NOUN"), None)
    if noun is None:
        return None
    words = [t for t in noun.subtree if t.i <= noun.i or t.dep_ in {"prep", "pobj", "det", "compound", "amod"}]
    figure = _figure(number, _measured(noun), _words_between(text_of(token.doc), words))
    return replace(figure, end=noun.idx + len(noun))


def _measured(noun: Token) -> str:
    """Return a unit with the words that make it another unit ("square kilometres")."""
    kind = next((t.lower_ for t in noun.lefts if t.lower_ in {"square", "cubic", "metric"}), "")
    return f"{kind} {_plural(noun.lower_)}".strip()


def _denominator(percent: Token) -> str | None:
    """Return the words after "percent of", up to the end of their noun phrase."""
    for token in (percent, percent.head):
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ == "of":
                words = [t for c in child.children for t in c.subtree if t.dep_ != "punct"]
                if words:
                    return _words_between(text_of(percent.doc), words)
    return None


def _in_time(context: Context, number: Number) -> bool:
    return context.times.touched(number.start, number.end)
