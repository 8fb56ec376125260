"""The words of one paragraph: what is deleted or hidden is no text, and is kept apart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from reportedly.model import LeftOut
from reportedly.read.docx.package import WORD
from reportedly.read.xml import Element

_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_SIGNED = range(1, 0xD800)  # above lie halves of pairs, and the places that each font fills as it likes
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_PASSED = frozenset({f"{WORD}{name}" for name in ("instrText", "rPr", "pPr", "softHyphen", "delInstrText")} | {f"{_COMPATIBLE}Fallback"})
_GONE = {f"{WORD}del": "deleted", f"{WORD}moveFrom": "moved-away"}
_NOTES = {f"{WORD}footnoteReference": "footnotes", f"{WORD}endnoteReference": "endnotes"}


@dataclass(slots=True)
class Words:
    """The words of a paragraph.

    Attributes:
        text: them. left: what was left out, with the offsets in ``text``. boxes: text boxes that hang from it.
        noted: told of each mark of a note (kind, id); gives the number that stands there.
    """

    noted: Callable[[str, str], str]
    text: str = ""
    left: list[tuple[int, LeftOut]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)

    def read(self, node: Element, gone: str | None = None, where: str | None = None) -> None:
        """Take in what stands in ``node``; ``gone`` says why that is no text, where it is none."""
        for child in node:
            tag = child.tag
            if not isinstance(tag, str) or tag in _PASSED:
                continue
            if tag == f"{WORD}txbxContent":
                self.boxes.append(child)
            elif tag in {f"{WORD}t", f"{WORD}delText"}:
                self._add(child.text or "", gone or ("deleted" if tag.endswith("delText") else None), where)
            elif tag in _NOTES and gone is None:
                mark = self.noted(_NOTES[tag], child.get(f"{WORD}id", ""))
                self._leave("note-mark", mark, None)
            elif tag in _GONE:
                self.read(child, _GONE[tag], _by(child))
            elif tag == f"{WORD}r" and _hidden(child):
                self.read(child, gone or "hidden", where)
            elif tag == f"{WORD}sym":
                self._add(_symbol(child), gone, where)
            elif tag.removeprefix(WORD) in _SIGNS and tag.startswith(WORD):
                self._add(_SIGNS[tag.removeprefix(WORD)], gone, where)
            else:
                self.read(child, gone, where)

    def _add(self, words: str, gone: str | None, where: str | None) -> None:
        if gone is None:
            self.text += words
        elif words:
            self._leave(gone, words, where)

    def _leave(self, why: str, words: str, where: str | None) -> None:
        last = self.left[-1] if self.left else None
        if last is not None and last[0] == len(self.text) and (last[1].why, last[1].where) == (why, where) and why != "note-mark":
            self.left[-1] = last[0], LeftOut(why, last[1].words + words, where)
        else:
            self.left.append((len(self.text), LeftOut(why, words, where)))


def _by(change: Element) -> str | None:
    """Return who changed a text, and when, as the file tells it."""
    told = [change.get(f"{WORD}author"), change.get(f"{WORD}date")]
    return ", ".join(each[:100] for each in told if each) or None


def _hidden(run: Element) -> bool:
    found = run.find(f"{WORD}rPr/{WORD}vanish")
    return found is not None and found.get(f"{WORD}val") not in {"0", "false", "off"}


def _symbol(node: Element) -> str:
    """Return a sign that is named by its number; one of a font's own place has no meaning outside that font."""
    try:
        sign = int(node.get(f"{WORD}char", ""), 16)
    except ValueError:
        return ""
    return chr(sign) if sign in _SIGNED else "\ufffd"
