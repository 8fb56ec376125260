"""Menus: parts of a page that are lists of links.

They are told while the page is walked over, and taken out before the searches for its article and its date, of whose time they take most.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from lxml.html import HtmlElement

from reportedly.read.htmltext import Block

Mark = tuple[int, int, int, int, int]
"""What there was when an element opened: blocks, links, characters of links, lines of prose, lines that tell something."""

LINKS = 8
"""Links from which on a list of them is a menu."""
_SHARE = 0.55
"""Share of its characters that are links."""
_LINE = 60
"""Characters beside the links of a line from which on it may tell something."""
_FEW = 3
"""Lines with a day, a name or a notice from which on they belong to the list, as the days of an archive: fewer may be the article's."""
_TELLS = re.compile(r"\d{4}|\d[./-]\d|^\W*(?:by|par|von|por|di|door)\s|©|copyright|\(c\)", re.IGNORECASE)
_NAMES = re.compile(r"author|byline|dateline|publish")
_WHOLE = frozenset({"html", "body", "main", "article", "p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "tr", "blockquote", "pre"})
"""Elements that are never a menu as such."""


class Menus:
    """Tells the menus among the elements of a page as they close, and makes one block of the blocks of each.

    Attributes:
        links: to other pages, so far.
        found: the menus, the outermost of those that lie in each other.
    """

    def __init__(self, blocks: list[Block]) -> None:
        self.links = 0
        self.found: list[HtmlElement] = []
        self._blocks = blocks
        self._starts: list[int] = []
        self._linked = self._prose = self._tells = 0

    def mark(self) -> Mark:
        """Return what there is now."""
        return len(self._blocks), self.links, self._linked, self._prose, self._tells

    def note(self, words: str, linked: int) -> None:
        """Note the words of a block."""
        self._linked += linked
        size = len(words)
        if size - linked > _LINE:
            self._prose += 1
        elif linked < size and _TELLS.search(words):
            self._tells += 1

    def close(self, element: HtmlElement, made: Block, mark: Mark) -> None:
        """Tell whether a block element that closes is a menu; ``made`` is its block without extent, ``mark`` that of its opening."""
        first, links, linked, prose, tells = mark
        if self.links - links < LINKS or self._prose > prose or element.tag in _WHOLE or 0 < self._tells - tells < _FEW:
            return
        blocks = self._blocks[first:]
        if not blocks:
            return
        size = sum(block.end - block.start for block in blocks)
        linked = self._linked - linked
        if linked < _SHARE * size or any("h1" in block.tags for block in blocks) or _names(blocks):
            return
        self._blocks[first:] = [replace(made, start=blocks[0].start, end=blocks[-1].end, linked=linked)]
        while self._starts and self._starts[-1] >= first:
            self._starts.pop()
            self.found.pop()
        self._starts.append(first)
        self.found.append(element)


def _names(blocks: Iterable[Block]) -> bool:
    return 0 < sum(_NAMES.search(block.hints) is not None for block in blocks) < _FEW


def without(menus: Iterable[HtmlElement]) -> None:
    """Take the menus out of the tree that they are in."""
    for menu in menus:
        if menu.getparent() is not None:
            menu.drop_tree()
