"""From lines to paragraphs: where one ends, and what becomes of a word that a line broke."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from reportedly.read.pdf.words import Bit

_ENDS = re.compile(r"[.!?:…][\"'”’»)\]]*\s*$")
_POINT = re.compile(r"^\s*[•▪◦●‣]\s")
_COUNT = re.compile(r"^\s*(?:[*–—-]|\(?\d{1,2}[.)]|\(?[a-z]\))\s")
_OPENING = frozenset("“«„")
_WIDER = 1.5
_JUSTIFIED = 0.6  # of the lines of a column reach its right edge


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page, and whether a paragraph begins with it."""

    bit: Bit
    page: int
    opens: bool


def lines(pages: Iterable[Sequence[Sequence[Bit]]]) -> Iterator[Line]:
    """Yield the lines of all pages in order, each told whether it opens a paragraph.

    Args:
        pages: the columns of each page.
    """
    before: tuple[_Shape, Bit] | None = None
    for number, page in enumerate(pages):
        for column in page:
            shape = _Shape.of(column)
            for at, bit in enumerate(column):
                opens = shape.parts(column[at - 1], bit) if at else before is None or _turned(*before, shape, bit)
                yield Line(bit, number, opens)
                before = shape, bit


def _turned(left: _Shape, last: Bit, shape: _Shape, bit: Bit) -> bool:
    """Say whether a paragraph begins at the top of a column: not where the last one breaks off in the middle of a sentence."""
    if last.broken:
        return False
    wide, narrow = max(left.width, shape.width), min(left.width, shape.width)
    ends = _ENDS.search(last.text) or _POINT.match(bit.text) or bit.text[:1] in _OPENING
    return bool(ends) or shape.indented(bit) or left.breaks_off(last) or not _alike(last, bit) or wide > _WIDER * narrow


def _alike(one: Bit, other: Bit) -> bool:
    return abs(one.size - other.size) <= 0.12 * max(one.size, other.size)


@dataclass(frozen=True, slots=True)
class _Shape:
    """A column: its edges, and how far its lines stand from each other."""

    left: float
    right: float
    step: float
    justified: bool

    @property
    def width(self) -> float:
        """How long its longest line is, nearly."""
        return self.right - self.left

    @classmethod
    def of(cls, column: Sequence[Bit]) -> _Shape:
        steps = sorted(b.middle - a.middle for a, b in itertools.pairwise(column) if _alike(a, b) and b.middle > a.middle)
        size = median(bit.size for bit in column)
        usual = steps[len(steps) // 4] if steps else 1.2 * size  # the lower ones are those within paragraphs
        left, right = min(bit.left for bit in column), max(bit.right for bit in column)
        full = sum(right - bit.right < 0.5 * size for bit in column)
        return cls(left, right, min(usual, 2.5 * size), full >= _JUSTIFIED * len(column))

    def parts(self, last: Bit, bit: Bit) -> bool:
        """Say whether a new paragraph begins with ``bit``, which stands below ``last``."""
        if last.broken:
            return False
        if "\t" in last.text and "\t" in bit.text:  # rows of a table
            return True
        if not _alike(last, bit) or bit.middle - last.middle > 1.3 * self.step or _POINT.match(bit.text):
            return True
        indented = self.indented(bit)
        short = self.right - last.right > 0.25 * self.width
        if self.breaks_off(last) or (short and indented):
            return True
        ends = _ENDS.search(last.text) is not None
        return (indented and not self.indented(last)) or (ends and (short or _COUNT.match(bit.text) is not None))

    def breaks_off(self, bit: Bit) -> bool:
        """Say whether a line ends before the edge that the lines of its column reach, so that a paragraph ends with it."""
        return self.justified and self.right - bit.right > 1.5 * bit.size

    def indented(self, bit: Bit) -> bool:
        """Say whether a line begins behind the edge of its column."""
        return bit.left - self.left > 0.6 * bit.size
