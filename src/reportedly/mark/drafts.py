"""Attributions in the making, with offsets of the text instead of token numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from reportedly.mark.found import Found, Page, characters
from reportedly.mark.speaking import can_speak
from reportedly.model.span import Span
from reportedly.parse import root_of
from reportedly.text import trim

_ADVERBS = frozenset("earlier later meanwhile however separately also recently today yesterday previously additionally similarly".split())
_PARTS = frozenset({"part", "member", "offshoot", "affiliate", "branch", "ally", "wing", "arm"})
_EMPTY = frozenset("who which that what and but or as if when while also then whom to".split())
"""Words that are no content of their own."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution without id, parent and speaker.

    ``head`` is the token of its cue, ``holder`` that of its source; ``speaker`` is a name given from outside.
    """

    head: Token
    pattern: str
    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: tuple[Span, ...] = ()
    holder: Token | None = None
    speech: bool = True
    score: float = 0.5
    speaker: str | None = None

    @property
    def start(self) -> int:
        """Offset of the content's first character."""
        return self.content[0].start

    @property
    def end(self) -> int:
        """Offset after the content's last character."""
        return self.content[-1].end


def draft(page: Page, found: Found) -> Draft | None:
    """Return ``found`` with offsets of the text, None where no word is left of its content."""
    if page.doc[found.head].text == "Said" and not page.doc[found.head].is_sent_start:
        return None
    found = _trimmed(page, found)
    pieces = characters(page, found.content)
    content = tuple(p for p in pieces if page.text[p.start : p.end].lower() not in _EMPTY) or pieces
    if not content:
        return None
    cue = characters(page, found.cue)
    source = _unbracketed(page.text, characters(page, [found.source])) if found.source else ()
    holder = holder_of(page.doc[found.source[0] : found.source[1]]) if found.source else None
    head = page.doc[found.head]
    speech = found.speech and (can_speak(holder) or _says(head, found, holder))
    return Draft(head, found.pattern, content, cue, source, holder, speech, found.score)


def holder_of(words: TokenSpan) -> Token:
    """Return the head word of a source, also of one that was cut out of a phrase that the parse has run together."""
    root = root_of(words)
    for n, word in enumerate(words[:-1]):
        if word.pos_ in {"DET", "ADJ", "NUM"}:
            continue
        first = word.pos_ == "NOUN" and words[n + 1].pos_ == "ADP" and word.head.i != root.i and can_speak(word)
        if first and not any(a.i == root.i for a in word.ancestors):
            return word
        break
    if root.pos_ in {"NOUN", "PROPN", "PRON"}:
        return _before_part(root, words)
    inside = range(words.start, words.end)
    return next((t for t in reversed(list(words)) if t.pos_ in {"NOUN", "PROPN"} and t.head.i not in inside), root)


def _before_part(root: Token, words: TokenSpan) -> Token:
    """Return "group" for "the group part of an alliance", whose second noun the parse takes for the head of the first."""
    before = root.nbor(-1) if root.i > words.start else root
    named = before.pos_ == "NOUN" and before.dep_ == "compound" and can_speak(before)
    return before if named and root.lemma_ in _PARTS else root


def _says(head: Token, found: Found, holder: Token | None) -> bool:
    """Say whether whatever the source is, it speaks: "the watchdog said", not "this said" or "the attack shows"."""
    return (
        head.lemma_ in {"say", "tell"}
        and found.pattern in {"clause", "closing", "inserted"}
        and holder is not None
        and holder.pos_ == "NOUN"
    )


def _trimmed(page: Page, found: Found) -> Found:
    """Return ``found`` with a source that begins behind an adverb of its sentence: "Earlier the reporter noted"."""
    if found.source is None:
        return found
    begin, end = found.source
    while begin < end - 1 and page.doc[begin].lower_ in _ADVERBS:
        begin += 1
    return found if begin == found.source[0] else replace(found, source=(begin, end))


def _unbracketed(text: str, source: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return ``source`` from behind a bracket that closes in it without having opened: "Reuters) Western powers"."""
    if len(source) != 1:
        return source
    ((start, end),) = source
    at = text.find(")", start, end)
    if at < 0 or "(" in text[start:at] or not any(c.isalnum() for c in text[at:end]):
        return source
    return (Span(*trim(text, at + 1, end)),)


def apart(text: str, made: Draft) -> Draft | None:
    """Return ``made`` with a content that shares no word with its cue and source, None where nothing is left of it."""
    pieces = [Span(*trim(text, *piece)) for piece in cut_out(made.content, (*made.cue, *made.source))]
    kept = tuple(p for p in pieces if any(c.isalnum() for c in text[p.start : p.end]))
    return replace(made, content=kept) if kept else None


def united(spans: Iterable[Span], apart: int = 0) -> tuple[Span, ...]:
    """Return ``spans`` in order, those that overlap or stand at most ``apart`` characters from each other made one."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end + apart:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return tuple(out)


def cut_out(spans: Iterable[Span], holes: Iterable[Span]) -> tuple[Span, ...]:
    """Return ``spans`` without the characters of ``holes``."""
    kept = list(spans)
    for hole in holes:
        kept = [Span(a, b) for start, end in kept for a, b in ((start, min(end, hole.start)), (max(start, hole.end), end)) if a < b]
    return tuple(kept)


def shared(left: Sequence[Span], right: Sequence[Span]) -> int:
    """Return how many characters two sets of spans, each in order, have in common."""
    total = i = j = 0
    while i < len(left) and j < len(right):
        total += max(0, min(left[i].end, right[j].end) - max(left[i].start, right[j].start))
        if left[i].end < right[j].end:
            i += 1
        else:
            j += 1
    return total


def length(spans: Iterable[Span]) -> int:
    """Return how many characters ``spans`` have."""
    return sum(end - start for start, end in spans)
