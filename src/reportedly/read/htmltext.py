"""The tree of a page, and what a reader of the page sees of it: blocks of text with what their surroundings say of each."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from reportedly.errors import EmptyDocumentError, ParserLimitError
from reportedly.limits import limits
from reportedly.model import LeftOut

_ELEMENTS = etree.ElementDefaultClassLookup(element=HtmlElement)
"""One class for all: to look one up for each element, as lxml's own does in Python, takes a third of the time of every walk."""

_PROSE = 80
"""Characters of a block from which on it counts as prose."""


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of visible text between block elements.

    Attributes:
        tags: those around it, from the outside in.
        hints: their classes, ids and roles.
        linked: characters of it that are links to other pages.
        menu: it is a whole list of links, not one of its lines.
        path: the numbers of the elements around it, one for each of ``tags``.
    """

    start: int
    end: int
    tags: tuple[str, ...]
    hints: str
    linked: int = 0
    menu: bool = False
    path: tuple[int, ...] = ()


@dataclass(slots=True)
class Visible:
    """What is seen of a page: text, its blocks in order, words that browsers do not show, menus, numbers of elements around pictures."""

    text: str = ""
    blocks: list[Block] = field(default_factory=list)
    left: list[LeftOut] = field(default_factory=list)
    menus: list[HtmlElement] = field(default_factory=list)
    pictures: frozenset[int] = frozenset()

    def prose(self) -> int:
        """Return how many characters stand in blocks that are long and not links."""
        sizes = (block.end - block.start - block.linked for block in self.blocks if not block.menu)
        return sum(size for size in sizes if size >= _PROSE)


def parse(page: str) -> HtmlElement:
    """Return the tree of a page.

    Raises:
        ParserLimitError: the page is nested deeper than the parser keeps, or a part is longer: it would drop the rest in silence.
        EmptyDocumentError: there is no element in it.
    """
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    parser.set_element_class_lookup(_ELEMENTS)
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
