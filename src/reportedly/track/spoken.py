"""Whose words a stretch of a text is: the page's own, those that it reports of a speaker, or those that it quotes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportedly.model import Attribution
from reportedly.model.document import Segment

OWN, REPORTED, QUOTED = "own", "reported", "quoted"
_OF_OTHERS = frozenset({"embedded_document", "quoted_article", "pull_quote"})
_NO_TEXT = frozenset({"navigation", "licence", "disclaimer"})
_OPENING, _CLOSING, _EITHER = "“«„", "”»", '"'
_AROUND = 40
_MARKS = frozenset(_OPENING + _CLOSING + _EITHER + "‘’'")


@dataclass(frozen=True, slots=True)
class Spoken:
    """One use of a word for an actor or an act.

    Attributes:
        act: the frame of an act, None for a word for an actor. actor: id of whom the word is for, or who does or suffers the act.
        word: in lower case, without an article. source: the publisher. voice: ``own``, ``reported`` or ``quoted``. speaker: whose words
            are reported or quoted. family: the documents that are reprints of one another. day: of publication, else of recording.
        around: the words around it. marked: the word alone stands in quotation marks. claim: its id, where it is of one.
    """

    act: str | None
    actor: str | None
    name: str
    word: str
    source: str
    voice: str
    speaker: str | None
    document: str
    family: str
    path: str
    start: int
    end: int
    day: str
    around: str = ""
    marked: bool = False
    claim: str | None = None


def whose(at: int, text: str, attributions: Iterable[Attribution], segments: Iterable[Segment]) -> tuple[str, str | None] | None:
    """Return whose words stand at an offset, as voice and speaker; None where it is no part of what is told."""
    segment = next((each for each in segments if each.start <= at < each.end), None)
    if segment is not None and segment.kind in _NO_TEXT:
        return None
    around = [(span.end - span.start, each, span) for each in attributions for span in each.content if span.start <= at < span.end]
    if around:
        _, found, span = min(around, key=lambda each: each[0])
        quoted = found.kind == "direct" or (found.kind == "mixed" and is_open(text, span.start, at))
        return (QUOTED if quoted else REPORTED), found.speaker_name
    if segment is not None and segment.kind in _OF_OTHERS:
        return QUOTED, segment.speaker
    return OWN, None


def is_open(text: str, begin: int, at: int) -> bool:
    """Say whether a quotation mark that opens after ``begin``, or right before it, is not closed before ``at``."""
    before = text[max(0, begin - 1) : at]
    opened = sum(before.count(mark) for mark in _OPENING) - sum(before.count(mark) for mark in _CLOSING)
    return opened > 0 or before.count(_EITHER) % 2 == 1


def is_marked(text: str, start: int, end: int) -> bool:
    """Say whether words stand alone in quotation marks."""
    return text[max(0, start - 1) : start] in _MARKS and text[end : end + 1] in _MARKS


def around(text: str, start: int, end: int) -> str:
    """Return the words around a stretch, whole ones as far as they go, on one line."""
    first, last = text.find(" ", max(0, start - _AROUND)) if start > _AROUND else -1, text.rfind(" ", end, end + _AROUND)
    return " ".join(text[min(first + 1, start) : max(end, last)].split())


def shown(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Return the words of several stretches in text order, on one line."""
    return " … ".join(" ".join(text[start:end].split()) for start, end in sorted(set(spans)))
