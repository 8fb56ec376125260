"""Telling which blocks of a page are its article, and what the others are."""

from __future__ import annotations

import re
from functools import lru_cache

from reportedly.read.boilerplate import frame_line, frame_notice, may_notify
from reportedly.read.htmlasides import asides
from reportedly.read.htmlknown import HEADINGS, PROSE_WORDS, Known, known_blocks, tokens_of
from reportedly.read.htmlparts import Told, heads
from reportedly.read.htmltext import Visible
from reportedly.read.lines import Piece, split_lines
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
_HINTS = {"comment": _COMMENT, "frame": _FRAME, "pull": _PULL, "byline": _BYLINE, "caption": _CAPTION}
_NAV_TAGS = frozenset({"nav", "footer", "aside", "form", "button", "select", "menu", "search", "dialog", "textarea", "option"})
_FRAMES = frozenset({"nav", "footer", "button", "select"})
_ARTICLE_TAGS = frozenset({"article", "main"})
_BYLINE_WORDS = 25
_QUOTE_WORDS = 60
_MENU_WORDS = 3
_MARKER_WORDS = 8
"""Words of the longest line that says where an earlier part begins."""
_NOT_LINKED = frozenset({"li", "blockquote"})
_CLOCK = re.compile(r"\W*(?:\d{1,2}[:.h]\d\d|\d{1,2} ?[ap]\.?m\.?)\b.{0,40}", re.IGNORECASE)


def page_pieces(seen: Visible, article: str | None, title: str | None) -> list[Piece]:
    """Return the pieces whose kind the structure of a page tells; blocks of the article's running text get none."""
    wanted = tokens_of(title) if title else []
    told: list[Told] = []
    for known in known_blocks(seen, article, wanted):
        before = told[-1][0] if told else None
        told.append((known, _menu(known) or _entry(seen.text, before, known) or _kind(known, seen.text, wanted)))
    told = asides(told, seen.pictures)
    headed = heads(seen.text, told)
    found: list[Piece] = []
    menu = False
    for n, (known, kind) in enumerate(told):
        piece = headed.get(n) or _piece(known, kind)
        short = piece is not None and kind == "navigation" and n not in headed and (known.linked or len(known.words) <= _MENU_WORDS)
        if piece is not None and short and menu:
            found[-1] = Piece("navigation", found[-1].start, piece.end)
        elif piece is not None:
            found.append(piece)
        menu = short
    return _joined_quotes(found, seen)


def _piece(known: Known, kind: str | None) -> Piece | None:
    return Piece(kind, known.block.start, known.block.end, "author" if kind == "byline" else None) if kind else None


def _menu(known: Known) -> str | None:
    if not known.block.menu:
        return None
    return "comment" if "comment" in _shown(known.block.hints) else "navigation"


def _entry(text: str, before: Known | None, known: Known) -> str | None:
    """Return ``headline`` where a heading stands under the hour of an entry of a live page."""
    if before is None or known.linked or not HEADINGS & set(known.block.tags) or _FRAMES & set(known.block.tags):
        return None
    return "headline" if _CLOCK.fullmatch(text, before.block.start, before.block.end) else None


@lru_cache(4096)
def _shown(hints: str) -> frozenset[str]:
    """Return which parts of a page classes and ids name."""
    return frozenset(name for name, pattern in _HINTS.items() if pattern.search(hints))


def _kind(known: Known, text: str, title: list[str]) -> str | None:
    """Return the kind of a block, None where it is running text of the article."""
    block, size = known.block, len(known.words)
    tags, shown = frozenset(block.tags), _shown(block.hints)
    if "h1" in tags or (title and known.words == title and not tags & _NAV_TAGS):
        return "headline"
    if "comment" in shown and not known.held:
        return "comment"
    if "figcaption" in tags or ("caption" in shown and size <= _QUOTE_WORDS):
        return "caption"
    if "pull" in shown:
        return "pull_quote"
    framed = bool(tags & _NAV_TAGS) or ("header" in tags and not tags & _ARTICLE_TAGS) or "frame" in shown
    told = known.held and text.endswith((".", "!", "?", "”", '"'), block.start, block.end)
    if "byline" in shown and size <= _BYLINE_WORDS and not framed and not told:
        return "byline"
    if "blockquote" in tags and not framed and (known.held or known.like or not known.extracted):
        return "embedded_document"
    if known.held and not tags & _FRAMES and not (known.linked and not tags & _NOT_LINKED):
        return None
    return _outside(known, text, framed=framed)


def _outside(known: Known, text: str, *, framed: bool) -> str | None:
    """Return the kind of a block that the extractor left out; prose like that of the article, which it overlooked, stays in."""
    own = text[known.block.start : known.block.end]
    notice = None
    if 1 < len(known.words) <= _MARKER_WORDS and not known.linked:
        notice = frame_line(split_lines(own)[0])
    elif len(known.words) > 1 and not known.linked and may_notify(own):
        notice = frame_notice(split_lines(own)[0])
    if notice is not None and notice.kind in {"licence", "disclaimer", "editor_note"}:
        return notice.kind
    prose = len(known.words) >= PROSE_WORDS and not framed and not known.linked and not known.teaser
    if prose and (known.like or not known.extracted):
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
