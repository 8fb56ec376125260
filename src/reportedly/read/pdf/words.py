"""The words of a page and where they stand, as PDFium tells them."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pypdfium2 as pdfium
from pypdfium2 import raw

HYPHENS = frozenset("\x02\ufffe\u00ad")
"""What PDFium makes of a hyphen that ends a line, and the soft one."""

_HYPHENED = re.compile(r"\w[-‐]$")
_LINE = frozenset("\r\n")
_MOST = 2_000_000  # characters of a page: more is no page that anybody reads


@dataclass(frozen=True, slots=True)
class Bit:
    """Words that stand beside each other: their text, and their box in points from the upper left corner of the page.

    Attributes:
        broken: it ends with a hyphen at the end of a line, which is no part of the text.
        soft: that hyphen says itself that it stands only at the end of lines.
    """

    text: str
    left: float
    right: float
    top: float
    bottom: float
    broken: bool = False
    soft: bool = False

    @property
    def size(self) -> float:
        """The height of its letters with what they reach below and above the line."""
        return max(self.bottom - self.top, 1.0)

    @property
    def width(self) -> float:
        """How long it is."""
        return self.right - self.left

    @property
    def middle(self) -> float:
        """The height at which it stands."""
        return (self.top + self.bottom) / 2


def bits(page: pdfium.PdfPage) -> list[Bit]:
    """Return the pieces of lines of a page, in the order of the file: cut where a line ends or a gap is wider than any space."""
    text_page = page.get_textpage()
    try:
        height, made = page.get_height(), _Maker()
        for word in _words(text_page, height):
            made.add(word)
        return made.done()
    finally:
        text_page.close()


def _words(text_page: pdfium.PdfTextPage, height: float) -> Iterator[Bit | None]:
    """Yield words with their boxes, and None where a line ends."""
    handle, box = text_page.raw, raw.FS_RECTF()
    signs: list[str] = []
    first = 0
    for at in range(min(text_page.count_chars(), _MOST)):
        sign = chr(raw.FPDFText_GetUnicode(handle, at))
        ends = sign in _LINE or sign in HYPHENS
        if not ends and not sign.isspace():
            first = first if signs else at
            signs.append(sign)
            continue
        if signs:
            yield _word(handle, box, height, first, at - 1, "".join(signs), sign)
            signs = []
        if ends:
            yield None
    if signs:
        yield _word(handle, box, height, first, first + len(signs) - 1, "".join(signs), "")


def _word(handle: object, box: raw.FS_RECTF, height: float, first: int, last: int, text: str, after: str) -> Bit:  # noqa: PLR0917
    raw.FPDFText_GetLooseCharBox(handle, first, ctypes.byref(box))
    left, right, top, bottom = box.left, box.right, box.top, box.bottom
    if last > first:
        raw.FPDFText_GetLooseCharBox(handle, last, ctypes.byref(box))
        right = box.right
    return Bit(text.replace("\0", "\ufffd"), left, right, height - top, height - bottom, after in HYPHENS, after == "\u00ad")


class _Maker:
    """Joins words to pieces of lines."""

    def __init__(self) -> None:
        self._made: list[Bit] = []
        self._open: list[Bit] = []

    def add(self, word: Bit | None) -> None:
        if word is None or (self._open and not _follows(self._open[-1], word)):
            self._close(ends=word is None)
        if word is not None:
            self._open.append(word)

    def done(self) -> list[Bit]:
        self._close(ends=True)
        return self._made

    def _close(self, *, ends: bool) -> None:
        if self._open:
            made = joined(self._open, " ")
            own = ends and not made.broken and _HYPHENED.search(made.text) is not None
            self._made.append(replace(made, text=made.text[:-1], broken=True) if own else made)
            self._open = []


def _follows(last: Bit, word: Bit) -> bool:
    gap = word.left - last.right
    return -last.size < gap < 1.5 * last.size and abs(word.middle - last.middle) < 0.6 * max(last.size, word.size)


def joined(parts: list[Bit], between: str) -> Bit:
    """Return parts of one line as one piece; its height is that of the most letters."""
    tall = max(parts, key=lambda part: (len(part.text), part.size))
    left, right = min(part.left for part in parts), max(part.right for part in parts)
    return Bit(between.join(part.text for part in parts), left, right, tall.top, tall.bottom, parts[-1].broken, parts[-1].soft)
