"""All that stands in quotation in a text: quotations, extracts with the quotations inside them, and the open ends that lead to them."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from typing import NamedTuple

from reportedly.extracts import Extract, find_extracts, introduces, paragraphs
from reportedly.mark.quotes import QuoteIndex, find_quotes, quotes_inside
from reportedly.model.span import Span


class Quotations(NamedTuple):
    """The quotations of a text.

    Attributes:
        outer: the outermost ones, extracts among them.
        inner: those inside extracts.
        extracts: passages of other texts, in order.
        leads: offsets after the last character of paragraphs without a colon that lead to a quoted paragraph.
        paragraphs: all paragraphs.
    """

    outer: QuoteIndex
    inner: QuoteIndex
    extracts: list[Extract]
    leads: list[int]
    paragraphs: list[Span]

    def extract_at(self, offset: int) -> Extract | None:
        """Return the extract that ``offset`` lies in, None where it lies in none."""
        n = bisect_right(self.extracts, offset, key=lambda e: e.spans[0].start) - 1
        return self.extracts[n] if n >= 0 and offset < self.extracts[n].spans[-1].end else None

    def paragraph_after(self, offset: int) -> int:
        """Return the number of the first paragraph that begins at or behind ``offset``, their count where none does."""
        return bisect_right(self.paragraphs, offset - 1, key=lambda p: p.start)


def quotations(text: str) -> Quotations:
    """Return the quotations of ``text``."""
    extracts, blocks = find_extracts(text), paragraphs(text)
    outer = QuoteIndex(find_quotes(text, extracts))
    return Quotations(outer, QuoteIndex(quotes_inside(text, extracts)), extracts, _leads(text, blocks, outer), blocks)


def _leads(text: str, blocks: list[Span], quotes: QuoteIndex) -> list[int]:
    """Return the ends of the paragraphs without a full stop or colon that a paragraph follows which is a quotation as a whole."""
    out = []
    for block, following in pairwise(blocks):
        number = quotes.at(following.start)
        if number is None or text[block.end - 1] == ":" or quotes.at(block.end - 1) is not None or not introduces(text, block):
            continue
        quote = quotes.quotes[number]
        if quote.start == following.start and (quote.end >= following.end or len(quote.spans) > 1):
            out.append(block.end)
    return out
