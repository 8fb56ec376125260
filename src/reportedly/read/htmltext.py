"""The visible text of a page, block by block, with what each block's surroundings say of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from reportedly.errors import EmptyDocumentError, ParserLimitError
from reportedly.limits import limits
from reportedly.model import LeftOut
from reportedly.text import fold

_HIDDEN = frozenset("script style noscript template head title meta link svg math iframe object canvas audio video map datalist".split())
_WORDLESS = frozenset("script style head title meta link svg math input map datalist".split())
_BLOCKS = frozenset(
    "address article aside blockquote body dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 "
    "h3 h4 h5 h6 header hgroup hr legend li main nav ol option p pre search section select summary table tbody td tfoot th thead "
    "tr ul button textarea html center".split()
)
_TIGHT = frozenset("li td th tr option dt dd button".split())
_NAMING = frozenset({"class", "id", "itemprop", "role"})
_SPACES = re.compile(r" {2,}")
_BREAK = re.compile(r" ?\n ?")
_SPACE = re.compile(r"[ \t\n\r\f]+")
_NO_DISPLAY = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of visible text between block elements.

    Attributes:
        tags: those around it, from the outside in.
        hints: their classes, ids and roles.
        linked: characters of it that are links to other pages.
    """

    start: int
    end: int
    tags: tuple[str, ...]
    hints: str
    linked: int = 0


@dataclass(slots=True)
class Visible:
    """The visible text of a page, its blocks in order, and the words of it that browsers do not show."""

    text: str = ""
    blocks: list[Block] = field(default_factory=list)
    left: list[LeftOut] = field(default_factory=list)


def parse(page: str) -> HtmlElement:
    """Return the tree of a page.

    Raises:
        ParserLimitError: the page is nested deeper than the parser keeps, or a part is longer: it would drop the rest in silence.
        EmptyDocumentError: there is no element in it.
    """
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = document_fromstring(page.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as problem:
        raise _limit(str(problem)) if _gave_up(parser) else _nothing() from problem
    if _gave_up(parser):
        message = "the parser gave up in the middle of the page"
        raise _limit(message)
    return tree


def _gave_up(parser: HTMLParser) -> bool:
    return any(entry.type_name == "ERR_RESOURCE_LIMIT" or entry.level_name == "FATAL" for entry in parser.error_log)


def _nothing() -> EmptyDocumentError:
    return EmptyDocumentError("the page is empty", remedy="nothing to do: there are no words in it")


def _limit(what: str) -> ParserLimitError:
    remedy = f"the page is nested deeper than {limits().html_depth} elements or has an overlong part; save its text and read that"
    return ParserLimitError(what, remedy=remedy)


def visible(tree: HtmlElement) -> Visible:
    """Return what a reader of the page sees: white space folded as browsers do, a line for each block, a blank one between paragraphs."""
    writer = _Writer()
    alive = list(tree.iter())  # each element is wrapped once, not at every event
    walk = etree.iterwalk(tree, events=("start", "end"))
    hidden: HtmlElement | None = None
    for event, element in walk:
        if event == "start":
            if _hidden(element):
                hidden = element
                writer.leave(element)
                walk.skip_subtree()
            else:
                writer.open(element)
                if element.text:
                    writer.add(element.text)
            continue
        if element is hidden:
            hidden = None
        else:
            writer.close(element)
        if element.tail and element is not tree:
            writer.add(element.tail)
    writer.flush()
    del alive
    return Visible("".join(writer.parts), writer.blocks, writer.left)


def _hidden(element: HtmlElement) -> bool:
    tag = element.tag
    if not isinstance(tag, str) or tag in _HIDDEN or tag == "input":
        return True
    style = element.get("style")
    return element.get("hidden") is not None or (style is not None and _NO_DISPLAY.search(style) is not None)


def _leads_away(element: HtmlElement) -> bool:
    return not (element.get("href") or "#").startswith("#")


class _Writer:
    """Gathers text into blocks."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.blocks: list[Block] = []
        self.left: list[LeftOut] = []
        self._tags: list[str] = []
        self._hints: list[str] = [""]
        self._line: list[str] = []
        self._linked = 0
        self._links = 0
        self._away: list[bool] = []
        self._kept = 0
        self._size = 0
        self._gap = 0

    def add(self, words: str) -> None:
        self._line.append(words.replace("\r\n", "\n").replace("\r", "\n") if self._kept else _SPACE.sub(" ", words))
        if self._links:
            self._linked += len(self._line[-1].strip())

    def leave(self, element: HtmlElement) -> None:
        """Note the words of an element that is not shown; scripts, styles and drawings have none."""
        if element.tag in _WORDLESS or not isinstance(element.tag, str):
            return
        words = fold(element.text_content())
        if words:
            why = "not-shown" if element.tag in _HIDDEN else "hidden"
            self.left.append(LeftOut(why, words, str(element.tag), self._size))

    def open(self, element: HtmlElement) -> None:
        tag = element.tag
        if tag in _BLOCKS:
            self.flush(1 if tag in _TIGHT else 2)
        elif tag == "br":
            self._line.append("\n")
        elif tag == "a":
            self._away.append(_leads_away(element))
            self._links += self._away[-1]
        if tag == "pre":
            self._kept += 1
        self._tags.append(tag)
        named = [value.lower() for key, value in element.items() if key in _NAMING and value]
        self._hints.append(" ".join([self._hints[-1], *named]).lstrip() if named else self._hints[-1])

    def close(self, element: HtmlElement) -> None:
        tag = element.tag
        if tag in _BLOCKS:
            self.flush(1 if tag in _TIGHT else 2)
        elif tag == "a":
            self._links -= self._away.pop()
        self._kept -= tag == "pre"
        self._tags.pop()
        self._hints.pop()

    def flush(self, gap: int = 2) -> None:
        """End the block: write its words, if any, after the gap that its neighbours ask for."""
        line = "".join(self._line)
        self._line.clear()
        linked, self._linked = self._linked, 0
        words = (line if self._kept else _BREAK.sub("\n", _SPACES.sub(" ", line))).strip()
        if words:
            lead = "\n" * self._gap if self.parts else ""
            start = self._size + len(lead)
            self.parts += [lead, words]
            self._size = start + len(words)
            self.blocks.append(Block(start, self._size, tuple(self._tags), self._hints[-1], linked))
            self._gap = 0
        self._gap = max(self._gap, gap)
