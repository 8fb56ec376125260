"""Figures: numbers in words or figures, with the operator that their modifiers make. Nothing is rounded or averaged."""

from __future__ import annotations

import re
from typing import NamedTuple

from spacy.tokens import Token

from reportedly.parse import sentence_bounds

_ONES_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
)
_ONES = dict(zip(_ONES_WORDS.split(), range(20), strict=True))
_TENS = dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True))
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "k": 1_000, "m": 1_000_000}
_SHARES = {"half": 0.5, "quarter": 0.25, "third": 1 / 3, "dozen": 12, "score": 20}
_VAGUE = {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2_000, "tens": 20, "millions": 2_000_000}
_DIGITS = re.compile(r"^\d{1,3}(?:[,.  ]\d{3})+$|^\d+(?:\.\d+)?$")
_GROUP, _THREE = re.compile(r"^\d{1,3}$"), re.compile(r"^\d{3}$")
_RANGE = re.compile(r"^(\d+(?:\.\d+)?)[-–](\d+(?:\.\d+)?)$")

# The modifier before a number, longest first, and the operator it makes.
_OPERATORS: tuple[tuple[str, str], ...] = (
    ("no fewer than", ">="),
    ("no less than", ">="),
    ("not less than", ">="),
    ("as many as", "<="),
    ("as few as", ">="),
    ("no more than", "<="),
    ("not more than", "<="),
    ("at least", ">="),
    ("at most", "<="),
    ("more than", ">"),
    ("greater than", ">"),
    ("upwards of", ">"),
    ("fewer than", "<"),
    ("less than", "<"),
    ("up to", "<="),
    ("close to", "~"),
    ("in excess of", ">"),
    ("minimum of", ">="),
    ("maximum of", "<="),
    ("an estimated", "~"),
    ("over", ">"),
    ("above", ">"),
    ("exceeding", ">"),
    ("under", "<"),
    ("below", "<"),
    ("within", "<="),
    ("nearly", "~"),
    ("almost", "~"),
    ("about", "~"),
    ("around", "~"),
    ("roughly", "~"),
    ("approximately", "~"),
    ("some", "~"),
    ("estimated", "~"),
    ("circa", "~"),
    ("just", "="),
    ("only", "="),
)

_SEVERAL = frozenset({"several", "few", "many"})
_JOINING = frozenset({"to", "and", "or"})
_HYPHENS = frozenset({"-", "–"})

_BEFORE = frozenset(phrase.rsplit(maxsplit=1)[-1] for phrase, _ in _OPERATORS)
SCALE_WORDS = frozenset(_SCALES)
SHARE_WORDS = {"half": 0.5, "third": 1 / 3, "quarter": 0.25}


class Number(NamedTuple):
    """A number read off the text: value, operator, bounds that the operator leaves, and its characters."""

    value: float | None
    op: str
    low: float | None
    high: float | None
    start: int
    end: int


def read_number(token: Token) -> Number | None:
    """Return the number that ``token`` is the last or only word of, with its modifiers; None where it is none."""
    if (joined := _range_at(token)) is not None:
        return joined
    return _plain_number(token)


def _plain_number(token: Token) -> Number | None:
    words, first = _words_of(token)
    value = _value(words)
    if value is None:
        return None
    op, start = operator_before(token, first)
    if first.lower_ in _SCALES and first.i > sentence_bounds(token)[0] and first.nbor(-1).lower_ in _SEVERAL and isinstance(value, float):
        return Number(None, ">=", 2 * value, None, first.nbor(-1).idx, token.idx + len(token))
    if isinstance(value, tuple):
        return Number(None, "=", value[0], value[1], start, token.idx + len(token))
    if words[-1] in _VAGUE:
        least, last = _vague(token)
        return Number(None, ">=" if op == "=" else op, least, None, start, last.idx + len(last))
    low, high = bounds(value, op)
    return Number(value, op, low, high, start, token.idx + len(token))


def amount_before(unit: Token) -> Number | None:
    """Return the number that stands before a unit of measure, "a mile" being one; None where none does."""
    before = unit.nbor(-1) if unit.i > sentence_bounds(unit)[0] else None
    if before is not None and before.text in _HYPHENS and before.i > 0:
        before = before.nbor(-1)
    if before is None:
        return None
    if before.lower_ in {"a", "an"}:
        op, start = operator_before(before, before)
        return Number(1.0, op, *bounds(1.0, op), start, before.idx + len(before))
    return read_number(before)


def _vague(token: Token) -> tuple[float, Token]:
    """Return the least number that "millions" or "hundreds of thousands" can mean, and the last of the words."""
    least, last = float(_VAGUE[token.lower_]), token
    end = sentence_bounds(token)[1]
    if token.i + 2 < end and token.nbor(1).lower_ == "of" and (scale := _VAGUE.get(token.nbor(2).lower_)) is not None:
        least, last = least * scale / 2, token.nbor(2)
    return least, last


