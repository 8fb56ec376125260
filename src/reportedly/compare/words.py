"""A text as folded words with their offsets, and its shingles: runs of five words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

SHINGLE = 5
"""Words of a shingle."""

_WORD = re.compile(r"\w+(?:['’ʼ`]\w+)*")  # noqa: RUF001 - the apostrophes that texts hold
_APOSTROPHES = str.maketrans("", "", "'’ʼ`")  # noqa: RUF001


def fold_word(word: str) -> str:
    """Return ``word`` as it is compared: in lower case, without apostrophes (some tables strip them)."""
    return word.casefold().translate(_APOSTROPHES)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one text.

    Attributes:
        keys: folded words in order.
        starts, ends: code-point offsets of each word.
        shingles: hash of the five words from each word on; stable within one process only, and always confirmed by the words.
    """

    keys: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    shingles: tuple[int, ...]

    def places(self, wanted: AbstractSet[int]) -> dict[int, list[int]]:
        """Return shingle -> the words it begins at, in order, for the shingles that are wanted."""
        found: dict[int, list[int]] = defaultdict(list)
        for at, shingle in enumerate(self.shingles):
            if shingle in wanted:
                found[shingle].append(at)
        return dict(found)


def split(text: str) -> Words:
    """Return the words of ``text``; a text of fewer than five words has no shingles."""
    found = [(fold_word(word.group()), word.start(), word.end()) for word in _WORD.finditer(text)]
    keys = tuple(key for key, _, _ in found)
    return Words(keys, tuple(s for _, s, _ in found), tuple(e for _, _, e in found), _shingles(keys))


def _shingles(keys: Sequence[str]) -> tuple[int, ...]:
    return tuple(hash(" ".join(keys[at : at + SHINGLE])) for at in range(len(keys) - SHINGLE + 1))
