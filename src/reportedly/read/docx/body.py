"""The blocks of a DOCX in order: paragraphs, tables, text boxes, and the notes after them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from reportedly.errors import ParserLimitError
from reportedly.model import LeftOut
from reportedly.read.docx.package import WORD
from reportedly.read.docx.runs import Words
from reportedly.read.docx.writer import Writer
from reportedly.read.xml import Element

_PARAGRAPH, _TABLE, _ROW, _CELL = (f"{WORD}{name}" for name in ("p", "tbl", "tr", "tc"))
_OPAQUE = frozenset({f"{WORD}sectPr", f"{WORD}tblPr", f"{WORD}tblGrid", f"{WORD}trPr", f"{WORD}tcPr"})
_PROSE = 25  # words of a cell: one with more is a text that a table only places
_DEEP = 40


@dataclass(slots=True)
class Body:
    """Reads blocks into a writer.

    Attributes:
        headings: ids of the styles of a document's title and its first rank of headings.
        marks: the notes in the order in which they are referred to, as (kind, id).
    """

    out: Writer
    headings: frozenset[str]
    marks: list[tuple[str, str]] = field(default_factory=list)

    def read(self, node: Element, depth: int = 0) -> None:
        """Read the blocks in ``node``. Raises ParserLimitError where they are nested beyond all measure."""
        if depth > _DEEP:
            what = f"its blocks are nested more than {_DEEP} deep"
            raise ParserLimitError(what, remedy="save its text and read that")
        for child in node:
            if child.tag == _PARAGRAPH:
                self._paragraph(child, depth)
            elif child.tag == _TABLE:
                self._table(child, depth)
            elif isinstance(child.tag, str) and child.tag not in _OPAQUE:
                self.read(child, depth + 1)

    def notes(self, kind: str, part: Element | None) -> None:
        """Read the notes of a kind that the text refers to, each with its number before it."""
        if part is None:
            return
        found = {note.get(f"{WORD}id", ""): note for note in part if isinstance(note.tag, str)}
        for number, (own, mark) in enumerate(self.marks, 1):
            if own == kind and mark in found:
                told = "\n".join(each.text.strip() for each in self._words(found[mark]))
                self.out.paragraph(f"[{number}] {told.strip()}", [])

    def _paragraph(self, node: Element, depth: int) -> None:
        words = self._taken(node)
        style = node.find(f"{WORD}pPr/{WORD}pStyle")
        self.out.paragraph(words.text, words.left, headline=style is not None and style.get(f"{WORD}val") in self.headings)
        for box in words.boxes:
            self.read(box, depth + 1)

    def _table(self, table: Element, depth: int) -> None:
        """Read a table row by row, its cells with tabs between them; where cells hold whole texts, as those texts."""
        rows = [[list(self._words(cell)) for cell in row.iter(_CELL)] for row in table.iter(_ROW) if _nearest(row, table)]
        if any(len(words.text.split()) > _PROSE for row in rows for cell in row for words in cell):
            for node in table.iter(_CELL):
                if _nearest(node, table):
                    self.read(node, depth + 1)
            return
        self.out.gap = "\n\n" if self.out.parts else ""
        for found in rows:
            left: list[tuple[int, LeftOut]] = []
            told: list[str] = []
            at = 0
            for cell in found:
                words = " ".join(each.text.strip() for each in cell if each.text.strip())
                left += [(at, what) for each in cell for _, what in each.left]
                told.append(words)
                at += len(words) + 1
            self.out.paragraph("\t".join(told), left, gap="\n")
        self.out.gap = "\n\n"

    def _words(self, node: Element) -> Iterator[Words]:
        for paragraph in node.iter(_PARAGRAPH):
            yield self._taken(paragraph)

    def _taken(self, paragraph: Element) -> Words:
        words = Words(self._noted)
        words.read(paragraph)
        return words

    def _noted(self, kind: str, mark: str) -> str:
        if (kind, mark) not in self.marks:
            self.marks.append((kind, mark))
        return str(self.marks.index((kind, mark)) + 1)


def _nearest(node: Element, table: Element) -> bool:
    """Say whether a row or cell is of ``table`` itself, not of one within it."""
    parent = node.getparent()
    while parent is not None and parent.tag != _TABLE:
        parent = parent.getparent()
    return parent is table
