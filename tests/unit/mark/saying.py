"""What the rules find in an invented text, in words."""

from __future__ import annotations

from typing import NamedTuple

from reportedly.mark.analysis import analyse
from reportedly.mark.attributions import mark_attributions
from reportedly.model import Document, Segment


class Told(NamedTuple):
    """One attribution in words: source, cue and content, their parts joined by an ellipsis, the parent's content, whether it is speech."""

    source: str
    cue: str
    content: str
    inside: str
    speech: bool


def told(text: str) -> list[Told]:
    """Return the attributions of ``text`` in order."""
    page = Document("sha256:0", "invented.txt", text, b"", segments=(Segment("body", 0, len(text)),))
    (doc,) = analyse([page])
    found = mark_attributions(doc, page, ())
    contents = {a.id: words(text, a.content) for a in found}
    return [Told(words(text, a.source), words(text, a.cue), contents[a.id], contents.get(a.parent or "", ""), a.speech) for a in found]


def words(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    """Return the words of ``spans``, white space made one space each."""
    return " … ".join(" ".join(text[start:end].split()) for start, end in spans)


def pairs(text: str) -> list[tuple[str, str]]:
    """Return source and content of what ``text`` reports as speech."""
    return [(t.source, t.content) for t in told(text) if t.speech]
