"""Rules and encoder together: the same attribution found twice becomes one, and what only one of them found must be sure enough."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from reportedly.mark.cues import CueTable
from reportedly.mark.drafts import Draft, cut_out
from reportedly.mark.found import Page
from reportedly.mark.speaking import can_speak
from reportedly.mark.tagger.decode import CUE, Tagged
from reportedly.mark.tagger.encoder import Opinion
from reportedly.model.span import Span
from reportedly.parse import root_of, tokens_between
from reportedly.text import trim

LAYOUT = frozenset({"colon", "signed", "line", "closing", "block", "titled"})
"""Constructions that marks and lines show, which the encoder has seen little of: they stand whatever it says."""
ALONE = 0.3
"""The least score of an attribution that only the encoder found."""
DOUBTED = 0.15
"""The least score of a draft of the rules times the encoder's chance of its cue, where the encoder did not find it."""
_EDGES = " \t\n\xa0,;:—–-"


def fused(page: Page, drafts: Sequence[Draft], opinion: Opinion, table: CueTable) -> list[Draft]:
    """Return the drafts of the rules with what the encoder makes of them, and its own.

    A draft with the same cue takes the encoder's content and source. A draft without one stays where it is inside or around
    what the encoder found (it was trained on text without nesting), where the layout shows it, or where both together are sure.
    """
    partner: dict[int, Tagged] = {}
    alone: list[Tagged] = []
    for tagged in opinion.found:
        rivals = [n for n, made in enumerate(drafts) if n not in partner and _same_cue(made, tagged)]
        if rivals:
            partner[max(rivals, key=lambda n: drafts[n].score)] = tagged
        else:
            alone.append(tagged)
    out = [_both(page, drafts[n], tagged) for n, tagged in partner.items()]
    for n, made in enumerate(drafts):
        if n not in partner and not any(_same_cue(made, tagged) for tagged in opinion.found) and _stands(made, opinion):
            out.append(made)
    for tagged in alone:
        own = _own(page, tagged, table) if tagged.score >= ALONE else None
        out += [own] if own is not None else []
    return out


def _same_cue(made: Draft, tagged: Tagged) -> bool:
    return tagged.cue.start <= made.head.idx < tagged.cue.end or any(
        c.start < tagged.cue.end and tagged.cue.start < c.end for c in made.cue
    )


def _stands(made: Draft, opinion: Opinion) -> bool:
    if made.pattern in LAYOUT:
        return True
    at = made.head.idx
    if any(c.start <= at < c.end for tagged in opinion.found for c in tagged.content):
        return True
    return made.score * max(opinion.chance(CUE, c) for c in made.cue or (Span(at, at + 1),)) >= DOUBTED


def _both(page: Page, made: Draft, tagged: Tagged) -> Draft:
    content = _trimmed(page.text, tagged.content)
    source, holder = _source(page, tagged)
    if not source:
        source, holder = made.source, made.holder
    if not content:
        return made
    return replace(made, content=content, source=source, holder=holder, score=max(made.score, tagged.score))


def _own(page: Page, tagged: Tagged, table: CueTable) -> Draft | None:
    span = tokens_between(page.doc, *tagged.cue)
    content = _trimmed(page.text, tagged.content)
    if span is None or not content:
        return None
    head = root_of(span)
    source, holder = _source(page, tagged)
    speech = any(table.speech(token.lemma_.lower()) for token in span) and can_speak(holder)
    cue = _trimmed(page.text, (tagged.cue,)) or (tagged.cue,)
    return Draft(head, "tagged", cut_out(content, (*cue, *source)) or content, cue, source, holder, speech, tagged.score)


def _source(page: Page, tagged: Tagged) -> tuple[tuple[Span, ...], Token | None]:
    if tagged.source is None:
        return (), None
    span = tokens_between(page.doc, *tagged.source)
    source = _trimmed(page.text, (tagged.source,))
    return (source, root_of(span)) if span is not None and source else ((), None)


def _trimmed(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    out = []
    for span in spans:
        start, end = trim(text, *span)
        while start < end and text[start] in _EDGES:
            start += 1
        while start < end and text[end - 1] in _EDGES:
            end -= 1
        if any(c.isalnum() for c in text[start:end]):
            out.append(Span(start, end))
    return tuple(out)
