"""What the words around a claim tell of the incident: by what means, on what, and whether it is another one or a later count of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.compare.rules import rules
from reportedly.model import HeldClaim

_SENTENCE_END = re.compile(r"(?<=[a-z0-9)\"'][.!?])[\"']?\s+(?=[\"'(]?[A-Z0-9])|[\r\n]+|(?<=[.!?]\")\s+")
_WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_NEAR = 60  # characters before a claim's words in which a sign that it is another incident may stand
_MANY = 4  # letters of a word that tells something

EVERYDAY = frozenset({"air", "shells", "bomb"})
"""Means of every day of a war, which tell no act from another."""


_STORED = frozenset({"gas"})  # what was set free where it was stored was not the weapon


@dataclass(frozen=True, slots=True)
class Scene:
    """What a claim's sentence tells.

    Attributes:
        sentence: the sentence or sentences that the claim stands in, in lower case.
        means, targets, zones: classes of ``rules.yaml`` of the weapons, of what was hit, and of who is said to hold it.
        stems: what its longer words begin with.
        another: it is said to be one more incident; ``aside``: its text goes on to something else;
            ``revised``: a count is said to replace an earlier one; ``habit``: it is said to happen time and again.
    """

    sentence: str
    means: frozenset[str]
    targets: frozenset[str]
    zones: frozenset[str]
    stems: frozenset[str]
    another: bool = False
    aside: bool = False
    revised: bool = False
    habit: bool = False

    @property
    def topics(self) -> frozenset[str]:
        """Both what it was done by and what it was done to."""
        return self.means | self.targets

    def alike(self, other: Scene) -> float:
        """Return how much of the shorter sentence's telling words stand in the other, 0 to 1; 0 for sentences of a few words."""
        least = min(len(self.stems), len(other.stems))
        return len(self.stems & other.stems) / least if least > _MANY else 0.0


def scene_of(held: HeldClaim) -> Scene:
    """Return what the sentence of a claim tells; nothing where the words are not known."""
    table = rules()
    before, whole = sentences(held)
    sentence = whole.casefold()
    act = table.after.sub(" ", sentence)
    near = f"{before[-_NEAR:]}{held.words}".casefold()
    found = _WORD.findall(sentence)
    return Scene(
        sentence,
        classes(act, table.means) - (_STORED if table.stored.search(act) else frozenset()),
        classes(act, table.targets),
        classes(sentence, table.zones),
        frozenset(word[:5] for word in found if len(word) >= _MANY),
        another=_holds(near, table.another) and not _holds(sentence, table.revised),
        aside=_holds(near, table.aside) and not _holds(sentence, table.revised),
        revised=_holds(sentence, table.revised),
        habit=_holds(f"{before}{held.words}".casefold(), table.habit),
    )


def topics_before(held: HeldClaim) -> frozenset[str]:
    """Return the topics of the words before a claim, to which "denied any involvement" points back."""
    table, before = rules(), held.before.casefold()
    return classes(before, table.means) | classes(before, table.targets)


def classes(words: str, table: Iterable[tuple[re.Pattern[str], str]]) -> frozenset[str]:
    """Return the classes of a table of patterns that words in lower case hold."""
    return frozenset(name for pattern, name in table if pattern.search(words))


def sentences(held: HeldClaim) -> tuple[str, str]:
    """Return what stands before a claim's words in their sentence, and that sentence whole (two where its words run over an end)."""
    text = f"{held.before}{held.words}{held.after}"
    begin, end = len(held.before), len(held.before) + len(held.words)
    ends = [(found.start(), found.end()) for found in _SENTENCE_END.finditer(text)]
    first = max((after for _, after in ends if after <= begin), default=0)
    last = min((at for at, _ in ends if at >= end - 1), default=len(text))
    return text[first:begin], text[first : max(last, end)]


def _holds(words: str, pattern: re.Pattern[str]) -> bool:
    return pattern.search(words) is not None
