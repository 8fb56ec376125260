"""The visible text of a page, block by block, with what each block's surroundings say of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from reportedly.errors import EmptyDocumentError, ParserLimitError
from reportedly.limits import limits

_HIDDEN = frozenset("script style noscript template head title meta link svg math iframe object canvas audio video map datalist".split())
_BLOCKS = frozenset(
    "address article aside blockquote body dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 "
    "h3 h4 h5 h6 header hgroup hr legend li main nav ol option p pre search section select summary table tbody td tfoot th thead "
    "tr ul button textarea html center".split()
)
_TIGHT = frozenset("li td th tr option dt dd button".split())
_SPACE = re.compile(r"[ \t\n\r\f]+")
_NO_DISPLAY = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of visible text between block elements: offsets, the tags around it from the outside in, and their classes and ids."""

    start: int
    end: int
    tags: tuple[str, ...]
    hints: str


@dataclass(slots=True)
class Visible:
    """The visible text of a page and its blocks in order."""

    text: str = ""
    blocks: list[Block] = field(default_factory=list)


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
    for kind, element, words in _walk(tree):
        if kind == "text":
            writer.add(words, keep="pre" in writer.tags)
        elif kind == "open":
            writer.open(element)
        else:
            writer.close(element)
    writer.flush()
    return Visible("".join(writer.parts), writer.blocks)


def _walk(tree: HtmlElement) -> Iterator[tuple[str, HtmlElement, str]]:
    """Yield ``open``, ``text`` and ``close`` in document order, hidden elements left out, without recursion."""
    stack: list[tuple[HtmlElement, bool]] = [(tree, False)]
    while stack:
        element, done = stack.pop()
        if done:
            yield "close", element, ""
        elif not _hidden(element):
            yield "open", element, ""
            yield "text", element, element.text or ""
            stack.append((element, True))
            stack.extend((child, False) for child in reversed(element))
            continue
        if element is not tree and element.tail:
            yield "text", element, element.tail


def _hidden(element: HtmlElement) -> bool:
    if not isinstance(element.tag, str) or element.tag in _HIDDEN:
        return True
    attributes = element.attrib
    return "hidden" in attributes or (element.tag == "input") or bool(_NO_DISPLAY.search(attributes.get("style", "")))


class _Writer:
    """Gathers text into blocks."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.blocks: list[Block] = []
        self.tags: list[str] = []
        self._hints: list[str] = []
        self._line: list[str] = []
        self._size = 0
        self._gap = 0

    def add(self, words: str, *, keep: bool) -> None:
        self._line.append(words.replace("\r\n", "\n").replace("\r", "\n") if keep else _SPACE.sub(" ", words))

    def open(self, element: HtmlElement) -> None:
        tag = str(element.tag)
        if tag == "br":
            self._line.append("\n")
        if tag in _BLOCKS:
            self.flush(1 if tag in _TIGHT else 2)
        self.tags.append(tag)
        named = (element.get("class"), element.get("id"), element.get("itemprop"), element.get("role"))
        self._hints.append(" ".join(name for name in named if name).lower())

    def close(self, element: HtmlElement) -> None:
        tag = str(element.tag)
        if tag in _BLOCKS:
            self.flush(1 if tag in _TIGHT else 2)
        self.tags.pop()
        self._hints.pop()

    def flush(self, gap: int = 2) -> None:
        """End the block: write its words, if any, after the gap that its neighbours ask for."""
        words = re.sub(r" ?\n ?", "\n", re.sub(r" {2,}", " ", "".join(self._line))) if "pre" not in self.tags else "".join(self._line)
        words = words.strip()
        self._line.clear()
        if words:
            lead = "\n" * self._gap if self.parts else ""
            start = self._size + len(lead)
            self.parts += [lead, words]
            self._size = start + len(words)
            self.blocks.append(Block(start, self._size, tuple(self.tags), " ".join(h for h in self._hints if h)))
            self._gap = 0
        self._gap = max(self._gap, gap)
