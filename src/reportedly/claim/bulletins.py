"""Figures in their setting: what a window added and what is a running total, parts of a whole, numbers set against others, complements."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from reportedly.claim.arithmetic import complement
from reportedly.claim.context import Context
from reportedly.claim.figures import read_number
from reportedly.claim.wordlists import number, pattern
from reportedly.model import Claim, Figure, TimeExpression
from reportedly.parse import sentence_of, text_of, tokens_between

_COMPLEMENTED = frozenset({"control", "siege"})
_BEFORE = 40
_BETWEEN = 60
_NOUN_WITHIN = 24
SHARE = "percent"


def with_settings(context: Context, claims: Sequence[Claim]) -> list[Claim]:
    """Return ``claims`` with their figures told apart: increments with their window, running totals, parts, challenged numbers.

    A share of a whole that is held or lost has its complement behind it, marked as derived. No number is changed.
    """
    told = [_told(context, claim) for claim in claims]
    kept = [claim for claim in told if claim.frame != "counts" or claim.figures or claim.stance == "denies"]
    return [_with_unit(context, claim, kept) if claim.frame == "counts" and claim.figures else claim for claim in kept]


def _with_unit(context: Context, claim: Claim, claims: Sequence[Claim]) -> Claim:
    """Return "bringing the total to 57" with the unit of what was added, told before it in its sentence."""
    words = tokens_between(context.doc, claim.start, claim.end)
    if words is None or claim.figures[0].unit != "people" or pattern("bare-totals").search(words.text) is None:
        return claim
    begin = sentence_of(words[0]).start_char
    before = [f for c in claims if begin <= c.start < claim.start for f in c.figures if f.unit != SHARE and not f.derived]
    if not before:
        return claim
    return replace(claim, figures=tuple(replace(f, unit=before[-1].unit) for f in claim.figures))


def _told(context: Context, claim: Claim) -> Claim:
    found = [*claim.figures, *_challenged(context, claim)]
    if not found:
        return claim
    figures = [_in_setting(context, claim, figure, found[0]) for figure in found]
    if claim.type in _COMPLEMENTED:
        figures += [rest for figure in figures if (rest := complement(figure)) is not None]
    return replace(claim, figures=tuple(figures))


def _in_setting(context: Context, claim: Claim, figure: Figure, first: Figure) -> Figure:
    if figure.start is None or figure.derived:
        return figure
    if _stands_against(context, figure.start):
        return replace(figure, role="challenged")
    if figure is not first and figure.unit != SHARE and figure.universe is None and _is_part(context, first, figure):
        return replace(figure, universe=_words(context, first))
    if figure.unit == SHARE:
        return figure
    if pattern("totals").search(_around(context, claim)):
        return replace(figure, role="total")
    window = _window(context, claim)
    return replace(figure, role="increment", window=(window.begin, window.until)) if window is not None else figure


def _around(context: Context, claim: Claim) -> str:
    """Return the words of a claim, and those before it in its sentence ("Hence, 50 …")."""
    words = tokens_between(context.doc, claim.start, claim.end)
    begin = sentence_of(words[0]).start_char if words is not None else claim.start
    return text_of(context.doc)[max(begin, claim.start - _BEFORE) : claim.end]


def _window(context: Context, claim: Claim) -> TimeExpression | None:
    """Return the window that a claim counts in: "in the past 24 hours" in its sentence, as the claim's own valid time has it."""
    words = tokens_between(context.doc, claim.start, claim.end)
    if words is None:
        return None
    sentence = sentence_of(words[0])
    for time in context.times_in(sentence.start_char, sentence.end_char):
        if time.begin and time.until and time.begin[:10] == claim.valid.begin and _is_window(context, time):
            return time
    return None


def _is_window(context: Context, time: TimeExpression) -> bool:
    said = text_of(context.doc)[max(0, time.start - 11) : time.end].lower()
    if pattern("windows").search(said) is None:
        return False
    begin, until = (dt.date.fromisoformat((moment or "")[:10]) for moment in (time.begin, time.until))
    return 0 <= (until - begin).days <= number("window-days")


def _stands_against(context: Context, at: int) -> bool:
    """Say whether the number at ``at`` is one that another is set against: "more than the 66"."""
    text = text_of(context.doc)
    begins = text.find("the ", at, at + _BEFORE)
    until = begins + 3 if begins >= 0 and pattern("challenges").search(text[at : begins + 3]) else at
    return pattern("challenges").search(text[max(0, at - _BEFORE) : until].rstrip()) is not None


def _challenged(context: Context, claim: Claim) -> list[Figure]:
    """Return the number that a claim's own is set against where it stands without a noun: "many more than the 66 claimed"."""
    held = [(f.start, f.end) for f in claim.figures if f.start is not None and f.end is not None]
    out: list[Figure] = []
    for token in tokens_between(context.doc, claim.start, claim.end) or ():
        found = read_number(token) if _is_bare(token) and _stands_against(context, token.idx) else None
        if found is not None and found.value is not None and not any(s < found.end and found.start < e for s, e in held):
            unit = _unit_of(claim)
            out.append(Figure(found.value, found.op, unit, found.low, found.high, start=found.start, end=found.end, role="challenged"))
    return out


def _is_bare(token: Token) -> bool:
    return token.like_num and token.dep_ != "nummod"


def _unit_of(claim: Claim) -> str:
    """Return what a claim counts: the unit of its first figure, else of its gloss's counted noun, else "people"."""
    return claim.figures[0].unit if claim.figures else "people"


def _is_part(context: Context, first: Figure, figure: Figure) -> bool:
    """Say whether a figure is told as a part of the first: "including four children", "22 of them children"."""
    if first.end is None or figure.start is None or figure.end is None or figure.start < first.end:
        return False
    if _counts_people(context, first) and not _counts_people(context, figure):
        return False
    text = text_of(context.doc)
    openings = [found.end() for found in pattern("parts").finditer(text, first.end, figure.end)]
    return bool(openings) and figure.start - openings[-1] < _BETWEEN


def _counts_people(context: Context, figure: Figure) -> bool:
    """Say whether the noun that ends a figure's words, or follows its number, names people."""
    if figure.start is None or figure.end is None:
        return False
    words = tokens_between(context.doc, figure.start, figure.end + _NOUN_WITHIN)
    return any(context.class_has("person", t) for t in words or ())


def _words(context: Context, figure: Figure) -> str:
    text = text_of(context.doc)[figure.start : figure.end]
    return f"{text} {figure.unit}" if text[-1:].isdigit() or text.isalpha() else text
