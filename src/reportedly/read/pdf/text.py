"""The text of a PDF: paragraphs of whole words, and a note of each sign that was taken out of it."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.model import LeftOut
from reportedly.read.pdf.hyphens import keeps, vocabulary
from reportedly.read.pdf.paragraphs import Line


def compose(found: Sequence[Line]) -> tuple[str, tuple[LeftOut, ...]]:
    """Return lines as paragraphs with a blank line between them, and the hyphens that were taken out, each with the offset it stood at."""
    known = vocabulary(found)
    parts: list[str] = []
    left: list[LeftOut] = []
    size = 0
    for at, line in enumerate(found):
        words = line.bit.text
        if at:
            last = found[at - 1].bit
            between = "\n\n" if line.opens else _between(last.text, words, last.broken, last.soft, known)
            if not between:
                left.append(LeftOut("line-end-hyphen", "-", f"page {found[at - 1].page + 1}", size))
            parts.append(between)
            size += len(between)
        parts.append(words)
        size += len(words)
    if found and found[-1].bit.broken:
        parts.append("-")
    return "".join(parts), tuple(left)


def _between(before: str, after: str, broken: bool, soft: bool, known: dict[str, int]) -> str:  # noqa: FBT001 - two facts of one line
    if broken:
        return "" if soft or not keeps(before, after, known) else "-"  # type: ignore[arg-type]
    return " "
