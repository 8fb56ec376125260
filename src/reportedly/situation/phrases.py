"""The phrases of a report, and how they are filled: the program's own words apart from names, numbers and quotations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reportedly.errors import DataError
from reportedly.marked import Marked, load
from reportedly.situation.model import Part

Parts = tuple[Part, ...]
Values = Mapping[str, Sequence[Parts]]
OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
SLOT = re.compile(r"\{([\w-]+)(\+?)\}")


@dataclass(frozen=True, slots=True)
class Phrases:
    """The tables of ``phrases.yaml``."""

    stances: Mapping[str, str]
    claims: Mapping[str, str]
    quoted: frozenset[str]
    told: Mapping[str, str]
    sections: Mapping[str, str]
    lines: Mapping[str, str]
    missing: Mapping[str, str]
    moods: Mapping[str, str]
    states: Mapping[str, str]
    operators: Mapping[str, str]


@cache
def phrases() -> Phrases:
    """Return the phrases of the program. Raises DataError where the file has a mistake; the line is named."""
    root = load(Path(__file__).with_name("phrases.yaml"), DataError)
    stances, claims, told, sections, lines, missing, moods, states, operators = (
        _texts(root.need(name)) for name in ("stances", "claims", "told", "sections", "lines", "missing", "moods", "states", "operators")
    )
    return Phrases(stances, claims, frozenset(root.strings("quoted")), told, sections, lines, missing, moods, states, operators)


def _texts(table: Marked) -> dict[str, str]:
    return {str(name): str(table.need(name).expect(str)) for name in table.expect(dict)}


def plain(text: object) -> Parts:
    """Return words of the program, or a number."""
    return (Part(str(text)),)


def name(text: str) -> Parts:
    """Return a name as the ledger has it."""
    return (Part(text, "name"),)


def quote(text: str) -> Parts:
    """Return exact words."""
    return (Part(text, "quote"),)


def fill(phrase: str, values: Values) -> Parts:
    """Return a phrase with its slots filled; a part in brackets gives way to what follows its bar where a slot of it is empty."""
    out: list[Part] = []
    at = 0
    for found in OPTIONAL.finditer(phrase):
        out += _filled(phrase[at : found.start()], values)
        out += next((list(_filled(part, values)) for part in found[1].split("|") if _has(part, values)), [])
        at = found.end()
    return joined([*out, *_filled(phrase[at:], values)])


def say(line: str, **values: object) -> Parts:
    """Return a line of the table ``lines`` filled; a text is taken for words of the program, None for nothing."""
    return fill(phrases().lines[line], given(**values))


def given(**values: object) -> dict[str, list[Parts]]:
    """Return values as :func:`fill` takes them: a text or number, parts, or a list of parts, each under its name."""
    found: dict[str, list[Parts]] = {}
    for slot, value in values.items():
        if value is not None and value not in ("", (), []):
            found[slot] = _listed(value)
    return found


def _listed(value: object) -> list[Parts]:
    if isinstance(value, list):
        return [each if isinstance(each, tuple) else plain(each) for each in value]
    return [value if isinstance(value, tuple) else plain(value)]


def _has(part: str, values: Values) -> bool:
    return all(len(values.get(slot, ())) > bool(several) for slot, several in SLOT.findall(part))


def _filled(part: str, values: Values) -> Iterator[Part]:
    at = 0
    for found in SLOT.finditer(part):
        if found.start() > at:
            yield Part(part[at : found.start()])
        yield from enumerated(values.get(found[1]) or [plain(phrases().told["unstated"])])
        at = found.end()
    if part[at:]:
        yield Part(part[at:])


def enumerated(names: Sequence[Parts]) -> Iterator[Part]:
    """Yield names in a row, with "and" before the last."""
    for number, each in enumerate(names):
        if number:
            yield Part(" and " if number == len(names) - 1 else ", ")
        yield from each


def joined(parts: Sequence[Part]) -> Parts:
    """Return parts with those of the program's own words joined."""
    out: list[Part] = []
    for part in parts:
        if out and out[-1].kind == part.kind == "plain":
            out[-1] = Part(out[-1].text + part.text)
        elif part.text:
            out.append(part)
    return tuple(out)


def opened(parts: Parts) -> Parts:
    """Return a sentence with its first letter in upper case, where that is of the program's own words or of a name."""
    if not parts or parts[0].kind == "quote":
        return parts
    first = parts[0]
    return (Part(first.text[:1].upper() + first.text[1:], first.kind), *parts[1:])
