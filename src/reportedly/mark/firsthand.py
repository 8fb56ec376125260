"""Sentences in the first person whose quotation marks are lost: those beside them say whose they are.

"A source told Varda that P. We have seen the reports." and "We hope they get in. There is no time, he added."
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Span as TokenSpan

from reportedly.mark.drafts import Draft, united
from reportedly.mark.found import Page, characters
from reportedly.mark.quotes import QuoteIndex
from reportedly.model import Document
from reportedly.parse import sentences

_FIRST = frozenset({"i", "we"})
_SAYING = frozenset("say tell add explain state note stress continue write confirm emphasize emphasise".split())
_HEAD = 12


def with_first_person(page: Page, document: Document, drafts: Sequence[Draft], quotes: QuoteIndex) -> list[Draft]:
    """Return ``drafts`` with each such sentence given to who is said to speak in the one after it, else to who spoke in the one before.

    Of a page with a named author nothing is changed: the first person is theirs.
    """
    out = list(drafts)
    if document.metadata.byline:
        return out
    found = list(sentences(page.doc))
    waiting: list[TokenSpan] = []
    speaker: int | None = None
    for sentence in found:
        if _is_firsthand(sentence, out, quotes):
            waiting.append(sentence)
            continue
        said = _said(sentence, out)
        after = said is not None and _leads_on(out[said], sentence)
        number = said if after and said is not None else speaker
        if waiting and number is not None:
            out[number] = _with(page, out[number], waiting)
        waiting, speaker = [], said if said is not None else _still(out, speaker, sentence)
    if waiting and speaker is not None:
        out[speaker] = _with(page, out[speaker], waiting)
    return out


def _is_firsthand(sentence: TokenSpan, drafts: Sequence[Draft], quotes: QuoteIndex) -> bool:
    if not any(t.lower_ in _FIRST and t.dep_ in {"nsubj", "nsubjpass"} for t in sentence):
        return False
    if quotes.at(sentence[0].idx) is not None or any(t.is_quote for t in sentence):
        return False
    start, end = sentence.start_char, sentence.end_char
    for made in drafts:
        own = made.holder is not None and made.holder.lower_ in _FIRST
        if not own and made.source and (start <= made.head.idx < end or any(s < end and start < e for s, e in made.content)):
            return False
    return True


def _still(drafts: Sequence[Draft], speaker: int | None, sentence: TokenSpan) -> int | None:
    """Return the number of the report before where it holds words of a sentence too, None where it does not."""
    held = speaker is not None and any(s < sentence.end_char and sentence.start_char < e for s, e in drafts[speaker].content)
    return speaker if held else None


def _said(sentence: TokenSpan, drafts: Sequence[Draft]) -> int | None:
    """Return the number of the outermost report of a sentence that names who speaks, None where it has none."""
    inside = [
        n
        for n, made in enumerate(drafts)
        if sentence.start <= made.head.i < sentence.end and made.speech and made.source and made.head.lemma_.lower() in _SAYING
    ]
    inside = [n for n in inside if drafts[n].holder is None or drafts[n].holder.lower_ not in _FIRST]  # type: ignore[union-attr]
    return max(inside, key=lambda n: sum(e - s for s, e in drafts[n].content), default=None)


def _leads_on(made: Draft, sentence: TokenSpan) -> bool:
    """Say whether a report begins with its sentence and closes with a speaker who goes on: "P, he added"."""
    goes_on = made.head.lemma_.lower() in {"add", "continue"} or (made.holder is not None and made.holder.lower_ in {"he", "she"})
    return goes_on and made.start - sentence.start_char <= _HEAD and made.head.idx > made.start


def _with(page: Page, made: Draft, more: Sequence[TokenSpan]) -> Draft:
    spans = characters(page, [(sentence.start, sentence.end) for sentence in more])
    return replace(made, content=united((*made.content, *spans)))
