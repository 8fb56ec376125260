"""Putting the text of a DOCX together, with the offsets of what is left out of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from reportedly.model import LeftOut
from reportedly.read.lines import Piece


@dataclass(slots=True)
class Writer:
    """The text so far, its headlines, and what was left out."""

    parts: list[str] = field(default_factory=list)
    headlines: list[Piece] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    size: int = 0
    gap: str = ""

    def paragraph(self, words: str, left: list[tuple[int, LeftOut]], *, headline: bool = False, gap: str = "\n\n") -> None:
        """Add a paragraph, ``gap`` after the one before; ``left`` has the offsets within it at which something was left out."""
        lead = len(words) - len(words.lstrip())
        words = words.strip()
        before = (self.gap if self.parts else "") if words else ""
        start = self.size + len(before)
        for at, what in left:
            self.left_out.append(LeftOut(what.why, what.words, what.where, start + min(max(at - lead, 0), len(words))))
        if words:
            self.parts += [before, words]
            self.size = start + len(words)
            self.gap = gap
            if headline:
                self.headlines.append(Piece("headline", start, self.size))

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self.parts)
