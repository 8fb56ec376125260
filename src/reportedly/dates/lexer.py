"""The text as a row of tokens, each with one character for its kind, so that patterns over words are patterns over a short string."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

OTHER, ENDED = "x", "e"
"""The kind of every word that no pattern knows; of those that end as a past tense does, and begin without a capital."""
_SHORTEST_PAST = 5
_EASTERN = re.compile("[\u0660-\u0669\u06f0-\u06f9]")


@dataclass(frozen=True, slots=True)
class Tokens:
    """A tokenised text, as it is and folded. ``kinds[i]`` is the kind of the token at ``text[starts[i]:ends[i]]``."""

    text: str
    folded: str
    kinds: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def word(self, index: int) -> str:
        """Return a token's folded text with single spaces; empty outside the text."""
        if not 0 <= index < len(self.starts):
            return ""
        word = self.folded[self.starts[index] : self.ends[index]]
        return word if word.isalnum() else " ".join(word.split())


@dataclass(frozen=True, slots=True)
class Lexer:
    """Cuts texts into tokens.

    Attributes:
        pattern: one compiled alternation: named shapes, then known phrases, then words, then any other mark.
        shapes: shape name -> kind.
        words: word or phrase in lower case -> kind.
        cased, lower: words that count only with, or only without, a capital.
        stops: the kinds after which a capital says nothing.
    """

    pattern: re.Pattern[str]
    shapes: Mapping[str, str]
    words: Mapping[str, str]
    cased: frozenset[str]
    lower: frozenset[str]
    stops: frozenset[str] = field(default_factory=frozenset)

    def read(self, text: str) -> Tokens:
        """Return the tokens of ``text``; white space is no token, an empty line is."""
        folded = _fold(text)
        kinds: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        previous = ""
        words, shapes = self.words, self.shapes
        for match in self.pattern.finditer(folded):
            start, end = match.span()
            kind = words.get(match.group()) if match.lastgroup is None else shapes[match.lastgroup]
            if kind is None:
                kind = self._phrase(match.group(), text[start])
            elif match.lastgroup is None and self._wrong_case(match.group(), text[start], previous):
                kind = OTHER
            kinds.append(kind)
            starts.append(start)
            ends.append(end)
            previous = kind
        return Tokens(text, folded, "".join(kinds), tuple(starts), tuple(ends))

    def _phrase(self, words: str, first: str) -> str:
        if words.isalpha():
            return ENDED if words.endswith("ed") and len(words) >= _SHORTEST_PAST and first.islower() else OTHER
        return self.words.get(" ".join(words.split()), OTHER)

    def _wrong_case(self, word: str, first: str, previous: str) -> bool:
        if first.isupper():
            return word in self.lower and bool(previous) and previous not in self.stops
        return word in self.cased


def _fold(text: str) -> str:
    """Return ``text``, character for character, in lower case, with Arabic figures as ours and every apostrophe the same."""
    folded = text.lower()
    if len(folded) != len(text):
        folded = "".join(low if len(low := mark.lower()) == 1 else mark for mark in text)
    return _EASTERN.sub(lambda figure: str(int(figure.group())), folded.replace("'", "’"))
