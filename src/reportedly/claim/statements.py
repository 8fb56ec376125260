"""Statements: what somebody is said to hold that no frame of the codebook takes in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from reportedly.claim.context import Context
from reportedly.claim.count import free_figures
from reportedly.claim.stance import hedge_of, stance_of
from reportedly.claim.syntax import VERBAL
from reportedly.claim.valid import asserted_on, valid_time
from reportedly.claim.voice import voice_of
from reportedly.ids import span_id
from reportedly.model import Argument, Claim
from reportedly.parse import root_of, sentence_bounds, sentences, text_of, tokens_between
from reportedly.text import excerpt, trim

METHOD = "attributed-content/rules-1"
_SHORTEST = 3


class _Part(NamedTuple):
    start: int
    end: int
    tokens: Tokens


def statements(context: Context, drawn: Sequence[Claim]) -> list[Claim]:
    """Return a claim of type ``statement`` for each sentence of attributed speech in which ``drawn`` holds nothing."""
    taken = [(c.start, c.end) for c in drawn]
    spoken = [_statement(context, part) for part in _parts(context) if not _covered(part, taken)]
    taken += [(s.start, s.end) for s in spoken]
    return spoken + [_statement(context, part) for part in _own_parts(context) if not _covered(part, taken)]


def _covered(part: _Part, taken: Sequence[tuple[int, int]]) -> bool:
    return any(start < part.end and part.start < end for start, end in taken)


def _own_parts(context: Context) -> Iterator[_Part]:
    """Yield sentences of the page's own voice that say something of an actor: a finite verb with an actor for its subject."""
    for sentence in sentences(context.doc):
        root = root_of(sentence)
        if root.pos_ not in VERBAL or not context.readable[root.idx] or context.attribution_at(root.idx) is not None:
            continue
        subjects = [t for child in root.children if child.dep_ in {"nsubj", "nsubjpass"} for t in child.subtree]
        if any(t.i in context.actor_at for t in subjects):
            yield _Part(*trim(text_of(context.doc), sentence.start_char, sentence.end_char), sentence)


def _parts(context: Context) -> Iterator[_Part]:
    """Yield the contents of speech attributions, sentence by sentence, leaving out those that hold another attribution."""
    held = context.reading.attributions or ()
    parents = {a.parent for a in held}
    for attribution in held:
        if not attribution.speech or attribution.id in parents:
            continue
        for span in attribution.content:
            tokens = tokens_between(context.doc, span.start, span.end, whole=False)
            if tokens is None or not context.readable[span.start]:
                continue
            for begin, until in dict.fromkeys(sentence_bounds(token) for token in tokens):
                sentence = context.doc[begin:until]
                start, end = max(sentence.start_char, span.start), min(sentence.end_char, span.end)
                part = tokens_between(context.doc, start, end, whole=False)
                if part is not None and len(part) >= _SHORTEST and any(t.pos_ in VERBAL for t in part):
                    yield _Part(*trim(text_of(context.doc), start, end), part)


def _stance(context: Context, root: Token) -> str:
    """Return the stance of a whole sentence; a negated one is asserted as it stands, since its words keep the "not"."""
    attribution = context.attribution_at(root.idx)
    found = stance_of(context, root, attribution)
    return "asserts" if found == "denies" and stance_of(context, root, None) == "denies" else found


def _statement(context: Context, part: _Part) -> Claim:
    root = root_of(part.tokens)
    voice = voice_of(context, root.idx, None, None)
    stance = _stance(context, root)
    mentions = {m.actor or m.name: m for m in context.reading.actors or () if part.start <= m.start and m.end <= part.end}
    args = tuple(
        (f"about_{i}" if i > 1 else "about", Argument(m.name, m.start, m.end, actor=m.actor)) for i, m in enumerate(mentions.values(), 1)
    )
    places = [p for p in context.reading.places or () if part.start <= p.start and p.end <= part.end]
    valid = valid_time(context, root, part.start, part.end, stance)
    return Claim(
        id=span_id("c", context.reading.document.id, part.start, part.end, "says"),
        start=part.start,
        end=part.end,
        type="statement",
        frame="says",
        gloss=f"{voice.speaker.name}: {excerpt(text_of(context.doc)[part.start : part.end])}",
        args=args,
        stance=stance,
        speaker=voice.speaker,
        chain=voice.chain,
        own=voice.own,
        proposition=span_id("p", "says", text_of(context.doc)[part.start : part.end].lower().split()),
        valid=valid,
        asserted=asserted_on(context, root.idx),
        hedge=hedge_of(context, root, part.start, part.end),
        places=tuple(dict.fromkeys(p.name for p in places)),
        place_ids=tuple(dict.fromkeys(p.place for p in places if p.place)),
        figures=free_figures(context, part.start, part.end),
        attribution=voice.attribution,
        method=METHOD,
        score=0.5,
    )
