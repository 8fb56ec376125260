"""Blocks of several paragraphs that give another's document or article word for word."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.read.dateparse import find_dates
from reportedly.read.lines import Line, Piece

_OPEN = re.compile(r"[\"“„«‘]")
_CLOSE = re.compile(r"[\"”»’“][.!?]?\s*(?:[\"”»]?\s*\([^()]{0,240}(?:\([^()]{0,80}\)[^()]{0,80}){0,3}\))?[.]?$")
_FULL = re.compile(
    r"\b(?:in full|in its entirety|in toto|word for word|verbatim|full text|text of (?:the|this|his|her|their|a)|the following "
    r"(?:\w+ )?(?:statement|letter|text|declaration|communiqu[eé]|message|resolution|appeal|document|terms)|"
    r"(?:statement|letter|text|declaration|communiqu[eé]|resolution|document|agreement) "
    r"(?:reads|read|says|states|runs)(?: (?:as follows|in part))?|"
    r"(?:reads|states|stated|runs|follows) (?:as follows|here|below)|(?:is|are) (?:reproduced|reprinted|printed|given) (?:here|below))\b",
    re.IGNORECASE,
)
_ARTICLE = re.compile(
    r"\b(?:here(?:['’]s| is| are) (?:more|how|what|the|an? )|this is (?:from|how)|more from|from the same (?:article|report|piece)|"
    r"(?:writes|wrote|reported|reports|article|column|editorial|piece|excerpt|extract|passage)\b.{0,40}$)",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"^[A-ZÀ-Þ][\w'’. -]{1,40}, ")
_BACK = re.compile(
    r"^(?:this|that|the) (?:\w+ ){0,2}(?:statement|letter|text|declaration|communiqu[eé]|message|resolution|appeal|document|memorandum)\b",
    re.IGNORECASE,
)
_MOST = 25
_CUE_TAIL = 160
_SIGN_WORDS = 10


def embedded(lines: Sequence[Line]) -> list[Piece]:
    """Return embedded documents and quoted articles among ``lines``, which are running text in order.

    A block opens after a paragraph that announces it. Quoted, it goes on to the paragraph that closes the quotation
    (each paragraph may open it anew); without quotation marks it must be announced in so many words, and ends with a
    line of place and date or before a paragraph that looks back on it. Where no end is found, nothing is marked.
    """
    found: list[Piece] = []
    at = 1
    while at < len(lines):
        kind = _announces(lines[at - 1])
        end = _end(lines, at, kind) if kind else None
        if kind and end is not None:
            found.append(Piece(kind, lines[at].start, lines[end].end))
            at = end + 2
        else:
            at += 1
    return found


def _announces(line: Line) -> str | None:
    tail = line.bare[-_CUE_TAIL:]
    if line.ends:
        return None
    if _FULL.search(tail):
        return "embedded_document"
    return "quoted_article" if tail.endswith(":") and _ARTICLE.search(tail) else None


def _end(lines: Sequence[Line], at: int, kind: str) -> int | None:
    if _OPEN.match(lines[at].bare):
        end = _closing(lines, at)
        return end if end is not None and (end > at or kind == "embedded_document") else None
    return _signature(lines, at) if kind == "embedded_document" else None


def _closing(lines: Sequence[Line], at: int) -> int | None:
    """Return the index of the paragraph that closes the quotation opened at ``at``."""
    for index in range(at, min(at + _MOST, len(lines))):
        if _CLOSE.search(lines[index].bare[-400:]):
            return index
    return None


def _signature(lines: Sequence[Line], at: int) -> int | None:
    """Return the index of the last paragraph of an unquoted document that begins at ``at``."""
    for index in range(at + 1, min(at + _MOST, len(lines))):
        words = lines[index].bare
        if lines[index].words <= _SIGN_WORDS and find_dates(words) and (_SIGNED.match(words) or find_dates(words)[0].start == 0):
            return index
        if _BACK.match(words):
            return index - 1
    return None
