"""A text as the encoder reads it: word pieces with their places, in windows that overlap."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from tokenizers import Tokenizer

BREAK = 2
"""The id of the piece that stands for one or more line breaks; its place is empty. It is the vocabulary's first unused entry."""


class Pieces(NamedTuple):
    """The word pieces of one text, in order: ids and the code points each covers, three arrays of one length."""

    ids: NDArray[np.int64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]


class Window(NamedTuple):
    """A stretch of pieces that is read at once, [start, end), and the part of it that is taken from it, [core, core_end)."""

    start: int
    end: int
    core: int
    core_end: int


def tokenizer_of(written: str) -> Tokenizer:
    """Return the tokenizer that ``tokenizers`` wrote as ``written``, made to take texts of any length as they are.

    Raises:
        Exception: ``written`` is none; the library raises no narrower one.
    """
    from tokenizers import Tokenizer  # noqa: PLC0415 - not needed where there is no model file

    made = Tokenizer.from_str(written)
    made.no_truncation()
    made.no_padding()
    return made


def cut(text: str, tokenizer: Tokenizer) -> Pieces:
    """Return the word pieces of ``text``, with one break piece wherever a line ends between two of them."""
    coded = tokenizer.encode(text, add_special_tokens=False)
    ids = np.array(coded.ids, dtype=np.int64)
    places = np.array(coded.offsets, dtype=np.int64).reshape(-1, 2)
    starts, ends = places[:, 0], places[:, 1]
    letters = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    lines = np.flatnonzero(letters == ord("\n"))
    after = np.unique(np.searchsorted(starts, lines)) if len(ids) else np.array([], dtype=np.int64)
    after = after[(after > 0) & (after < len(ids))]
    at = starts[after]
    return Pieces(np.insert(ids, after, BREAK), np.insert(starts, after, at), np.insert(ends, after, at))


def windows(count: int, width: int, overlap: int) -> Iterator[Window]:
    """Yield windows of at most ``width`` pieces over ``count`` pieces; their cores are disjoint and cover every piece.

    All are of one width. Neighbours share about ``overlap`` pieces, and the border between their cores lies in the middle of
    what they share, so that every piece is taken from the window that shows most around it.
    """
    if count <= 0:
        return
    many = 1 if count <= width else -(-(count - overlap) // (width - overlap))
    width = -(-(count + (many - 1) * overlap) // many)
    firsts = [round(n * (count - width) / (many - 1)) if many > 1 else 0 for n in range(many)]
    borders = [0, *((a + width + b) // 2 for a, b in pairwise(firsts)), count]
    for n, first in enumerate(firsts):
        yield Window(first, min(first + width, count), borders[n], borders[n + 1])
