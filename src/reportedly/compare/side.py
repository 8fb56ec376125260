"""A stretch of words of one of two texts that are compared, and the classes of words by which edits are sorted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from reportedly.compare.words import Words
from reportedly.marked import Loader

Span = tuple[int, int]
_BEFORE = 8  # code points looked back for the end of a sentence


@dataclass(frozen=True, slots=True)
class Edit:
    """One edit: its kind, and the half-open spans of code points in both texts."""

    kind: str
    a: Span
    b: Span


@dataclass(frozen=True, slots=True)
class Side:
    """A stretch of words of one text, from ``begin`` up to ``end``."""

    text: str
    words: Words
    begin: int
    end: int

    def part(self, begin: int, end: int) -> Side:
        """Return another stretch of the same text."""
        return Side(self.text, self.words, begin, end)

    @property
    def keys(self) -> tuple[str, ...]:
        """The folded words."""
        return self.words.keys[self.begin : self.end]

    def before(self, count: int) -> tuple[str, ...]:
        """Return so many words before the stretch."""
        return self.words.keys[max(0, self.begin - count) : self.begin]

    def span(self) -> Span:
        """Return the code points of the stretch; where it is empty, the end of the word before it."""
        if self.begin < self.end:
            return self.words.starts[self.begin], self.words.ends[self.end - 1]
        at = self.words.ends[self.begin - 1] if self.begin else 0
        return at, at

    def where(self, chosen: Sequence[int]) -> Side:
        """Return the stretch from the first to the last of some words, the whole where there are none."""
        return self.part(chosen[0], chosen[-1] + 1) if chosen else self

    def of(self, kind: str, at: int) -> bool:
        """Say whether a word is of a class; the figures of a day or year beside a month are of its date, and so is "May" beside one."""
        if kind in {"hedge", "date"} and self.words.keys[at] == "may":
            return any(key.isdigit() for key in self.words.keys[max(0, at - 1) : at + 2]) == (kind == "date")
        if kind in {"number", "date"} and self.words.keys[at].isdigit():
            dated = bool(classes()["month"] & set(self.words.keys[max(0, at - 2) : at + 3]))
            return dated == (kind == "date")
        return is_of(kind, self.words.keys[at])

    def capital(self, at: int) -> bool:
        """Say whether a word is of a name: a capital that begins no sentence, and no word of the other classes."""
        if any(self.of(kind, at) for kind in ("number", "date", "label", "attribution", "plain")):
            return False
        start = self.words.starts[at]
        before = self.text[max(0, start - _BEFORE) : start].rstrip(" \"'“‘")
        return self.text[start].isupper() and not before.endswith((".", "!", "?", "\n"))


def is_of(kind: str, key: str) -> bool:
    """Say whether a word is of a class; whatever has a figure is a number."""
    return key in classes()[kind] or (kind == "number" and any(letter.isdigit() for letter in key))


@cache
def classes() -> Mapping[str, frozenset[str]]:
    """Return the classes of words of ``edits.yaml``."""
    table = yaml.load(Path(__file__).with_name("edits.yaml").read_text(encoding="utf-8"), Loader)  # noqa: S506 - it is a safe one
    return {kind: frozenset(words.split()) for kind, words in table.items()}
