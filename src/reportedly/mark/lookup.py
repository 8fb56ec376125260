"""Finding many names in one pass: a trie over folded words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Generic, NamedTuple, TypeVar

_WORD = re.compile(r"\w+")
_SHORT = 4
_POSSESSIVE = 3
T = TypeVar("T")


class Word(NamedTuple):
    """A word of a text in lower case with its offsets."""

    lower: str
    start: int
    end: int


@dataclass(slots=True)
class _Node(Generic[T]):
    children: dict[str, _Node[T]] = field(default_factory=dict)
    names: list[tuple[str, T]] = field(default_factory=list)


class Hit(NamedTuple, Generic[T]):
    """A name found: offsets of the words, and what the name stands for."""

    start: int
    end: int
    values: tuple[T, ...]


def split(text: str) -> list[Word]:
    """Return the words of ``text`` (runs of letters, digits and underscores)."""
    return [Word(m.group().lower(), m.start(), m.end()) for m in _WORD.finditer(text)]


class NameTrie(Generic[T]):
    """Names by their folded words; hyphens, apostrophes and spaces between words never matter.

    A name that holds a capital is found only where the text has one at its first letter; a name of up to four
    letters, all of them capitals, only as it is written. A possessive ``s``, with or without its apostrophe, may follow.
    """

    def __init__(self, names: Iterable[tuple[str, T]]) -> None:
        self._root: _Node[T] = _Node()
        for name, value in names:
            node = self._root
            for word in split(name):
                node = node.children.setdefault(word.lower, _Node())
            if node is not self._root:
                node.names.append((name, value))

    def find(self, text: str, words: list[Word]) -> Iterator[Hit[T]]:
        """Yield the names in ``text``, left to right, none overlapping another; the longer one wins."""
        at = 0
        while at < len(words):
            found = self._longest(text, words, at)
            if found is None:
                at += 1
                continue
            later = self._longer_within(text, words, at, found[1])
            if later is not None:
                at = later
                continue
            hit, at = found
            yield hit

    def _longer_within(self, text: str, words: list[Word], at: int, after: int) -> int | None:
        """Return where a longer name begins inside the one at ``at``: "the valley" must not break up "Valley Defence Council"."""
        for begin in range(at + 1, after):
            found = self._longest(text, words, begin)
            if found is not None and found[1] - begin > after - at:
                return begin
        return None

    def _longest(self, text: str, words: list[Word], at: int) -> tuple[Hit[T], int] | None:
        node, best = self._root, None
        for i in range(at, len(words)):
            word = words[i]
            if i > at and not _joined(text, words[i - 1].end, word.start):
                break
            owner = node.children.get(word.lower[:-1]) if word.lower.endswith("s") and len(word.lower) > _POSSESSIVE else None
            if owner is not None:
                best = self._hit(text, owner, words[at].start, word.end - 1, i + 1) or best
            child = node.children.get(word.lower)
            if child is None:
                break
            node = child
            best = self._hit(text, node, words[at].start, word.end, i + 1) or best
        return best

    @staticmethod
    def _hit(text: str, node: _Node[T], start: int, end: int, after: int) -> tuple[Hit[T], int] | None:
        values = tuple(value for name, value in node.names if _written_alike(name, text[start:end]))
        if text[end : end + 1] == "." and "." in text[start:end] and all(c.isupper() or c == "." for c in text[start:end]):
            end += 1  # the dot of an abbreviation is its own
        return (Hit(start, end, values), after) if values else None


def _joined(text: str, end: int, start: int) -> bool:
    """Say whether only a hyphen, an apostrophe, a dot or white space without a blank line stands between two words."""
    gap = text[end:start]
    return len(gap) <= 2 and not gap.strip(" \n-–’'‘`.")  # noqa: PLR2004 - one mark and one space


def _written_alike(name: str, found: str) -> bool:
    if name.isupper() and len(name) <= _SHORT:
        return found.rstrip(".") == name.rstrip(".")
    capital = next((c for c in name if c.isalpha()), "")
    if capital.isupper() or not any(c.isupper() for c in name):
        first = next((c for c in found if c.isalpha()), "")
        return first.isupper() if capital.isupper() else True
    return any(c.isupper() for c in found)
