"""Rules and encoder together: the same attribution found twice becomes one, and what only one of them found must be sure enough."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from reportedly.mark.construct import VERBAL, supposed
from reportedly.mark.cues import CueTable
from reportedly.mark.drafts import Draft, cut_out, shared
from reportedly.mark.found import Page, worded
from reportedly.mark.speaking import can_speak
from reportedly.mark.tagger.decode import CUE, Tagged
from reportedly.mark.tagger.encoder import Opinion
from reportedly.model.span import Span
from reportedly.parse import root_of, sentence_of, tokens_between

ENCODED = frozenset({"clause", "paren", "small", "charge.as", "charge.of", "object", "infinitive"})
"""Constructions whose content the encoder bounds better than the parse does; measured on the development part of PolNeAR."""
ALONE = {False: 0.4, True: 0.6}
"""The least score of an attribution that only the encoder found, by whether it is speech; below it fewer than half are right.

In news those of speech do better; in reports of war, which the encoder has not seen, most of what it calls speech is something else.
"""
DOUBTED = 0.4
"""The least score of a draft of thought or intent times the encoder's chance of its cue, where the encoder did not find it.

Drafts of speech stand in any case: in reports of war most of those that the encoder misses are right.
"""
_LEADING_ON = frozenset({"DET", "PRON", "ADP", "CCONJ", "SCONJ", "PART"})
_SAYING = frozenset({"say", "tell"})
"""Verbs whose subject speaks, whoever it is."""
_SAID = frozenset({"said", "says", "told", "tells"})
"""The same as the encoder reads them where the next word is run on: "said«We"."""
SURE = 0.99
"""The least chance of a source that the encoder names against the rules."""


class _Found:
    """What the encoder found, asked by place. Its contents do not overlap each other, nor do its cues."""

    def __init__(self, found: Sequence[Tagged]) -> None:
        self.cues = sorted((tagged.cue, n) for n, tagged in enumerate(found))
        self.contents = sorted(span for tagged in found for span in tagged.content)

    def by_cue(self, made: Draft) -> int | None:
        """Return the number of what has a cue in common with ``made``, None where nothing has."""
        head = Span(made.head.idx, made.head.idx + 1)
        for span in (head, *made.cue):
            at = bisect_left(self.cues, span.end, key=lambda cue: cue[0].start) - 1
            if at >= 0 and self.cues[at][0].end > span.start:
                return self.cues[at][1]
        return None

    def holds(self, at: int) -> bool:
        """Say whether ``at`` lies in a content."""
        n = bisect_right(self.contents, at, key=lambda span: span.start) - 1
        return n >= 0 and at < self.contents[n].end


def fused(page: Page, drafts: Sequence[Draft], opinion: Opinion, table: CueTable) -> list[Draft]:
    """Return the drafts of the rules with what the encoder makes of them, and its own.

    Of drafts with one cue the surest takes the encoder's source, and in some constructions its content. A draft that the encoder
    did not find stays where it is inside what the encoder found (which was trained on texts without nesting), or sure enough.
    """
    found = _Found(opinion.found)
    partner: dict[int, int] = {}
    out: list[Draft] = []
    for n, made in enumerate(drafts):
        number = found.by_cue(made)
        if number is not None:
            best = partner.get(number)
            partner[number] = n if best is None or made.score > drafts[best].score else best
        elif _stands(made, opinion, found):
            out.append(made)
    for number, tagged in enumerate(opinion.found):
        if number in partner:
            out.append(_both(page, drafts[partner[number]], tagged))
        elif (own := _own(page, tagged, table)) is not None and own.score >= ALONE[own.speech]:
            out.append(own)
    return out


def _stands(made: Draft, opinion: Opinion, found: _Found) -> bool:
    at = made.head.idx
    return made.speech or found.holds(at) or made.score * max(opinion.chance(CUE, c) for c in made.cue or (Span(at, at + 1),)) >= DOUBTED


def _both(page: Page, made: Draft, tagged: Tagged) -> Draft:
    content = _bounded(page, made, tagged) if made.pattern in ENCODED else ()
    source, holder = made.source, made.holder
    theirs = _source(page, tagged)
    if theirs[0] and (not source or _better(made, tagged, theirs[0])):
        source, holder = theirs
    return replace(made, content=content or made.content, source=source, holder=holder, score=max(made.score, tagged.score))


def _better(made: Draft, tagged: Tagged, theirs: tuple[Span, ...]) -> bool:
    """Say whether a source that the encoder names takes the place of that of the rules: it is sure of it, and it is near the cue.

    One that overlaps is the same, with more of what is said of it; one in another sentence is seldom who does what the cue says.
    """
    return tagged.source_score >= SURE and _beside(made, theirs[0]) and not shared(made.source, theirs)


def _beside(made: Draft, span: Span) -> bool:
    """Say whether ``span`` begins in the sentence of the cue."""
    sentence = sentence_of(made.head)
    return bool(sentence.start_char <= span.start < sentence.end_char)


def _bounded(page: Page, made: Draft, tagged: Tagged) -> tuple[Span, ...]:
    """Return the encoder's content of ``made``: what shares words with the rules' or stands in the sentence of the cue.

    Where it breaks off inside a word, or at one that leads on ("the road, which it"), it reaches as far as the rules' content.
    """
    found = worded(page.text, tagged.content)
    content = tuple(span for span in found if shared((span,), made.content) or _beside(made, span))
    words = tokens_between(page.doc, *content[-1]) if content else None
    if words is None or not (_ends_inside(page.text, content[-1]) or words[-1].pos_ in _LEADING_ON or _goes_on(words[-1])):
        return content
    last = made.content[-1]
    return (*content[:-1], Span(content[-1].start, last.end)) if last.start < content[-1].end < last.end else content


def _ends_inside(text: str, span: Span) -> bool:
    """Say whether a word goes on behind ``span``: the encoder reads names that it does not know in pieces."""
    return text[span.end - 1].isalnum() and text[span.end : span.end + 1].isalnum()


def _goes_on(last: Token) -> bool:
    """Say whether the words behind ``last`` tell of what it tells: "and causing damage"."""
    if last.i + 2 >= len(last.doc):
        return False
    return last.nbor(1).lower_ == "and" and last.nbor(2).tag_ == "VBG"


def _own(page: Page, tagged: Tagged, table: CueTable) -> Draft | None:
    span = tokens_between(page.doc, *tagged.cue)
    content = worded(page.text, tagged.content)
    if span is None or not content:
        return None
    head = root_of(span)
    source, holder = _source(page, tagged)
    glued = page.text[tagged.cue.start : tagged.cue.end].lower() in _SAID
    said = (glued or any(token.lemma_ in _SAYING for token in span)) and holder is not None
    speech = said or (any(table.speech(token.lemma_.lower()) for token in span) and can_speak(holder))
    verb = next((token for token in span if token.pos_ in VERBAL and table.speech(token.lemma_.lower())), None)
    speech = speech and not (verb is not None and supposed(verb, holder))
    cue = worded(page.text, (tagged.cue,)) or (tagged.cue,)
    return Draft(head, "tagged", cut_out(content, (*cue, *source)) or content, cue, source, holder, speech, tagged.score)


def _source(page: Page, tagged: Tagged) -> tuple[tuple[Span, ...], Token | None]:
    if tagged.source is None:
        return (), None
    span = tokens_between(page.doc, *tagged.source)
    source = worded(page.text, (tagged.source,))
    return (source, root_of(span)) if span is not None and source else ((), None)
