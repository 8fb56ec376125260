"""Glosses: a claim in one neutral sentence, from the frame's template and the neutral names of what fills its roles."""

from __future__ import annotations

import re
from dataclasses import replace

from reportedly.claim.nouns import singular
from reportedly.claim.numbering import plain
from reportedly.model import Argument, Figure
from reportedly.model.frame import Frame

_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_SLOT = re.compile(r"\{(\w+)(\+?)\}")
_SIGN = {">": "more than ", ">=": "at least ", "<": "less than ", "<=": "up to ", "~": "about ", "=": ""}
_OPENING = {
    "denies": "Denied: ",
    "predicts": "Forecast: ",
    "plans": "Planned: ",
    "demands": "Demanded: ",
    "supposes": "Supposed: ",
    "cannot-confirm": "Not confirmed: ",
}


def gloss(frame: Frame, args: tuple[tuple[str, Argument], ...], places: tuple[str, ...], figures: tuple[Figure, ...], stance: str) -> str:
    """Return the template of ``frame`` filled; a part in brackets gives way to what follows its bar where a role of it is empty.

    ``{side+}`` is empty unless two or more fill the role. ``{where}`` is the places of the claim, ``{figure}`` its first figure.
    """
    values: dict[str, list[str]] = {}
    for role, argument in args:
        values.setdefault(plain(role), []).append(argument.name)
    if frame.counts and figures and frame.counts in values and figures[0].start is not None:
        values[frame.counts] = [figure_words(replace(figures[0], unit=figures[0].unit.removesuffix(f" {frame.unit}")))]
    if places:
        values["where"] = list(places)
    if figures:
        values["figure"] = [figure_words(figures[0])]
    filled = _OPTIONAL.sub(lambda m: _either(m[1], values), frame.gloss)
    sentence = " ".join(_fill(filled, values).split())
    return _OPENING.get(stance, "") + sentence[:1].upper() + sentence[1:]


def figure_words(figure: Figure) -> str:
    """Return a figure in words, with its operator, unit and denominator."""
    number = figure.value if figure.value is not None else figure.low
    # "dozens" has a lower bound that nobody said: it serves for comparing, and is not put into the source's mouth
    unsaid = number is None or (figure.value is None and figure.high is None)
    amount = "an unstated number of" if unsaid or number is None else f"{_SIGN[figure.op]}{_plain(number)}"
    if figure.value is None and figure.low is not None and figure.high is not None:
        amount = f"{_plain(figure.low)} to {_plain(figure.high)}"
    unit, *befell = figure.unit.split(" ")  # "civilians killed"
    unit = " ".join([singular(unit) if figure.value == 1 and figure.op not in {"<", ">"} else unit, *befell])
    return f"{amount} {unit}" + (f" of {figure.denominator}" if figure.denominator else "")


def _plain(number: float) -> str:
    return f"{number:.0f}" if number == int(number) else f"{number:g}"


def _either(both: str, values: dict[str, list[str]]) -> str:
    for part in both.split("|"):
        if _has(part, values):
            return _fill(part, values)
    return ""


def _has(part: str, values: dict[str, list[str]]) -> bool:
    return all(len(values.get(name, ())) > bool(several) for name, several in _SLOT.findall(part))


def _fill(part: str, values: dict[str, list[str]]) -> str:
    return _SLOT.sub(lambda m: _join(values.get(m[1], ["somebody or something unstated"])), part)


def _join(names: list[str]) -> str:
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]
