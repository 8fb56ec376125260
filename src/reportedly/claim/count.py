"""Figures of a claim: what its words count, with unit and denominator."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from reportedly.claim.context import Context
from reportedly.claim.counted import HARMLESS
from reportedly.claim.figures import SCALE_WORDS, Number, amount_before, read_number
from reportedly.claim.match import Match
from reportedly.claim.nouns import plural
from reportedly.claim.portions import portion, words_between
from reportedly.claim.syntax import fillers
from reportedly.claim.wordlists import pattern, patterns
from reportedly.model import Figure
from reportedly.parse import sentence_bounds, text_of, tokens_between

_PERCENT = {"%", "percent", "per", "pc", "percentage"}
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_LENGTHS = frozenset({"kilometres", "metres", "miles"})
_AT_A_PLACE = frozenset({"attack", "casualty", "siege"})
_NAMING = frozenset({"appos", "attr"})
_THEM = frozenset({"them", "whom", "which"})
_LONGEST_UNIT = 24
_AGE = re.compile(r"\w+[- ](?:years?|months?|weeks?|days?)[- ]old\b", re.IGNORECASE)
"""How old somebody is: that counts nobody."""
_GROUPS = frozenset("number group family total series lot handful dozen score hundred thousand million couple few toll".split())
_EMPTY_UNITS = {"other", "more", "one", "hundred", "dozen", "thousand", "score", "life", "ten", "tens", "several", "many", "million"}


def figures(context: Context, match: Match, start: int, end: int) -> tuple[Figure, ...]:
    """Return the figures of a match: what its counted role numbers first, then other numbers of its words."""
    found: list[Figure] = []
    for token in match.roles.get(match.frame.counts or "", ()):
        figure = portion(token) or _counted(token, match.frame.unit)
        if figure is not None:
            found.append(_of_total(match, figure))
    free = free_figures(context, start, end, found)
    return (*found, *(f for f in free if match.frame.type not in _AT_A_PLACE or not _says_where(context, f)))


def _says_where(context: Context, figure: Figure) -> bool:
    """Say whether a length tells where a place lies, which counts nothing of an attack: "the town, 60 km (37 miles) north of Orre"."""
    return figure.unit in _LENGTHS and pattern("bearings").match(text_of(context.doc), figure.end or 0) is not None


def _of_total(match: Match, figure: Figure) -> Figure:
    """Return the figure of "the number of villages has risen to 52" with what is numbered there for its unit."""
    if match.trigger.kind != "verb" or match.frame.type != "figure":
        return figure
    nouns = [t for path in ("subj/prep:of", "obj/prep:of") for t in fillers(match.token, path) if t.pos_ == "NOUN"]
    return replace(figure, unit=plural(nouns[0].lower_)) if nouns else figure


def free_figures(context: Context, start: int, end: int, taken: Sequence[Figure] = ()) -> tuple[Figure, ...]:
    """Return the numbers in ``start`` to ``end`` that count something, shares first, leaving out times and those of ``taken``."""
    found: list[Figure] = []
    held = [(f.start, f.end) for f in taken]
    for token in tokens_between(context.doc, start, end) or ():
        figure = portion(token)
        number = None if figure else _free_number(token)
        if number is not None and not _in_time(context, number):
            figure = _measure(number, text_of(context.doc)) or _free_figure(token, number, found)
        if figure is not None and not _touches(figure, held):
            found.append(figure)
            held.append((figure.start, figure.end))
    return tuple(sorted(found, key=lambda f: f.unit != "percent"))


def _free_number(token: Token) -> Number | None:
    """Return the number that a word is, "a" being one: only before a unit of measure is that a figure ("a mile away")."""
    if token.lower_ in {"a", "an"} and token.i + 1 < len(token.doc):
        one = amount_before(token.nbor(1))
        return one if one is not None and _measure(one, text_of(token.doc)) is not None else None
    if not (token.like_num or token.pos_ == "NUM") or _AGE.match(text_of(token.doc), token.idx) or _is_of_list(token) or _is_once(token):
        return None
    return read_number(token)


def _is_once(token: Token) -> bool:
    """Say whether "one" is a part of a word that counts nothing: "their one-time ally"."""
    return token.lower_ == "one" and token.i + 1 < len(token.doc) and token.nbor(1).text == "-" and not token.whitespace_


def _is_of_list(token: Token) -> bool:
    """Say whether a number only tells which point of a list its sentence is: "6. 15 attacks"."""
    return token.is_digit and token.i == sentence_bounds(token)[0] and token.i + 1 < len(token.doc) and token.nbor(1).text in {".", ")"}


def _measure(number: Number, text: str) -> Figure | None:
    """Return a number that a unit of measure follows ("7 sq/km"), under one name however that is written; None where none does."""
    after = text[number.end : number.end + _LONGEST_UNIT].lstrip(" -\u00a0")
    gap = len(text[number.end : number.end + _LONGEST_UNIT]) - len(after)
    for unit, spelled in patterns("units"):
        found = spelled.match(after)
        if found is not None and not after[found.end() : found.end() + 1].isalnum():
            return replace(_figure(number, unit), end=number.end + gap + found.end())
    return None


def _touches(number: Number | Figure, held: Sequence[tuple[int | None, int | None]]) -> bool:
    start, end = number.start or 0, number.end or 0
    return any(s is not None and e is not None and s < end and start < e for s, e in held)


def _counted(token: Token, verb: str | None) -> Figure | None:
    number = _number_of(token)
    if number is None and (members := _members(token)) is not None:
        token, number = members, _number_of(members)
    return _figure(number, _unit(token, verb)) if number is not None else None


def _members(group: Token) -> Token | None:
    """Return what "a total of 24 villagers" or "a family of six" counts, None where the noun is no such group."""
    if group.lemma_.lower() not in _GROUPS:
        return None
    return next((t for c in group.children if c.lower_ == "of" for t in c.children if t.dep_ == "pobj"), None)


def _number_of(token: Token) -> Number | None:
    """Return the number that a noun is counted with, or that it is itself; "a child" is one."""
    found = []
    for child in token.lefts:
        if child.dep_ in {"nummod", "amod", "quantmod", "det", "compound"} and child.lower_ not in {"a", "an", "the"}:
            last = child.nbor(1) if child.nbor(1).lower_ in SCALE_WORDS else child
            found += [number for number in (read_number(last), read_number(child)) if number is not None]
    found += _after_weekday(token)
    if found:
        return max(found, key=lambda n: (n.end, n.value or 0))
    if token.tag_ == "NN" and token.lower_ in HARMLESS and not any(token.lefts):
        return Number(1.0, "=", 1.0, 1.0, token.idx, token.idx + len(token))  # "Child killed, two others injured"
    single = next((c for c in token.lefts if c.dep_ == "det" and c.lower_ in {"a", "an"}), None)
    if single is not None and token.tag_ in {"NN", "NNP"} and token.lemma_.lower() not in _GROUPS:
        return Number(1.0, "=", 1.0, 1.0, single.idx, single.idx + len(single))
    return read_number(token)


def _after_weekday(token: Token) -> list[Number]:
    """Return the number of "on Friday 86 people were killed", which the parse takes for a part of the day's name."""
    before = token.left_edge.nbor(-1) if token.left_edge.i > sentence_bounds(token)[0] else token
    if before.pos_ != "NUM" or before.head.lower_ not in _WEEKDAYS or before.head.i != before.i - 1:
        return []
    number = read_number(before)
    return [] if number is None else [number]


