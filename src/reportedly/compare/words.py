"""A text as folded words with their offsets, its shingles (runs of five words), and the marks that stand for it in an index.

Marks are a choice of the shingles by winnowing (Schleimer, Wilkerson and Aiken 2003): of every six shingles in a row the smallest, so
that any ten words that two texts share give them a mark in common, at two sevenths of the space.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import blake2b

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

SHINGLE = 5
"""Words of a shingle."""

WINDOW = 6
"""Shingles in a row of which one is a mark."""

_WORD = re.compile(r"\w+(?:['’ʼ`]\w+)*")  # noqa: RUF001 - the apostrophes that texts hold
_APOSTROPHES = str.maketrans("", "", "'’ʼ`")  # noqa: RUF001
_FACTOR, _MIXER = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xBF58476D1CE4E5B9)  # odd, as splitmix64 has them


@lru_cache(maxsize=1 << 17)
def fold_word(word: str) -> str:
    """Return ``word`` as it is compared: in lower case, without apostrophes (some tables strip them)."""
    return word.casefold().translate(_APOSTROPHES)


@dataclass(frozen=True)
class Words:
    """The words of one text.

    Attributes:
        keys: folded words in order.
        starts, ends: code-point offsets of each word.
        shingles: 64-bit hash of the five words from each word on, the same on every machine; always confirmed by the words.
    """

    keys: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    shingles: tuple[int, ...]

    @cached_property
    def places(self) -> dict[int, list[int]]:
        """Shingle -> the words it begins at, in order."""
        found: dict[int, list[int]] = defaultdict(list)
        for at, shingle in enumerate(self.shingles):
            found[shingle].append(at)
        return dict(found)


def marks(words: Words, stock: AbstractSet[int] = frozenset()) -> frozenset[int]:
    """Return the marks of a text; a shingle of ``stock`` is none."""
    if not words.shingles:
        return frozenset()
    values = np.array(words.shingles, dtype=np.int64)
    last = np.iinfo(np.int64).max
    if stock and not stock.isdisjoint(words.shingles):
        values[np.fromiter((shingle in stock for shingle in words.shingles), dtype=bool)] = last
    chosen = sliding_window_view(values, min(WINDOW, len(values))).min(axis=1)
    return frozenset(np.unique(chosen).tolist()) - {last}


def split(text: str, most: int | None = None) -> Words:
    """Return the words of ``text``, at most ``most`` of them; a text of fewer than five words has no shingles."""
    found = []
    for number, word in enumerate(_WORD.finditer(text)):
        if number == most:
            break
        found.append((fold_word(word.group()), word.start(), word.end()))
    keys = tuple(key for key, _, _ in found)
    return Words(keys, tuple(s for _, s, _ in found), tuple(e for _, _, e in found), shingles(keys))


def shingles(keys: Sequence[str]) -> tuple[int, ...]:
    """Return the hash of every run of five words, as signed 64-bit numbers."""
    count = len(keys) - SHINGLE + 1
    if count < 1:
        return ()
    words = np.fromiter(map(_hashed, keys), dtype=np.uint64, count=len(keys))
    found = words[:count].copy()
    for step in range(1, SHINGLE):
        found = found * _FACTOR + words[step : step + count]
    found = (found ^ (found >> np.uint64(30))) * _MIXER
    found ^= found >> np.uint64(27)
    return tuple(found.view(np.int64).tolist())


@lru_cache(maxsize=1 << 17)
def _hashed(word: str) -> int:
    return int.from_bytes(blake2b(word.encode(errors="surrogatepass"), digest_size=8).digest(), "little")
