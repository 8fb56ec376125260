"""Rows beside the article: other articles or columns, each a few words of its own and a paragraph, three or more of them alike."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.read.htmltext import Block

PROSE_WORDS = 15
_HEAD_WORDS = 15
_ROW_BLOCKS = 4
_ROW_WORDS = 220
_ROWS = 3
_REGION = 2
"""Paragraphs that stand with the title from which on the article is taken to stand there, and not elsewhere."""

Words = Sequence[Sequence[str]]


def rows(blocks: Sequence[Block], tokens: Words, linked: Sequence[bool], title: Sequence[str]) -> frozenset[int]:
    """Return the numbers of the blocks of rows.

    A row is an element of two to four blocks, the first of them short. Where that is a link it leads to another article;
    where it is none, the row counts if it stands apart from the element that holds the title and the first paragraphs.
    """
    region = _region(blocks, tokens, linked, title)
    found: dict[tuple[object, ...], list[range]] = {}
    at = 0
    while at + 1 < len(blocks):
        row = _row(blocks, tokens, at)
        if row is None:
            at += 1
            continue
        outside = region is not None and all(region not in blocks[n].path for n in row)
        if linked[at] or outside:
            found.setdefault((blocks[at].tags, blocks[at].hints, blocks[at + 1].tags, linked[at]), []).append(row)
        at = row.stop
    return frozenset(n for alike in found.values() if len(alike) >= _ROWS for row in alike for n in row)


def _row(blocks: Sequence[Block], tokens: Words, at: int) -> range | None:
    """Return the blocks of the smallest element that holds a short block and the next one, where it holds few others and no more."""
    first, second = blocks[at], blocks[at + 1]
    if first.menu or second.menu or not 0 < len(tokens[at]) <= _HEAD_WORDS or len(tokens[at + 1]) < len(tokens[at]):
        return None
    depth = next(
        (n for n, (a, b) in enumerate(zip(first.path, second.path, strict=False)) if a != b), min(len(first.path), len(second.path))
    )
    if not depth:
        return None
    around = first.path[depth - 1]
    stop = at
    while stop < len(blocks) and stop - at <= _ROW_BLOCKS and around in blocks[stop].path:
        stop += 1
    alone = at == 0 or around not in blocks[at - 1].path
    small = stop - at <= _ROW_BLOCKS and sum(len(tokens[n]) for n in range(at, stop)) <= _ROW_WORDS
    return range(at, stop) if alone and small else None


def _region(blocks: Sequence[Block], tokens: Words, linked: Sequence[bool], title: Sequence[str]) -> int | None:
    """Return the smallest element around the title that holds paragraphs behind it, None where the page shows no title."""
    head = next((n for n, block in enumerate(blocks) if "h1" in block.tags or (title and list(tokens[n]) == list(title))), None)
    if head is None:
        return None
    prose = [n for n in range(head + 1, len(blocks)) if len(tokens[n]) >= PROSE_WORDS and not linked[n]]
    for element in reversed(blocks[head].path):
        if sum(element in blocks[n].path for n in prose) >= _REGION:
            return element
    return None