def _unit(token: Token, verb: str | None) -> str:
    """Return what is counted, in plural: the noun and what befell it ("civilians killed")."""
    if token.lemma_.lower() in _EMPTY_UNITS:  # "millions of refugees"
        token = next((t for c in token.children if c.lower_ == "of" for t in c.children if t.dep_ == "pobj"), token)
    noun = token.lower_ if token.pos_ == "NOUN" and token.lemma_.lower() not in _EMPTY_UNITS else "people"
    return f"{plural(noun)} {verb}" if verb else plural(noun)


def _figure(number: Number, unit: str, denominator: str | None = None) -> Figure:
    vague = number.value is None and number.high is None
    return Figure(number.value, number.op, unit, number.low, number.high, denominator, start=number.start, end=number.end, vague=vague)


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
    return _part_of(token, number) or _among(token, number)


def _among(token: Token, number: Number) -> Figure | None:
    """Return "22 of them children" as 22 children."""
    if token.i + 3 >= sentence_bounds(token)[1] or token.nbor(1).lower_ != "of" or token.nbor(2).lower_ not in _THEM:
        return None
    noun = next((t for t in token.doc[token.i + 3 : token.i + 5] if t.pos_ == "NOUN"), None)
    return None if noun is None else replace(_figure(number, plural(noun.lower_)), end=noun.idx + len(noun))


def _part_of(token: Token, number: Number) -> Figure | None:
    """Return "18 of the 24 districts" as 18 districts of that whole, its end after the whole; None where no "of" follows."""
    of = next((c for c in token.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    noun = next((t for t in (of.children if of is not None else ()) if t.dep_ == "pobj" and t.pos_ == "NOUN"), None)
    if noun is None or (token.lower_ == "one" and token.dep_ in _NAMING):
        return None  # "Orre, one of the towns" only says that there are others
    words = [t for t in noun.subtree if t.i <= noun.i or t.dep_ in {"prep", "pobj", "det", "compound", "amod"}]
    figure = _figure(number, _measured(noun), words_between(text_of(token.doc), words))
    return replace(figure, end=noun.idx + len(noun))


def _measured(noun: Token) -> str:
    """Return a unit with the words that make it another unit ("square kilometres")."""
    kind = next((t.lower_ for t in noun.lefts if t.lower_ in {"square", "cubic", "metric"}), "")
    return f"{kind} {plural(noun.lower_)}".strip()


def _denominator(percent: Token) -> str | None:
    """Return the words after "percent of", up to the end of their noun phrase."""
    for token in (percent, percent.head):
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ == "of":
                words = [t for c in child.children for t in c.subtree if t.dep_ != "punct"]
                if words:
                    return words_between(text_of(percent.doc), words)
    return None


def _in_time(context: Context, number: Number) -> bool:
    return context.times.touched(number.start, number.end)
