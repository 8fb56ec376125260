"""Telling which blocks of a page are its article, and what the others are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.read.boilerplate import frame_line
from reportedly.read.htmlmeta import Article
from reportedly.read.htmltext import Block, Visible
from reportedly.read.lines import Line, Piece, split_lines
from reportedly.text import words

_COMMENT = re.compile(
    r"\b(?:comments?|comment-\w+|comments?[-_](?:list|body|area|section|content)|commentlist|disqus\w*|respond|replies)\b"
)
_FRAME = re.compile(
    r"\b(?:nav\w*|menu\w*|sidebar|widget\w*|breadcrumbs?|share\w*|social\w*|related\w*|tags?|newsletter\w*|subscri\w+|cookie\w*|consent|promo\w*|"
    r"recommend\w*|most-?(?:read|popular)|popular|trending|advert\w*|sponsor\w*|pagination|masthead|toolbar|search\w*|login|banner)\b"
)
_PULL = re.compile(r"\bpull[-_]?quote\b")
_BYLINE = re.compile(r"\b(?:byline|by-line|author(?:-name)?|dateline|meta-author|article-author)\b")
_CAPTION = re.compile(r"\b(?:wp-caption-text|caption|figcaption|image-credit|photo-credit)\b")
_NAV_TAGS = frozenset({"nav", "footer", "aside", "form", "button", "select", "menu", "search", "dialog", "textarea", "option"})
_ARTICLE_TAGS = frozenset({"article", "main"})
_EXACT = 40
_PROSE_WORDS = 15
_BYLINE_WORDS = 25
_QUOTE_WORDS = 60


def page_pieces(seen: Visible, article: Article, title: str | None) -> list[Piece]:
    """Return the pieces whose kind the structure of a page tells; blocks of the article's running text get none."""
    inside = _Extracted(article.text)
    found: list[Piece] = []
    for block in seen.blocks:
        kind = _kind(block, seen.text, inside, title)
        if kind is not None:
            found.append(Piece(kind, block.start, block.end, "author" if kind == "byline" else None))
    return _joined_quotes(found, seen)


class _Extracted:
    """The words of the extracted article, for asking whether a block is of it."""

    def __init__(self, text: str | None) -> None:
        self.known = text is not None
        lines = [" ".join(words(line)) for line in (text or "").split("\n")]
        self._lines = frozenset(lines)
        self._all = f" {' '.join(lines)} "

    def holds(self, block: list[str]) -> bool:
        joined = " ".join(block)
        return joined in self._lines or (len(joined) >= _EXACT and f" {joined} " in self._all)


def _kind(block: Block, text: str, inside: _Extracted, title: str | None) -> str | None:
    """Return the kind of a block, None where it is running text of the article."""
    own = text[block.start : block.end]
    tokens = words(own)
    tags = frozenset(block.tags)
    if "h1" in tags or (title and tokens == words(title) and not tags & _NAV_TAGS):
        return "headline"
    if _COMMENT.search(block.hints):
        return "comment"
    if "figcaption" in tags or (_CAPTION.search(block.hints) and len(tokens) <= _QUOTE_WORDS):
        return "caption"
    framed = bool(tags & _NAV_TAGS) or ("header" in tags and not tags & _ARTICLE_TAGS) or _FRAME.search(block.hints) is not None
    held = inside.holds(tokens)
    if _PULL.search(block.hints):
        return "pull_quote"
    if _BYLINE.search(block.hints) and len(tokens) <= _BYLINE_WORDS and not framed:
        return "byline"
    if "blockquote" in tags and not framed and (held or not inside.known):
        return "embedded_document"
    if held and not tags & {"nav", "footer", "button", "select"}:
        return None
    return _outside(block, text, tags, framed=framed, prose=len(tokens) >= _PROSE_WORDS, known=inside.known)


def _outside(block: Block, text: str, tags: frozenset[str], *, framed: bool, prose: bool, known: bool) -> str | None:
    """Return the kind of a block that the extractor left out; prose of the article it overlooked stays in."""
    lines: Sequence[Line] = split_lines(text[block.start : block.end])
    frame = frame_line(lines[0]) if lines else None
    if frame is not None and frame.kind in {"licence", "disclaimer", "editor_note"}:
        return frame.kind
    if prose and not framed and (tags & _ARTICLE_TAGS or not known):
        return None
    return "navigation"


def _joined_quotes(pieces: list[Piece], seen: Visible) -> list[Piece]:
    """Leave short block quotations in the running text, where quotes are found by their words; join the paragraphs of long ones."""
    made: list[Piece] = []
    run: list[Piece] = []
    for piece in [*pieces, Piece("end", len(seen.text), len(seen.text))]:
        if piece.kind == "embedded_document" and (not run or not seen.text[run[-1].end : piece.start].strip()):
            run.append(piece)
            continue
        if run:
            size = sum(len(words(seen.text[part.start : part.end])) for part in run)
            if len(run) > 1 or size > _QUOTE_WORDS:
                made.append(Piece("embedded_document", run[0].start, run[-1].end))
            run = [piece] if piece.kind == "embedded_document" else []
        if piece.kind not in {"embedded_document", "end"}:
            made.append(piece)
    return made
