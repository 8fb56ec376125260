"""What is known of each block of a page before its kind is told: its words, and how it stands to the extracted article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.read.alignment import held
from reportedly.read.htmlrows import PROSE_WORDS, rows
from reportedly.read.htmltext import Block, Visible
from reportedly.text import words

__all__ = ["HEADINGS", "PROSE_WORDS", "Known", "known_blocks", "tokens_of"]

_HELD = 0.5
"""Share of its words that the extract has of a block of the article."""
_LINKED = 0.8
"""Share of its characters that are links in a block that leads elsewhere."""
_SIBLINGS = 2
"""Blocks of the article among elements of the same names that let one more such block count as overlooked."""
_TEASER_WORDS = 60
_TEASERS = 3
_MAIN = 0.5
"""Share of the prose of a page that elements of the same names hold, from which on one that the extractor took speaks for all."""
_AHEAD = 3
_SIGN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_SIGNS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\u3040-\u30ff\u3400-\u9fff]+")
_ENDS = (".", "…", "!", "?", "”", '"')
HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})


@dataclass(frozen=True, slots=True)
class Known:
    """A block of a page.

    Attributes:
        words: in small letters.
        held: the extractor takes it for the article.
        like: it stands as the blocks of the article do: overlooked, where it is prose.
        linked: it is links, all but a few words.
        teaser: it is of a row of headings that lead elsewhere, each with a few words.
        extracted: the extractor has found an article at all.
    """

    block: Block
    words: list[str]
    held: bool
    like: bool
    linked: bool
    teaser: bool
    extracted: bool


def tokens_of(text: str) -> list[str]:
    """Return the words of a text; where its script parts none, its signs."""
    return [part for word in words(text) for part in (_SIGNS.findall(word) if _SIGN.search(word) else (word,))]


def known_blocks(seen: Visible, article: str | None, title: Sequence[str] = ()) -> list[Known]:
    """Return the blocks of a page with what ``article``, the extracted words, and the words of the title say of each.

    Where most of what was extracted is teasers, nothing counts as extracted: a row of them was taken for the article.
    """
    tokens = [tokens_of(seen.text[block.start : block.end]) for block in seen.blocks]
    inside = _inside(tokens, article)
    linked = [block.menu or bool(block.linked and block.linked >= _LINKED * (block.end - block.start)) for block in seen.blocks]
    teasers = _teasers(seen.blocks, tokens, linked) | rows(seen.blocks, tokens, linked, title)
    taken = [n for n, yes in enumerate(inside) if yes]
    size, most = (sum(len(tokens[n]) for n in some) for some in ([n for n in taken if n not in teasers], taken))
    left = sum(len(tokens[n]) >= PROSE_WORDS for n in taken if n not in teasers)
    found = bool(taken) and (2 * size > most or left >= _SIBLINGS)
    inside = [yes and found and n not in teasers and not seen.blocks[n].menu for n, yes in enumerate(inside)]
    alike = Counter((b.tags, b.hints) for b, own, yes in zip(seen.blocks, tokens, inside, strict=True) if yes and len(own) >= PROSE_WORDS)
    main = _main(seen.blocks, tokens, linked)
    leads = _leads(seen, inside)
    return [
        Known(block, own, inside[n], n in leads or alike[block.tags, block.hints] >= _enough(block, main), linked[n], n in teasers, found)
        for n, (block, own) in enumerate(zip(seen.blocks, tokens, strict=True))
    ]


def _main(blocks: Sequence[Block], tokens: Sequence[Sequence[str]], linked: Sequence[bool]) -> tuple[tuple[str, ...], str] | None:
    """Return the names of the elements that hold most of the prose of the page, None where there are none."""
    sizes: Counter[tuple[tuple[str, ...], str]] = Counter()
    for block, own, away in zip(blocks, tokens, linked, strict=True):
        if len(own) >= PROSE_WORDS and not away:
            sizes[block.tags, block.hints] += len(own)
    (names, size) = next(iter(sizes.most_common(1)), (None, 0))
    return names if size > _MAIN * sum(sizes.values()) else None


def _enough(block: Block, main: tuple[tuple[str, ...], str] | None) -> int:
    return 1 if "article" in block.tags or (block.tags, block.hints) == main else _SIBLINGS


def _inside(tokens: Sequence[list[str]], article: str | None) -> list[bool]:
    flat = [word for block in tokens for word in block]
    marks = held(flat, [tokens_of(line) for line in (article or "").split("\n")])
    at, inside = 0, []
    for block in tokens:
        inside.append(bool(block) and sum(marks[at : at + len(block)]) >= _HELD * len(block))
        at += len(block)
    return inside


def _teasers(blocks: Sequence[Block], tokens: Sequence[list[str]], linked: Sequence[bool]) -> frozenset[int]:
    """Return the numbers of headings that are links and of the few words under each, where three or more stand alike."""
    rows: dict[tuple[object, ...], list[int]] = {}
    for n in range(len(blocks) - 1):
        below = blocks[n + 1]
        if linked[n] and HEADINGS & set(blocks[n].tags) and not HEADINGS & set(below.tags) and 0 < len(tokens[n + 1]) <= _TEASER_WORDS:
            alone = n + 2 >= len(blocks) or (blocks[n + 2].tags, blocks[n + 2].hints) != (below.tags, below.hints)
            if alone:
                rows.setdefault((blocks[n].tags, below.tags, below.hints), []).append(n)
    return frozenset(at for row in rows.values() if len(row) >= _TEASERS for n in row for at in (n, n + 1))


def _leads(seen: Visible, inside: Sequence[bool]) -> frozenset[int]:
    """Return the numbers of blocks right before the article in the same element as it: the words under the title."""
    first = next((n for n, yes in enumerate(inside) if yes), None)
    if first is None:
        return frozenset()
    path = seen.blocks[first].tags[:-1]
    near = range(max(0, first - _AHEAD), first)
    return frozenset(
        n for n in near if seen.blocks[n].tags[:-1] == path and seen.text[: seen.blocks[n].end].endswith((".", "…", "!", "?", "”", '"'))
    )
