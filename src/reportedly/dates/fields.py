"""What a pattern's groups stand for: the numbers and codes that a value is made of."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from typing import Any

from reportedly.dates.grammar import Grammar, Pattern
from reportedly.dates.lexer import Tokens


@dataclass(frozen=True, slots=True)
class Fields:
    """The parts of one matched expression; None where the words do not have it.

    Attributes:
        year, month, day, wd: of the calendar; ``wd`` is an ISO weekday.
        part: MO, AF, EV, NI, MI or DT.
        clock: ``HH:MM``.
        third: START, MID or END of the unit.
        edge: BEFORE ("earlier this year") or AFTER ("later this week").
        way: -1 last, 0 this, 1 next.
        unit: D, W, WE, M, Q, Y, DE, CE, TH, TM, TS, perhaps after a number ("2W").
        n: how many, as TIMEX3 writes it: a number, or X where it is not said.
        ordinal: first, second ... of a unit.
        season: SP, SU, FA or WI.
        holiday: code of a holiday, see :mod:`reportedly.dates.norms_holiday`.
        offset: days from the anchor.
        approx: ``<``, ``>`` or ``~``.
        value: a value that the pattern gives outright.
        raw: the words of a date written in figures.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    wd: int | None = None
    part: str | None = None
    clock: str | None = None
    third: str | None = None
    edge: str | None = None
    way: int | None = None
    unit: str | None = None
    n: str | None = None
    ordinal: int | None = None
    season: str | None = None
    holiday: str | None = None
    offset: int | None = None
    approx: str | None = None
    value: str | None = None
    raw: str | None = None


_NAMES = frozenset(field.name for field in fields(Fields))
_FIGURES = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?(?::\d{2})?\s?([ap])?", re.IGNORECASE)
_HALF, _MOST, _MOST_YEARS = 0.5, 1_000_000, 10**12
_TENS = frozenset(range(20, 100, 10))
_MINUTES = {"half": 30, "quarter": 15}
_BETWEEN = frozenset({"or", "to", "and"})


def read_fields(grammar: Grammar, pattern: Pattern, match: re.Match[str], tokens: Tokens) -> Fields:
    """Return the fields of one match. A figure at the end of a group's name only tells it from another of that name."""
    found: dict[str, Any] = dict(pattern.given)
    for group, kinds in match.groupdict().items():
        name = group.rstrip("0123456789")
        if kinds is not None and name in _NAMES:
            words = [tokens.word(index) for index in range(*match.span(group))]
            found[name] = _READERS.get(name, _coded)(grammar, name, words)
    return Fields(**found)


def _coded(grammar: Grammar, name: str, words: list[str]) -> Any:  # noqa: ANN401 - a word stands for a number or a code
    return next((value for word in words if (value := grammar.value(name, word)) is not None), None)


def _integer(grammar: Grammar, name: str, words: list[str]) -> int | None:
    figures = re.match(r"’?(\d+)", words[0])
    return int(figures[1]) if figures else _ordinal(grammar, name, words)


def _ordinal(grammar: Grammar, _: str, words: list[str]) -> int | None:
    parts = [figure_or(grammar, word) for word in words]
    known = [part for part in parts if part is not None]
    return int(sum(known)) if known else None


def figure_or(grammar: Grammar, word: str) -> float | None:
    """Return the number that a word or figures stand for, ordinals too, or None."""
    figures = _FIGURES.match(word)
    if figures:
        return float(figures.group().replace(",", "")[:15])
    value = grammar.value("number", word)
    return None if value is None else float(value)


def _number(grammar: Grammar, _: str, words: list[str]) -> str | None:
    """Read a count; of a range ("two or three", "10-15") the upper end."""
    if any(grammar.value("vague", word) for word in words):
        return "X"
    if any(word in grammar.values["MANY"] for word in words):
        return _large(grammar, words)
    numbers: list[float] = []
    for index, word in enumerate(words):
        number = figure_or(grammar, word)
        if number is None:
            continue
        units_after_tens = numbers and numbers[-1] in _TENS and number < min(_TENS) / 2 and word.isalpha()
        if units_after_tens and words[index - 1] not in _BETWEEN:
            numbers[-1] += number
        else:
            numbers.append(number)
    if not numbers or not 0 < numbers[-1] < _MOST:
        return None
    return f"{numbers[-1] + (_HALF if 'half' in words else 0):g}"


def _large(grammar: Grammar, words: list[str]) -> str | None:
    """Read "two hundred", "one hundred and fifty", "4.5 billion"."""
    first, many, *rest = (figure_or(grammar, word) for word in words if word != "and")
    if first is None or many is None or not 0 < first * many < _MOST_YEARS:
        return None
    return f"{first * many + sum(part for part in rest if part):.15g}"


def _clock(grammar: Grammar, _: str, words: list[str]) -> str | None:
    fixed = next((value for word in words if (value := grammar.value("noon", word))), None)
    if fixed:
        return str(fixed)
    if words[0] in _MINUTES:
        return _told_clock(grammar, words)
    figures = re.fullmatch(r"(\d{1,2})(\d{2})(?:\s?([ap])\W?\s?m\W?)?", words[0], re.IGNORECASE)
    match = figures or _CLOCK.match(words[0])
    hour = int(match[1]) if match else int(figure_or(grammar, words[0]) or 99)
    minute = int(match[2] or 0) if match else 0
    if match and match[3]:
        hour = hour % 12 + (12 if match[3].lower() == "p" else 0)
    elif hour < 12 and set(words) & {"afternoon", "evening", "night"}:  # noqa: PLR2004 - hours of half a day
        hour += 12
    return f"{hour:02d}:{minute:02d}" if hour <= 24 and minute <= 59 else None  # noqa: PLR2004 - hours and minutes


def _told_clock(grammar: Grammar, words: list[str]) -> str | None:
    """Read "half past six" and "quarter to six"."""
    hour = figure_or(grammar, words[-1])
    minutes = 60 * int(hour or 0) + _MINUTES[words[0]] * (-1 if "to" in words else 1)
    return None if hour is None or not 1 <= hour <= 12 else f"{minutes // 60:02d}:{minutes % 60:02d}"  # noqa: PLR2004 - hours of a clock's face


def _raw(_: Grammar, __: str, words: list[str]) -> str:
    return words[0]


_READERS: dict[str, Any] = {
    "day": _integer,
    "year": _integer,
    "ordinal": _ordinal,
    "n": _number,
    "clock": _clock,
    "raw": _raw,
}