def _range_at(token: Token) -> Number | None:
    """Return the range whose first or last number ``token`` is ("between 20 and 30", "20 to 30", "2 or 3"), None where it is in none."""
    begin, end = sentence_bounds(token)
    for first in (token.i, token.i - 2):
        if first < begin or first + 2 >= end or token.doc[first + 1].lower_ not in _JOINING:
            continue
        low, high = (_single(token.doc[i].lower_) for i in (first, first + 2))
        before = token.doc[first - 1].lower_ if first > begin else ""
        between = before == "between"
        if not isinstance(low, float) or not isinstance(high, float) or low >= high or before == "from":
            continue
        if token.doc[first + 1].lower_ == "and" and not between:
            continue
        last = token.doc[first + 2]
        op, start = operator_before(last, token.doc[first - 1 if between else first])
        return Number(None, op, low, high, start, last.idx + len(last))
    return None


def bounds(value: float, op: str) -> tuple[float | None, float | None]:
    """Return the bounds that ``op`` leaves around ``value``; None is open. "About" leaves a tenth on either side."""
    match op:
        case ">" | ">=":
            return value, None
        case "<" | "<=":
            return None, value
        case "~":
            return round(value * 0.9, 6), round(value * 1.1, 6)
        case _:
            return value, value


def _words_of(token: Token) -> tuple[list[str], Token]:
    """Return the words of a number that ends at ``token`` ("a quarter of a million"), and its first token."""
    words, first = [token.lower_], token
    while first.i > 0 and (before := first.nbor(-1)).i >= sentence_bounds(token)[0] and _part(before, words):
        words.insert(0, before.lower_)
        first = before
    while words and words[0] in {"and", "of", "-", "a"} and len(words) > 1 and words[1] not in _SHARES and words[1] not in _SCALES:
        words.pop(0)
        first = first.nbor(1)
    return words, first


def _part(token: Token, after: list[str]) -> bool:
    """Say whether ``token`` belongs to the number whose later words are ``after``."""
    word = token.lower_
    if _THREE.match(after[0]) and _GROUP.match(word):  # "1 000", unless the first is the day of a month: "on 5 July 200 died"
        return len(after) > 1 or after[0] == "000" or (token.i > 0 and token.nbor(-1).lower_ in _BEFORE)
    if word in _ONES or word in _TENS or word in _SCALES or _DIGITS.match(word):
        return (
            after[0] in _SCALES or after[0] in {"and", "-", "dozen", "score"} or (word in _TENS and after[0] in _ONES) or after[0] in _VAGUE
        )
    if word == "and":
        return (after[0] in _ONES or after[0] in _TENS) and token.i > 0 and token.nbor(-1).lower_ in _SCALES
    if word == "-":
        return after[0] in _ONES
    if word in {"a", "an"}:
        return after[0] in _SCALES or after[0] in _SHARES
    if word == "of":
        return after[0] in {"a", "thousands", "millions"} | set(_SCALES)
    if word in _SHARES:
        return after[0] == "of"
    return word in {"tens", "hundreds", "dozens"} and after[0] == "of" and len(after) > 1 and after[1] in _VAGUE


def _value(words: list[str]) -> float | tuple[float, float] | None:
    if len(words) == 1:
        return _single(words[0])
    if all(_THREE.match(word) for word in words[1:]) and _GROUP.match(words[0]):
        return float("".join(words))
    total, current, seen = 0.0, 0.0, False
    factor = 1.0
    for word in words:
        single = _single(word)
        if word in _SHARES and word not in {"dozen", "score"}:
            factor, seen = _SHARES[word], True
        elif word in _SCALES or word in {"dozen", "score"}:
            scale = _SCALES.get(word) or _SHARES[word]
            current = (current or 1) * scale
            if scale >= _SCALES["thousand"]:
                total, current = total + current, 0.0
            seen = True
        elif isinstance(single, float):
            current, seen = current + single, True
        elif word not in {"a", "an", "and", "of", "-"}:
            return None
    return (total + current or 1) * factor if seen else None


def _single(word: str) -> float | tuple[float, float] | None:
    if word in _ONES or word in _TENS:
        return float(_ONES.get(word, _TENS.get(word, 0)))
    if word in _VAGUE:
        return float(_VAGUE[word])
    if word in {"half", "dozen", "hundred", "thousand", "million"}:
        return float(_SHARES.get(word) or _SCALES[word])
    tens, dash, ones = word.partition("-")
    if dash and tens in _TENS and ones in _ONES:
        return float(_TENS[tens] + _ONES[ones])
    if found := _RANGE.match(word):
        return float(found[1]), float(found[2])
    if _DIGITS.match(word):
        plain = re.sub(r"[,  ](?=\d{3})", "", word)
        return float(re.sub(r"\.(?=\d{3}\b)", "", plain) if plain.count(".") > 1 else plain)
    return None


def operator_before(token: Token, first: Token) -> tuple[str, int]:
    """Return the operator that the words before a number make, and where they begin."""
    doc = token.doc
    if first.i > sentence_bounds(first)[0] and first.nbor(-1).lower_ == "the":
        first = first.nbor(-1)  # "more than the 66"
    begin = max(sentence_bounds(first)[0], first.i - 4)
    before = doc[begin : first.i]
    line = " ".join(t.lower_ for t in before)
    for phrase, op in _OPERATORS:
        if line == phrase or line.endswith(" " + phrase):
            return op, doc[first.i - len(phrase.split())].idx
    return "=", (first.nbor(1).idx if first.lower_ == "the" and first.i < token.i else first.idx)
