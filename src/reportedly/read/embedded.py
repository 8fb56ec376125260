"""Blocks of paragraphs that give another's document, speech or article word for word.

What shows such a block is how it is announced (segments.yaml) and how its quotation marks close. Where no end is found, nothing is
marked: words of others taken for the page's own are told by their attribution, words of the page taken for others' by nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.extracts import Extract, find_extracts
from reportedly.read.dateparse import find_dates
from reportedly.read.lines import Line, Piece
from reportedly.read.rules import rules_at
from reportedly.read.spoken import goes_on, is_spoken, long_quotation

_OPEN = re.compile(r"[\"“„«‘]")
_CLOSE = re.compile(r"[\"”»’“][.!?]?\s*(?:[\"”»]?\s*\([^()]{0,240}(?:\([^()]{0,80}\)[^()]{0,80}){0,3}\))?[.]?$")
_CITED = re.compile(r"\([^()\n]{3,240}(?:\([^()]{0,80}\)[^()]{0,80}){0,3}\)\W*")
_THANKS = re.compile(r"\W*(?:thanks|hat|h/t|via|emphasis|translat|photo)", re.IGNORECASE)
_SIGNED = re.compile(r"^[A-ZÀ-Þ][\w'’. -]{1,40}, ")
_BACK = re.compile(
    r"^(?:this|that|the) (?:\w+ ){0,2}(?:statement|letter|text|declaration|communiqu[eé]|message|resolution|appeal|document|memorandum)\b",
    re.IGNORECASE,
)
_MOST = 25
_CUE_TAIL = 160
_SIGN_WORDS = 10
_CUE_WORDS = 25
_UNMARKED = 6


def embedded(text: str, lines: Sequence[Line]) -> list[Piece]:
    """Return embedded documents and quoted articles among ``lines``, which are the lines of running text in order.

    A block opens after a paragraph that announces it. Quoted, it goes on to the paragraph that closes the quotation
    (each paragraph may open it anew); without quotation marks it must be announced in so many words, and ends with a
    line of place and date, before a paragraph that looks back on it, or with the last paragraph that shows to belong to it.
    """
    found = list(_extracted(text, lines))
    ends = {piece.start: piece.end for piece in found}
    at = 1
    while at < len(lines):
        if (reach := ends.get(lines[at].start)) is not None:
            at = next((n for n in range(at, len(lines)) if lines[n].start >= reach), len(lines)) + 1
            continue
        kind, end = _announced(lines, at) if not text[lines[at - 1].end : lines[at].start].strip() else (None, None)
        if kind is not None and end is not None:
            found.append(Piece(kind, lines[at].start, lines[_with_citation(lines, end)].end))
            at = end + 1
        at += 1
    return found


def _extracted(text: str, lines: Sequence[Line]) -> Iterator[Piece]:
    """Yield the passages whose quotation marks show that they are others' words, with the reference behind them."""
    place = {line.start: at for at, line in enumerate(lines)}
    for extract in find_extracts(text) if len(lines) > 1 else ():
        first = place.get(extract.spans[0].start)
        if first:
            end = max(extract.spans[-1].end, extract.reference.end if extract.reference else 0)
            last = next((line for line in lines[first:] if line.end >= end), lines[first])
            yield Piece(_kind(text, lines[first - 1], extract), lines[first].start, last.end)
    for opened, closed in long_quotation(lines):
        if opened:
            yield Piece("quoted_article", lines[opened].start, lines[closed].end)


def _kind(text: str, before: Line, extract: Extract) -> str:
    told = announces(before)
    if told is not None:
        return told
    cited = extract.reference is not None and not _THANKS.match(text, *extract.reference)
    return "quoted_article" if cited else "embedded_document"


def _announced(lines: Sequence[Line], at: int) -> tuple[str | None, int | None]:
    """Return the kind of the block that the line before ``at`` announces, and the number of its last line; None where there is none."""
    kind = announces(lines[at - 1])
    if kind is not None:
        return kind, _end(lines, at, kind)
    if lines[at - 1].bare.endswith(":") and _matches("speaks", lines[at - 1]) and is_spoken(lines, at):
        return "embedded_document", goes_on(lines, at, _UNMARKED)
    return None, None


def set_off(text: str, lines: Sequence[Line], pieces: Sequence[Piece]) -> list[Piece]:
    """Return ``pieces`` with blocks that the structure of a page sets off made quoted articles where the line before them says so."""
    made: list[Piece] = []
    at = 0
    for piece in sorted(pieces, key=lambda piece: piece.start):
        while at < len(lines) and lines[at].end <= piece.start:
            at += 1
        above = lines[at - 1] if at and not text[lines[at - 1].end : piece.start].strip() else None
        told = announces(above) if above is not None and piece.kind == "embedded_document" else None
        made.append(replace(piece, kind=told) if told else piece)
    return made


def announces(line: Line) -> str | None:
    """Return the kind of block that the last words of a paragraph announce, None where they announce none."""
    if line.ends:
        return None
    kinds = _matches("announces", line)
    if "embedded_document" in kinds:
        return "embedded_document"
    return "quoted_article" if kinds and line.bare.endswith(":") else None


def _matches(place: str, line: Line) -> list[str]:
    tail = line.bare[-_CUE_TAIL:]
    return [rule.kind for rule in rules_at(place) if rule.pattern.search(tail.rstrip(": "))]


def _end(lines: Sequence[Line], at: int, kind: str) -> int | None:
    if _OPEN.match(lines[at].bare):
        end = _closing(lines, at)
        alone = end == at and kind == "quoted_article" and not _CITED.search(lines[at].bare[-240:])
        return None if alone else end
    if kind == "embedded_document":
        return _signature(lines, at)
    short = lines[at - 1].words <= _CUE_WORDS and lines[at].prose
    return goes_on(lines, at, _UNMARKED) if short else None


def _closing(lines: Sequence[Line], at: int) -> int | None:
    """Return the index of the paragraph that closes the quotation opened at ``at``."""
    for index in range(at, min(at + _MOST, len(lines))):
        if _CLOSE.search(lines[index].bare[-400:]):
            return index
    return None


def _with_citation(lines: Sequence[Line], end: int) -> int:
    """Return ``end``, or the number of the next line where that is a reference in brackets and nothing else."""
    return end + 1 if end + 1 < len(lines) and _CITED.fullmatch(lines[end + 1].bare) else end


def _signature(lines: Sequence[Line], at: int) -> int | None:
    """Return the index of the last paragraph of an unquoted document that begins at ``at``."""
    for index in range(at + 1, min(at + _MOST, len(lines))):
        words = lines[index].bare
        if lines[index].words <= _SIGN_WORDS and find_dates(words) and (_SIGNED.match(words) or find_dates(words)[0].start == 0):
            return index
        if _BACK.match(words):
            return index - 1
    return None
