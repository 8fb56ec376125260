"""Attributions by rules: who says or thinks what, in whose words. The floor and fallback of the learned tagger.

The parse gives cues with their source and content (:mod:`verbs`, :mod:`nouns`), quote marks make contents whole
(:mod:`blocks`), overlaps are settled and nested (:mod:`nesting`), and sources are tied to speakers (:mod:`speakers`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from reportedly.ids import span_id
from reportedly.mark.blocks import attach_all
from reportedly.mark.colons import colon_speech
from reportedly.mark.contrasts import set_apart
from reportedly.mark.cues import Cues, load_cues
from reportedly.mark.drafts import Draft, apart, draft
from reportedly.mark.firsthand import with_first_person
from reportedly.mark.found import Found, Page
from reportedly.mark.fuse import fused
from reportedly.mark.layout import line_speech
from reportedly.mark.nesting import parents, settled
from reportedly.mark.nouns import according_to, adjective_cues, noun_cues
from reportedly.mark.outside import with_outer_sources
from reportedly.mark.quotations import quotations
from reportedly.mark.quotes import QuoteIndex
from reportedly.mark.recordings import with_recordings
from reportedly.mark.references import seen, titles
from reportedly.mark.relays import regrown
from reportedly.mark.sequels import with_sequels
from reportedly.mark.speakers import NOBODY, Speakers
from reportedly.mark.speaking import can_speak
from reportedly.mark.stamps import unstamped
from reportedly.mark.stolen import given_back
from reportedly.mark.tagger.encoder import Opinion
from reportedly.mark.tags import with_tags
from reportedly.mark.verbs import verb_cues
from reportedly.mark.witnesses import witness_cues
from reportedly.model import ActorMention, Attribution, Document

_DIRECT = 0.9


def mark_attributions(
    doc: Doc, document: Document, actors: Sequence[ActorMention], opinion: Opinion | None = None
) -> tuple[Attribution, ...]:
    """Return the attributions of ``document`` in order of their contents.

    Args:
        doc: the parse of ``document.text``.
        document: its segments say what is read: navigation, licences, disclaimers, comments and other languages are not.
        actors: mentions that are tied to a register, in text order; their names and ids become speakers'.
        opinion: what the encoder says of ``document.text``; without it the rules stand alone.
    """
    table = load_cues()
    page = Page(doc, document.text)
    quotes = quotations(document.text)
    drafts = [made for found in candidates(doc, table) if (made := draft(page, found)) is not None]
    if opinion is not None:
        drafts = fused(page, drafts, opinion, table)
    drafts = [given_back(page, made) for made in drafts]
    drafts = with_recordings(drafts)
    drafts += colon_speech(page, quotes, table)
    drafts += line_speech(page, document)
    drafts += [*titles(page), *seen(page)]
    drafts = with_tags(page, with_outer_sources(page, drafts, quotes.outer), actors, quotes.outer)
    drafts = with_first_person(page, document, [unstamped(page.text, made) for made in with_sequels(drafts)], quotes.outer)
    whole = [made for grown in regrown(attach_all(page, drafts, quotes, table)) if (made := apart(page.text, grown)) is not None]
    drafts = settled(set_apart(page, _read(document, whole), quotes.outer))
    return _finished(document, drafts, quotes.outer, Speakers(page, actors, drafts))


def candidates(doc: Doc, cues: Cues) -> Iterator[Found]:
    """Yield what the parse of ``doc`` gives for every cue of the table, in order of the cues."""
    for token in doc:
        pos = token.pos_
        if pos in {"VERB", "AUX"}:
            yield from according_to(token, cues) if token.lower_ == "according" else list(witness_cues(token)) or verb_cues(token, cues)
        elif pos in {"NOUN", "PROPN"}:
            yield from noun_cues(token, cues)
        elif pos == "ADJ":
            yield from adjective_cues(token, cues)
        elif token.lower_ == "according":
            yield from according_to(token, cues)


def _read(document: Document, drafts: list[Draft]) -> list[Draft]:
    """Return the drafts whose cue stands in a segment that is read."""
    skipped = bytearray(len(document.text))
    for segment in document.segments:
        if not document.reads(segment):
            skipped[segment.start : segment.end] = b"\1" * (segment.end - segment.start)
    return [made for made in drafts if not skipped[made.head.idx]]


def _finished(document: Document, drafts: Sequence[Draft], quotes: QuoteIndex, speakers: Speakers) -> tuple[Attribution, ...]:
    kinds = [_kind(quotes.share(document.text, made.content)) for made in drafts]
    ids = [span_id("a", document.id, kind, made.content, made.source, made.cue) for kind, made in zip(kinds, drafts, strict=True)]
    above = parents(drafts)
    out = []
    for n, made in enumerate(drafts):
        mute = not made.speech and made.holder is not None and not can_speak(made.holder)
        who = NOBODY if mute else speakers.of(made)
        parent = above[n]
        out.append(
            Attribution(
                id=ids[n],
                kind=kinds[n],
                content=made.content,
                cue=made.cue,
                source=made.source,
                speech=made.speech,
                parent=None if parent is None else ids[parent],
                speaker=who.actor,
                speaker_name=who.name,
                anonymous=who.anonymous,
                score=made.score,
            )
        )
    return tuple(out)


def _kind(share: float) -> str:
    return "direct" if share >= _DIRECT else "mixed" if share > 0 else "indirect"
