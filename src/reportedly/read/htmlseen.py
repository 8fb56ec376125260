"""The walk over a page: white space folded as browsers do, a line for each block, a blank one between paragraphs."""

from __future__ import annotations

import re

from lxml import etree
from lxml.html import HtmlElement

from reportedly.model import LeftOut
from reportedly.read.htmlmenus import LINKS, Mark, Menus
from reportedly.read.htmltext import Block, Visible
from reportedly.text import fold

_NOT_SHOWN = frozenset("script style noscript template head title meta link svg math iframe object canvas audio video map datalist".split())
_WORDLESS = frozenset("script style head title meta link svg math input map datalist".split())
_BLOCKS = frozenset(
    "address article aside blockquote body dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 "
    "h3 h4 h5 h6 header hgroup hr legend li main nav ol option p pre search section select summary table tbody td tfoot th thead "
    "tr ul button textarea html center".split()
)
_TIGHT = frozenset("li td th tr option dt dd button".split())
_GAPS = {tag: 1 if tag in _TIGHT else 2 for tag in _BLOCKS}
_SKIPPED = _NOT_SHOWN | {"input"}
_PICTURES = frozenset({"img", "amp-img", "picture"})
_SINGULAR = frozenset({"br", "a", "pre", *_PICTURES})
_NAMING = frozenset({"class", "id", "itemprop", "role"})
_SPACES = re.compile(r" {2,}")
_BREAK = re.compile(r" ?\n ?")
_SPACE = re.compile(r"[ \t\n\r\f]+")
_BLANK = " \t\n\r\f"
_NO_DISPLAY = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def visible(tree: HtmlElement) -> Visible:
    """Return what a reader of the page sees, with its menus; the tree is left as it is."""
    writer = _Writer()
    add, enter, leave = writer.add, writer.enter, writer.leave
    walk = etree.iterwalk(tree, events=("start", "end"))
    skipped: HtmlElement | None = None
    for event, element in walk:
        if event == "start":
            if not enter(element):
                skipped = element
                walk.skip_subtree()
            elif words := element.text:
                add(words)
            continue
        if element is skipped:
            skipped = None
        else:
            leave(element)
        if (words := element.tail) and element is not tree:
            add(words)
    writer.flush()
    return Visible("".join(writer.parts), writer.blocks, writer.left, writer.menus.found, frozenset(writer.pictures))


class _Writer:
    """Gathers text into blocks."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.blocks: list[Block] = []
        self.left: list[LeftOut] = []
        self.menus = Menus(self.blocks)
        self.pictures: set[int] = set()
        self._within: list[tuple[tuple[str, ...], tuple[int, ...], str, Mark]] = [((), (), "", self.menus.mark())]
        self._line: list[str] = []
        self._count = self._linked = self._links = self._kept = self._size = self._gap = 0
        self._away: list[bool] = []

    def add(self, words: str) -> None:
        """Add words to the line; blanks at its beginning are none."""
        if self._kept:
            words = words.replace("\r\n", "\n").replace("\r", "\n")
        elif not words.strip(_BLANK):
            if not self._line:
                return
            words = " "
        else:
            words = _SPACE.sub(" ", words)
        self._line.append(words)
        if self._links:
            self._linked += len(words.strip())

    def enter(self, element: HtmlElement) -> bool:
        """Go into an element; say whether it is shown."""
        tag = element.tag
        if tag in _SKIPPED or not isinstance(tag, str):
            return self._skip(element)
        tags, path, hints, mark = self._within[-1]
        for key, value in element.items():
            if key in _NAMING:
                if value:
                    hints = f"{hints} {value.lower()}" if hints else value.lower()
            elif key == "hidden" or (key == "style" and _NO_DISPLAY.search(value)):
                return self._skip(element)
        if (gap := _GAPS.get(tag)) is not None:
            if self._line:
                self.flush()
            self._gap = max(gap, self._gap)
            mark = self.menus.mark()
        if tag in _SINGULAR:
            self._single(element, tag)
        self._count += 1
        self._within.append(((*tags, tag), (*path, self._count), hints, mark))
        return True

    def _single(self, element: HtmlElement, tag: str) -> None:
        if tag == "br":
            self._line.append("\n")
        elif tag == "a":
            away = not (element.get("href") or "#").startswith("#")
            self._away.append(away)
            self._links += away
            self.menus.links += away
        elif tag == "pre":
            self._kept += 1
        else:
            self._picture()

    def _picture(self) -> None:
        """Note the two block elements right around a picture."""
        tags, path, _, _ = self._within[-1]
        around = [number for tag, number in zip(tags, path, strict=True) if tag in _BLOCKS]
        self.pictures.update(around[-2:])

    def _skip(self, element: HtmlElement) -> bool:
        """Note the words of an element that is not shown; scripts, styles and drawings have none."""
        if element.tag not in _WORDLESS and isinstance(element.tag, str) and (words := fold(element.text_content())):
            why = "not-shown" if element.tag in _NOT_SHOWN else "hidden"
            self.left.append(LeftOut(why, words, str(element.tag), self._size))
        return False

    def leave(self, element: HtmlElement) -> None:
        """Go out of an element."""
        tag = element.tag
        if (gap := _GAPS.get(tag)) is not None:
            if self._line:
                self.flush()
            self._gap = max(gap, self._gap)
        tags, path, hints, mark = self._within[-1]
        if gap is not None and self.menus.links - mark[1] >= LINKS:
            self.menus.close(element, Block(0, 0, tags, hints, 0, menu=True, path=path), mark)
        if tag == "a":
            self._links -= self._away.pop()
        elif tag == "pre":
            self._kept -= 1
        self._within.pop()

    def flush(self) -> None:
        """End the block: write its words, if any, after the gap that its neighbours ask for."""
        line = "".join(self._line)
        self._line.clear()
        if not self._kept:
            line = _SPACES.sub(" ", line) if "  " in line else line
            line = _BREAK.sub("\n", line) if "\n" in line else line
        words, linked = line.strip(), self._linked
        self._linked = 0
        if not words:
            return
        lead = "\n" * self._gap if self.parts else ""
        start = self._size + len(lead)
        self.parts += [lead, words]
        self._size = start + len(words)
        tags, path, hints, _ = self._within[-1]
        self.blocks.append(Block(start, self._size, tags, hints, linked, path=path))
        self.menus.note(words, linked)
        self._gap = 0
